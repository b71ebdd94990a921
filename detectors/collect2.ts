import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { get } from './build/verify.ts';

export const collect2 = provider('Collect2', [
  {
    id: 'collect2-api-key',
    title: 'Collect2 API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['collect2'],
    value: [uuid],
    rotate: 'Delete the endpoint in Collect2 and create another: its address holds the key.',
    docs: 'https://collect2.com/',
    verify: get('https://collect2.com/api/{value}/datarecord/'),
  },
]);
