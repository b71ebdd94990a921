import type { AccessDecision, AccessReason, AccessRequest } from '../../../model/access.ts';
import type { Hit, Layer, ResourceLayer } from './layer.ts';
import { reasonsOf } from './layer.ts';
import type { Requester } from './requester.ts';
import type { Rule } from './rules.ts';
import { ROOT_BUCKET_ACTIONS, RULES, WITHOUT_RESOURCE_POLICIES } from './rules.ts';
import type { Ternary } from './ternary.ts';
import { DEPENDS, NO, YES, and, not, or, verdictOf } from './ternary.ts';

/** Everything that policies say to a request. */
export interface Findings {
  readonly request: AccessRequest;
  /** Prefix of the action's service. */
  readonly service: string;
  readonly requester: Requester;
  /** Whether what is acted on is of another account than who acts. */
  readonly acrossAccounts: boolean;
  readonly identity: Layer;
  /** False when the identity's own policies were not read. */
  readonly identityKnown: boolean;
  readonly boundary: Layer | undefined;
  readonly session: Layer | undefined;
  /** One for each level of the organisation. */
  readonly scp: readonly Layer[];
  readonly rcp: readonly Layer[];
  /** Policy of the VPC endpoint that the request goes through, where it is said to go through one. */
  readonly endpoint: ResourceLayer | undefined;
  /** Undefined when no policy of the resource was read. */
  readonly atResource: ResourceLayer | undefined;
  /** Whether settings of the bucket take from whoever asks what a public policy of it grants. */
  readonly publicRestricted: boolean;
  /** Grants of a KMS key. */
  readonly grants: ResourceLayer | undefined;
}

/** More would not be read. */
const MOST_REASONS = 20;

/** What grants, before policies of the organisation and denials: how far, by which rule, and by which statements. */
interface Way {
  readonly truth: Ternary;
  readonly rule: Rule;
  /** Statements of each policy layer that allows. */
  readonly by: readonly (readonly Hit[])[];
  readonly notes?: readonly AccessReason[];
}

/**
 * The verdict by AWS's order: what denies, then policies of the organisation, then policies at the resource, of the
 * identity, boundary and session.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export function decided(found: Findings): AccessDecision {
  const { identity, boundary, session, scp, rcp, endpoint, atResource } = found;
  if (found.requester.kind === 'root') {
    const action = found.request.action.toLowerCase();
    if (isAssuming(found) || action === 'sts:assumerole') return said(NO, RULES.rootAssume, []);
    const own = !found.acrossAccounts && ROOT_BUCKET_ACTIONS.has(action);
    if (own && scp.length === 0 && rcp.length === 0) return said(YES, RULES.rootBucketPolicy, []);
  }
  const limits: Layer[] = [...scp, ...rcp];
  if (boundary !== undefined) limits.push(boundary);
  if (session !== undefined) limits.push(session);
  if (endpoint !== undefined) limits.push(endpoint);
  const layers = [...limits, ...(atResource === undefined ? [] : [atResource]), identity];
  let denied: Ternary = NO;
  for (const { deny, mayDeny } of layers) {
    if (mayDeny) denied = or(denied, DEPENDS);
    for (const { truth } of deny) denied = or(denied, truth);
  }
  if (denied === YES) return said(NO, RULES.explicitDeny, reasonsOf(layers.flatMap(({ deny }) => deny)));

  const way = wayOf(found);
  if (way.truth === NO) return said(NO, way.rule, [...(way.notes ?? []), ...way.by.flatMap(reasonsOf)]);
  for (const layer of limits) {
    if (layer === boundary || layer === session || layer.allows !== NO) continue;
    const rule = layer === endpoint ? RULES.endpoint : scp.includes(layer) ? RULES.scp : RULES.rcp;
    return said(NO, rule, [...leftOut(layer, found), ...way.by.flatMap(reasonsOf)]);
  }
  const outer = [...scp, ...rcp, ...(endpoint === undefined ? [] : [endpoint])];
  return said(and(and(way.truth, not(denied)), least(outer)), way.rule, [
    ...(denied === NO ? [] : denials(layers)),
    ...outer.flatMap((layer) => openings(layer)),
    ...(way.notes ?? []),
    ...way.by.flatMap(reasonsOf),
  ]);
}

/** What may deny: statements whose conditions are open, and policies whose text was not read. */
function denials(layers: readonly Layer[]): readonly AccessReason[] {
  const unread = layers.flatMap(({ entries }) => entries.filter((entry) => entry.mayDeny));
  return [...reasonsOf(layers.flatMap(({ deny }) => deny)), ...unread.map((entry) => entry.unread('Deny'))];
}

