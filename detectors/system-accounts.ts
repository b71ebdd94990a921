import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';

/**
 * Hashes of crypt(5) where an installer or a command sets the password of a system's account with them. Hashes anywhere
 * else are no passwords: programs keep them to compare with, and most that stand in files belong to tests and defaults.
 */
export const systemAccounts: readonly Detector[] = [
  {
    id: 'system-account-password-hash',
    title: 'Password hash of a system account (kickstart, preseed, cloud-init, useradd, Junos)',
    provider: 'Linux',
    kind: 'password',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: ['--iscrypted', 'hashed_passwd', 'password-crypted', 'useradd ', 'usermod ', 'encrypted-password'],
      pattern:
        /(?:--iscrypted|hashed_passwd|password-crypted|useradd |usermod |encrypted-password)[^\n$]{0,80}(?<secret>\$(?:1\$[A-Za-z0-9./]{4,8}\$[A-Za-z0-9./]{22}|5\$(?:rounds=\d{4,9}\$)?[A-Za-z0-9./]{4,16}\$[A-Za-z0-9./]{43}|6\$(?:rounds=\d{4,9}\$)?[A-Za-z0-9./]{4,16}\$[A-Za-z0-9./]{86}|2[aby]\$[0-3]\d\$[A-Za-z0-9./]{53}|y\$j[A-Za-z0-9./]{1,6}\$[A-Za-z0-9./]{8,86}\$[A-Za-z0-9./]{43}))(?![A-Za-z0-9./])/,
      proof: 'format',
    },
    checks: [{ check: 'outside-examples' }, { check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate:
      'Change the password of the account on every machine set up so, and give installers a key or a hash from a secret store: hashes of weak passwords are found by trying.',
    docs: 'https://manpages.debian.org/bookworm/libcrypt-dev/crypt.5.en.html',
    examples: {
      match: (make) => [
        exampleLine('rootpw --iscrypted ', `$6$${make(make.base62, 16)}$${make(make.base62, 86)}`),
        exampleLine('    hashed_passwd: "', `$5$rounds=5000$${make(make.base62, 16)}$${make(make.base62, 43)}`, '"'),
        exampleLine(
          'd-i passwd/root-password-crypted password ',
          `$y$j9T$${make(make.base62, 22)}$${make(make.base62, 43)}`,
        ),
        exampleLine("useradd -m -p '", `$1$${make(make.base62, 8)}$${make(make.base62, 22)}`, "' deploy"),
        exampleLine('encrypted-password "', `$2b$10$${make(make.base62, 53)}`, '";'),
      ],
      noMatch: (make) => [
        `rootpw --iscrypted $6$${'x'.repeat(16)}$${'x'.repeat(86)}`,
        `rootpw --iscrypted $6$${make(make.base62, 16)}$${make(make.base62, 40)}`,
        `hash = "$6$${make(make.base62, 16)}$${make(make.base62, 86)}"`,
        'useradd -m -p "$PASSWORD_HASH" deploy',
      ],
    },
  },
];
