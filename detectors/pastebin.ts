import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const pastebin = provider('Pastebin', [
  {
    id: 'pastebin-api-dev-key',
    title: 'Pastebin developer key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    names: ['pastebin'],
    value: [{ ...hex(32), source: '[A-Za-z0-9_-]{32}' }],
    rotate: 'Reset the developer key on the API page of pastebin.com while logged in.',
    docs: 'https://pastebin.com/doc_api',
  },
]);
