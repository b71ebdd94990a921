import { provider } from './build/provider.ts';
import { base64, optional, run } from './build/value.ts';
import { header } from './build/verify.ts';

/** The dollar sign before the value is part of it; it is left out here, as a dollar and a word read like the name of a variable. */
export const asaas = provider('Asaas', [
  {
    id: 'asaas-api-key',
    title: 'Asaas API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    value: ['aact_prod_', run('A-Za-z0-9+/_-', 20, 300), optional('='), optional('=')],
    rotate:
      'Generate another key under Integrações, Chaves de API, and switch off and delete this one: it can move money by Pix.',
    docs: 'https://docs.asaas.com/docs/autenticacao',
    verify: header('access_token', 'https://api.asaas.com/v3/myAccount', '$'),
  },
  {
    id: 'asaas-sandbox-api-key',
    title: 'Asaas sandbox API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    value: ['aact_hmlg_', run('A-Za-z0-9+/_-', 20, 300), optional('='), optional('=')],
    rotate: 'Replace it in the sandbox account; it moves no real money.',
    docs: 'https://docs.asaas.com/docs/autenticacao',
    verify: header('access_token', 'https://api-sandbox.asaas.com/v3/myAccount', '$'),
  },
  {
    id: 'asaas-api-key-older',
    title: 'Asaas API key (older form)',
    kind: 'api-key',
    identity: 'user',
    severity: 'critical',
    value: ['aact_YTU5YTE0M2M2N2I4MTliNzk0YTI5N2U5MzdjNWZmNDQ6O', base64(60, 200), optional('='), optional('=')],
    rotate: 'Generate a key of the present form under Integrações, Chaves de API, then delete this one.',
    docs: 'https://docs.asaas.com/docs/autenticacao',
  },
]);
