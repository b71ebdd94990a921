import type { Check } from '../check.ts';
import { placesOfReaders, readersAsEvidence } from './reader-evidence.ts';
import { vaultReaders } from './readers.ts';
import { whatEnds } from './remedies.ts';

/** https://learn.microsoft.com/en-us/entra/identity-platform/single-and-multi-tenant-apps */
export const vaultThirdParty: Check = {
  id: 'azure.vault-third-party',
  title: 'Application of another organisation can read a key vault',
  why:
    'A service principal whose application is registered in another tenant signs in with credentials that its maker ' +
    'keeps. If the maker is broken into, so is the vault; and nobody here can rotate the credential.',
  remediation:
    'Take the access away, or give it to a vault that holds nothing but what the other organisation needs; write ' +
    'down the contract, its end and who answers for it.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI3:2025' },
    { framework: 'nist-csf-2.0', id: 'GV.SC-07' },
  ],
  severity: { usual: 'high', raisedBy: [], loweredBy: ['every way depends on activating a role or on a condition'] },
  example: {
    before:
      '{ "role": "Key Vault Secrets User", "scope": "…/vaults/shop", "principal": "application of another tenant" }',
    after:
      '{ "role": "Key Vault Secrets User", "scope": "…/vaults/shop-partner", "principal": "application of another tenant" }',
  },
  run(graph) {
    const judged = [...vaultReaders(graph).values()].filter(({ model }) => model !== 'not known');
    return {
      examined: judged.length,
      findings: judged.flatMap(({ store, readers }) => {
        const foreign = readers.filter(
          ({ principal }) => graph.identityById.get(principal)?.attributes['third party'] === 'yes',
        );
        if (foreign.length === 0) return [];
        const certain = foreign.some(({ certainty }) => certainty === 'certain');
        const names = [...new Set(foreign.map(({ words }) => words))];
        return [
          {
            title: `${names.length === 1 ? `The ${names[0]}` : `${names.length} applications`} of another organisation can read key vault ${store.name}`,
            severity: certain ? 'high' : 'medium',
            confidence: 'high',
            subjects: [store.id, ...new Set(foreign.map(({ principal }) => principal))].slice(0, 20),
            places: [...store.places, ...placesOfReaders(foreign)],
            evidence: [
              ...readersAsEvidence('Applications of other organisations', foreign),
              ...[...new Set(foreign.map(({ principal }) => principal))].slice(0, 20).map((id) => ({
                what: `${graph.identityById.get(id)?.name ?? id} is registered in tenant ${graph.identityById.get(id)?.attributes['home tenant'] ?? 'not known'}`,
              })),
            ],
            factors: certain
              ? []
              : [{ what: 'every way depends on activating a role or on a condition', effect: 'lowers' as const }],
            remediation: `${vaultThirdParty.remediation}${whatEnds(foreign)}`,
          },
        ];
      }),
    };
  },
};
