import { provider } from './build/provider.ts';
import { lowerAlnum } from './build/value.ts';

export const magento = provider('Adobe Commerce', [
  {
    id: 'magento-access-token',
    title: 'Magento (Adobe Commerce) access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'critical',
    names: ['magento', 'mage admin', 'mage api', 'mage token'],
    value: [lowerAlnum(32)],
    rotate:
      'Reauthorise or delete the integration under System, Integrations in the admin panel; tokens of administrators end with their log-out or their lifetime.',
    docs: 'https://developer.adobe.com/commerce/webapi/get-started/authentication/gs-authentication-token/',
  },
]);
