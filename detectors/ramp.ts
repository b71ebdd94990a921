import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const ramp = provider('Ramp', [
  {
    id: 'ramp-client-id',
    title: 'Ramp client id',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    identifier: true,
    value: ['ramp_id_', base62(40)],
    rotate: 'It only names the app; rotate the secret beside it.',
    docs: 'https://docs.ramp.com/developer-api/v1/authorization',
  },
  {
    id: 'ramp-client-secret',
    title: 'Ramp client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    value: ['ramp_sec_', base62(48)],
    pairsWith: { detector: 'ramp-client-id', withinBytes: 600 },
    rotate:
      'Regenerate the secret in Ramp under Company > Developer for the app; depending on its scopes, cards and payments hang on it.',
    docs: 'https://docs.ramp.com/developer-api/v1/authorization',
  },
]);
