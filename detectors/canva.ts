import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const canva = provider('Canva', [
  {
    id: 'canva-client-secret',
    title: 'Canva client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    value: ['cnvca', base64url(51)],
    pairsWith: { detector: 'canva-client-id', withinBytes: 600 },
    rotate:
      'Generate another secret for the integration in the Canva developer portal; the old one ends when it is removed there.',
    docs: 'https://www.canva.dev/docs/connect/authentication/',
  },
  {
    id: 'canva-client-id',
    title: 'Canva client id',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    names: ['canva'],
    anyName: true,
    value: ['OC-', base64url(8, 16)],
    identifier: true,
    rotate: 'Names the integration; generate a new secret instead.',
    docs: 'https://www.canva.dev/docs/connect/authentication/',
  },
]);
