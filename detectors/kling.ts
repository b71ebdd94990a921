import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

/** Whether letters of both cases occur is not documented: only digits are asked for. */

export const kling = provider('Kling AI', [
  {
    id: 'kling-access-key',
    title: 'Kling AI access key',
    kind: 'access-key',
    identity: 'user',
    severity: 'info',
    names: ['kling access', 'klingai access', 'kling ai access'],
    value: [alnum(32)],
    checks: [
      { check: 'mixed', classes: 'd' },
      { check: 'entropy', min: 2.8 },
    ],
    identifier: true,
    rotate: 'Delete the pair it belongs to in the Kling AI developer console.',
    docs: 'https://app.klingai.com/global/dev/document-api/apiReference/commonInfo',
  },
  {
    id: 'kling-secret-key',
    title: 'Kling AI secret key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    names: ['kling secret', 'klingai secret', 'kling ai secret', 'kling api', 'klingai api'],
    value: [alnum(32)],
    checks: [
      { check: 'mixed', classes: 'd' },
      { check: 'entropy', min: 2.8 },
    ],
    pairsWith: { detector: 'kling-access-key', withinBytes: 600 },
    rotate:
      'Create another pair of keys in the Kling AI developer console, deploy it, then delete the pair with this one.',
    docs: 'https://app.klingai.com/global/dev/document-api/apiReference/commonInfo',
  },
]);