function said(truth: Ternary, { rule, docs }: Rule, reasons: readonly AccessReason[]): AccessDecision {
  const shown = reasons.length > MOST_REASONS ? reasons.slice(0, MOST_REASONS) : reasons;
  return { verdict: verdictOf(truth), reasons: shown, rule, docs };
}

function least(layers: readonly Layer[]): Ternary {
  return layers.reduce<Ternary>((result, { allows }) => and(result, allows), YES);
}

/** Statements by which a limit leaves something open; none where it leaves everything open anyway. */
function openings({ allow, entries, allows }: Layer): readonly AccessReason[] {
  const free = allow.some(
    ({ truth, of: { statement } }) =>
      truth === YES &&
      statement.actions.includes('*') &&
      statement.resources.includes('*') &&
      statement.notActions.length === 0,
  );
  if (free) return [];
  const unread = allows === DEPENDS ? entries.filter((entry) => !entry.known) : [];
  return [...reasonsOf(allow).slice(0, 1), ...unread.map((entry) => entry.unread('Allow'))];
}

function leftOut({ entries }: Layer, { request }: Findings): readonly AccessReason[] {
  return entries.slice(0, 5).map((entry) => entry.leavesOut(request.action, request.resource));
}

/** How the request is granted, or why not. */
function wayOf(found: Findings): Way {
  const { grants } = found;
  const way = wayByPolicies(found);
  if (grants === undefined || grants.allows === NO) return way;
  return best([way, { truth: grants.allows, rule: RULES.keyGrant, by: [grants.allow] }]);
}

function wayByPolicies(found: Findings): Way {
  const { kind } = found.requester;
  if (kind === 'service' || kind === 'provider') return outside(found);
  if (kind === 'root') return ofRoot(found);
  const own = ofIdentity(found);
  if (found.acrossAccounts) return across(found, own);
  const { atResource } = found;
  const needs = policyNeeded(found);
  if (atResource === undefined) return needs === undefined ? own : unreadPolicy(found, own, needs);
  const { named, allow } = atResource;
  const ways: Way[] = [];
  if (named.direct !== NO) {
    const way: Way = {
      truth: named.direct,
      rule: needs?.direct ?? RULES.resourceDirect,
      by: [allow.filter((hit) => hit.named.direct !== NO)],
    };
    // The user's ARN names a federated session no more than a role's ARN names a session.
    const ofSession = found.session !== undefined && kind === 'user' && found.requester.session === undefined;
    ways.push(ofSession ? limitedWay(found, way) : way);
  }
  if (named.role !== NO) {
    const way: Way = {
      truth: named.role,
      rule: needs?.direct ?? RULES.resourceRole,
      by: [allow.filter((hit) => hit.named.role !== NO)],
    };
    ways.push(limitedWay(found, way));
  }
  ways.push(needs === undefined ? own : throughAccount(own, atResource, needs));
  return best(ways);
}

/** Where a role or a key hands the decision to its account. */
function throughAccount(own: Way, { named, allow }: ResourceLayer, needs: Needed): Way {
  if (named.account === NO) return { ...own, truth: NO, rule: needs.missing };
  return {
    ...own,
    truth: and(named.account, own.truth),
    rule: own.truth === NO ? own.rule : needs.account,
    by: [allow.filter((hit) => hit.named.account !== NO), ...own.by],
  };
}

/** The way that grants most; of equal ones the first. */
function best(ways: readonly Way[]): Way {
  return ways.reduce((chosen, way) => (way.truth > chosen.truth ? way : chosen));
}

/** By the identity's own policies, within boundary and session. */
function ofIdentity(found: Findings): Way {
  const { identity, identityKnown, requester } = found;
  const notes = identity.entries.filter(({ known }) => !known).map((entry) => entry.unread('Allow'));
  if (!identityKnown) {
    const truth = or(identity.allows, DEPENDS);
    return limitedWay(found, {
      truth,
      rule: RULES.identity,
      by: [identity.allow],
      notes: [notRead(found, requester.id, 'identity')],
    });
  }
  if (identity.allows === NO) return { truth: NO, rule: RULES.implicitDeny, by: [] };
  return limitedWay(found, {
    truth: identity.allows,
    rule: RULES.identity,
    by: [identity.allow],
    ...(identity.allows === DEPENDS && { notes }),
  });
}

