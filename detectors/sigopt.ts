import { provider } from './build/provider.ts';
import { upperAlnum } from './build/value.ts';
import { basic } from './build/verify.ts';

export const sigopt = provider('SigOpt', [
  {
    id: 'sigopt-api-token',
    title: 'SigOpt API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['sigopt'],
    value: [upperAlnum(48)],
    rotate:
      'Rotate the token on the API Tokens page of SigOpt; the hosted service of Intel has been closed to new users.',
    docs: 'https://docs.sigopt.com/core-module-api-references/get_started',
    verify: basic('{value}:', 'https://api.sigopt.com/v1/experiments'),
  },
]);
