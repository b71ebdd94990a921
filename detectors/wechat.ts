import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const wechat: readonly Detector[] = [
  ...provider('WeChat', [
    {
      id: 'wechat-app-id',
      title: 'WeChat app id',
      kind: 'api-key',
      identity: 'app',
      severity: 'info',
      identifier: true,
      names: ['wechat', 'weixin', 'wx app', 'app id'],
      anyName: true,
      value: ['wx', hex(16)],
      rotate:
        'App ids are public; reset the AppSecret at mp.weixin.qq.com or open.weixin.qq.com when that leaked with it.',
      docs: 'https://developers.weixin.qq.com/doc/',
    },
    {
      id: 'wechat-app-secret',
      title: 'WeChat app secret',
      kind: 'client-secret',
      identity: 'app',
      severity: 'high',
      names: ['wechat', 'weixin', 'wx app secret', 'wx secret', 'wx mini'],
      value: [hex(32)],
      pairsWith: { detector: 'wechat-app-id', withinBytes: 600 },
      rotate:
        'Reset the AppSecret under Development, Basic configuration at mp.weixin.qq.com (or on the page of the app at open.weixin.qq.com); the old value ends at once.',
      docs: 'https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_access_token.html',
    },
  ]),
  {
    id: 'wechat-app-credentials',
    title: 'WeChat app secret beside its app id',
    provider: 'WeChat',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: Array.from('0123456789abcdef', (digit) => `wx${digit}`),
      // As in `Wechat(appid='wx…', appsecret='…')`, or the two assigned on neighbouring lines.
      pattern:
        /wx[0-9a-f]{16}(?!\w)[^\n]{0,80}(?:\r?\n[^\n]{0,80})?(?:secret|Secret|SECRET)["'\])]{0,3}\s{0,4}(?:=>?|:|,)\s{0,4}["']?(?<secret>[0-9a-f]{32})(?!\w)/,
      proof: 'format',
      multiLine: true,
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3 }],
    pairsWith: { detector: 'wechat-app-id', withinBytes: 600 },
    rotate:
      'Reset the AppSecret under Development, Basic configuration at mp.weixin.qq.com (or on the page of the app at open.weixin.qq.com); the old value ends at once.',
    docs: 'https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_access_token.html',
    publicPrefix: '',
    examples: {
      match: (make) => [
        exampleLine(`Wechat(appid='wx${make(make.hex, 16)}', appsecret='`, make(make.hex, 32), "')"),
        exampleLine(`app_id: wx${make(make.hex, 16)}\napp_secret: `, make(make.hex, 32)),
      ],
      noMatch: (make) => [
        `Wechat(appid='wx${make(make.hex, 16)}', appsecret=os.environ['SECRET'])`,
        `appid: wx${make(make.hex, 16)}\nchecksum: ${make(make.hex, 32)}`,
      ],
    },
  },
];
