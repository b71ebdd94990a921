import type { Credential } from '../../model/credential.ts';
import type { Evidence } from '../../model/finding.ts';
import type { Trust } from '../../model/grant.ts';
import type { Identity, Store } from '../../model/identity.ts';
import type { Check } from '../check.ts';
import { identityInWords } from '../identity-in-words.ts';

export const contractEnded: Check = {
  id: 'domain.residual-access',
  title: 'Access is left after a contract has ended',
  why:
    'When a relationship ends, so must every key, identity and trust that served it. What is left is access that ' +
    'nobody answers for any more.',
  remediation: 'Revoke what is listed, or renew `contractEnd` in bitting.yaml if the relationship goes on.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI1:2025' },
    { framework: 'owasp-nhi-2025', id: 'NHI3:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  run(graph, { config, now }) {
    const withContract = config.domains.filter((domain) => domain.contractEnd !== undefined);
    return {
      examined: withContract.length,
      findings: withContract.flatMap((domain) => {
        if (domain.contractEnd === undefined || new Date(domain.contractEnd) >= now) return [];
        const left = [
          ...graph.identities.filter(({ domains, status }) => domains.includes(domain.id) && status !== 'inactive'),
          ...graph.stores.filter(({ domains }) => domains.includes(domain.id)),
          ...graph.trusts.filter(({ domains }) => domains.includes(domain.id)),
          ...graph.credentials.filter(({ domains, status }) => domains.includes(domain.id) && status !== 'inactive'),
        ];
        if (left.length === 0) return [];
        return [
          {
            title: `${left.length === 1 ? '1 way in is' : `${left.length} ways in are`} left for ${domain.title}, whose contract ended on ${domain.contractEnd}`,
            severity: 'high',
            confidence: 'high',
            subjects: [domain.id, ...left.map(({ id }) => id)],
            places: left.flatMap((row) => ('places' in row ? row.places.slice(0, 1) : [row.place])),
            evidence: left.map((row) => remainder(row)),
            factors: [],
            remediation: contractEnded.remediation,
            discriminator: domain.contractEnd,
          },
        ];
      }),
    };
  },
};

function remainder(row: Identity | Store | Trust | Credential): Evidence {
  const place = 'places' in row ? row.places[0] : row.place;
  return { what: `Still there: ${inWords(row)}.`, ...(place !== undefined && { place }) };
}

function inWords(row: Identity | Store | Trust | Credential): string {
  if ('trusted' in row) return `trust of ${row.identity} in ${row.trusted}`;
  if ('preview' in row) return `${row.title} ${row.keyId ?? row.preview}`;
  return 'scope' in row ? `secret store ${row.name}` : identityInWords(row);
}
