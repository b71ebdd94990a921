import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { header } from './build/verify.ts';

export const envoy = provider('Envoy', [
  {
    id: 'envoy-api-key',
    title: 'Envoy (workplace) API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['envoy api'],
    value: [base62(220)],
    rotate:
      'Regenerate the key on the API page of the Envoy dashboard; visitors and employees can be read with it until then.',
    docs: 'https://developers.envoy.com/',
    verify: header('x-api-key', 'https://api.envoy.com/v1/locations'),
  },
]);
