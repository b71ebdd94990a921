import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { header } from './build/verify.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum32 = alnum(32);

export const pepipost = provider('Pepipost', [
  {
    id: 'pepipost-api-key',
    title: 'Pepipost (Netcore Email) API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['pepipost'],
    value: [alnum32],
    rotate:
      'Regenerate the key under Settings > Integrations of Netcore Email; until then others can send mail from your domains.',
    docs: 'https://emaildocs.netcorecloud.com/',
    verify: header('api_key', 'https://api.pepipost.com/v5.1/domain/getDomains'),
  },
]);
