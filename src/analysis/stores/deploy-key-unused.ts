import type { Identity } from '../../model/identity.ts';
import type { Check } from '../check.ts';
import { daysSince, strictestLimit } from '../limits.ts';
import { day } from './day.ts';
import { activeOnGithub } from './rows.ts';

export const deployKeyUnused: Check = {
  id: 'github.deploy-key-unused',
  title: 'Deploy key is no longer used',
  why:
    'A key that nothing uses serves only whoever finds it. GitHub never ends a deploy key by itself, and the person ' +
    'who added it may have left.',
  remediation: 'Ask whoever added the key, then delete it from the repository’s settings.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI1:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: {
    usual: 'low',
    raisedBy: ['it may push'],
    loweredBy: [],
  },
  run(graph, { config, now }) {
    const judged = activeOnGithub(graph, 'deploy-key').flatMap((key) => {
      const since = idleSince(key);
      return since === undefined ? [] : [{ key, since, days: daysSince(since, now) ?? 0 }];
    });
    return {
      examined: judged.length,
      findings: judged.flatMap(({ key, since, days }) => {
        const limit = strictestLimit(config, key.domains, 'unusedMaxDays');
        if (days <= limit.days) return [];
        const writes = key.attributes['access'] === 'read and write';
        const never = key.lastUsed === undefined;
        return [
          {
            title: `Deploy key ${key.name} of ${key.attributes['repository'] ?? 'a repository'} has not been used for ${days} days`,
            severity: writes ? 'medium' : 'low',
            confidence: 'high',
            subjects: [key.id],
            places: key.places,
            evidence: [
              { what: never ? `Never used since it was added on ${day(since)}` : `Last used on ${day(since)}` },
              { what: `The limit of ${limit.days} days is set by ${limit.from}` },
            ],
            factors: writes ? [{ what: 'it may push', effect: 'raises' }] : [],
            remediation: deployKeyUnused.remediation,
          },
        ];
      }),
    };
  },
};

/** Last use, or for a key that was never used the day it was added; undefined when GitHub tells neither. */
function idleSince(key: Identity): string | undefined {
  return key.lastUsed ?? (key.attributes['last used'] === 'never' ? key.created : undefined);
}
