import { provider } from './build/provider.ts';
import { run } from './build/value.ts';

/** The third message of the handshake holds the answer computed from the password; the first two hold nothing secret. */
export const ntlm = provider('NTLM', [
  {
    id: 'ntlm-authenticate-message',
    title: 'NTLM authenticate message',
    kind: 'other',
    identity: 'user',
    severity: 'medium',
    value: ['TlRMTVNTUAADAAAA', run('A-Za-z0-9+/=', 100, 1600)],
    checks: [{ check: 'ntlm-message' }],
    rotate:
      'Change the password of the account that the message names: its response can be guessed offline. Prefer Kerberos and refuse NTLM where you can.',
    docs: 'https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-nlmp/033d32cc-88f9-4483-9bf2-b273055038ce',
  },
]);
