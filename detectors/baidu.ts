import { provider } from './build/provider.ts';
import { base62, hex } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const baidu = provider('Baidu', [
  {
    id: 'baidu-cloud-api-key',
    title: 'Baidu AI Cloud API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'high',
    value: ['bce-v3/ALTAK-', base62(18, 24), '/', hex(40)],
    rotate:
      'Delete the key under API Key in the security settings of Baidu AI Cloud and create one for the services in use.',
    docs: 'https://cloud.baidu.com/doc/qianfan-docs/s/Mm8r1mejk',
    verify: bearer('https://qianfan.baidubce.com/v2/models'),
  },
  {
    id: 'baidu-maps-key',
    title: 'Baidu Maps access key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['baidu map', 'baidu maps', 'baidu ak', 'baidumap'],
    value: [base62(24, 32)],
    rotate: 'Reset the AK of the application in the console of lbsyun.baidu.com and bind it to hosts or a signature.',
    docs: 'https://lbsyun.baidu.com/faq/api?title=webapi/ROS/prepare',
  },
]);
