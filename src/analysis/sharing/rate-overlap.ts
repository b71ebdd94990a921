import type { Graph } from '../../graph/graph.ts';
import type { Config } from '../../model/config.ts';
import type { Confidence, Credential, Severity } from '../../model/credential.ts';
import type { DomainClass } from '../../model/domain.ts';
import type { Factor, Finding } from '../../model/finding.ts';
import { powerOf } from '../privilege/power.ts';
import { factorOf, mitigations, type Circumstance } from '../secrets/circumstances.ts';
import { SEVERITY_ORDER, shiftSeverity } from '../severity.ts';
import type { OverlapDraft } from './find-overlaps.ts';
import { inWords } from './uses.ts';

/** Whose identities a class serves, where that is people: what joins two of them joins two populations. */
const PEOPLE: Partial<Readonly<Record<DomainClass, string>>> = {
  customer: 'customer',
  workforce: 'workforce',
  partner: 'partner',
};

/**
 * Rates an overlap. It begins with what is shared: a secret with its own severity, at most high; an identity or a
 * stored secret with medium. It goes up a step where customer, workforce or partner identities meet in it, and a step
 * where the shared identity has, or can get, all rights of its account; and down for what makes the secret itself less
 * of a danger. So critical takes two things at once.
 */
export function rateOverlap(
  draft: OverlapDraft,
  graph: Graph,
  config: Config,
  now: Date,
): Pick<Finding, 'severity' | 'confidence' | 'factors'> {
  const base = baseOf(draft);
  const power = draft.identity === undefined ? undefined : powerOf(graph, draft.identity.id);
  const moves: readonly Circumstance[] = [
    ...crossing(draft, config),
    ...(power === undefined ? [] : [{ steps: 1, what: `the shared identity ${power}` }]),
    ...sharedMitigations(draft, now),
  ];
  return {
    severity: moves.reduce((severity, { steps }) => shiftSeverity(severity, steps), base.severity),
    confidence: base.confidence,
    factors: [{ what: base.what, effect: 'sets' }, ...moves.map(factorOf), ...unknownRights(draft, graph)],
  };
}

interface Base {
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly what: string;
}

function baseOf({ by, credentials, domains }: OverlapDraft): Base {
  if (by === 'reference') {
    return {
      severity: 'medium',
      confidence: 'medium',
      what: `one stored secret or store is used by ${inWords(domains)}; it can still be rotated in one place`,
    };
  }
  if (by === 'identity') {
    return { severity: 'medium', confidence: 'high', what: `one identity acts for ${inWords(domains)}` };
  }
  // A public id alone says who is used, and holds no secret.
  let worst: Credential | undefined;
  for (const credential of credentials) {
    const isWorse = worst === undefined || SEVERITY_ORDER[credential.severity] < SEVERITY_ORDER[worst.severity];
    if (isWorse) worst = credential;
  }
  if (worst === undefined || worst.severity === 'info') {
    return { severity: 'medium', confidence: 'high', what: `one key’s public id stands in ${inWords(domains)}` };
  }
  return {
    severity: worst.severity === 'critical' ? 'high' : worst.severity,
    confidence: worst.confidence,
    what: `one ${worst.title} is used by ${inWords(domains)}`,
  };
}

function crossing({ domains }: OverlapDraft, config: Config): readonly Circumstance[] {
  const classes = domains.map((id) => config.domains.find((domain) => domain.id === id)?.class);
  const people = [...new Set(classes.flatMap((one) => (one === undefined ? [] : (PEOPLE[one] ?? []))))];
  return people.length < 2 ? [] : [{ steps: 1, what: `${inWords(people)} identities meet in it` }];
}

/** What holds for every one of the credentials. */
function sharedMitigations({ credentials }: OverlapDraft, now: Date): readonly Circumstance[] {
  let shared: readonly Circumstance[] | undefined;
  for (const credential of credentials) {
    const own = mitigations(credential, now);
    shared = (shared ?? own).filter(({ what }) => own.some((other) => other.what === what));
  }
  return shared ?? [];
}

function unknownRights({ identity, by }: OverlapDraft, graph: Graph): readonly Factor[] {
  if (identity === undefined || by === 'reference' || (graph.grantsByIdentity.get(identity.id) ?? []).length > 0) {
    return [];
  }
  return [
    { what: 'what the identity can do is not known: no export that was read lists its policies', effect: 'sets' },
  ];
}
