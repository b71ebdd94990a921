import type { Check, FindingDraft } from '../check.ts';
import { describe as jobInWords } from '../ci/jobs.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Evidence } from '../../model/finding.ts';
import type { Identity } from '../../model/identity.ts';
import type { Trust } from '../../model/grant.ts';
import { listed } from '../privilege/statements.ts';
import { shiftSeverity } from '../severity.ts';
import { identityInWords } from '../identity-in-words.ts';
import { accepts } from './join/accepts.ts';
import { conditionFor, narrowerSubjects, useOf } from './join/narrower.ts';
import { roleUsers } from './join/role-users.ts';
import type { RoleUser } from './join/role-users.ts';
import { policyText, ratedByPower, statementInWords } from './trusted-roles.ts';
import { hasWildcard } from '../glob.ts';
import { trustedTokens } from './trusted-tokens.ts';
import type { TrustedToken } from './trusted-tokens.ts';
import { githubSubjectText } from './trust-text.ts';

/** Trusts of a CI system that no job of the repositories they name uses. */
export const trustOidcUnused: Check = {
  id: 'aws.trust-oidc-unused',
  title: 'Role trusts a repository whose workflows do not use it',
  why:
    'No job of the repositories that the trust names assumes the role. Whoever may write a workflow there can still take ' +
    'it, and nobody would miss it.',
  remediation: 'Take the statement out of the trust policy, or delete the role if nothing else uses it.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI1:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: { usual: 'low', raisedBy: ['the role is or can become an administrator'], loweredBy: [] },
  example: {
    before: githubSubjectText('StringLike', ['repo:acme/shop:*', 'repo:acme/old-shop:*']),
    after: githubSubjectText('StringLike', 'repo:acme/shop:*'),
  },
  run(graph) {
    const users = roleUsers(graph);
    // Only of trusts whose repositories were all scanned it is known who uses them.
    const judged = trustedTokens(graph).flatMap((one) => {
      const use = useOf(one, users);
      const known = use?.named !== undefined && use.missing.length === 0 && !use.uncertain;
      return known ? [{ one, use, named: use.named }] : [];
    });
    const findings = judged.flatMap(({ one, use, named }): readonly FindingDraft[] => {
      if (use.users.length > 0) return [];
      const { role, trust } = one;
      return [
        {
          title: `${identityInWords(role)} trusts ${listed(named)}, and no workflow there uses it`,
          ...ratedByPower(graph, role, 'low'),
          confidence: 'medium',
          subjects: [role.id, trust.id],
          places: [trust.place],
          evidence: [
            { what: `${statementInWords(trust)} accepts ${listed(one.verdict.subjects, 5)}.`, place: trust.place },
            { what: `${listed(named, 5)} was scanned, and no job that the trust lets in names the role.` },
          ],
          remediation: trustOidcUnused.remediation,
        },
      ];
    });
    return { examined: judged.length, findings };
  },
};

