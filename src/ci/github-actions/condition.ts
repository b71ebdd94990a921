import { readPath, tokenize } from './expression.ts';
import type { Token } from './expression.ts';

/** An expression's structure, as far as guards need it. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'compare'; readonly operator: string; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Condition[] }
  /** Dotted, lower case. */
  | { readonly kind: 'path'; readonly path: string }
  /** Strings and numbers, `true`, `false` and `null` as text. */
  | { readonly kind: 'literal'; readonly text: string };

const MAX_DEPTH = 50;
const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=']);
const WORDS = new Set(['true', 'false', 'null']);

/** Reads an expression without its `${{ }}`; undefined when it is malformed or nested too deeply. */
export function readCondition(text: string): Condition | undefined {
  const tokens = tokenize(text);
  let index = 0;
  const isNext = (punctuation: string): boolean =>
    tokens[index]?.kind === 'punctuation' && tokens[index]?.text === punctuation;
  const take = (punctuation: string): boolean => {
    if (!isNext(punctuation)) return false;
    index += 1;
    return true;
  };

  const chain = (kind: 'and' | 'or', operator: string, part: () => Condition | undefined): Condition | undefined => {
    const of: Condition[] = [];
    do {
      const next = part();
      if (next === undefined) return undefined;
      of.push(next);
    } while (take(operator));
    return of.length === 1 ? of[0] : { kind, of };
  };
  const or = (depth: number): Condition | undefined =>
    depth > MAX_DEPTH ? undefined : chain('or', '||', () => chain('and', '&&', () => comparison(depth)));

  const comparison = (depth: number): Condition | undefined => {
    const left = unary(depth);
    const operator = tokens[index];
    if (left === undefined || operator?.kind !== 'punctuation' || !COMPARISONS.has(operator.text)) return left;
    index += 1;
    const right = unary(depth);
    return right === undefined ? undefined : { kind: 'compare', operator: operator.text, left, right };
  };

  const unary = (depth: number): Condition | undefined => {
    let negated = false;
    while (take('!')) negated = !negated;
    const of = primary(depth);
    return of !== undefined && negated ? { kind: 'not', of } : of;
  };

  const primary = (depth: number): Condition | undefined => {
    const token = tokens[index];
    if (token === undefined) return undefined;
    if (take('(')) {
      const inner = or(depth + 1);
      return take(')') ? inner : undefined;
    }
    if (token.kind === 'string' || token.kind === 'number') {
      index += 1;
      return { kind: 'literal', text: token.text };
    }
    return token.kind === 'name' ? named(token, depth) : undefined;
  };

  const named = (token: Token, depth: number): Condition | undefined => {
    const name = token.text.toLowerCase();
    if (tokens[index + 1]?.text === '(' && tokens[index + 1]?.kind === 'punctuation') {
      index += 2;
      const args: Condition[] = [];
      while (!isNext(')')) {
        const argument = or(depth + 1);
        if (argument === undefined) return undefined;
        args.push(argument);
        if (!take(',')) break;
      }
      return take(')') ? { kind: 'call', name, args } : undefined;
    }
    const { path, next } = readPath(tokens, index);
    index = next;
    return path.length === 1 && WORDS.has(name)
      ? { kind: 'literal', text: name }
      : { kind: 'path', path: path.join('.') };
  };

  const result = or(0);
  return index === tokens.length ? result : undefined;
}
