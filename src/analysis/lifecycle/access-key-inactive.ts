import type { Check } from '../check.ts';
import { ofIdentity } from '../identity-in-words.ts';
import { daysSince, strictestLimit } from '../limits.ts';
import { keyName, keyTitle } from '../privilege/access-keys.ts';
import { held, onDay } from './held-keys.ts';

/** Access keys that were switched off and never deleted. */
export const accessKeyInactive: Check = {
  id: 'aws.access-key-inactive',
  title: 'Access key is switched off and still there',
  why:
    'Switching a key off is a step of rotation, deleting it is its end. A key that is left can be switched on again by ' +
    'whoever may update access keys, together with every copy of it that leaked, and it takes one of the two places.',
  remediation: 'Delete the key: nothing uses it while it is switched off.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI1:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: {
    usual: 'low',
    raisedBy: [],
    loweredBy: ['the key was used within the limit for unused keys: a rotation may be under way'],
  },
  run(graph, { now, config }) {
    const keys = graph.keys
      .filter(({ provider, kind, status }) => provider === 'aws' && kind === 'access-key' && status === 'inactive')
      .map((key) => held(graph, key));
    const findings = keys.flatMap(({ key, holder }) => {
      if (holder === undefined) return [];
      const limit = strictestLimit(config, holder.domains, 'unusedMaxDays');
      const idle = daysSince(key.lastUsed, now);
      const fresh = idle !== undefined && idle <= limit.days;
      const used = key.neverUsed === true ? 'It was never used' : `It was last used ${onDay(key.lastUsed)}`;
      return [
        {
          title: `${keyTitle(key)}${ofIdentity(holder, '')} is inactive and was not deleted`,
          severity: fresh ? ('info' as const) : ('low' as const),
          confidence: 'high' as const,
          subjects: [holder.id],
          discriminator: keyName(key),
          places: [key.place],
          evidence: [
            {
              what: `${keyName(key)} is inactive, created ${onDay(key.created)}. ${used}. Since when it is inactive is not told by AWS.`,
              place: key.place,
            },
          ],
          factors: fresh
            ? [
                {
                  what: `it was used within ${limit.days} days: a rotation may be under way`,
                  effect: 'lowers' as const,
                },
              ]
            : [],
          remediation: accessKeyInactive.remediation,
        },
      ];
    });
    return { examined: keys.length, findings };
  },
};
