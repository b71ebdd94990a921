import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';

export const appsynergy = provider('AppSynergy', [
  {
    id: 'appsynergy-api-key',
    title: 'AppSynergy API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['appsynergy'],
    value: [lowerAlnum(64)],
    rotate: 'Revoke the key under Tools, API Keys in AppSynergy; it runs statements on the whole application database.',
    docs: 'https://www.appsynergy.com/docs/rest-api',
  },
]);
