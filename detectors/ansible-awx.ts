import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const ansibleAwx = provider('Ansible Tower / AWX', [
  {
    id: 'awx-oauth-token',
    title: 'AWX or Ansible Automation Controller token',
    kind: 'access-token',
    identity: 'user',
    severity: 'high',
    names: ['awx token', 'awx oauth', 'awx api token', 'tower token', 'tower oauth', 'controller oauth token'],
    value: [base62(30)],
    rotate:
      'Delete the token under Users, Tokens in the controller, or with `awx tokens delete`, and issue one with scope read where that is enough.',
    docs: 'https://docs.ansible.com/automation-controller/latest/html/userguide/applications_auth.html',
    verify: bearer('https://{host}/api/v2/me/'),
  },
]);
