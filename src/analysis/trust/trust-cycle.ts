import type { Check, FindingDraft } from '../check.ts';
import { identityInWords } from '../identity-in-words.ts';
import { isServiceLinked, listed } from '../privilege/statements.ts';
import { roleHopsOf } from './role-hops.ts';
import type { RoleHop } from './role-hops.ts';
import { letsTake, statementInWords } from './trusted-roles.ts';
import { awsStatement, rolesText } from './trust-text.ts';

/** Roles that may take each other, or themselves, again and again. */
export const trustCycle: Check = {
  id: 'aws.trust-cycle',
  title: 'Roles can be taken in a circle',
  why:
    'A session of a role ends after an hour or a few. Where roles may take each other, or a role itself, whoever once ' +
    'had a session renews it for ever, also after the way in is closed.',
  remediation: 'Decide which of the roles is taken from which, and take the other direction out of the trust policy.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI7:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'low',
    raisedBy: ['the circle leads over several accounts'],
    loweredBy: ['a role that trusts itself alone'],
  },
  example: {
    before: rolesText(
      { name: 'build', trust: awsStatement('arn:aws:iam::111122223333:role/deploy') },
      { name: 'deploy', trust: awsStatement('arn:aws:iam::111122223333:role/build') },
    ),
    after: rolesText(
      { name: 'build', trust: awsStatement('arn:aws:iam::111122223333:role/entry') },
      { name: 'deploy', trust: awsStatement('arn:aws:iam::111122223333:role/build') },
    ),
  },
  run(graph) {
    const roles = graph.identities.filter(
      (identity) => identity.provider === 'aws' && identity.kind === 'role' && !isServiceLinked(identity),
    );
    const hops = roleHopsOf(graph);
    // Only what trusts name one by one: that a whole account is trusted is no decision about a role.
    const into = new Map(roles.map((role) => [role.id, hops.named(role)] as const));
    const circles = circlesOf(into);
    const findings: FindingDraft[] = circles.map((circle) => {
      const members = circle.map(({ to }) => to);
      const accounts = new Set(members.map(({ account }) => account));
      return {
        title: `Roles ${listed(members.map(({ name }) => name).sort(), 5)} can be taken from one another in a circle`,
        severity: accounts.size > 1 ? 'medium' : 'low',
        confidence: circle.some(({ conditional }) => conditional) ? 'medium' : 'high',
        subjects: members.map(({ id }) => id).sort(),
        places: circle.map(({ trust }) => trust.place),
        evidence: circle.map(({ from, to, trust }) => ({
          what: `${identityInWords(to)} trusts ${identityInWords(from)}.`,
          place: trust.place,
        })),
        factors:
          accounts.size > 1
            ? [
                {
                  what: `the circle leads over accounts ${listed([...accounts].map(String).sort(), 5)}`,
                  effect: 'raises' as const,
                },
              ]
            : [],
        remediation: trustCycle.remediation,
      };
    });
    for (const role of roles) {
      const own = (graph.trustsByIdentity.get(role.id) ?? []).find(
        (trust) =>
          trust.effect === 'Allow' && trust.kind === 'principal' && trust.trusted === role.id && letsTake(trust),
      );
      if (own === undefined) continue;
      findings.push({
        title: `${identityInWords(role)} trusts itself`,
        severity: 'info',
        confidence: 'high',
        subjects: [role.id, own.id],
        places: [own.place],
        evidence: [
          {
            what: `${statementInWords(own)} names the role itself, so that a session can renew itself.`,
            place: own.place,
          },
        ],
        factors: [{ what: 'a role that trusts itself alone', effect: 'lowers' }],
        remediation: 'Take the role out of its own trust policy, unless its own sessions need to take it again.',
      });
    }
    return { examined: roles.length, findings };
  },
};

/** One circle through each role that stands in one, the shortest; each circle once. Steps in order, `to` of one is `from` of the next. */
function circlesOf(into: ReadonlyMap<string, readonly RoleHop[]>): readonly (readonly RoleHop[])[] {
  const told = new Set<string>();
  const circles: (readonly RoleHop[])[] = [];
  for (const start of into.keys()) {
    if (told.has(start) || (into.get(start)?.length ?? 0) === 0) continue;
    const circle = shortestCircle(into, start);
    if (circle === undefined) continue;
    for (const { to } of circle) told.add(to.id);
    circles.push(circle);
  }
  return circles;
}

/** Longer circles are not looked for, and of wide graphs only so many roles. */
const LONGEST = 6;
const MOST_VISITED = 5000;

function shortestCircle(into: ReadonlyMap<string, readonly RoleHop[]>, start: string): readonly RoleHop[] | undefined {
  const seen = new Set<string>();
  let ways: readonly (readonly RoleHop[])[] = [[]];
  for (let length = 1; length <= LONGEST && ways.length > 0; length++) {
    const next: (readonly RoleHop[])[] = [];
    for (const way of ways) {
      for (const hop of into.get(way[0]?.from.id ?? start) ?? []) {
        const whole = [hop, ...way];
        if (hop.from.id === start) return whole;
        if (seen.has(hop.from.id) || seen.size >= MOST_VISITED) continue;
        seen.add(hop.from.id);
        next.push(whole);
      }
    }
    ways = next;
  }
  return undefined;
}
