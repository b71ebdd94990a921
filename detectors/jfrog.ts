import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const jfrog: readonly Detector[] = [
  {
    id: 'jfrog-api-key',
    title: 'JFrog Artifactory API key',
    provider: 'JFrog',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['AKCp'], pattern: token(/AKCp[A-Za-z0-9]{69}/, '+/='), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate:
      'Revoke it in the profile of its user in Artifactory; API keys have reached end of life, use an identity token.',
    docs: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/user-profile',
    examples: {
      match: (make) => [exampleLine('X-JFrog-Art-Api: ', `AKCp${make(make.base62, 69)}`)],
      noMatch: (make) => [`X-JFrog-Art-Api: AKCp${'x'.repeat(69)}`, `X-JFrog-Art-Api: AKCp${make(make.base62, 30)}`],
    },
  },
  {
    id: 'jfrog-reference-token',
    title: 'JFrog reference or identity token',
    provider: 'JFrog',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: { anchors: ['cmVmdGtuO'], pattern: token(/cmVmdGtuO[A-Za-z0-9]{55}/, '+/='), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'base64-prefix', skip: 0, hex: '72656674' }],
    rotate: 'Revoke it under Administration, User Management, Access Tokens.',
    docs: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
    examples: {
      match: (make) => [exampleLine('Authorization: Bearer ', `cmVmdGtuOjAxOjE3${make(make.base62, 48)}`)],
      noMatch: (make) => [`Authorization: Bearer cmVmdGtuO${'x'.repeat(55)}`, `cmVmdGtuO${make(make.base62, 20)}`],
    },
  },
  {
    id: 'jfrog-password',
    title: 'Artifactory password',
    provider: 'JFrog',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['artifactory', 'jfrog'],
      ignoreCase: true,
      pattern: assignment(
        '(?:artifactory|jfrog)[\\w.-]{0,24}(?:password|passwd|api_?key|token)',
        '(?!AKCp|cmVmdGtuO|eyJ)[\\w!@#%^*+.~-]{8,128}',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3 }],
    rotate: 'Change the password of its user in Artifactory, and use a scoped access token for machines.',
    docs: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/user-profile',
    examples: {
      match: (make) => [exampleLine('ARTIFACTORY_PASSWORD=', make(make.base62, 24))],
      noMatch: () => [
        'ARTIFACTORY_PASSWORD=${ARTIFACTORY_PASSWORD}',
        'artifactory_password = var.artifactory_password',
        'ARTIFACTORY_PASSWORD=changeme',
      ],
    },
  },
];
