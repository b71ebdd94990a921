import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { UUID } from './build/uuid.ts';
import { optional, uuid } from './build/value.ts';
import { header } from './build/verify.ts';

const rotate =
  'Create another key in the API keys tab of the DeepL account, switch over, then deactivate this one there; deactivation cannot be undone.';
const docs = 'https://developers.deepl.com/docs/getting-started/auth';
const verify = header('authorization', 'https://api-free.deepl.com/v2/usage', 'DeepL-Auth-Key ');

export const deepl: readonly Detector[] = [
  ...provider('DeepL', [
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
      rotate,
      docs,
      verify,
    },
  ]),
  {
    id: 'deepl-authorization',
    title: 'DeepL API key in a header',
    provider: 'DeepL',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: ['DeepL-Auth-Key '],
      pattern: new RegExp(`DeepL-Auth-Key (?<secret>${UUID}(?::fx)?)(?![\\w-])`),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2.9 }],
    rotate,
    docs,
    verify,
    publicPrefix: '',
    examples: {
      match: (make) => [
        exampleLine('-H "Authorization: DeepL-Auth-Key ', `${uuid.sample(make)}:fx`, '"'),
        exampleLine('Authorization: DeepL-Auth-Key ', uuid.sample(make)),
      ],
      noMatch: () => [
        'Authorization: DeepL-Auth-Key [yourAuthKey]',
        'Authorization: DeepL-Auth-Key 00000000-0000-0000-0000-000000000000:fx',
      ],
    },
  },
];
