import { AWS_ATTRIBUTE } from '../../model/aws.ts';
import type { KeyFact } from '../../model/facts.ts';
import type { Evidence } from '../../model/finding.ts';
import type { Identity } from '../../model/identity.ts';
import { laterDate } from '../../model/merge-identity.ts';
import type { Check } from '../check.ts';
import { identityInWords } from '../identity-in-words.ts';
import { daysSince, strictestLimit } from '../limits.ts';
import { keyName } from '../privilege/access-keys.ts';
import { powerOf } from '../privilege/power.ts';
import { firstOf } from '../privilege/statements.ts';
import { onDay } from './held-keys.ts';

/** Users of whom nobody has used anything for long: neither the password nor a key. */
export const userUnused: Check = {
  id: 'aws.user-unused',
  title: 'User is not used',
  why:
    'A user that nobody uses belongs to somebody who left or to something that was switched off. Its rights are reviewed by ' +
    'nobody, and whoever gets hold of its password or key is not missed. Judged where the state of the console password is ' +
    'known; uses of credentials for single services and of certificates are not told by AWS.',
  remediation:
    'Ask the owner. Deactivate its keys and delete its password, wait for a full business cycle, then delete the user.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI1:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: { usual: 'low', raisedBy: ['the user is an administrator or can make itself one'], loweredBy: [] },
  run(graph, { now, config }) {
    const users = graph.identities.filter(
      ({ provider, kind, attributes }) =>
        provider === 'aws' && kind === 'user' && attributes[AWS_ATTRIBUTE.consolePassword] !== undefined,
    );
    const keysByUser = Map.groupBy(
      graph.keys.filter(({ provider }) => provider === 'aws'),
      ({ identity }) => identity,
    );
    let examined = 0;
    const findings = users.flatMap((user) => {
      const use = lastUse(user, keysByUser.get(user.id) ?? []);
      if (use === undefined) return [];
      examined++;
      const limit = strictestLimit(config, user.domains, 'unusedMaxDays');
      const idle = daysSince(use.last ?? user.created, now);
      if (idle === undefined || idle <= limit.days) return [];
      const power = powerOf(graph, user.id);
      const [place] = user.places;
      return [
        {
          title: `${identityInWords(user)} ${use.last === undefined ? 'is not known to have ever been used' : `has not been used for ${idle} days`}`,
          severity: power !== undefined ? ('medium' as const) : ('low' as const),
          confidence: use.last === undefined ? ('medium' as const) : ('high' as const),
          subjects: [user.id],
          places: user.places,
          evidence: [
            {
              what: `Created ${onDay(user.created)}; ${limit.from} allows ${limit.days} days without use.`,
              ...(place !== undefined && { place }),
            },
            ...use.evidence,
          ],
          factors: power === undefined ? [] : [{ what: `it ${power}`, effect: 'raises' as const }],
          remediation: userUnused.remediation,
        },
      ];
    });
    return { examined, findings };
  },
};

/** The last use of the password and of every key; undefined where one of them is not known, or cannot be. */
function lastUse(
  user: Identity,
  keys: readonly KeyFact[],
): { readonly last?: string; readonly evidence: readonly Evidence[] } | undefined {
  const accessKeys = keys.filter(({ kind, status }) => kind === 'access-key' && status === 'active');
  // What else lets it in leaves no trace of its use.
  const others = keys.some(({ kind, status }) => kind !== 'access-key' && status === 'active');
  if (others || accessKeys.some((key) => key.lastUsed === undefined && key.neverUsed !== true)) return undefined;
  const password = user.attributes[AWS_ATTRIBUTE.consolePassword] === 'enabled';
  const signedIn = user.attributes[AWS_ATTRIBUTE.consoleLastUsed];
  const [place] = user.places;
  const evidence: Evidence[] = [
    {
      what: password
        ? `Console password: enabled, last used ${signedIn === undefined ? 'never as far as AWS knows' : onDay(signedIn)}.`
        : 'Console password: none.',
      ...(place !== undefined && { place }),
    },
    ...accessKeys.map((key) => ({
      what: `${keyName(key)}: ${key.lastUsed === undefined ? 'never used' : `last used ${onDay(key.lastUsed)}`}.`,
      place: key.place,
    })),
    ...(accessKeys.length === 0 ? [{ what: 'Active access keys: none.' }] : []),
  ];
  const last = accessKeys.reduce<string | undefined>((latest, key) => laterDate(latest, key.lastUsed), user.lastUsed);
  return { ...(last !== undefined && { last }), evidence: firstOf(evidence) };
}
