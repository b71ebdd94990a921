import type { Detector } from '../src/model/detector.ts';
import { anyCase } from './build/any-case.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base62, base64url, either } from './build/value.ts';

const vaultDocs = 'https://developer.hashicorp.com/vault/docs/concepts/tokens';

export const vault: readonly Detector[] = [
  {
    id: 'vault-service-token',
    title: 'Vault service token',
    provider: 'Vault',
    kind: 'access-token',
    identity: 'unknown',
    severity: 'critical',
    match: { anchors: ['hvs.'], pattern: token(/hvs\.[\w-]{24,200}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate:
      'Revoke it with `vault token revoke` (or by its accessor) and let the client log in by an auth method with a short lease.',
    docs: vaultDocs,
    examples: {
      match: (make) => [
        exampleLine('VAULT_TOKEN=', `hvs.CAES${make(make.base62, 91)}`),
        exampleLine('VAULT_TOKEN=', `hvs.${make(make.base62, 24)}`),
      ],
      noMatch: (make) => [`VAULT_TOKEN=hvs.${'x'.repeat(24)}`, `VAULT_TOKEN=hvs.${make(make.base62, 12)}`],
    },
  },
  {
    id: 'vault-batch-token',
    title: 'Vault batch token',
    provider: 'Vault',
    kind: 'access-token',
    identity: 'unknown',
    severity: 'high',
    match: { anchors: ['hvb.'], pattern: token(/hvb\.[\w-]{60,500}/, '-'), maxLength: 520, proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate: 'Batch tokens cannot be revoked one by one: revoke the parent token, or wait for the time to live to pass.',
    docs: vaultDocs,
    examples: {
      match: (make) => [exampleLine('VAULT_TOKEN=', `hvb.AAAA${make(make.base62, 140)}`)],
      noMatch: (make) => [`VAULT_TOKEN=hvb.${'x'.repeat(140)}`, `VAULT_TOKEN=hvb.${make(make.base62, 12)}`],
    },
  },
  {
    id: 'vault-recovery-token',
    title: 'Vault recovery token',
    provider: 'Vault',
    kind: 'access-token',
    identity: 'unknown',
    severity: 'critical',
    match: { anchors: ['hvr.'], pattern: token(/hvr\.[\w-]{24,200}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate:
      'Leave recovery mode; the token ends with it. Rotate the recovery keys with `vault operator rotate-keys -target=recovery`.',
    docs: vaultDocs,
    examples: {
      match: (make) => [exampleLine('token: ', `hvr.CAES${make(make.base62, 91)}`)],
      noMatch: (make) => [`token: hvr.${'x'.repeat(91)}`, `token: hvr.${make(make.base62, 12)}`],
    },
  },
  {
    id: 'vault-service-token-legacy',
    title: 'Vault service token (before 1.10)',
    provider: 'Vault',
    kind: 'access-token',
    identity: 'unknown',
    severity: 'critical',
    match: {
      anchors: ['vault'],
      ignoreCase: true,
      pattern: assignment('vault[\\w.-]{0,16}token', 's\\.[A-Za-z0-9]{24}'),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Revoke it with `vault token revoke` and let the client log in by an auth method with a short lease.',
    docs: vaultDocs,
    examples: {
      match: (make) => [
        exampleLine('X-Vault-Token: ', `s.${make(make.base62, 24)}`),
        exampleLine('VAULT_TOKEN=', `s.${make(make.base62, 24)}`),
      ],
      noMatch: (make) => [`X-Vault-Token: s.${'x'.repeat(24)}`, `X-Vault-Token: s.${make(make.base62, 10)}`],
    },
  },
  {
    id: 'vault-unseal-key',
    title: 'Vault unseal key',
    provider: 'Vault',
    kind: 'encryption-key',
    identity: 'unknown',
    severity: 'critical',
    match: {
      anchors: ['unseal'],
      ignoreCase: true,
      pattern: new RegExp(
        `${anyCase('unseal[ _-]?key[s_]{0,2}(?: ?\\d{1,2})?')}["']?\\s?[:=]\\s{0,4}["']?(?<secret>[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{44})(?![\\w+/=])`,
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate:
      'Make new unseal keys with `vault operator rotate-keys` (formerly `rekey`); prefer auto-unseal by a cloud key service.',
    docs: 'https://developer.hashicorp.com/vault/docs/commands/operator/rekey',
    examples: {
      match: (make) => [
        exampleLine('Unseal Key 1: ', make(make.base62, 44)),
        exampleLine('VAULT_UNSEAL_KEY=', `${make(make.base62, 43)}=`),
      ],
      noMatch: (make) => [`Unseal Key 1: ${'x'.repeat(44)}`, `Unseal Key 1: ${make(make.base62, 20)}`],
    },
  },
  {
    id: 'vault-approle-secret-id',
    title: 'Vault AppRole secret id',
    provider: 'Vault',
    kind: 'client-secret',
    identity: 'workload',
    severity: 'high',
    match: {
      anchors: ['vault', 'approle'],
      ignoreCase: true,
      pattern: assignment(
        '(?:vault|approle)[\\w.-]{0,24}secret_?id',
        '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate:
      'Destroy it with `vault write auth/approle/role/NAME/secret-id/destroy` and hand the next one over response-wrapped.',
    docs: 'https://developer.hashicorp.com/vault/docs/auth/approle',
    examples: {
      match: (make) => {
        const hex = (length: number) => make(make.hex, length);
        return [exampleLine('VAULT_SECRET_ID=', `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`)];
      },
      noMatch: (make) => [
        'VAULT_SECRET_ID=00000000-0000-0000-0000-000000000000',
        `VAULT_ROLE_ID=${make(make.hex, 8)}-${make(make.hex, 4)}`,
      ],
    },
  },
  ...provider('Vault', [
    {
      id: 'vault-token-other-legacy',
      title: 'Vault token (before 1.10, long, batch or recovery)',
      kind: 'access-token',
      identity: 'unknown',
      severity: 'high',
      names: ['vault', 'vlt token'],
      anyName: true,
      value: [either('s.', 'b.', 'r.'), base64url(60, 400)],
      rotate:
        'Revoke it with `vault token revoke` where it is a service token; a batch token ends with its parent or its time to live.',
      docs: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
    },
    {
      id: 'vault-recovery-token-legacy',
      title: 'Vault recovery token (before 1.10)',
      kind: 'access-token',
      identity: 'unknown',
      severity: 'high',
      names: ['vault recovery', 'vault token', 'vault root'],
      anyName: true,
      value: ['r.', base62(24)],
      rotate: 'Leave recovery mode; the token ends with it.',
      docs: 'https://developer.hashicorp.com/vault/docs/concepts/recovery-mode',
    },
  ]),
  {
    id: 'vault-unseal-key-argument',
    title: 'Vault unseal key on a command line',
    provider: 'Vault',
    kind: 'encryption-key',
    identity: 'unknown',
    severity: 'critical',
    match: {
      anchors: ['operator unseal '],
      pattern:
        /operator unseal (?:-[\w=.:/-]{1,80} ){0,3}["']?(?<secret>[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{44}|[0-9a-f]{64,66})(?![\w+/=])/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3 }],
    rotate:
      'Make new unseal keys with `vault operator rotate-keys` (formerly `rekey`); prefer auto-unseal by a cloud key service.',
    docs: 'https://developer.hashicorp.com/vault/docs/commands/operator/unseal',
    examples: {
      match: (make) => [exampleLine('vault operator unseal ', make(make.base64, 44))],
      noMatch: (make) => ['vault operator unseal $UNSEAL_KEY_1', `vault operator unseal ${make(make.base62, 12)}`],
    },
  },
];
