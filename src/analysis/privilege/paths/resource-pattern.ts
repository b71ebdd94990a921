import type { Identity } from '../../../model/identity.ts';
import type { PolicyStatement } from '../../../model/grant.ts';
import { matchesResource } from '../wildcard.ts';

/** Name of what a technique makes. */
const ANY_NAME = 'new-one';
/** More are not tried; the first that is allowed ends the search. */
const MAX_SAMPLES = 12;

/** A pattern with its variables put in: the user's name where it is asked for, `*` for what is not followed here. */
export function withoutVariables(pattern: string, identity: Pick<Identity, 'kind' | 'name'>): string {
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
 * ARNs of a kind that these statements may be about, the most usual first: whoever makes something chooses its name, so
 * one that is allowed is enough.
 *
 * @param template Such as `lambda:REGION:ACCOUNT:function:*`.
 * @param region Where the calls are made, for patterns that leave it open.
 */
export function samples(
  template: string,
  statements: readonly PolicyStatement[],
  identity: Pick<Identity, 'id' | 'kind' | 'name' | 'account'>,
  region: string,
): readonly string[] {
  const partition = identity.id.split(':')[1] ?? 'aws';
  const account = identity.account ?? '';
  const kind = `arn:${partition}:${template.replace('ACCOUNT', account)}`;
  const glob = kind.replace('REGION', '*');
  const usual = kind.replace('REGION', region).replaceAll('*', ANY_NAME);
  const found = new Set<string>();
  for (const statement of statements) {
    for (const pattern of patternsOf(statement, identity)) {
      const sample = matchesResource(pattern, usual) ? usual : sampleOf(pattern, usual);
      if (matchesResource(glob, sample) && matchesResource(pattern, sample)) found.add(sample);
      if (found.size >= MAX_SAMPLES) return [...found];
    }
  }
  return [...found];
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
