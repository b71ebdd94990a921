import { provider } from './build/provider.ts';
import { digits } from './build/value.ts';
import { get } from './build/verify.ts';

export const vbout = provider('VBOUT', [
  {
    id: 'vbout-api-key',
    title: 'VBOUT API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['vbout'],
    value: [digits(25)],
    rotate:
      'Generate another key under Settings, API Integrations in VBOUT and remove this one; it reads and mails the contact lists.',
    docs: 'https://developers.vbout.com/docs/1_0/',
    verify: get('https://api.vbout.com/1/app/me.json?key={value}'),
  },
]);
