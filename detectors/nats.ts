import { provider } from './build/provider.ts';
import { run, either } from './build/value.ts';

export const nats = provider('NATS', [
  {
    // Base32 of two bytes for the kind, 32 of key and two of CRC-16: 58 characters, of which the third is always A.
    id: 'nats-operator-or-account-seed',
    title: 'NATS operator or account seed',
    kind: 'private-key',
    identity: 'account-root',
    severity: 'critical',
    anchors: ['SOA', 'SAA'],
    value: [either('SOA', 'SAA'), run('A-Z2-7', 55)],
    checks: [{ check: 'base32-crc16', wrong: 'doubt' }],
    rotate:
      'Add a new signing key with `nsc edit operator --sk generate` (or `nsc edit account`), sign the users again, push, and take this key out.',
    docs: 'https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth',
  },
  {
    id: 'nats-user-seed',
    title: 'NATS user, server or curve seed',
    kind: 'private-key',
    identity: 'user',
    severity: 'high',
    anchors: ['SUA', 'SNA', 'SCA', 'SXA'],
    value: [either('SUA', 'SNA', 'SCA', 'SXA'), run('A-Z2-7', 55)],
    checks: [{ check: 'base32-crc16', wrong: 'doubt' }],
    rotate: 'Revoke the user with `nsc revocations add-user`, push the account, and give the client new credentials.',
    docs: 'https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth',
  },
  {
    id: 'nats-public-key',
    title: 'NATS public key',
    kind: 'other',
    identity: 'user',
    severity: 'info',
    names: ['nkey', 'issuer account', 'operator key', 'account key'],
    anyName: true,
    value: [either('U', 'A', 'O', 'N', 'X'), run('A-Z2-7', 55)],
    checks: [{ check: 'outside-examples' }, { check: 'base32-crc16', wrong: 'doubt' }],
    identifier: true,
    rotate: 'Names a user, account or operator; what must not leak is its seed.',
    docs: 'https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth',
    examples: {
      match: () => [],
      noMatch: (make) => [
        { text: `nkey: U${make('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 55)}`, path: 'test/configs/nkey.conf' },
      ],
    },
  },
]);
