import type { Check } from '../check.ts';
import { daysSince, strictestLimit } from '../limits.ts';
import { keyHolders, keyName, keyTitle } from './access-keys.ts';
import { identityInWords } from '../identity-in-words.ts';

/** Active access keys that nobody has used for long, or ever. */
export const accessKeyUnused: Check = {
  id: 'aws.access-key-unused',
  title: 'Access key is active and not used',
  why:
    'A key that nothing uses does no good and can still be stolen. Often the service it was made for is gone and the ' +
    'key stayed.',
  remediation:
    'Deactivate the key, wait for a full business cycle, then delete it; delete the user when nothing is left.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI1:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: [],
    loweredBy: [],
  },
  run(graph, { now, config }) {
    const holders = keyHolders(graph).filter(({ identity }) => identity.kind !== 'account-root');
    const findings = holders.flatMap(({ identity, keys }) => {
      const limit = strictestLimit(config, identity.domains, 'unusedMaxDays');
      return keys.flatMap((key) => {
        const never = key.lastUsed === undefined && key.neverUsed === true;
        const idle = daysSince(never ? key.created : key.lastUsed, now);
        if (idle === undefined || idle <= limit.days) return [];
        const what = never
          ? `Never used since it was created on ${key.created?.slice(0, 10)}`
          : `Last used ${key.lastUsed?.slice(0, 10)}`;
        return [
          {
            title: `${keyTitle(key)} of ${identityInWords(identity)} ${never ? 'was never used' : `has not been used for ${idle} days`}`,
            severity: 'medium' as const,
            confidence: 'high' as const,
            subjects: [identity.id],
            discriminator: keyName(key),
            places: [key.place],
            evidence: [{ what: `${what}; ${limit.from} allows ${limit.days} days without use.`, place: key.place }],
            factors: [],
            remediation: accessKeyUnused.remediation,
          },
        ];
      });
    });
    return { examined: holders.reduce((sum, { keys }) => sum + keys.length, 0), findings };
  },
};