/** Trusts that let in more than the jobs that use them need. */
export const trustOidcWider: Check = {
  id: 'aws.trust-oidc-wider-than-used',
  title: 'Role trusts more runs than use it',
  why:
    'The jobs that assume the role run for certain branches or environments, and the trust lets in others too: code ' +
    'that was never meant to have the role can take it.',
  remediation: 'Accept the subjects of the jobs that use the role, and no others.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: { usual: 'low', raisedBy: ['the role is or can become an administrator'], loweredBy: [] },
  example: {
    before: githubSubjectText('StringLike', 'repo:acme/shop:*'),
    after: githubSubjectText('StringEquals', 'repo:acme/shop:environment:production'),
  },
  run(graph) {
    const judged = tokensWithUsers(graph);
    const findings = judged.flatMap(({ one, use, subjects }): readonly FindingDraft[] => {
      if (subjects === undefined) return [];
      const { role, trust, verdict } = one;
      const { severity, factors } = ratedByPower(graph, role, 'low');
      return [
        {
          title: `${identityInWords(role)} trusts ${listed(verdict.subjects)}, and its users need ${listed(subjects)}`,
          severity,
          confidence: use.named === undefined ? 'medium' : 'high',
          subjects: [role.id, trust.id, ...use.users.map(({ job }) => job.id)].slice(0, 20),
          places: [trust.place, ...use.users.map(({ assumed }) => assumed.place)].slice(0, 20),
          evidence: [
            { what: `${statementInWords(trust)} accepts ${listed(verdict.subjects, 5)}.`, place: trust.place },
            ...use.users.slice(0, 10).map(userEvidence),
            ...(use.named === undefined
              ? [{ what: 'Repositories that were not scanned may use it too: the subject does not name them.' }]
              : []),
          ],
          factors: [
            ...factors,
            {
              what: `${use.users.length === 1 ? 'one job uses' : `${use.users.length} jobs use`} the role`,
              effect: 'sets',
            },
          ],
          remediation:
            'Accept what the users need, and no more:' +
            policyText(conditionFor(trust.trusted, trust.audiences[0] ?? 'sts.amazonaws.com', subjects)) +
            (verdict.issuer.ci === 'github-actions'
              ? 'For repositories with immutable subjects (made or renamed since July 2026) add the same with `owner@id/name@id`.'
              : 'Keep the values that other statements of the policy need.'),
        },
      ];
    });
    return { examined: judged.length, findings };
  },
};

function userEvidence({ job, assumed, tokens }: RoleUser): Evidence {
  return {
    what: `${jobInWords(job)} assumes it and has ${
      tokens === undefined
        ? 'subjects that are not known'
        : listed(
            tokens.map(({ subject }) => subject),
            5,
          )
    }.`,
    place: assumed.place,
  };
}

/** Tokens of CI systems whose users are known, with the narrower subjects that would do. */
function tokensWithUsers(graph: Graph) {
  const users = roleUsers(graph);
  return trustedTokens(graph).flatMap((one) => {
    const use = useOf(one, users);
    return use === undefined || use.users.length === 0 ? [] : [{ one, use, subjects: narrowerSubjects(one, use) }];
  });
}

/** Ids of trusts for which narrower subjects are proposed, so that nothing else need be said of their width. */
export function trustsWithProposal(graph: Graph): ReadonlySet<string> {
  return new Set(tokensWithUsers(graph).flatMap(({ one, subjects }) => (subjects === undefined ? [] : [one.trust.id])));
}

/** Jobs that name a role which would refuse them. */
export const trustRefusesJob: Check = {
  id: 'aws.trust-refuses-job',
  title: 'Job assumes a role that does not trust it',
  why:
    'The job asks for the role with a token that its trust policy refuses. Either the job is broken, or the role is a ' +
    'left-over; a hurried repair tends to open the trust to everyone.',
  remediation: 'Add the subject of the job to the trust policy, or name another role in the job.',
  frameworks: [{ framework: 'nist-csf-2.0', id: 'PR.AA-05' }],
  severity: { usual: 'low', raisedBy: [], loweredBy: ['where the repository is hosted is not known'] },
  example: {
    before: githubSubjectText('StringEquals', 'repo:acme/shop:ref:refs/heads/master'),
    after: githubSubjectText('StringEquals', 'repo:acme/shop:ref:refs/heads/main'),
  },
  run(graph) {
    const users = roleUsers(graph);
    const byRole = Map.groupBy(trustedTokens(graph), ({ role }) => role.id);
    const roles = readRoles(graph);
    const named = roles.flatMap((role) => users.of(role.id).map((user) => ({ role, user })));
    const findings = named.flatMap(({ role, user }) => refusal(role, user, byRole.get(role.id) ?? [], graph));
    return { examined: named.length, findings };
  },
};

/** Roles whose trust policy was read: those of a dump, not those that a file merely names. */
function readRoles(graph: Graph): readonly Identity[] {
  return graph.identities.filter(
    (identity) =>
      identity.provider === 'aws' &&
      identity.kind === 'role' &&
      (graph.trustsByIdentity.get(identity.id)?.length ?? 0) > 0,
  );
}

