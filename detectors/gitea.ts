import type { Detector } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { header } from './build/verify.ts';

export const gitea: readonly Detector[] = [
  {
    id: 'gitea-access-token',
    title: 'Gitea or Forgejo access token',
    provider: 'Gitea',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['gitea', 'forgejo', 'codeberg'],
      ignoreCase: true,
      pattern: assignment('(?:gitea|forgejo|codeberg)[\\w.-]{0,16}token', '[0-9a-f]{40}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate: 'Generate a new token under Settings > Applications of the user, deploy it, then delete this one.',
    docs: 'https://docs.gitea.com/development/api-usage',
    verify: header('authorization', 'https://{host}/api/v1/user', 'token '),
    examples: {
      match: (make) => [
        exampleLine('GITEA_TOKEN=', make(make.hex, 40)),
        exampleLine('FORGEJO_ACCESS_TOKEN: ', make(make.hex, 40)),
      ],
      noMatch: (make) => [
        `GITEA_TOKEN=${'0'.repeat(40)}`,
        `GITEA_COMMIT=${make(make.hex, 40)}`,
        `GITEA_TOKEN=${make(make.hex, 32)}`,
      ],
    },
  },
];
