import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const testomatIo = provider('Testomat.io', [
  {
    id: 'testomat-io-project-key',
    title: 'Testomat.io project key',
    kind: 'api-key',
    identity: 'workload',
    severity: 'medium',
    value: ['tstmt_', base64url(30, 100)],
    rotate: 'Regenerate the key in the settings of the Testomat.io project and update the variable TESTOMATIO in CI.',
    docs: 'https://docs.testomat.io/',
  },
]);
