import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const kakao: readonly Detector[] = [
  ...provider('Kakao', [
    {
      id: 'kakao-admin-key',
      title: 'Kakao admin key',
      kind: 'api-key',
      identity: 'app',
      severity: 'high',
      names: ['kakao admin', 'kakaotalk admin'],
      value: [hex(32)],
      rotate:
        'Reissue the admin key at developers.kakao.com under App settings, App keys; it acts for every user of the app.',
      docs: 'https://developers.kakao.com/docs/latest/en/app-setting/app',
    },
    {
      id: 'kakao-rest-api-key',
      title: 'Kakao REST API key',
      kind: 'api-key',
      identity: 'app',
      severity: 'low',
      names: ['kakao rest', 'kakao api', 'kakao client id', 'kakao key', 'kakaotalk api'],
      value: [hex(32)],
      rotate:
        'Reissue the REST API key at developers.kakao.com under App settings, App keys, and switch the client secret on so that the key alone is not enough.',
      docs: 'https://developers.kakao.com/docs/latest/en/app-setting/app',
    },
  ]),
  {
    id: 'kakao-authorization-header',
    title: 'Kakao key in an Authorization header',
    provider: 'Kakao',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['KakaoAK'], pattern: /KakaoAK[ \t]{1,4}(?<secret>[0-9a-f]{32})(?!\w)/, proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 2.8 }],
    rotate:
      'Reissue the key at developers.kakao.com under App settings, App keys: the admin key before all, if it is that.',
    docs: 'https://developers.kakao.com/docs/latest/en/rest-api/getting-started',
    verify: header('authorization', 'https://kapi.kakao.com/v1/user/ids?limit=1', 'KakaoAK '),
    examples: {
      match: (make) => [
        exampleLine("headers = {'Authorization': 'KakaoAK ", make(make.hex, 32), "'}"),
        exampleLine('Authorization: KakaoAK ', make(make.hex, 32)),
      ],
      noMatch: (make) => [
        `Authorization: KakaoAK ${'0'.repeat(32)}`,
        `Authorization: KakaoAK ${make(make.hex, 40)}`,
        'Authorization: KakaoAK ${REST_API_KEY}',
      ],
    },
  },
];
