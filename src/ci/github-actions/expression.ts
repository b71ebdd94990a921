/**
 * Expressions of GitHub Actions, read without evaluating anything. Grammar:
 * https://docs.github.com/actions/reference/workflows-and-actions/expressions
 */
export interface Token {
  readonly kind: 'name' | 'string' | 'number' | 'punctuation';
  /** Name, number or punctuation as written; a string without its quotes. */
  readonly text: string;
  /** Offsets within the expression, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A context or property that an expression reads, such as `github.event.issue.title`. */
export interface ContextUse {
  /** Lower case, for names are compared so; `*` stands for `.*` and for an index that is computed. */
  readonly path: readonly string[];
  /** As written. */
  readonly text: string;
  /** Function it is an argument of, lower case, such as `tojson`. */
  readonly inCall?: string;
}

const TOKEN =
  /\s+|(?<name>[a-z_][\w-]*)|(?<string>'(?:[^']|'')*')|(?<number>[+-]?\.?\d[\w.]*)|(?<punctuation>&&|\|\||[=!<>]=|.)/giy;

/** Splits an expression; an unclosed string ends up as punctuation, one character at a time. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const kinds = ['name', 'string', 'number', 'punctuation'] as const;
    const kind = kinds.find((name) => match.groups?.[name] !== undefined);
    if (kind === undefined) continue;
    const written = match[0];
    const value = kind === 'string' ? written.slice(1, -1).replaceAll("''", "'") : written;
    tokens.push({ kind, text: value, start: match.index, end: match.index + written.length });
  }
  return tokens;
}

/** Every context the tokens read, also those within an index of another. Works on malformed expressions too. */
export function contextUses(text: string, tokens: readonly Token[]): readonly ContextUse[] {
  const uses: ContextUse[] = [];
  const calls: string[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const before = tokens[index - 1];
    if (token?.kind === 'punctuation' && token.text === '(') calls.push(before?.kind === 'name' ? before.text : '');
    if (token?.kind === 'punctuation' && token.text === ')') calls.pop();
    if (token?.kind !== 'name' || tokens[index + 1]?.text === '(') continue;
    if (before?.kind === 'punctuation' && before.text === '.') continue;
    const { path, next } = readPath(tokens, index);
    const use = { path, text: text.slice(token.start, tokens[next - 1]?.end) };
    const call = calls.at(-1);
    uses.push(call ? { ...use, inCall: call.toLowerCase() } : use);
  }
  return uses;
}

/** Path of names, properties and indexes that starts at a token; `next` is the first token after it. */
export function readPath(
  tokens: readonly Token[],
  first: number,
): { readonly path: readonly string[]; readonly next: number } {
  const path = [(tokens[first]?.text ?? '').toLowerCase()];
  let next = first + 1;
  for (;;) {
    const [a, b, c] = [tokens[next], tokens[next + 1], tokens[next + 2]];
    if (a?.kind !== 'punctuation') break;
    if (a.text === '.' && (b?.kind === 'name' || b?.text === '*')) {
      path.push(b.text.toLowerCase());
      next += 2;
    } else if (a.text === '[' && (b?.kind === 'string' || b?.kind === 'number' || b?.text === '*') && c?.text === ']') {
      path.push(b.text.toLowerCase());
      next += 3;
    } else if (a.text === '[') {
      path.push('*');
      next = afterBracket(tokens, next);
    } else break;
  }
  return { path, next };
}

function afterBracket(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.kind !== 'punctuation') continue;
    if (token.text === '[') depth += 1;
    else if (token.text === ']' && (depth -= 1) === 0) return index + 1;
  }
  return tokens.length;
}
