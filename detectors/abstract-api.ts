import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const abstractApi = provider('Abstract', [
  {
    id: 'abstract-api-key',
    title: 'Abstract API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['abstract api'],
    value: [hex(32)],
    rotate: 'Each Abstract API has a key of its own: regenerate that one on its dashboard page at app.abstractapi.com.',
    docs: 'https://docs.abstractapi.com/',
  },
]);
