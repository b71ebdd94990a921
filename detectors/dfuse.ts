import { provider } from './build/provider.ts';
import { either, hex } from './build/value.ts';

export const dfuse = provider('dfuse', [
  {
    id: 'dfuse-api-key',
    title: 'dfuse API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['dfuse'],
    anyName: true,
    value: [either('web_', 'server_', 'mobile_'), hex(32)],
    rotate: 'The service became StreamingFast and these keys ended: remove the value from the code.',
    docs: 'https://www.streamingfast.io/',
  },
]);
