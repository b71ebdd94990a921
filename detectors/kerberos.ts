import { provider } from './build/provider.ts';
import { run, hex, either, optional } from './build/value.ts';

export const kerberos = provider('Kerberos', [
  {
    id: 'kerberos-asrep-hash',
    title: 'Kerberos AS-REP hash',
    kind: 'other',
    identity: 'user',
    severity: 'high',
    value: ['$krb5asrep$23$', optional(run('A-Za-z0-9._@-', 1, 120), ':'), hex(32), '$', hex(64, 1200)],
    rotate:
      'Change the password of the account, from which it can be guessed offline, and require pre-authentication for it again.',
    docs: 'https://web.mit.edu/kerberos/krb5-latest/doc/admin/admin_commands/kadmin_local.html',
  },
  {
    id: 'kerberos-service-ticket-hash',
    title: 'Kerberos service ticket hash',
    kind: 'other',
    identity: 'service-account',
    severity: 'high',
    value: [
      '$krb5tgs$',
      either('23', '18', '17'),
      '$',
      run('A-Za-z0-9._@/:*$ -', 1, 250),
      '$',
      hex(24, 32),
      '$',
      hex(64, 8000),
    ],
    rotate:
      'Give the service account a long random password, or make it a group managed service account: its password can be guessed offline from this.',
    docs: 'https://learn.microsoft.com/en-us/windows-server/identity/ad-ds/manage/group-managed-service-accounts/group-managed-service-accounts/group-managed-service-accounts-overview',
  },
]);
