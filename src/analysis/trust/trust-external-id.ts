import type { Check } from '../check.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Trust } from '../../model/grant.ts';
import { listed } from '../privilege/statements.ts';
import { accountOf, isForeign, ownAccounts } from './accounts.ts';
import { isBound, testsFor, testsOf } from './conditions.ts';
import type { TrustedRole } from './trusted-roles.ts';
import { ratedByPower, statementInWords, trustedRoles } from './trusted-roles.ts';
import { identityInWords } from '../identity-in-words.ts';
import { policyText } from '../example-text.ts';
import { awsStatement } from './trust-text.ts';

const FRAMEWORKS: Check['frameworks'] = [
  { framework: 'owasp-nhi-2025', id: 'NHI3:2025' },
  { framework: 'nist-csf-2.0', id: 'PR.AA-04' },
];

/** External ids that the trust demands, as they are written. */
function externalIds(trust: Trust): readonly string[] {
  const tests = testsOf(trust.conditions);
  if (!isBound(tests, 'sts:ExternalId')) return [];
  return testsFor(tests, 'sts:ExternalId').flatMap(({ mode, values }) => (mode === 'is' ? values : []));
}

/** Words that stand in documentation and templates, or that anybody tries first. */
const COMMON =
  /^(?:x?external[-_ ]?id|unique[-_ ]?id.*|example.*|test\d*|demo\d*|default|admin|password|secret|changeme|my[-_ ].*|abc\d*|1?2?345678?9?0?|0+|1+|foo|bar|prod(?:uction)?|dev|stag(?:e|ing))$/i;
const SHORTEST = 6;

/** Why an external id is easily guessed, as the end of a sentence; undefined when it is not. */
function whyGuessable(id: string, { role, trust }: TrustedRole): string | undefined {
  if (/[*?]/.test(id)) return 'is a pattern, which several values match';
  if (COMMON.test(id)) return 'is a word from examples';
  if (id === role.account || id === accountOf(trust)) return 'is the number of an account';
  if (id.toLowerCase() === role.name.toLowerCase()) return 'is the name of the role';
  if (id.length < SHORTEST) return `has fewer than ${SHORTEST} characters`;
  return undefined;
}

/** Third parties whose external id is no secret of theirs. */
export const trustExternalIdGuessable: Check = {
  id: 'aws.trust-external-id-guessable',
  title: 'External id for a third party is easily guessed',
  why:
    'The external id keeps another customer of the vendor from naming your role only as long as the vendor gives each ' +
    'customer another one. A word, an account number or the name of the role is what another customer would give first.',
  remediation: 'Use the id that the vendor makes for you; where you choose it, take a random one, such as a UUID.',
  frameworks: FRAMEWORKS,
  severity: { usual: 'low', raisedBy: ['the role is or can become an administrator'], loweredBy: [] },
  example: {
    before: policyText(
      awsStatement('arn:aws:iam::999988887777:role/collector', { StringEquals: { 'sts:ExternalId': '12345' } }),
    ),
    after: policyText(
      awsStatement('arn:aws:iam::999988887777:role/collector', {
        StringEquals: { 'sts:ExternalId': '5f0c8a52-8f5e-4a4e-9d0b-2f0f8e5d7c11' },
      }),
    ),
  },
  run(graph, context) {
    const foreign = foreignWithId(graph, ownAccounts(graph, context));
    const findings = foreign.flatMap(({ one, ids }) => {
      const [weak] = ids.flatMap((id) => {
        const why = whyGuessable(id, one);
        return why === undefined ? [] : [{ id, why }];
      });
      if (weak === undefined) return [];
      const { role, trust } = one;
      return {
        title: `The external id by which ${accountOf(trust)} assumes ${identityInWords(role)} is easily guessed`,
        ...ratedByPower(graph, role, 'low'),
        confidence: 'medium' as const,
        subjects: [role.id, trust.id],
        places: [trust.place],
        evidence: [
          { what: `${statementInWords(trust)} asks for an external id that ${weak.why}.`, place: trust.place },
        ],
        remediation: trustExternalIdGuessable.remediation,
      };
    });
    return { examined: foreign.length, findings };
  },
};

/** One external id told to several third parties. */
export const trustExternalIdShared: Check = {
  id: 'aws.trust-external-id-shared',
  title: 'Several third parties are given the same external id',
  why:
    'Each of them knows the id that the other one’s role asks for. Who is let in by one trust can have the other third ' +
    'party act in the role it was not meant for.',
  remediation: 'Give each third party an external id of its own.',
  frameworks: FRAMEWORKS,
  severity: { usual: 'low', raisedBy: ['a role is or can become an administrator'], loweredBy: [] },
  example: {
    before: policyText(
      awsStatement('arn:aws:iam::999988887777:role/collector', { StringEquals: { 'sts:ExternalId': 'acme-9f31c2' } }),
      awsStatement('arn:aws:iam::444455556666:role/collector', { StringEquals: { 'sts:ExternalId': 'acme-9f31c2' } }),
    ),
    after: policyText(
      awsStatement('arn:aws:iam::999988887777:role/collector', { StringEquals: { 'sts:ExternalId': 'acme-9f31c2' } }),
      awsStatement('arn:aws:iam::444455556666:role/collector', { StringEquals: { 'sts:ExternalId': 'acme-77d0e4' } }),
    ),
  },
  run(graph, context) {
    const foreign = foreignWithId(graph, ownAccounts(graph, context));
    const byId = Map.groupBy(
      foreign.flatMap(({ one, ids }) => ids.map((id) => ({ one, id }))),
      ({ id }) => id,
    );
    const findings = [...byId.values()].flatMap((uses) => {
      const accounts = [...new Set(uses.map(({ one }) => accountOf(one.trust) ?? ''))].sort();
      const roles = [...new Set(uses.map(({ one }) => one.role))];
      const [first] = roles;
      if (first === undefined || accounts.length < 2) return [];
      const ratings = roles.map((role) => ratedByPower(graph, role, 'low'));
      const worst = ratings.find(({ factors }) => factors.length > 0) ?? ratings[0]!;
      return {
        title: `Accounts ${listed(accounts, 5)} are given the same external id`,
        severity: worst.severity,
        confidence: 'medium' as const,
        subjects: roles.map(({ id }) => id),
        places: uses.map(({ one }) => one.trust.place).slice(0, 20),
        evidence: uses.slice(0, 20).map(({ one }) => ({
          what: `${identityInWords(one.role)} asks ${accountOf(one.trust)} for it.`,
          place: one.trust.place,
        })),
        factors: worst.factors,
        remediation: trustExternalIdShared.remediation,
      };
    });
    return { examined: byId.size, findings };
  },
};

function foreignWithId(graph: Graph, own: ReadonlySet<string>) {
  return trustedRoles(graph, ['account', 'principal'])
    .filter((one) => isForeign(one, own))
    .map((one) => ({ one, ids: externalIds(one.trust) }))
    .filter(({ ids }) => ids.length > 0);
}
