import { provider } from './build/provider.ts';
import { lowerAlnum, either } from './build/value.ts';

export const helicone = provider('Helicone', [
  {
    id: 'helicone-api-key',
    title: 'Helicone API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    anchors: ['sk-helicone-'],
    value: [
      either('sk-helicone-', 'sk-helicone-eu-'),
      lowerAlnum(7),
      '-',
      lowerAlnum(7),
      '-',
      lowerAlnum(7),
      '-',
      lowerAlnum(7),
    ],
    rotate:
      'Create another key under Settings, API Keys in Helicone and delete this one; it reads every logged request and response.',
    docs: 'https://docs.helicone.ai/helicone-headers/helicone-auth',
  },
]);
