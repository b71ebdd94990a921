import type { Graph } from '../../graph/graph.ts';
import type { Credential } from '../../model/credential.ts';
import type { Check, FindingDraft } from '../check.ts';
import { textOf } from '../example-text.ts';

/** Says what it can where no domains are declared: several sources hold one secret. */
export const secretReused: Check = {
  id: 'secret.reused',
  title: 'One secret is used by several repositories',
  why:
    'A secret that several repositories share has several teams behind it and no single moment at which it can be ' +
    'rotated. Values are compared by keyed fingerprint.',
  remediation: 'Issue each repository a credential of its own and revoke the shared one.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI9:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: [],
    loweredBy: ['the value may be something other than a secret'],
  },
  example: {
    before: textOf('shop:', '  mailKeyFrom: shared/mail-api-key', 'newsletter:', '  mailKeyFrom: shared/mail-api-key'),
    after: textOf('shop:', '  mailKeyFrom: shop/mail-api-key', 'newsletter:', '  mailKeyFrom: newsletter/mail-api-key'),
  },
  run(graph) {
    let examined = 0;
    for (const credential of graph.credentials) if (isSecretInTheOpen(credential)) examined += 1;
    return { examined, findings: drafts(graph) };
  },
};

function isSecretInTheOpen({ state, severity }: Credential): boolean {
  return state === 'unmanaged' && severity !== 'info';
}

function* drafts(graph: Graph): Generator<FindingDraft> {
  const names = new Map(graph.sources.map((source) => [source.id, source.name]));
  for (const credential of graph.credentials) {
    // Across domains the overlap checks say it, and say more.
    if (!isSecretInTheOpen(credential) || credential.domains.length > 1) continue;
    const sources = [...new Set(credential.places.map(({ source }) => source))];
    if (sources.length < 2) continue;
    const named = sources.map((source) => names.get(source) ?? source).sort();
    yield {
      title: `One ${credential.title} is used by ${named.length} sources: ${named.slice(0, 5).join(', ')}`,
      severity: credential.confidence === 'low' ? 'low' : 'medium',
      confidence: credential.confidence,
      subjects: [credential.id],
      places: credential.places,
      evidence: named.map((name) => ({ what: `Stands in ${name}` })),
      factors: [{ what: `${named.length} sources share it`, effect: 'sets' }],
      remediation: secretReused.remediation,
    };
  }
}
