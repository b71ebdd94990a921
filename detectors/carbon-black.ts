import { provider } from './build/provider.ts';
import { optional, upperAlnum } from './build/value.ts';

export const carbonBlack = provider('VMware Carbon Black', [
  {
    id: 'carbon-black-api-key',
    title: 'Carbon Black Cloud API secret key',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'critical',
    names: ['carbon black', 'cb api', 'cbc api', 'cb auth', 'cbc token', 'cbd api', 'cb defense'],
    value: [upperAlnum(24), optional('/', upperAlnum(10))],
    rotate:
      'Generate a new secret for the API key under Settings, API Access in Carbon Black Cloud, or delete the key; it may act on every protected machine.',
    docs: 'https://developer.carbonblack.com/reference/carbon-black-cloud/authentication/',
  },
]);
