import { provider } from './build/provider.ts';
import { run } from './build/value.ts';

/** Server keys only: client and mobile keys are made to be shipped in apps. */
export const devcycle = provider('DevCycle', [
  {
    id: 'devcycle-server-sdk-key',
    title: 'DevCycle server SDK key',
    kind: 'api-key',
    identity: 'workload',
    severity: 'medium',
    value: ['dvc_server_', run('A-Za-z0-9_', 16, 80)],
    checks: [{ check: 'mixed', classes: 'ld' }],
    rotate:
      'Add another server key to the environment in the DevCycle dashboard, deploy it, then delete this one; it reads every targeting rule.',
    docs: 'https://docs.devcycle.com/essentials/keys/',
  },
]);
