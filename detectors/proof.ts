import { provider } from './build/provider.ts';
import { base64url, optional } from './build/value.ts';

export const proof = provider('Proof', [
  {
    id: 'proof-api-key',
    title: 'Proof (Notarize) API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    names: ['proof api', 'proof com', 'notarize'],
    anyName: true,
    value: ['prf_', optional('cli_'), base64url(20, 80)],
    rotate:
      'Deactivate the key on the API keys page of the Proof dashboard and make another; notarized documents are behind it.',
    docs: 'https://dev.proof.com/docs/authentication',
  },
]);
