import { provider } from './build/provider.ts';
import { hex, anyHex, uuid } from './build/value.ts';
import { bearer } from './build/verify.ts';

/** Digits come in either case. */
const anyCaseHex = { ...anyHex(32), alphabet: hex(1).alphabet };

export const mulesoft = provider('MuleSoft', [
  {
    id: 'mulesoft-anypoint-token',
    title: 'MuleSoft Anypoint access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: [
      'anypoint token',
      'anypoint access',
      'anypoint api',
      'anypoint bearer',
      'anypoint key',
      'anypoint auth',
      'mulesoft access',
      'mulesoft token',
      'mulesoft api',
    ],
    value: [uuid],
    rotate:
      'It ends with its session; rotate the secret of the connected app that made it under Access Management, Connected Apps.',
    docs: 'https://docs.mulesoft.com/access-management/connected-apps-overview',
    verify: bearer('https://anypoint.mulesoft.com/accounts/api/me'),
  },
  {
    id: 'mulesoft-anypoint-client-secret',
    title: 'MuleSoft Anypoint client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'critical',
    names: [
      'anypoint client secret',
      'anypoint platform client secret',
      'anypoint secret',
      'mulesoft client secret',
      'mulesoft secret',
      'anypoint connected app secret',
    ],
    value: [anyCaseHex],
    rotate:
      'Reset the client secret of the environment or connected app under Access Management and update the runtimes that register with it.',
    docs: 'https://docs.mulesoft.com/access-management/environments',
  },
]);
