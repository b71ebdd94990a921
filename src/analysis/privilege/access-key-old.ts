import type { Check } from '../check.ts';
import { KEYLESS_LOGIN } from '../keyless-login.ts';
import { daysSince, strictestLimit } from '../limits.ts';
import { keyHolders, keyName, keyTitle } from './access-keys.ts';
import { identityInWords } from '../identity-in-words.ts';

/** So many times the limit makes a key's age a high risk. */
const FAR_OVER = 4;

/** Active access keys older than the rotation limit. The root user's are a finding of their own. */
export const accessKeyOld: Check = {
  id: 'aws.access-key-old',
  title: 'Access key is older than the rotation limit',
  why:
    'An access key works until it is deleted. The older it is, the more places hold a copy of it, and the longer a leak ' +
    'that nobody noticed stays open.',
  remediation:
    'Create a second key, move its users over, deactivate the old key, watch for failures, delete it. Better: replace ' +
    'the key by a role, with OIDC federation for CI systems.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI7:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: ['its age is far beyond the limit'],
    loweredBy: [],
  },
  example: KEYLESS_LOGIN,
  run(graph, { now, config }) {
    const holders = keyHolders(graph).filter(({ identity }) => identity.kind !== 'account-root');
    const findings = holders.flatMap(({ identity, keys }) => {
      const limit = strictestLimit(config, identity.domains, 'rotationMaxDays');
      return keys.flatMap((key) => {
        const age = daysSince(key.created, now);
        if (age === undefined || age <= limit.days) return [];
        const far = age > limit.days * FAR_OVER;
        return [
          {
            title: `${keyTitle(key)} of ${identityInWords(identity)} is ${age} days old`,
            severity: far ? ('high' as const) : ('medium' as const),
            confidence: 'high' as const,
            subjects: [identity.id],
            discriminator: keyName(key),
            places: [key.place],
            evidence: [
              {
                what: `Created ${key.created?.slice(0, 10)}; ${limit.from} allows ${limit.days} days.`,
                place: key.place,
              },
            ],
            factors: far
              ? [{ what: `its age is more than ${FAR_OVER} times the limit`, effect: 'raises' as const }]
              : [],
            remediation: accessKeyOld.remediation,
          },
        ];
      });
    });
    return { examined: holders.reduce((sum, { keys }) => sum + keys.length, 0), findings };
  },
};
