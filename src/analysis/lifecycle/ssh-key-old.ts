import { AWS_SLOT } from '../../model/aws.ts';
import type { Check } from '../check.ts';
import { daysSince, strictestLimit } from '../limits.ts';
import { keysInSlot, ofHolder, subjectsOf } from './held-keys.ts';

/** SSH keys for CodeCommit that were not replaced in time. */
export const sshKeyOld: Check = {
  id: 'aws.ssh-key-old',
  title: 'SSH key of a user is older than the rotation limit',
  why:
    'An SSH key of an IAM user reads and writes repositories of CodeCommit as that user, without MFA, until it is deleted. ' +
    'The private half lies on machines that nobody lists, and AWS does not tell when it was last used.',
  remediation:
    'Ask the user whether it is still used. Upload a new key, deactivate the old one, watch for failures, delete it; or use ' +
    'the credential helper with a role, which needs no key.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI7:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: { usual: 'low', raisedBy: [], loweredBy: [] },
  run(graph, { now, config }) {
    const keys = keysInSlot(graph, AWS_SLOT.ssh).filter(({ key }) => key.status === 'active');
    const findings = keys.flatMap((each) => {
      const { key, holder } = each;
      const limit = strictestLimit(config, holder?.domains ?? [], 'rotationMaxDays');
      const age = daysSince(key.created, now);
      if (age === undefined || age <= limit.days) return [];
      return [
        {
          title: `SSH key ${key.keyId ?? ''}${ofHolder(each)} is ${age} days old`,
          severity: 'low' as const,
          confidence: 'high' as const,
          subjects: subjectsOf(each),
          discriminator: key.keyId ?? '',
          places: [key.place],
          evidence: [
            {
              what: `Uploaded ${key.created?.slice(0, 10)}; ${limit.from} allows ${limit.days} days. When it was last used is not told by AWS.`,
              place: key.place,
            },
          ],
          factors: [],
          remediation: sshKeyOld.remediation,
        },
      ];
    });
    return { examined: keys.length, findings };
  },
};
