import { provider } from './build/provider.ts';
import { base62, either, upperAlnum } from './build/value.ts';
import { basic } from './build/verify.ts';

export const plivo = provider('Plivo', [
  {
    id: 'plivo-auth-id',
    title: 'Plivo Auth ID',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    identifier: true,
    names: ['plivo'],
    anyName: true,
    value: [either('MA', 'SA'), upperAlnum(18)],
    rotate: 'It names the account and cannot be changed; replace the Auth Token beside it.',
    docs: 'https://www.plivo.com/docs/voice/api/overview',
  },
  {
    id: 'plivo-auth-token',
    title: 'Plivo Auth Token',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    names: ['plivo'],
    value: [base62(40)],
    pairsWith: { detector: 'plivo-auth-id', withinBytes: 600 },
    rotate: 'Regenerate the Auth Token in the Plivo console; calls and messages are billed to the account.',
    docs: 'https://www.plivo.com/docs/voice/api/overview',
    verify: basic('{id}:{value}', 'https://api.plivo.com/v1/Account/{id}/'),
  },
]);
