import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { basic } from './build/verify.ts';

/** Three characters and one of the digits behind them: `cs_` alone stands in many a name. */
export const woocommerce = provider('WooCommerce', [
  {
    id: 'woocommerce-consumer-key',
    title: 'WooCommerce consumer key',
    kind: 'api-key',
    identity: 'app',
    severity: 'info',
    identifier: true,
    anchors: Array.from('0123456789abcdef', (digit) => `ck_${digit}`),
    value: ['ck_', hex(40)],
    rotate:
      'The consumer key is the user name of the pair; revoke the pair in WordPress under WooCommerce, Settings, Advanced, REST API when the secret is out.',
    docs: 'https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication',
  },
  {
    id: 'woocommerce-consumer-secret',
    title: 'WooCommerce consumer secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    anchors: Array.from('0123456789abcdef', (digit) => `cs_${digit}`),
    value: ['cs_', hex(40)],
    pairsWith: { detector: 'woocommerce-consumer-key', withinBytes: 600 },
    rotate:
      'Revoke the key in WordPress under WooCommerce, Settings, Advanced, REST API and add another, read-only where that does.',
    docs: 'https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication',
    verify: basic('{id}:{value}', 'https://{shop}/wp-json/wc/v3/system_status'),
  },
]);