function refusal(
  role: Identity,
  { job, assumed, repository, tokens }: RoleUser,
  trusted: readonly TrustedToken[],
  graph: Graph,
): readonly FindingDraft[] {
  if (tokens === undefined || tokens.length === 0) return [];
  const usable = trusted.filter(({ verdict }) => verdict.issuer.ci === job.system);
  // A wildcard principal, or an issuer whose system is not told, may let the job in as well.
  if ((graph.trustsByIdentity.get(role.id) ?? []).some(({ kind, effect }) => kind === 'anyone' && effect === 'Allow'))
    return [];
  if (trusted.some(({ verdict }) => isUnknown(verdict))) return [];
  const answers = usable.flatMap(({ verdict, trust }) =>
    tokens.map((token) => ({
      token,
      trust,
      ...(verdict.grade === 'unusable' ? { answer: 'no' as const } : accepts(verdict.tests, token)),
    })),
  );
  if (answers.some(({ answer }) => answer !== 'no')) return [];
  const subjects = tokens.map(({ subject }) => subject);
  return [
    {
      title: `${jobInWords(job)} assumes ${identityInWords(role)}, which does not trust it`,
      severity: repository.certain ? 'low' : shiftSeverity('low', -1),
      confidence: repository.certain ? 'medium' : 'low',
      subjects: [role.id, job.id],
      places: [assumed.place, ...usable.map(({ trust }) => trust.place)].slice(0, 20),
      evidence: [
        { what: `The job’s tokens have ${listed(subjects, 5)}.`, place: assumed.place },
        ...(usable.length === 0
          ? [{ what: 'The role’s trust policy names no issuer of this CI system.' }]
          : usable.map(({ trust, verdict }) => ({
              what: whyRefused(trust, verdict.subjects, tokens, answers),
              place: trust.place,
            }))),
      ],
      factors: repository.certain
        ? []
        : [{ what: 'where the repository is hosted is not known: it has no remote', effect: 'lowers' }],
      remediation:
        'If the job is right, add its subject to the trust policy:' +
        policyText({
          Condition: {
            [subjects.some(hasWildcard) ? 'StringLike' : 'StringEquals']: {
              [`${usable[0]?.trust.trusted ?? issuerName(job.system)}:sub`]:
                subjects.length === 1 ? subjects[0] : subjects,
            },
          },
        }) +
        (usable.length === 0
          ? `The account needs an identity provider for ${issuerName(job.system)}, and the role a statement that trusts it. `
          : '') +
        'Otherwise name the right role in the job.',
    },
  ];
}

function issuerName(system: 'github-actions' | 'gitlab-ci'): string {
  return system === 'github-actions' ? 'token.actions.githubusercontent.com' : 'gitlab.com';
}

/** Nothing is known of the issuer, so that it may be a server of the job's CI system. */
function isUnknown({ issuer }: TrustedToken['verdict']): boolean {
  return (
    issuer.ci === undefined && issuer.docs === undefined && issuer.tenancy === 'tenant' && issuer.member === 'project'
  );
}

type Answer = { readonly trust: Trust; readonly refusedBy?: { readonly claim: string; readonly operator: string } };

function whyRefused(
  trust: Trust,
  accepted: readonly string[],
  tokens: NonNullable<RoleUser['tokens']>,
  answers: readonly Answer[],
): string {
  const by = answers.find((answer) => answer.trust === trust)?.refusedBy;
  const start = statementInWords(trust);
  if (by === undefined) return `${start} can never hold.`;
  if (by.claim !== 'sub')
    return `${start} tests ${by.claim} with ${by.operator}, and the job’s tokens have another one.`;
  const lower = accepted.map((pattern) => pattern.toLowerCase());
  const onlyCase = tokens.some(({ subject }) => lower.includes(subject.toLowerCase()));
  return `${start} accepts ${listed(accepted, 5)}${onlyCase ? ': the same but for upper and lower case, which counts' : ''}.`;
}
