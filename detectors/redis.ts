import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';

export const redis: readonly Detector[] = [
  {
    id: 'redis-password-directive',
    title: 'Password in the configuration of Redis',
    provider: 'Redis',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['requirepass', 'masterauth', 'auth-pass'],
      pattern:
        /(?:requirepass|masterauth|auth-pass[ \t]{1,4}[\w.-]{1,64})["']?,?[ \t]{1,8}["']?(?<secret>[^\s"'#$<>{}\\]{8,128})(?![\w$\\])/,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3 }],
    rotate:
      'Set another password with CONFIG SET requirepass or ACL SETUSER on every node, then in redis.conf and in the clients.',
    docs: 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/',
    examples: {
      match: (make) => [
        exampleLine('requirepass ', make(make.lowerAlnum, 24)),
        exampleLine('command: redis-server --requirepass ', make(make.lowerAlnum, 18)),
        exampleLine('sentinel auth-pass mymaster ', make(make.lowerAlnum, 20)),
      ],
      noMatch: () => [
        '# requirepass foobared',
        'redis-server --requirepass "$REDIS_PASSWORD"',
        'requirepass your_password1',
      ],
    },
  },
];