/** A way as far as boundary and session policies leave it. */
function limitedWay(found: Findings, way: Way): Way {
  if (way.truth === NO) return way;
  const { boundary, session, requester } = found;
  if (requester.kind === 'user' && requester.session !== undefined && session === undefined) {
    return { truth: NO, rule: RULES.federated, by: way.by };
  }
  const limits = [boundary, session].filter((layer) => layer !== undefined);
  const closed = limits.find(({ allows }) => allows === NO);
  if (closed !== undefined) {
    const rule = closed === boundary ? RULES.boundary : RULES.session;
    return { truth: NO, rule, by: way.by, notes: leftOut(closed, found) };
  }
  const notes = [...limits.flatMap(openings), ...(way.notes ?? [])];
  return { ...way, truth: and(way.truth, least(limits)), ...(notes.length > 0 && { notes }) };
}

interface Needed {
  readonly direct: Rule;
  readonly account: Rule;
  readonly missing: Rule;
}

const TRUST: Needed = { direct: RULES.trustDirect, account: RULES.trustAccount, missing: RULES.trustMissing };
const KEY: Needed = { direct: RULES.keyDirect, account: RULES.keyAccount, missing: RULES.keyMissing };

function isAssuming({ service, request }: Findings): boolean {
  return service === 'sts' && /:role\//.test(request.resource);
}

/** Roles and keys are open only to whom their own policy lets in. */
function policyNeeded(found: Findings): Needed | undefined {
  if (isAssuming(found)) return TRUST;
  return found.service === 'kms' && /:key\//.test(found.request.resource) ? KEY : undefined;
}

/** A role or a key whose policy was not read: it may name the principal, or the account. */
function unreadPolicy(found: Findings, own: Way, needs: Needed): Way {
  const notes = [notRead(found, found.request.resource, needs === TRUST ? 'trust' : 'resource'), ...(own.notes ?? [])];
  return { truth: needs === TRUST || own.truth !== NO ? DEPENDS : NO, rule: needs.missing, by: own.by, notes };
}

/** Both accounts must allow. */
function across(found: Findings, own: Way): Way {
  const { atResource, service } = found;
  if (atResource === undefined) {
    const never = WITHOUT_RESOURCE_POLICIES.has(service) && !isAssuming(found);
    if (never) return { truth: NO, rule: RULES.crossAccountNever, by: own.by };
    if (own.truth === NO) return own;
    const note = notRead(found, found.request.resource, isAssuming(found) ? 'trust' : 'resource');
    return { truth: DEPENDS, rule: RULES.crossAccount, by: own.by, notes: [note, ...(own.notes ?? [])] };
  }
  const truth = and(own.truth, atResource.allows);
  const by = [atResource.allow, ...own.by];
  if (truth !== NO) return { ...own, truth, rule: RULES.crossAccount, by };
  if (atResource.allows === NO) {
    const left = found.publicRestricted ? RULES.publicRestricted : RULES.crossAccountResource;
    return { truth, rule: own.truth === NO ? own.rule : left, by };
  }
  const limited = own.rule === RULES.boundary || own.rule === RULES.session;
  return { ...own, truth, rule: limited ? own.rule : RULES.crossAccountIdentity, by };
}

/** Services and identity providers have no policies of their own. */
function outside(found: Findings): Way {
  const { atResource } = found;
  if (atResource !== undefined) {
    const restricted = found.publicRestricted && atResource.allows === NO;
    return {
      truth: atResource.allows,
      rule: restricted ? RULES.publicRestricted : RULES.service,
      by: [atResource.allow],
    };
  }
  const kind = isAssuming(found) ? 'trust' : 'resource';
  return { truth: DEPENDS, rule: RULES.service, by: [], notes: [notRead(found, found.request.resource, kind)] };
}

function ofRoot(found: Findings): Way {
  const { atResource, acrossAccounts } = found;
  const own: Way = { truth: YES, rule: RULES.root, by: [] };
  if (acrossAccounts) return across(found, own);
  const needs = policyNeeded(found);
  if (needs === undefined) return own;
  if (atResource === undefined) return unreadPolicy(found, own, needs);
  return {
    truth: atResource.allows,
    rule: atResource.allows === NO ? needs.missing : needs.account,
    by: [atResource.allow],
  };
}

/** That policies which would decide were not read. */
function notRead(found: Findings, whose: string, kind: 'identity' | 'resource' | 'trust'): AccessReason {
  const policy =
    kind === 'identity' ? `policies of ${whose}` : kind === 'trust' ? `trust policy of ${whose}` : `policy of ${whose}`;
  return {
    kind,
    effect: 'Allow',
    policy,
    says: 'It is not among what was read, so what it says is not known.',
    depends: [`the ${policy}`],
    place: placeOf(found, whose),
  };
}

function placeOf({ requester }: Findings, resource: string): AccessReason['place'] {
  const source = requester.identity?.places[0]?.source ?? '';
  return { kind: 'resource', source, provider: 'aws', resource };
}
