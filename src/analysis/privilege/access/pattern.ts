/**
 * Patterns of policies, read once and matched often.
 *
 * Wildcards stand in the text of a pattern as two noncharacters of Unicode, so that a literal `*`, from `${*}` or from
 * the value of a variable, is not taken for one.
 */
const ANY = '\uFFFE';
const ONE = '\uFFFF';

/** `${aws:username}` or `${aws:PrincipalTag/team, 'none'}`. */
interface Variable {
  /** In lower case: names of keys match in either case. */
  readonly key: string;
  /** As it is written. */
  readonly name: string;
  /** Stands in where the request has no such key. */
  readonly fallback?: string;
}

/** Text of a pattern with wildcards marked; split at variables where it has any. */
export type PatternText = string | readonly (string | Variable)[];

/** What of a pattern's text has a meaning beyond itself. */
export interface Syntax {
  /** `*` and `?`. */
  readonly wildcards: boolean;
  /** `${…}`: policies of version 2012-10-17 only. */
  readonly variables: boolean;
}

/**
 * Reads a pattern.
 *
 * Variables, their default values, and the special characters `${*}`, `${?}`, `${$}`:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function readPattern(raw: string, { wildcards, variables }: Syntax): PatternText {
  const mark = (text: string): string => (wildcards ? withWildcards(text) : text);
  if (!variables || !raw.includes('${')) return mark(raw);
  const parts: (string | Variable)[] = [];
  let literal = '';
  let from = 0;
  for (const found of raw.matchAll(/\$\{([^{}]*)\}/g)) {
    literal += mark(raw.slice(from, found.index));
    from = found.index + found[0].length;
    const inner = found[1] ?? '';
    if (inner === '*' || inner === '?' || inner === '$') {
      literal += inner;
      continue;
    }
    const { name, fallback } = readVariable(inner);
    if (name === '') {
      literal += found[0];
      continue;
    }
    if (literal !== '') parts.push(literal);
    literal = '';
    parts.push({ key: name.toLowerCase(), name, ...(fallback !== undefined && { fallback }) });
  }
  literal += mark(raw.slice(from));
  if (parts.length === 0) return literal;
  if (literal !== '') parts.push(literal);
  return parts;
}

/** `aws:PrincipalTag/team, 'none'`: a name, and what stands in for it. By hand: a policy may hold what keeps a regex busy. */
function readVariable(inner: string): { readonly name: string; readonly fallback?: string } {
  const comma = inner.indexOf(',');
  if (comma === -1) return { name: inner.trim() };
  const rest = inner.slice(comma + 1).trim();
  const quoted = rest.length >= 2 && rest.startsWith("'") && rest.endsWith("'");
  return quoted ? { name: inner.slice(0, comma).trim(), fallback: rest.slice(1, -1) } : { name: '' };
}

/**
 * How the beginning of a text, of which the rest is not known, matches a pattern as it is written: undefined when that
 * depends on the rest.
 */
export function beginningMatches(
  raw: string,
  { wildcards, variables }: Syntax,
  beginning: string,
): boolean | undefined {
  if (variables && raw.includes('${')) return undefined;
  const open = wildcards ? raw.search(/[*?]/) : -1;
  const literal = open === -1 ? raw : raw.slice(0, open);
  if (open === raw.length - 1 && raw.endsWith('*') && beginning.startsWith(literal)) return true;
  return literal.startsWith(beginning) || (open !== -1 && beginning.startsWith(literal)) ? undefined : false;
}

/** Text in which every `*` and `?` is a wildcard. */
export function withWildcards(text: string): string {
  return text.replaceAll('*', ANY).replaceAll('?', ONE);
}

/** Stands for a variable whose value is not known. */
export const ANY_TEXT = ANY;

