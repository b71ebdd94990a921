import type { Graph } from '../../graph/graph.ts';
import type { IdentityProvider } from '../../model/grant.ts';
import type { Check } from '../check.ts';
import { firstOf, listed } from '../privilege/statements.ts';
import { endingOf } from './expiring.ts';

/** SAML providers and Roles Anywhere trust anchors whose certificates or metadata end. */
export const providerExpiring: Check = {
  id: 'aws.provider-expiring',
  title: 'Identity provider ends soon or is over',
  why:
    'An account trusts a SAML provider by its metadata and a trust anchor of Roles Anywhere by a certificate. When those ' +
    'end, nobody can sign in through them, and people fall back on long-lived keys; one that is over and still there is a ' +
    'trust that nobody looks after.',
  remediation:
    'Upload new metadata or a new certificate before it ends. Where the provider is no longer used, delete it together with ' +
    'the trust of the roles that name it.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI1:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-04' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: ['at most seven days are left'],
    loweredBy: ['it is over already', 'no role is known to trust it'],
  },
  run(graph, { now }) {
    const providers = graph.providers.filter(({ expires }) => expires !== undefined);
    const findings = providers.flatMap((provider) => {
      const ending = endingOf(provider.expires, now);
      if (ending === undefined) return [];
      const roles = rolesTrusting(graph, provider);
      const idle = roles.length === 0 && provider.kind === 'saml';
      const what =
        provider.kind === 'trust-anchor'
          ? 'Which roles it opens is not told by IAM: profiles of Roles Anywhere name them.'
          : roles.length === 0
            ? 'No role that was read trusts it.'
            : `Trusted by ${listed(roles, 10)}.`;
      return [
        {
          title: `${provider.kind === 'saml' ? 'SAML provider' : 'Trust anchor'} ${provider.attributes['name'] ?? provider.id.slice(provider.id.lastIndexOf('/') + 1)} of account ${provider.account ?? 'unknown'} ${ending.when}`,
          severity: idle ? ('low' as const) : ending.severity,
          confidence: 'high' as const,
          subjects: firstOf([provider.id, ...roles]),
          places: [provider.place],
          evidence: [
            { what: `Valid until ${provider.expires?.slice(0, 10)}.`, place: provider.place },
            { what, place: provider.place },
          ],
          factors: [
            ...(idle ? [{ what: 'no role is known to trust it', effect: 'lowers' as const }] : ending.factors),
            ...(ending.over ? [{ what: 'it is over already', effect: 'lowers' as const }] : []),
          ],
          remediation: providerExpiring.remediation,
        },
      ];
    });
    return { examined: providers.length, findings };
  },
};

function rolesTrusting(graph: Graph, { id }: IdentityProvider): readonly string[] {
  return [...new Set(graph.trusts.filter(({ trusted }) => trusted === id).map(({ identity }) => identity))].sort();
}
