import type { Graph } from '../../graph/graph.ts';
import type { Severity } from '../../model/credential.ts';
import type { Factor } from '../../model/finding.ts';
import type { Trust } from '../../model/grant.ts';
import type { Identity } from '../../model/identity.ts';
import { powerOf } from '../privilege/power.ts';
import { isServiceLinked } from '../privilege/statements.ts';
import { matchesPattern } from '../privilege/wildcard.ts';
import { shiftSeverity } from '../severity.ts';

export interface TrustedRole {
  readonly role: Identity;
  readonly trust: Trust;
}

/** Trusts of AWS roles that let somebody in, of the kinds given. Roles that AWS governs itself are left out. */
export function trustedRoles(graph: Graph, kinds: readonly Trust['kind'][]): readonly TrustedRole[] {
  return graph.trusts.flatMap((trust) => {
    const role = graph.identityById.get(trust.identity);
    if (role?.provider !== 'aws' || isServiceLinked(role)) return [];
    return trust.effect === 'Allow' && kinds.includes(trust.kind) ? [{ role, trust }] : [];
  });
}

/** What takes a role, by who takes it. */
const TAKING: Readonly<Record<Trust['kind'], readonly string[]>> = {
  account: ['sts:AssumeRole'],
  principal: ['sts:AssumeRole'],
  service: ['sts:AssumeRole'],
  oidc: ['sts:AssumeRoleWithWebIdentity'],
  saml: ['sts:AssumeRoleWithSAML'],
  anyone: ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'],
};

/** Whether the statement's actions hold the one by which such a principal takes a role; so where they are not known. */
export function letsTake({ kind, actions }: Trust): boolean {
  return actions === undefined || actions.some((pattern) => TAKING[kind].some((one) => matchesPattern(pattern, one)));
}

/** Trust statements of the role that keep a principal out, or everybody, under some condition or none. */
export function denialsOf(graph: Graph, { role, trust }: TrustedRole): readonly Trust[] {
  const trusts = graph.trustsByIdentity.get(role.id) ?? [];
  return trusts.filter(
    (one) =>
      one.effect === 'Deny' &&
      (one.trusted === '*' || (one.kind === trust.kind && one.trusted === trust.trusted)) &&
      (one.actions === undefined ||
        one.actions.some((pattern) => TAKING[trust.kind].some((action) => matchesPattern(pattern, action)))),
  );
}

export interface Rating {
  readonly severity: Severity;
  readonly factors: readonly Factor[];
}

/** A severity with what the role can do taken into account. */
export function ratedByPower(graph: Graph, role: Identity, severity: Severity): Rating {
  const power = powerOf(graph, role.id);
  return power === undefined
    ? { severity, factors: [] }
    : { severity: shiftSeverity(severity, 1), factors: [{ what: `the role ${power}`, effect: 'raises' }] };
}

/** Where a statement stands, as the start of a sentence: `Statement AllowGitHub of the trust policy`. */
export function statementInWords({ sid, place }: Trust): string {
  const index = place.kind === 'resource' ? /\[(\d+)\]$/.exec(place.field ?? '')?.[1] : undefined;
  const which = sid ?? (index === undefined ? undefined : `number ${Number(index) + 1}`);
  return which === undefined ? 'The trust policy' : `Statement ${which} of the trust policy`;
}

/** A Condition element as text, to stand between the sentences of a remediation. */
export function policyText(value: unknown): string {
  return `\n\`\`\`json\n${JSON.stringify(value, undefined, 2)}\n\`\`\`\n`;
}
