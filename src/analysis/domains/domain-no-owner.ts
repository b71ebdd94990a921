import type { Check } from '../check.ts';
import { textOf } from '../example-text.ts';

export const domainNoOwner: Check = {
  id: 'domain.no-owner',
  title: 'A domain has no accountable owner',
  why:
    'Somebody must be accountable for the identities of each domain. A partner’s domain also needs a sponsor inside ' +
    'the organisation who answers for the relationship.',
  remediation: 'Name `owner` (and for partners `sponsor`) under the domain in bitting.yaml.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI1:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
    { framework: 'nist-csf-2.0', id: 'GV.RR-02' },
  ],
  severity: {
    usual: 'medium',
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
      '    rules:',
      '      - repositories: [partner-gateway]',
    ),
  },
  run(_graph, { config }) {
    return {
      examined: config.domains.length,
      findings: config.domains.flatMap((domain) => {
        const missing = [
          ...(domain.owner === undefined ? ['owner'] : []),
          ...(domain.class === 'partner' && domain.sponsor === undefined ? ['sponsor'] : []),
        ];
        if (missing.length === 0) return [];
        return [
          {
            title: `Domain ${domain.title} names no ${missing.join(' and no ')}`,
            severity: 'medium',
            confidence: 'high',
            subjects: [domain.id],
            places: [],
            evidence: [
              { what: `bitting.yaml: domain ${domain.id} (class ${domain.class}) has no ${missing.join(', no ')}` },
            ],
            factors: [],
            remediation: domainNoOwner.remediation,
          },
        ];
      }),
    };
  },
};
