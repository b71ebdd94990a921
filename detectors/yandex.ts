import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base64url, digits, either, hex, uuid } from './build/value.ts';
import { get, header } from './build/verify.ts';

export const yandex: readonly Detector[] = [
  {
    id: 'yandex-api-key',
    title: 'Yandex Cloud API key',
    provider: 'Yandex Cloud',
    kind: 'api-key',
    identity: 'service-account',
    severity: 'high',
    match: { anchors: ['AQVN'], pattern: token(/AQVN[A-Za-z0-9_-]{35,38}/, '+/=-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4 }],
    rotate: 'Create a new API key for the service account in Yandex Cloud, deploy it, then delete this one.',
    docs: 'https://yandex.cloud/en/docs/iam/concepts/authorization/api-key',
    examples: {
      match: (make) => [exampleLine('YANDEX_API_KEY=', `AQVN${make(make.base62, 36)}`)],
      noMatch: (make) => [`YANDEX_API_KEY=AQVN${'x'.repeat(36)}`, `YANDEX_API_KEY=AQVN${make(make.base62, 20)}`],
    },
  },
  {
    id: 'yandex-iam-token',
    title: 'Yandex Cloud IAM token',
    provider: 'Yandex Cloud',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: ['t1.'],
      pattern: token(/t1\.[\w-]{30,500}={0,2}\.[\w-]{86}={0,2}/, '=-'),
      maxLength: 700,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 4.5 }],
    rotate:
      'It ends within twelve hours; revoke it with `yc iam revoke-token` and find the key or user that asked for it.',
    docs: 'https://yandex.cloud/en/docs/iam/concepts/authorization/iam-token',
    examples: {
      match: (make) => [exampleLine('YC_TOKEN=', `t1.${make(make.base62, 120)}.${make(make.base62, 86)}`)],
      noMatch: (make) => [
        `YC_TOKEN=t1.${'x'.repeat(120)}.${'x'.repeat(86)}`,
        `YC_TOKEN=t1.${make(make.base62, 120)}`,
        `const port1.${make(make.base62, 120)}.${make(make.base62, 86)}`,
      ],
    },
  },
  ...provider('Yandex', [
    {
      id: 'yandex-service-api-key',
      title: 'Yandex Translate, Dictionary or Predictor API key (older form)',
      kind: 'api-key',
      identity: 'app',
      severity: 'low',
      anchors: ['.1.1.'],
      value: [either('trnsl', 'dict', 'pdct'), '.1.1.', digits(8), 'T', digits(6), 'Z.', hex(16), '.', hex(40)],
      rotate:
        'Delete the key in the developer cabinet at yandex.com/dev; Translate moved to Yandex Cloud and refuses keys of this form.',
      docs: 'https://yandex.com/dev/dictionary/',
      verify: get('https://dictionary.yandex.net/api/v1/dicservice.json/getLangs?key={value}'),
    },
    {
      id: 'yandex-oauth-token',
      title: 'Yandex OAuth token',
      kind: 'access-token',
      identity: 'user',
      severity: 'high',
      anchors: ['y0_', 'y1_', 'y2_', 'y3_'],
      value: [either('y0_', 'y1_', 'y2_', 'y3_'), base64url(55)],
      checks: [{ check: 'entropy', min: 4.2 }],
      rotate:
        'Take away the access of the app under Yandex ID, Data, External services access, or end all tokens by signing out on all devices; for Yandex Cloud move to a service account.',
      docs: 'https://yandex.cloud/en/docs/iam/operations/compromised-credentials',
      verify: header('authorization', 'https://login.yandex.ru/info?format=json', 'OAuth '),
    },
    {
      id: 'yandex-maps-api-key',
      title: 'Yandex Maps API key',
      kind: 'api-key',
      identity: 'app',
      severity: 'low',
      names: ['yandex map', 'yandex geocoder', 'yandex api', 'yandex key'],
      value: [uuid],
      rotate:
        'Limit or delete the key in the developer dashboard at developer.tech.yandex.ru and issue another; keys of the JavaScript API stand in pages, those of the geocoder need not.',
      docs: 'https://yandex.com/maps-api/docs/js-api/common/access.html',
    },
  ]),
  ...provider('Yandex Cloud', [
    {
      id: 'yandex-static-access-key',
      title: 'Yandex Cloud static access key (secret)',
      kind: 'access-key',
      identity: 'service-account',
      severity: 'critical',
      names: ['yandex', 'yc secret', 'yc access', 'yc storage', 'yc s3'],
      value: ['YC', base64url(38)],
      rotate:
        'Create another static key for the service account (`yc iam access-key create`), deploy it, then delete this one with `yc iam access-key delete`.',
      docs: 'https://yandex.cloud/en/docs/iam/operations/compromised-credentials',
    },
  ]),
];
