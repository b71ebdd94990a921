import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

export const extractorApi = provider('Extractor API', [
  {
    id: 'extractor-api-key',
    title: 'Extractor API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['extractor api'],
    value: [alnum(40)],
    rotate: 'Reset the key in the dashboard of Extractor API; what it extracts is billed.',
    docs: 'https://extractorapi.com/documentation/',
  },
]);
