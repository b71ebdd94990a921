import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';
import { header } from './build/verify.ts';

/** The alphabet is not documented: hex digits and other letters both count. */
const alnum64 = alnum(64);

export const qubole = provider('Qubole', [
  {
    id: 'qubole-api-token',
    title: 'Qubole API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['qubole'],
    value: [alnum64],
    rotate: 'Reset the token in Qubole under My Accounts; queries run with it reach the data lake.',
    docs: 'https://docs.qubole.com/en/latest/rest-api/api_overview.html',
    verify: header('x-auth-token', 'https://us.qubole.com/api/v1.2/account'),
  },
]);
