import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const hubitat = provider('Hubitat', [
  {
    id: 'hubitat-maker-api-token',
    title: 'Hubitat Maker API access token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    names: ['hubitat', 'maker api'],
    value: [uuid],
    rotate:
      'Press Create New Access Token in the Maker API app on the hub, which ends this one; it switches every device the app may reach.',
    docs: 'https://docs2.hubitat.com/en/apps/maker-api',
  },
]);
