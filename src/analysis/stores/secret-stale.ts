import type { Store, StoredSecret } from '../../model/identity.ts';
import type { Check, CheckContext } from '../check.ts';
import { daysSince, strictestLimit } from '../limits.ts';
import { day } from './day.ts';
import { activeSecrets, counted, rowsAsEvidence, secretInWords } from './rows.ts';

export const secretStale: Check = {
  id: 'store.secret-stale',
  title: 'Stored secret has not been changed for too long',
  why:
    'Every copy of a secret that was ever taken is as good as the secret until it changes. The limit is the strictest ' +
    'that the domains of the store set in bitting.yaml.',
  remediation: 'Rotate each secret at its provider and store the new value; rotate on a schedule from then on.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI7:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: {
    usual: 'low',
    raisedBy: ['the oldest is more than four times as old as allowed'],
    loweredBy: [],
  },
  run(graph, context) {
    const dated = graph.stores.map((store) => ({ store, aged: agedSecrets(store, context) }));
    return {
      examined: dated.reduce((sum, { aged }) => sum + aged.length, 0),
      findings: dated.flatMap(({ store, aged }) => {
        const limit = strictestLimit(context.config, store.domains, 'rotationMaxDays');
        const stale = aged.filter(({ days }) => days > limit.days).toSorted((a, b) => b.days - a.days);
        const [oldest] = stale;
        if (oldest === undefined) return [];
        const old = oldest.days > 4 * limit.days;
        return [
          {
            title: `${counted(stale.length, 'entry', 'entries')} in ${store.name} not changed for more than ${limit.days} days`,
            severity: old ? 'medium' : 'low',
            confidence: 'high',
            subjects: [store.id],
            places: store.places,
            evidence: [
              ...rowsAsEvidence(stale, ({ secret, changed, days }) => ({
                what: `${secretInWords(secret)} last changed on ${day(changed)}, ${days} days ago`,
              })),
              { what: `The limit of ${limit.days} days is set by ${limit.from}` },
            ],
            factors: old ? [{ what: 'the oldest is more than four times as old as allowed', effect: 'raises' }] : [],
            remediation: secretStale.remediation,
          },
        ];
      }),
    };
  },
};

interface Aged {
  readonly secret: StoredSecret;
  readonly changed: string;
  readonly days: number;
}

/** Secrets in use whose last change the store tells. */
function agedSecrets(store: Store, { now }: CheckContext): readonly Aged[] {
  return activeSecrets(store).flatMap((secret) => {
    const changed = secret.updated ?? secret.created;
    return changed === undefined ? [] : [{ secret, changed, days: daysSince(changed, now) ?? 0 }];
  });
}
