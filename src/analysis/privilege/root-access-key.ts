import { AWS_SLOT } from '../../model/aws.ts';
import type { Check } from '../check.ts';
import { keyHolders, keyName } from './access-keys.ts';

/** Active access keys of an account's root user. */
export const rootAccessKey: Check = {
  id: 'aws.root-access-key',
  title: 'Root user has an access key',
  why:
    'The root user stands above every policy: its key can do everything, cannot be limited, and can close the account. ' +
    'AWS advises never to create one.',
  remediation:
    'Find what uses the key (CloudTrail names it), give that a role with the rights it needs, then delete the key. In an ' +
    'organisation, remove root credentials of member accounts altogether.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'owasp-nhi-2025', id: 'NHI7:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'critical',
    raisedBy: [],
    loweredBy: [],
  },
  run(graph) {
    const roots = graph.identities.filter(({ provider, kind }) => provider === 'aws' && kind === 'account-root');
    const findings = keyHolders(graph)
      .filter(({ identity }) => identity.kind === 'account-root')
      .map(({ identity, keys }) => ({
        title: `The root user of account ${identity.account ?? identity.id} has an ${keys.every(({ slot }) => slot === AWS_SLOT.summary) ? '' : 'active '}access key`,
        severity: 'critical' as const,
        confidence: 'high' as const,
        subjects: [identity.id],
        places: keys.map(({ place }) => place),
        evidence: keys.map((key) => ({
          what:
            key.slot === AWS_SLOT.summary
              ? 'The account summary counts an access key of the root user. Whether it is active, and how old it is, the credential report would tell.'
              : `${keyName(key)} is active, created ${key.created?.slice(0, 10) ?? 'at an unknown time'}.`,
          place: key.place,
        })),
        factors: [],
        remediation: rootAccessKey.remediation,
      }));
    return { examined: roots.length, findings };
  },
};
