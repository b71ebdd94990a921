import { provider } from './build/provider.ts';
import { either, hex } from './build/value.ts';

export const packagist = provider('Packagist', [
  {
    id: 'packagist-authentication-token',
    title: 'Private Packagist authentication token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    anchors: ['packagist_ort_', 'packagist_out_', 'packagist_uut_', 'packagist_cut_'],
    value: [either('packagist_ort_', 'packagist_out_', 'packagist_uut_', 'packagist_cut_'), hex(68)],
    rotate:
      'Revoke it under Authentication Tokens of the organization or of your profile in Private Packagist, and update auth.json on build machines.',
    docs: 'https://packagist.com/docs/composer-authentication',
  },
  {
    id: 'packagist-api-key',
    title: 'Private Packagist API key',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    identifier: true,
    value: ['packagist_ack_', hex(28, 32)],
    rotate: 'It names the pair; when the secret beside it leaked, delete both in the API settings of the organization.',
    docs: 'https://packagist.com/docs/api',
  },
  {
    id: 'packagist-api-secret',
    title: 'Private Packagist API secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    value: ['packagist_acs_', hex(60, 96)],
    pairsWith: { detector: 'packagist-api-key', withinBytes: 600 },
    rotate:
      'Delete the API credentials in the settings of the organization at packagist.com and create a pair with only the access needed.',
    docs: 'https://packagist.com/docs/api',
  },
]);
