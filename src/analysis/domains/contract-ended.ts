import type { Credential } from '../../model/credential.ts';
import type { Evidence } from '../../model/finding.ts';
import type { Trust } from '../../model/grant.ts';
import type { Identity, Store } from '../../model/identity.ts';
import type { Graph } from '../../graph/graph.ts';
import { MOST } from '../../graph/limits.ts';
import type { Check } from '../check.ts';
import { textOf } from '../example-text.ts';
import { identityInWords } from '../identity-in-words.ts';

export const contractEnded: Check = {
  id: 'domain.residual-access',
  title: 'Access is left after a contract has ended',
  why:
    'When a relationship ends, so must every key, identity and trust that served it. What is left is access that ' +
    'nobody answers for any more: the partner’s staff may hold copies of it, and no review asks for it.',
  remediation: 'Revoke what is listed, or renew `contractEnd` in bitting.yaml if the relationship goes on.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI1:2025' },
    { framework: 'owasp-nhi-2025', id: 'NHI3:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
    { framework: 'nist-csf-2.0', id: 'GV.SC-10' },
  ],
  severity: {
    usual: 'high',
    raisedBy: [],
    loweredBy: [],
  },
  example: {
    before: textOf(
      'version: 1',
      'domains:',
      '  partner:',
      '    class: partner',
      '    title: Acme Logistics',
      '    owner: team-integrations',
      '    sponsor: supply-chain',
      '    contractEnd: 2026-01-31',
      '    rules:',
      '      - repositories: [partner-gateway]',
    ),
    after: textOf(
      'version: 1',
      'domains:',
      '  partner:',
      '    class: partner',
      '    title: Acme Logistics',
      '    owner: team-integrations',
      '    sponsor: supply-chain',
      '    contractRef: CTR-2026-004, renewed',
      '    contractEnd: 2036-01-31',
      '    rules:',
      '      - repositories: [partner-gateway]',
    ),
  },
  run(graph, { config, now }) {
    const withContract = config.domains.filter((domain) => domain.contractEnd !== undefined);
    return {
      examined: withContract.length,
      findings: withContract.flatMap((domain) => {
        if (domain.contractEnd === undefined || new Date(domain.contractEnd) >= now) return [];
        const { left, more } = accessOf(domain.id, graph);
        const ways = left.length + more;
        if (ways === 0) return [];
        return [
          {
            title: `${ways === 1 ? '1 way in is' : `${ways} ways in are`} left for ${domain.title}, whose contract ended on ${domain.contractEnd}`,
            severity: 'high',
            confidence: 'high',
            subjects: [domain.id, ...left.map(({ id }) => id)],
            places: left.flatMap(({ evidence }) => evidence.place ?? []),
            evidence: [
              ...left.map(({ evidence }) => evidence),
              ...(more === 0 ? [] : [{ what: `And ${more} more credentials.` }]),
            ],
            factors: [],
            remediation: contractEnded.remediation,
            discriminator: domain.contractEnd,
          },
        ];
      }),
    };
  },
};

interface WayIn {
  readonly id: string;
  readonly evidence: Evidence;
}

/** What still lets somebody into a domain, and how many credentials do beside those listed. */
function accessOf(domain: string, graph: Graph): { readonly left: readonly WayIn[]; readonly more: number } {
  const isIn = ({ domains }: { readonly domains: readonly string[] }): boolean => domains.includes(domain);
  const left: WayIn[] = [
    ...graph.identities.filter((identity) => isIn(identity) && identity.status !== 'inactive'),
    ...graph.stores.filter(isIn),
    ...graph.trusts.filter(isIn),
  ].map((row) => wayIn(row));
  let more = 0;
  for (const credential of graph.credentials) {
    if (!isIn(credential) || credential.status === 'inactive') continue;
    if (left.length < MOST.places) left.push(wayIn(credential));
    else more += 1;
  }
  return { left, more };
}

function wayIn(row: Identity | Store | Trust | Credential): WayIn {
  const place = 'places' in row ? row.places[0] : row.place;
  return { id: row.id, evidence: { what: `Still there: ${inWords(row)}.`, ...(place !== undefined && { place }) } };
}

function inWords(row: Identity | Store | Trust | Credential): string {
  if ('trusted' in row) return `trust of ${row.identity} in ${row.trusted}`;
  if ('preview' in row) return `${row.title} ${row.keyId ?? row.preview}`;
  return 'scope' in row ? `secret store ${row.name}` : identityInWords(row);
}
