import { provider } from './build/provider.ts';
import { hex, optional } from './build/value.ts';

export const veracode = provider('Veracode', [
  {
    id: 'veracode-api-id',
    title: 'Veracode API id',
    kind: 'access-key',
    identity: 'user',
    severity: 'info',
    identifier: true,
    names: ['veracode api id', 'veracode api key id', 'veracode key id', 'veracode id'],
    anyName: true,
    value: [optional('vera01ei-'), hex(32)],
    rotate:
      'The id alone signs nothing; revoke the API credentials of its user in Veracode when the secret key leaked.',
    docs: 'https://docs.veracode.com/r/c_api_credentials3',
  },
  {
    id: 'veracode-api-secret-key',
    title: 'Veracode API secret key',
    kind: 'access-key',
    identity: 'user',
    severity: 'high',
    names: ['veracode'],
    value: [optional('vera01es-'), hex(128)],
    pairsWith: { detector: 'veracode-api-id', withinBytes: 600 },
    rotate:
      'Generate API credentials anew on the account page of Veracode: the pair before them ends 24 hours later, or at once with Revoke.',
    docs: 'https://docs.veracode.com/r/c_api_credentials3',
  },
]);
