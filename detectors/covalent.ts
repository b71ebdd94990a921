import { provider } from './build/provider.ts';
import { base62, hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

/** Two forms: `cqt_` now, `ckey_` before that. */
export const covalent = provider('Covalent', [
  {
    id: 'covalent-api-key',
    title: 'Covalent (GoldRush) API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    value: ['cqt_', base62(26, 36)],
    rotate: 'Create another key in the GoldRush dashboard under API Keys and delete this one; it stops at once.',
    docs: 'https://goldrush.dev/docs/',
    verify: bearer('https://api.covalenthq.com/v1/chains/'),
  },
  {
    id: 'covalent-api-key-older',
    title: 'Covalent API key (older form)',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    value: ['ckey_', hex(24, 32)],
    rotate: 'Replace it by a key of the present form from the GoldRush dashboard and delete this one there.',
    docs: 'https://goldrush.dev/docs/',
    verify: bearer('https://api.covalenthq.com/v1/chains/'),
  },
]);
