import type { AccessReason } from '../../../model/access.ts';
import type { Context } from './known.ts';
import type { Entry } from './entry.ts';
import type { Named } from './principal-match.ts';
import { anyWay, namedBy } from './principal-match.ts';
import type { Requester } from './requester.ts';
import type { CompiledStatement } from './statement.ts';
import type { Ternary } from './ternary.ts';
import { DEPENDS, NO, YES, and, or } from './ternary.ts';

/** What is asked, made ready for statements. */
export interface Question {
  /** In lower case. */
  readonly action: string;
  readonly resource: string;
  readonly requester: Requester;
  /** Whether a permissions boundary limits who asks. */
  readonly bounded: boolean;
  readonly context: Context;
}

/** A statement that is about the question, or may be. */
export interface Hit {
  readonly entry: Entry;
  readonly of: CompiledStatement;
  readonly truth: Ternary;
  readonly depends: readonly string[];
}

/** What one kind of policy says to a question. */
export interface Layer {
  readonly entries: readonly Entry[];
  readonly allows: Ternary;
  readonly allow: readonly Hit[];
  readonly deny: readonly Hit[];
  /** Whether the text of a policy is not known and might deny. */
  readonly mayDeny: boolean;
}

const NONE: readonly string[] = [];
const NO_HITS: readonly Hit[] = [];

/** Asks policies that name no principal: those of identities, boundaries, guardrails and sessions. */
export function ask(entries: readonly Entry[], question: Question): Layer {
  let allows: Ternary = NO;
  let allow: Hit[] | undefined;
  let deny: Hit[] | undefined;
  let mayDeny = false;
  for (const entry of entries) {
    if (!entry.known) {
      allows = or(allows, DEPENDS);
      mayDeny ||= entry.mayDeny;
      continue;
    }
    const matching = entry.policy.matching(question.action);
    for (const of of matching.deny) {
      const hit = hitOf(entry, of, question);
      if (hit !== undefined) (deny ??= []).push(hit);
    }
    for (const of of matching.allow) {
      const hit = hitOf(entry, of, question);
      if (hit === undefined) continue;
      (allow ??= []).push(hit);
      allows = or(allows, hit.truth);
    }
  }
  return { entries, allows, allow: allow ?? NO_HITS, deny: deny ?? NO_HITS, mayDeny };
}

function hitOf(entry: Entry, of: CompiledStatement, question: Question): Hit | undefined {
  if (of.always) return { entry, of, truth: YES, depends: NONE };
  const depends: string[] = [];
  const truth = truthOf(of, question, depends);
  return truth === NO ? undefined : { entry, of, truth, depends: truth === YES ? NONE : depends };
}

function truthOf(of: CompiledStatement, { resource, context }: Question, depends: string[]): Ternary {
  const on = of.coversResource(resource, context, depends);
  return on === NO ? NO : and(on, of.conditionsHold(context, depends));
}

/** A statement of a policy at a resource. */
interface ResourceHit extends Hit {
  readonly named: Named;
}

/** What policies at a resource say, by how they name who asks. */
export interface ResourceLayer extends Layer {
  readonly allow: readonly ResourceHit[];
  readonly named: Named;
}

/** Asks policies that stand at what is acted on. */
export function askResource(entries: readonly Entry[], question: Question): ResourceLayer {
  let direct: Ternary = NO;
  let role: Ternary = NO;
  let account: Ternary = NO;
  const allow: ResourceHit[] = [];
  const deny: ResourceHit[] = [];
  for (const entry of entries) {
    const matching = entry.policy.matching(question.action);
    for (const of of [...matching.deny, ...matching.allow]) {
      const depends: string[] = [];
      const named = namedBy(of.statement, question.requester, question.bounded, depends);
      const who = anyWay(named);
      const truth = who === NO ? NO : and(who, truthOf(of, question, depends));
      if (truth === NO) continue;
      const hit: ResourceHit = { entry, of, truth, depends: truth === YES ? NONE : depends, named };
      if (of.statement.effect === 'Deny') {
        deny.push(hit);
        continue;
      }
      allow.push(hit);
      direct = or(direct, and(named.direct, truth));
      role = or(role, and(named.role, truth));
      account = or(account, and(named.account, truth));
    }
  }
  const allows = or(direct, or(role, account));
  return { entries, allows, allow, deny, mayDeny: false, named: { direct, role, account } };
}

/** Layers by action; more are asked anew. */
const MOST_KEPT = 1024;

/**
 * Policies of the levels of an organisation above an account, each of which must allow. Where what they say of an
 * action is the same for everybody and every resource, as it mostly is, it is asked once.
 */
export class Levels {
  readonly #levels: readonly (readonly Entry[])[];
  readonly #kept = new Map<string, readonly Layer[]>();

  constructor(levels: readonly (readonly Entry[])[]) {
    this.#levels = levels;
  }

  ask(question: Question): readonly Layer[] {
    const kept = this.#kept.get(question.action);
    if (kept !== undefined) return kept;
    const layers = this.#levels.map((entries) => ask(entries, question));
    const same = this.#levels.every((entries) =>
      entries.every(({ policy }) => {
        const { allow, deny } = policy.matching(question.action);
        return allow.every(({ always }) => always) && deny.every(({ always }) => always);
      }),
    );
    if (same) {
      if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
      this.#kept.set(question.action, layers);
    }
    return layers;
  }
}

/** Statements of hits as reasons, each once, the certain ones alone where there are any. */
export function reasonsOf(hits: readonly Hit[]): readonly AccessReason[] {
  const certain = hits.filter(({ truth }) => truth === YES);
  return (certain.length > 0 ? certain : hits).map(({ entry, of, depends }) => entry.reason(of, depends));
}
