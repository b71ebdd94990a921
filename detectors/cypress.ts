import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';

export const cypress = provider('Cypress Cloud', [
  {
    id: 'cypress-record-key',
    title: 'Cypress Cloud record key',
    kind: 'api-key',
    identity: 'workload',
    severity: 'low',
    names: ['cypress record', 'cypress key', 'cypress api'],
    value: [uuid],
    rotate:
      'Delete the record key in the settings of the project in Cypress Cloud and add another; it allows recording runs, not reading them.',
    docs: 'https://docs.cypress.io/cloud/account-management/projects#Record-keys',
  },
]);
