import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';
import { basic } from './build/verify.ts';

export const bugherd = provider('BugHerd', [
  {
    id: 'bugherd-api-key',
    title: 'BugHerd API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['bugherd'],
    value: [lowerAlnum(22)],
    rotate: 'Reset the key under Settings, General in BugHerd; integrations fail until they have the new one.',
    docs: 'https://www.bugherd.com/api_v2',
    verify: basic('{value}:x', 'https://www.bugherd.com/api_v2/organization.json'),
  },
]);
