import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

const rotate = 'Generate a new token in SonarQube under My account > Security, deploy it, then revoke this one.';

export const sonarqube: readonly Detector[] = [
  {
    id: 'sonarqube-token',
    title: 'SonarQube token',
    provider: 'SonarQube',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['squ_', 'sqp_', 'sqa_'], pattern: token(/sq[upa]_[0-9a-f]{40}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate,
    docs: 'https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/',
    examples: {
      match: (make) => [
        exampleLine('SONAR_TOKEN=', `squ_${make(make.hex, 40)}`),
        exampleLine('-Dsonar.token=', `sqp_${make(make.hex, 40)}`),
      ],
      noMatch: (make) => [`SONAR_TOKEN=squ_${'0'.repeat(40)}`, `SONAR_TOKEN=squ_${make(make.hex, 32)}`],
    },
  },
  {
    id: 'sonarqube-legacy-token',
    title: 'SonarQube or SonarCloud token (without prefix)',
    provider: 'SonarQube',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['sonar'],
      ignoreCase: true,
      pattern: assignment('sonar(?:qube|cloud)?[_.-]?(?:(?:api|auth|access)[_.-]?)?(?:token|login)', '[0-9a-f]{40}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate,
    docs: 'https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/',
    examples: {
      match: (make) => [
        exampleLine('SONAR_TOKEN: ', make(make.hex, 40)),
        exampleLine('-Dsonar.login=', make(make.hex, 40)),
      ],
      noMatch: (make) => [
        `SONAR_TOKEN: ${'0'.repeat(40)}`,
        `sonar.scm.revision=${make(make.hex, 40)}`,
        'SONAR_TOKEN: ${{ secrets.SONAR_TOKEN }}',
      ],
    },
  },
];
