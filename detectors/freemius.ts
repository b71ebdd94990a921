import { provider } from './build/provider.ts';
import { run } from './build/value.ts';

export const freemius = provider('Freemius', [
  {
    id: 'freemius-secret-key',
    title: 'Freemius secret key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['freemius', 'secret key'],
    value: ['sk_', run('A-Za-z0-9!#$%&*+,.:;=?@^~-', 29)],
    checks: [{ check: 'mixed', classes: 'uld' }],
    rotate:
      'Regenerate the keys under Settings, Keys of the product in the Freemius dashboard; never ship the secret key with a plugin.',
    docs: 'https://freemius.com/help/documentation/wordpress-sdk/integrating-freemius-sdk/',
  },
]);
