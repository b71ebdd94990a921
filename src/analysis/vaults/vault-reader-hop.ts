import type { Check } from '../check.ts';
import { counted } from '../stores/rows.ts';
import { placesOfReaders, readersAsEvidence, unknownAsEvidence } from './reader-evidence.ts';
import { vaultReaders } from './readers.ts';
import { whatEnds } from './remedies.ts';

/** https://learn.microsoft.com/en-us/entra/identity/managed-identities-azure-resources/managed-identity-best-practice-recommendations */
export const vaultReaderHop: Check = {
  id: 'azure.vault-reader-hop',
  title: 'Key vault can be read by acting as one of its readers',
  why:
    'Whoever runs code in a workload acts as the managed identity it carries; whoever owns or administers an ' +
    'application adds a secret to it and signs in as it; whoever owns a group puts himself into it. None of them ' +
    'stands among the vault’s readers, and no review of the vault shows them. Global administrators, who can take ' +
    'every right, are counted and not told one by one.',
  remediation:
    'Give the identity that reads the vault to a workload that only those may change who may read the secrets, or ' +
    'take the reading from it; make applications and groups that read vaults owned by the team that owns the vault.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: [],
    loweredBy: ['every way depends on activating a role or on a condition'],
  },
  example: {
    before: '{ "role": "Contributor", "scope": "/subscriptions/…", "principal": "all developers" }',
    after:
      '{ "role": "Contributor", "scope": "/subscriptions/…/resourceGroups/web-development", "principal": "all developers" }',
  },
  run(graph) {
    const judged = [...vaultReaders(graph).values()].filter(({ model }) => model !== 'not known');
    return {
      examined: graph.assignments.length === 0 ? 0 : judged.length,
      findings: judged.flatMap((access) => {
        const { store, readers } = access;
        const known = new Set(readers.filter(({ way }) => way !== 'hop').map(({ principal }) => principal));
        const hops = readers.filter(({ way, principal }) => way === 'hop' && !known.has(principal));
        const elevating = hops.filter(({ steps }) =>
          steps.some(({ technique }) => technique === 'azure.elevate-access'),
        );
        const others = hops.filter((reader) => !elevating.includes(reader));
        if (others.length === 0) return [];
        const certain = others.some(({ certainty }) => certainty === 'certain');
        return [
          {
            title: `${counted(others.length, 'identity', 'identities')} can read key vault ${store.name} by acting as one of its readers`,
            severity: certain ? 'medium' : 'low',
            confidence: 'high',
            subjects: [store.id],
            places: [...store.places, ...placesOfReaders(others)],
            evidence: [
              ...readersAsEvidence('Can act as a reader', others),
              ...(elevating.length > 0
                ? [
                    {
                      what: `Beside them ${counted(elevating.length, 'administrator', 'administrators')} of the directory can take every right`,
                    },
                  ]
                : []),
              ...unknownAsEvidence(access),
            ],
            factors: certain
              ? []
              : [{ what: 'every way depends on activating a role or on a condition', effect: 'lowers' as const }],
            remediation: `${vaultReaderHop.remediation}${whatEnds(others)}`,
          },
        ];
      }),
    };
  },
};
