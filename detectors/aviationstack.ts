import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const aviationstack = provider('AviationStack', [
  {
    id: 'aviationstack-access-key',
    title: 'Aviationstack access key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['aviationstack'],
    value: [hex(32)],
    rotate: 'Reset the access key on the Aviationstack dashboard; requests with the former are refused from then on.',
    docs: 'https://aviationstack.com/documentation',
    verify: get('https://api.aviationstack.com/v1/flights?access_key={value}&limit=1'),
  },
]);
