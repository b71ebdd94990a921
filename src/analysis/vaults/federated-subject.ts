import type { Graph } from '../../graph/graph.ts';
import type { Severity } from '../../model/credential.ts';
import type { Factor } from '../../model/finding.ts';
import type { Trust } from '../../model/grant.ts';
import type { Identity } from '../../model/identity.ts';
import type { Check, FindingDraft } from '../check.ts';
import { identityInWords } from '../identity-in-words.ts';
import { listed } from '../privilege/statements.ts';
import { shiftSeverity } from '../severity.ts';
import type { TokenVerdict } from '../trust/tokens/judge.ts';
import { membersOf } from '../trust/tokens/issuers.ts';
import { judgeToken } from '../trust/tokens/judge.ts';
import { wideAdministrators } from './broad-roles.ts';
import { claimTestsOf } from './federated-claims.ts';

/**
 * Federated credentials of applications and managed identities, by whose tokens they let in.
 * https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation-considerations
 */
export const federatedSubjectWide: Check = {
  id: 'azure.federated-subject-wide',
  title: 'Federated credential lets in more than one run of one project',
  why:
    'Whoever gets a token with such a subject signs in as the application, without a secret. A subject of pull requests ' +
    'lets in changes that nobody has approved; an expression over the subject lets in every branch, project or owner ' +
    'that matches.',
  remediation:
    'Name one branch or environment of one project in the subject, with protection rules on it; make a credential for ' +
    'each rather than an expression for many.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI6:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-04' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: ['everybody can get a token that matches', 'the identity administers a whole subscription'],
    loweredBy: ['one project is fixed', 'no token has such a subject'],
  },
  example: {
    before: '{ "subject": "repo:acme/shop:pull_request" }',
    after: '{ "subject": "repo:acme/shop:environment:production" }',
  },
  run(graph) {
    const trusts = graph.trusts.filter(
      ({ kind, identity }) => kind === 'oidc' && graph.identityById.get(identity)?.provider === 'azure',
    );
    const isWide = wideAdministrators(graph);
    return { examined: trusts.length, findings: trusts.flatMap((trust) => judge(graph, trust, isWide)) };
  },
};

interface Weakness {
  readonly severity: Severity;
  /** Completes "the identity lets in …". */
  readonly what: string;
  readonly factor: Factor;
}

function judge(graph: Graph, trust: Trust, isWide: (identity: string) => boolean): FindingDraft[] {
  const identity = graph.identityById.get(trust.identity);
  if (identity === undefined) return [];
  const tests = claimTestsOf(trust);
  const verdict = tests === undefined ? undefined : judgeToken({ issuer: trust.trusted, tests });
  const weakness = verdict === undefined ? UNREADABLE : weaknessOf(verdict);
  if (weakness === undefined) return [];
  const wide = isWide(identity.id) && verdict?.grade !== 'unusable';
  const [expression] = expressionsOf(trust);
  const asked =
    expression !== undefined
      ? `expression ${expression}`
      : trust.subjects.length > 0
        ? `subject ${listed(trust.subjects)}`
        : 'neither subject nor expression that was told';
  return [
    {
      title: `${identityInWords(identity)} ${weakness.what}`,
      severity: wide ? shiftSeverity(weakness.severity, 1) : weakness.severity,
      confidence: verdict === undefined ? 'low' : verdict.issuer.tenancy === 'shared' ? 'high' : 'medium',
      subjects: [identity.id, trust.id],
      places: [trust.place],
      evidence: [
        {
          what: `A federated credential trusts ${trust.trusted} with ${expression === undefined && trust.subjects.length === 0 ? '' : 'the '}${asked}.`,
          place: trust.place,
        },
        ...(verdict?.reasons ?? []).map((what) => ({ what, place: trust.place })),
      ],
      factors: [
        weakness.factor,
        ...(wide ? [{ what: 'the identity administers a whole subscription', effect: 'raises' as const }] : []),
      ],
      remediation: remediationOf(identity, verdict),
    },
  ];
}

const UNREADABLE: Weakness = {
  severity: 'low',
  what: 'has a federated credential with an expression that is not understood',
  factor: { what: 'whose tokens it lets in is not known', effect: 'sets' },
};

function expressionsOf({ conditions }: Trust): readonly string[] {
  return conditions['ClaimsMatch']?.['expression'] ?? [];
}

function weaknessOf({ grade, reach, run, issuer }: TokenVerdict): Weakness | undefined {
  const { member, title, tenancy } = issuer;
  if (grade === 'unusable') {
    return {
      severity: 'low',
      what: `has a federated credential that no token of ${title} satisfies`,
      factor: { what: 'no token has such a subject', effect: 'lowers' },
    };
  }
  if (reach === 'anyone') {
    const factor: Factor =
      tenancy === 'shared'
        ? { what: `everybody can get tokens of ${title}`, effect: 'raises' }
        : { what: `only tokens of one customer’s ${title} are trusted`, effect: 'lowers' };
    return {
      severity: tenancy === 'shared' ? 'critical' : 'medium',
      what: `lets in any ${member} at ${title}`,
      factor,
    };
  }
  if (reach !== 'one-project') {
    const all = reach === 'organisation';
    return {
      severity: all ? 'medium' : 'low',
      what: `lets in ${all ? `every ${member}` : `several ${membersOf(issuer)}`} of one owner at ${title}`,
      factor: { what: `whoever may change any such ${member} may sign in as it`, effect: 'sets' },
    };
  }
  if (run === 'pull-request') {
    return {
      severity: 'medium',
      what: `lets in pull requests of a ${member} at ${title}`,
      factor: { what: 'a pull request needs nobody’s approval to run', effect: 'sets' },
    };
  }
  if (run !== 'any' && run !== 'many') return undefined;
  return {
    severity: 'low',
    what: `lets in every run of a ${member} at ${title}`,
    factor: { what: `one ${member} is fixed`, effect: 'lowers' },
  };
}

function remediationOf(identity: Identity, verdict: TokenVerdict | undefined): string {
  const member = verdict?.issuer.member ?? 'project';
  if (verdict?.grade === 'unusable') {
    return `Subjects are compared whole, without wildcards. Take the credential off ${identity.name}, or name a subject that exists.`;
  }
  return verdict?.issuer.ci === 'github-actions'
    ? 'Take `repo:<owner>/<repository>:environment:<environment>` as subject, and protect the environment: required reviewers, and the branches that may deploy to it.'
    : `Name one ${member} and one branch or environment in the subject, as one text without an expression.`;
}
