import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const harbor = provider('Harbor', [
  {
    id: 'harbor-robot-secret',
    title: 'Harbor robot account secret',
    kind: 'password',
    identity: 'service-account',
    severity: 'high',
    names: ['harbor robot', 'harbor secret', 'harbor password', 'harbor token'],
    value: [base62(32)],
    rotate: 'Refresh the secret of the robot account in Harbor, or disable the robot, and log the machines in again.',
    docs: 'https://goharbor.io/docs/2.11.0/administration/robot-accounts/',
  },
]);
