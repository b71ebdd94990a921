import type { Check } from '../check.ts';
import { daysSince } from '../limits.ts';
import { keyHolders, keyName } from './access-keys.ts';
import { identityInWords } from '../identity-in-words.ts';

/** A second key younger than this is taken for a rotation under way. */
const ROTATION_DAYS = 14;

/** Users with both access keys active. */
export const twoActiveKeys: Check = {
  id: 'aws.two-active-keys',
  title: 'User has two active access keys',
  why:
    'The second key is there for rotation: both active for a long time means that a rotation was never finished, or that ' +
    'two consumers share one identity. Either doubles what can leak.',
  remediation:
    'Find out who uses which key, give each consumer an identity of its own, and delete the key that is left.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI9:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: {
    usual: 'low',
    raisedBy: [],
    loweredBy: ['one of them is new: a rotation may be under way'],
  },
  run(graph, { now }) {
    const holders = keyHolders(graph);
    const findings = holders
      .filter(({ keys }) => keys.length > 1)
      .map(({ identity, keys }) => {
        const ages = keys.map((key) => daysSince(key.created, now)).filter((age) => age !== undefined);
        const rotating = ages.length > 0 && Math.min(...ages) <= ROTATION_DAYS;
        return {
          title: `${identityInWords(identity)} has ${keys.length} active access keys`,
          severity: rotating ? ('info' as const) : ('low' as const),
          confidence: 'high' as const,
          subjects: [identity.id],
          places: keys.map(({ place }) => place),
          evidence: keys.map((key) => ({
            what: `${keyName(key)}: created ${key.created?.slice(0, 10) ?? 'at an unknown time'}, last used ${key.lastUsed?.slice(0, 10) ?? 'never or unknown'}.`,
            place: key.place,
          })),
          factors: rotating
            ? [
                {
                  what: `one is at most ${ROTATION_DAYS} days old: a rotation may be under way`,
                  effect: 'lowers' as const,
                },
              ]
            : [],
          remediation: twoActiveKeys.remediation,
        };
      });
    return { examined: holders.length, findings };
  },
};
