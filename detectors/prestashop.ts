import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';
import { basic } from './build/verify.ts';

export const prestashop = provider('PrestaShop', [
  {
    id: 'prestashop-webservice-key',
    title: 'PrestaShop webservice key',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    names: ['prestashop', 'ps ws key', 'presta ws key'],
    value: [upperAlnum(32)],
    rotate:
      'Delete the key in the back office under Advanced Parameters > Webservice and generate one with only the permissions needed.',
    docs: 'https://devdocs.prestashop-project.org/9/webservice/tutorials/creating-access/',
    verify: basic('{value}:', 'https://{shop}/api/'),
  },
]);
