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
}

const NONE: readonly string[] = [];
const NO_HITS: readonly Hit[] = [];

/** Asks policies that name no principal: those of identities, boundaries, guardrails and sessions. */
export function ask(entries: readonly Entry[], question: Question): Layer {
  let allows: Ternary = NO;
  let allow: Hit[] | undefined;
  let deny: Hit[] | undefined;
  for (const entry of entries) {
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
    if (!entry.known) allows = or(allows, DEPENDS);
  }
  return { entries, allows, allow: allow ?? NO_HITS, deny: deny ?? NO_HITS };
}

function hitOf(entry: Entry, of: CompiledStatement, question: Question): Hit | undefined {
  const depends: string[] = [];
  const truth = truthOf(of, question, depends);
  return truth === NO ? undefined : { entry, of, truth, depends: truth === YES ? NONE : depends };
}

function truthOf(of: CompiledStatement, { resource, context }: Question, depends: string[]): Ternary {
  const on = of.coversResource(resource, context, depends);
  return on === NO ? NO : and(on, of.conditionsHold(context, depends));
}

/** What policies at a resource say, by how they name who asks. */
export interface ResourceLayer extends Layer {
  readonly named: Named;
}

/** Asks policies that stand at what is acted on. */
export function askResource(entries: readonly Entry[], question: Question): ResourceLayer {
  let direct: Ternary = NO;
  let role: Ternary = NO;
  let account: Ternary = NO;
  const allow: Hit[] = [];
  const deny: Hit[] = [];
  for (const entry of entries) {
    const matching = entry.policy.matching(question.action);
    for (const of of [...matching.deny, ...matching.allow]) {
      const depends: string[] = [];
      const named = namedBy(of.statement, question.requester, depends);
      const who = anyWay(named);
      const truth = who === NO ? NO : and(who, truthOf(of, question, depends));
      if (truth === NO) continue;
      const hit: Hit = { entry, of, truth, depends: truth === YES ? NONE : depends };
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
  return { entries, allows: or(direct, or(role, account)), allow, deny, named: { direct, role, account } };
}

/** A layer in which every one of several lists of policies must allow, such as the levels of an organisation. */
export function askEach(levels: readonly (readonly Entry[])[], question: Question): readonly Layer[] {
  return levels.map((entries) => ask(entries, question));
}

/** Statements of hits as reasons, each once, the certain ones alone where there are any. */
export function reasonsOf(hits: readonly Hit[]): readonly AccessReason[] {
  const certain = hits.filter(({ truth }) => truth === YES);
  return (certain.length > 0 ? certain : hits).map(({ entry, of, depends }) => entry.reason(of, depends));
}
