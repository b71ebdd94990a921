import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const besttime = provider('Besttime', [
  {
    id: 'besttime-private-key',
    title: 'BestTime private key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['besttime', 'best time'],
    value: ['pri_', hex(32)],
    rotate: 'Reset both keys on the BestTime API page of the account; forecasts made with the private key are charged.',
    docs: 'https://documentation.besttime.app/#authentication',
    verify: get('https://besttime.app/api/v1/keys/{value}'),
  },
]);
