import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';

export const docker: readonly Detector[] = [
  {
    id: 'docker-personal-access-token',
    title: 'Docker Hub personal access token',
    provider: 'Docker',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    match: { anchors: ['dckr_pat_'], pattern: token(/dckr_pat_[\w-]{27,64}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate:
      'Delete it at app.docker.com under Account settings, Personal access tokens; give the new one only the scope it needs.',
    docs: 'https://docs.docker.com/security/access-tokens/',
    examples: {
      match: (make) => [exampleLine('docker login -u shop -p ', `dckr_pat_${make(make.base62, 27)}`)],
      noMatch: (make) => [`-p dckr_pat_${'x'.repeat(27)}`, `-p dckr_pat_${make(make.base62, 12)}`],
    },
  },
  {
    id: 'docker-organization-access-token',
    title: 'Docker organization access token',
    provider: 'Docker',
    kind: 'access-token',
    identity: 'service-account',
    severity: 'critical',
    match: { anchors: ['dckr_oat_'], pattern: token(/dckr_oat_[\w-]{27,64}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Deactivate and delete it in the Admin Console under Access tokens of the organization.',
    docs: 'https://docs.docker.com/enterprise/security/access-tokens/',
    examples: {
      match: (make) => [exampleLine('DOCKER_PASSWORD=', `dckr_oat_${make(make.base62, 32)}`)],
      noMatch: (make) => [
        `DOCKER_PASSWORD=dckr_oat_${'x'.repeat(32)}`,
        `DOCKER_PASSWORD=dckr_oat_${make(make.base62, 12)}`,
      ],
    },
  },
  {
    id: 'docker-config-auth',
    title: 'Registry login in a Docker configuration',
    provider: 'Docker',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['"auth"', '\\"auth\\"'],
      pattern: /\\?"auth\\?"\s{0,4}:\s{0,4}\\?"(?<secret>[A-Za-z0-9+/]{10,2000}={0,2})\\?"/,
      maxLength: 2100,
      proof: 'context',
      paths: /(?:docker|(?:^|\/)(?:config|auth)\.json$|\.ya?ml$)/i,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'basic-auth' }],
    extract: ['basic-auth-user'],
    rotate:
      'Change the password or revoke the token at the registry, log out with `docker logout`, and use a credential helper.',
    docs: 'https://docs.docker.com/reference/cli/docker/login/#credential-stores',
    examples: {
      match: (make) => {
        const secret = Buffer.from(`ci:${make(make.base62, 24)}`).toString('base64');
        return [
          { text: `{"auths":{"registry.shop.io":{"auth":"${secret}"}}}`, secret, path: '.docker/config.json' },
          { text: `"registry.shop.io": { "auth": "${secret}" }`, secret, path: 'home/.dockercfg' },
        ];
      },
      noMatch: (make) => [
        { text: '{"auths":{"registry.shop.io":{"auth":""}}}', path: '.docker/config.json' },
        { text: '{"auths":{"registry.shop.io":{"auth":"xxxxxxxxxxxxxxxx"}}}', path: '.docker/config.json' },
        { text: `{"auth":"${make(make.base62, 24)}"}`, path: 'src/app.js' },
      ],
    },
  },
  {
    id: 'docker-swarm-join-token',
    title: 'Docker Swarm join token',
    provider: 'Docker',
    kind: 'access-token',
    identity: 'workload',
    severity: 'high',
    match: { anchors: ['SWMTKN-1-'], pattern: token(/SWMTKN-1-[a-z0-9]{50}-[a-z0-9]{25}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Rotate it with `docker swarm join-token --rotate worker` (or `manager`).',
    docs: 'https://docs.docker.com/engine/swarm/join-nodes/',
    examples: {
      match: (make) => [
        exampleLine('docker swarm join --token ', `SWMTKN-1-${make(make.lowerAlnum, 50)}-${make(make.lowerAlnum, 25)}`),
      ],
      noMatch: (make) => [
        `--token SWMTKN-1-${'x'.repeat(50)}-${'x'.repeat(25)}`,
        `--token SWMTKN-1-${make(make.lowerAlnum, 50)}`,
      ],
    },
  },
  {
    id: 'docker-swarm-unlock-key',
    title: 'Docker Swarm unlock key',
    provider: 'Docker',
    kind: 'encryption-key',
    identity: 'workload',
    severity: 'high',
    match: { anchors: ['SWMKEY-1-'], pattern: token(/SWMKEY-1-[A-Za-z0-9+/]{43}/, '+/='), proof: 'format' },
    checks: [{ check: 'not-placeholder' }],
    rotate: 'Rotate it with `docker swarm unlock-key --rotate`.',
    docs: 'https://docs.docker.com/engine/swarm/swarm_manager_locking/',
    examples: {
      match: (make) => [exampleLine('unlock key: ', `SWMKEY-1-${make(make.base62, 43)}`)],
      noMatch: (make) => [`unlock key: SWMKEY-1-${'x'.repeat(43)}`, `unlock key: SWMKEY-1-${make(make.base62, 20)}`],
    },
  },
];
