import { provider } from './build/provider.ts';
import { base62, hex } from './build/value.ts';
import { basic } from './build/verify.ts';

export const geckoboard = provider('Geckoboard', [
  {
    id: 'geckoboard-api-key',
    title: 'Geckoboard API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['geckoboard'],
    value: [hex(32)],
    rotate: 'Regenerate the key under Account, API in Geckoboard; data sets can be read and overwritten with it.',
    docs: 'https://developer.geckoboard.com/#authentication',
    verify: basic('{value}:', 'https://api.geckoboard.com/'),
  },
  {
    id: 'geckoboard-api-key-newer',
    title: 'Geckoboard API key (44 characters)',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['geckoboard'],
    value: [base62(44)],
    rotate: 'Regenerate the key under Account, API in Geckoboard and give it to what fills the dashboards.',
    docs: 'https://developer.geckoboard.com/#authentication',
    verify: basic('{value}:', 'https://api.geckoboard.com/'),
  },
]);
