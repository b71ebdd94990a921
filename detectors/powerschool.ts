import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const powerschool = provider('PowerSchool', [
  {
    id: 'powerschool-client-secret',
    title: 'PowerSchool plugin client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    names: ['powerschool', 'power school'],
    value: [uuid],
    rotate:
      'Disable and delete the plugin in System Settings > Plugin Management and install it anew, which makes other credentials: records of pupils are behind them.',
    docs: 'https://support.powerschool.com/developer/',
  },
]);
