import type { Identity } from '../../../model/identity.ts';
import type { PolicyStatement } from '../../../model/grant.ts';
import { completeArn } from '../access/pattern.ts';
import { matchesResource } from '../wildcard.ts';

/** Name of what a technique makes. */
const ANY_NAME = 'new-one';
/** More are not tried; the first that is allowed ends the search. */
const MAX_SAMPLES = 12;
/** More pairs of patterns are not tried. */
const MAX_OVERLAPS = 64;

/** A pattern with its variables put in: the user's name where it is asked for, `*` for what is not followed here. */
export function withoutVariables(raw: string, identity: Pick<Identity, 'kind' | 'name'>): string {
  const pattern = completeArn(raw);
  if (!pattern.includes('${')) return pattern;
  return pattern
    .replaceAll(/\$\{aws:username\}/gi, identity.kind === 'user' ? identity.name : '*')
    .replaceAll(/\$\{[^}]*\}/g, '*');
}

/** The resource patterns of a statement; everything where it says what it leaves out. */
export function patternsOf(statement: PolicyStatement, identity: Pick<Identity, 'kind' | 'name'>): readonly string[] {
  if (statement.notResources.length > 0 || statement.resources.length === 0) return ['*'];
  return statement.resources.map((pattern) => withoutVariables(pattern, identity));
}

/** Whether a statement is about a resource, as far as its Resource or NotResource tells. */
export function isAbout(statement: PolicyStatement, arn: string, identity: Pick<Identity, 'kind' | 'name'>): boolean {
  if (statement.notResources.length > 0) {
    return !statement.notResources.some((pattern) => matchesResource(withoutVariables(pattern, identity), arn));
  }
  return patternsOf(statement, identity).some((pattern) => matchesResource(pattern, arn));
}

/**
 * ARNs of a kind on which each of several calls may be allowed, the most usual first: whoever makes something chooses its
 * name, so one that is allowed for all of them is enough.
 *
 * @param template Such as `lambda:REGION:ACCOUNT:function:*`.
 * @param calls The statements that allow each call.
 * @param region Where the calls are made, for patterns that leave it open.
 */
export function samples(
  template: string,
  calls: readonly (readonly PolicyStatement[])[],
  identity: Pick<Identity, 'id' | 'kind' | 'name' | 'account'>,
  region: string,
): readonly string[] {
  const partition = identity.id.split(':')[1] ?? 'aws';
  const account = identity.account ?? '';
  const kind = `arn:${partition}:${template.replace('ACCOUNT', account)}`;
  const glob = kind.replace('REGION', '*');
  const usual = kind.replace('REGION', region).replaceAll('*', ANY_NAME);
  const patterns = calls.map((statements) => statements.flatMap((statement) => patternsOf(statement, identity)));
  const found = new Set<string>();
  for (const pattern of candidates(patterns)) {
    const sample = matchesResource(pattern, usual) ? usual : sampleOf(pattern, usual);
    const suits = patterns.every((ofOne) => ofOne.some((one) => matchesResource(one, sample)));
    if (suits && matchesResource(glob, sample)) found.add(sample);
    if (found.size >= MAX_SAMPLES) break;
  }
  return [...found];
}

/** The patterns of all calls, and what two of different calls have in common: `a-*` and `*-b` make `a-*-b`. */
function* candidates(patterns: readonly (readonly string[])[]): Iterable<string> {
  for (const ofOne of patterns) yield* ofOne;
  let left = MAX_OVERLAPS;
  for (const [index, ofOne] of patterns.entries()) {
    for (const others of [...patterns.slice(0, index), ...patterns.slice(index + 1)]) {
      for (const head of ofOne) {
        for (const tail of others) {
          if (left-- === 0) return;
          if (isOpen(head) && isOpen(tail)) yield `${beforeStar(head)}*${afterStar(tail)}`;
        }
      }
    }
  }
}

/** Whether the name at its end has a wildcard. */
function isOpen(pattern: string): boolean {
  return pattern.lastIndexOf('*') > pattern.lastIndexOf(':');
}

function beforeStar(pattern: string): string {
  return pattern.slice(0, pattern.indexOf('*', pattern.lastIndexOf(':')));
}

function afterStar(pattern: string): string {
  return pattern.slice(pattern.lastIndexOf('*') + 1);
}

/** The pattern with its wildcards filled: a whole field as it usually is, a part of a field by a name. */
function sampleOf(pattern: string, usual: string): string {
  const fields = pattern.split(':');
  const usualFields = usual.split(':');
  const head = fields.slice(0, 5).map((field, index) => (/^\*+$/.test(field) ? (usualFields[index] ?? '') : field));
  const rest = fields.slice(5).join(':');
  const usualRest = usualFields.slice(5).join(':');
  const tail = /^\**$/.test(rest) ? usualRest : fill(rest, usualRest);
  return [...head, tail].join(':').replaceAll('?', 'x');
}

/** `function:team-*` becomes `function:team-new-one`; parts that the pattern does not reach are taken as usual. */
function fill(rest: string, usual: string): string {
  const filled = rest.replaceAll(/\*+/g, ANY_NAME);
  const missing = usual.split('/').length - filled.split('/').length;
  return missing > 0 && rest.endsWith('*') ? `${filled}${`/${ANY_NAME}`.repeat(missing)}` : filled;
}
