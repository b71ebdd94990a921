import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const signaturit = provider('Signaturit', [
  {
    id: 'signaturit-access-token',
    title: 'Signaturit access token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    names: ['signaturit'],
    value: [base62(86)],
    rotate:
      'Generate another token in the Signaturit dashboard under API access; signed documents can be downloaded with it.',
    docs: 'https://docs.signaturit.com/api/latest',
    verify: bearer('https://api.signaturit.com/v3/signatures.json'),
  },
]);
