import { provider } from './build/provider.ts';
import { base64url, hex, optional } from './build/value.ts';

export const polymarket = provider('Polymarket', [
  {
    id: 'polymarket-private-key',
    title: 'Polymarket wallet private key',
    kind: 'private-key',
    identity: 'user',
    severity: 'critical',
    names: ['polymarket private key', 'polymarket wallet', 'poly private key', 'poly wallet'],
    value: [optional('0x'), { ...hex(64), source: '[0-9a-fA-F]{64}' }],
    rotate: 'Move the funds to a fresh wallet at once: a private key cannot be revoked.',
    docs: 'https://docs.polymarket.com/developers/CLOB/authentication',
  },
  {
    id: 'polymarket-api-secret',
    title: 'Polymarket API secret',
    kind: 'client-secret',
    identity: 'user',
    severity: 'critical',
    names: ['polymarket', 'poly api secret', 'clob secret', 'clob api secret'],
    value: [base64url(43), '='],
    rotate: 'Delete the API key through the CLOB client and derive another from the wallet; the secret signs orders.',
    docs: 'https://docs.polymarket.com/developers/CLOB/authentication',
  },
  {
    id: 'polymarket-api-passphrase',
    title: 'Polymarket API passphrase',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    names: [
      'polymarket passphrase',
      'polymarket api passphrase',
      'poly passphrase',
      'clob passphrase',
      'clob pass phrase',
    ],
    anyName: true,
    value: [hex(64)],
    rotate: 'Delete the API key that it belongs to through the CLOB client and derive another.',
    docs: 'https://docs.polymarket.com/developers/CLOB/authentication',
  },
]);
