import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { optional, uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const deepl = provider('DeepL', [
  {
    id: 'deepl-api-key',
    title: 'DeepL API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['deepl'],
    value: [uuid, optional(':fx')],
    examples: {
      match: (make) => [exampleLine('DEEPL_AUTH_KEY=', `${uuid.sample(make)}:fx`)],
      noMatch: (make) => [`DEEPL_GLOSSARY_ID=${uuid.sample(make)}`],
    },
    rotate:
      'Create another key in the API keys tab of the DeepL account, switch over, then deactivate this one there; deactivation cannot be undone.',
    docs: 'https://developers.deepl.com/docs/getting-started/auth',
    verify: header('authorization', 'https://api-free.deepl.com/v2/usage', 'DeepL-Auth-Key '),
  },
]);