/** Whether text matches a pattern: case counts, wildcards take in everything, `:` and `/` too. */
function globMatches(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    const c = pattern.charCodeAt(p);
    if (c === 0xfffe) {
      star = p++;
      resume = t;
    } else if (p < pattern.length && (c === 0xffff || c === text.charCodeAt(t))) {
      p++;
      t++;
    } else if (star !== -1) {
      // Only the last star is tried again, so the steps are at most pattern length times text length.
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (pattern.charCodeAt(p) === 0xfffe) p++;
  return p === pattern.length;
}

/** A test of text against a pattern without variables. */
export type Matcher = (text: string) => boolean;

const EVERYTHING: Matcher = () => true;
const NOTHING: Matcher = () => false;
/** Parts of an ARN between colons; what names the resource may hold more. */
const ARN_PARTS = 6;

/** A matcher of {@link globMatches}, quick for the usual shapes: everything, one text, a beginning. */
export function globMatcher(pattern: string): Matcher {
  if (pattern === ANY) return EVERYTHING;
  const open = firstWildcard(pattern);
  if (open === -1) return (text) => text === pattern;
  if (open === pattern.length - 1 && pattern.endsWith(ANY)) {
    const start = pattern.slice(0, open);
    return (text) => text.startsWith(start);
  }
  return (text) => globMatches(pattern, text);
}

function firstWildcard(pattern: string): number {
  const any = pattern.indexOf(ANY);
  const one = pattern.indexOf(ONE);
  if (any === -1) return one;
  return one === -1 ? any : Math.min(any, one);
}

/**
 * A matcher of ARNs for Resource and NotResource: a wildcard stays within its segment, the part between two colons,
 * unless it is a `*` that ends the segment, which goes on beyond. What follows the fifth colon names the resource and
 * may hold colons itself, so wildcards there take in everything.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function resourceMatcher(pattern: string): Matcher {
  const simple = firstWildcard(pattern);
  if (simple === -1 || simple === pattern.length - 1) return globMatcher(pattern);
  const head: string[] = [];
  let from = 0;
  while (head.length < 5) {
    const colon = pattern.indexOf(':', from);
    if (colon === -1) break;
    const segment = pattern.slice(from, colon);
    if (segment.endsWith(ANY)) break;
    head.push(segment);
    from = colon + 1;
  }
  if (head.every((segment) => firstWildcard(segment) === -1)) return globMatcher(pattern);
  const tail = pattern.slice(from);
  return (text) => {
    let at = 0;
    for (const segment of head) {
      const colon = text.indexOf(':', at);
      if (colon === -1 || !globMatches(segment, text.slice(at, colon))) return false;
      at = colon + 1;
    }
    return globMatches(tail, text.slice(at));
  };
}

/**
 * A matcher for the ARN operators of conditions: each of the six segments is checked by itself.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function arnMatcher(pattern: string): Matcher {
  if (pattern === ANY) return EVERYTHING;
  const wanted = segmentsOf(pattern);
  // What is no ARN matches none, not even itself.
  if (wanted.length < ARN_PARTS) return NOTHING;
  return (text) => {
    const given = segmentsOf(text);
    return (
      given.length === ARN_PARTS &&
      given[0] === 'arn' &&
      wanted.every((segment, index) => globMatches(segment, given[index] ?? ''))
    );
  };
}

/** The six parts of an ARN; the last holds whatever colons follow. */
function segmentsOf(arn: string): readonly string[] {
  const segments: string[] = [];
  let from = 0;
  while (segments.length < ARN_PARTS - 1) {
    const colon = arn.indexOf(':', from);
    if (colon === -1) break;
    segments.push(arn.slice(from, colon));
    from = colon + 1;
  }
  segments.push(arn.slice(from));
  return segments;
}

/**
 * An ARN that ends before its sixth part goes on with wildcards in policies of identities: `arn:aws:sqs` is every queue.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function completeArn(raw: string): string {
  const parts = raw.startsWith('arn:') ? raw.split(':', 6).length : 6;
  return raw + ':*'.repeat(6 - parts);
}
