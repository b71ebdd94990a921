import { provider } from './build/provider.ts';
import { base62, upperAlnum } from './build/value.ts';

export const huaweiCloud = provider('Huawei Cloud', [
  {
    id: 'huawei-cloud-access-key-id',
    title: 'Huawei Cloud access key id (AK)',
    kind: 'access-key',
    identity: 'user',
    severity: 'info',
    names: ['huawei', 'hw access key', 'hwc access key', 'obs access key'],
    anyName: true,
    value: [upperAlnum(20)],
    identifier: true,
    rotate: 'Delete the access key it belongs to under My Credentials, Access Keys.',
    docs: 'https://support.huaweicloud.com/intl/en-us/usermanual-ca/ca_01_0003.html',
  },
  {
    id: 'huawei-cloud-secret-access-key',
    title: 'Huawei Cloud secret access key (SK)',
    kind: 'access-key',
    identity: 'user',
    severity: 'critical',
    names: ['huawei', 'hw secret key', 'hwc secret key', 'hw secret access'],
    value: [base62(40)],
    pairsWith: { detector: 'huawei-cloud-access-key-id', withinBytes: 600 },
    rotate:
      'Create a second access key under My Credentials, Access Keys, switch over, then disable and delete the pair with this secret.',
    docs: 'https://support.huaweicloud.com/intl/en-us/usermanual-ca/ca_01_0003.html',
  },
]);
