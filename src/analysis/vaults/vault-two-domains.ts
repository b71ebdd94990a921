import type { Graph } from '../../graph/graph.ts';
import type { Store } from '../../model/identity.ts';
import type { Place } from '../../model/place.ts';
import type { Check } from '../check.ts';
import { rowsAsEvidence } from '../stores/rows.ts';
import { vaultReaders } from './readers.ts';

/** https://learn.microsoft.com/en-us/azure/key-vault/general/best-practices */
export const vaultTwoDomains: Check = {
  id: 'azure.vault-two-domains',
  title: 'One key vault holds secrets of two domains',
  why:
    'Access is given at the vault far more often than at a single secret, so whoever reads the vault for one domain ' +
    'reads what the other keeps in it, and neither can change it alone. Which domain a secret belongs to is told by ' +
    'the files that name it.',
  remediation:
    'Keep one vault for each domain and environment; move the secrets of the smaller one and change who names them.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI8:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: ['identities can let themselves read it, or act as a reader'],
    loweredBy: [],
  },
  example: {
    before:
      '{ "shop": "https://shared.vault.azure.net/secrets/shop-db", "office": "https://shared.vault.azure.net/secrets/office-mail" }',
    after:
      '{ "shop": "https://shop.vault.azure.net/secrets/db", "office": "https://office.vault.azure.net/secrets/mail" }',
  },
  run(graph) {
    const vaults = graph.stores.filter(({ kind }) => kind === 'key-vault');
    const uses = usesByHost(graph);
    const access = vaultReaders(graph);
    return {
      examined: vaults.length,
      findings: vaults.flatMap((store) => {
        const named = uses.get(hostOf(store)) ?? [];
        const domains = [...new Set(named.map(({ domain }) => domain))].sort();
        if (domains.length < 2) return [];
        // The same secret in two domains is an overlap of its own; here it is about different ones beside each other.
        if (new Set(named.map(({ secret }) => secret)).size < 2) return [];
        const others = (access.get(store.id)?.readers ?? []).filter(({ way }) => way !== 'holder').length;
        return [
          {
            title: `Key vault ${store.name} holds secrets of ${domains.join(' and ')}`,
            severity: others > 0 ? 'high' : 'medium',
            confidence: 'high',
            subjects: [store.id],
            places: [...store.places, ...named.slice(0, 20).map(({ place }) => place)],
            evidence: rowsAsEvidence(named, ({ secret, domain, place }) => ({
              what: `${secret} is named in a file of domain ${domain}`,
              place,
            })),
            factors:
              others > 0
                ? [
                    {
                      what: `${others} identities can let themselves read it, or act as a reader`,
                      effect: 'raises' as const,
                    },
                  ]
                : [],
            remediation: vaultTwoDomains.remediation,
          },
        ];
      }),
    };
  },
};

interface Use {
  readonly secret: string;
  readonly domain: string;
  readonly place: Place;
}

const ADDRESS = /^https:\/\/([^/]+\.vault\.[a-z.]+)\/(?:secrets|keys|certificates)\/([^/?#]+)/i;
/** Uses that are kept for a vault: more say nothing new. */
const MOST_USES = 1_000;

/** Secrets that files name, once for each secret and domain, by the host of their vault. */
function usesByHost(graph: Graph): ReadonlyMap<string, readonly Use[]> {
  const byHost = new Map<string, Map<string, Use>>();
  if (!graph.stores.some(({ kind }) => kind === 'key-vault')) return new Map();
  for (const { target, place } of graph.references) {
    const [, host, secret] = ADDRESS.exec(target) ?? [];
    const domain = host === undefined ? undefined : graph.domainOf(place);
    if (host === undefined || secret === undefined || domain === undefined) continue;
    const uses = byHost.get(host.toLowerCase()) ?? new Map<string, Use>();
    const key = `${secret.toLowerCase()}\n${domain}`;
    if (uses.size < MOST_USES && !uses.has(key)) uses.set(key, { secret, domain, place });
    byHost.set(host.toLowerCase(), uses);
  }
  return new Map([...byHost].map(([host, uses]) => [host, [...uses.values()]]));
}

function hostOf({ name, attributes }: Store): string {
  return URL.parse(attributes['vault URI'] ?? '')?.host ?? `${name.toLowerCase()}.vault.azure.net`;
}
