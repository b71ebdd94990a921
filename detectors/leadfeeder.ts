import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { header } from './build/verify.ts';

export const leadfeeder = provider('Leadfeeder', [
  {
    id: 'leadfeeder-api-key',
    title: 'Leadfeeder API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['leadfeeder'],
    value: [base64url(43)],
    rotate:
      'Delete the API token in the Leadfeeder (Dealfront) settings under Personal, API tokens and create another.',
    docs: 'https://docs.leadfeeder.com/api/',
    verify: header('authorization', 'https://api.leadfeeder.com/accounts', 'Token token='),
  },
]);
