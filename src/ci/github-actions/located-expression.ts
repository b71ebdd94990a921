import type { YamlRange, YamlScalar } from '../yaml/node.ts';
import { pieceFinder } from '../yaml/source-search.ts';
import { contextUses, tokenize } from './expression.ts';
import type { ContextUse } from './expression.ts';

/** A context that a scalar's expression reads, with its place in the file. */
export interface LocatedUse extends YamlRange {
  readonly path: ContextUse['path'];
  readonly inCall?: string;
}

/** Aliases share scalars and several readers ask for the same ones: each is read once. */
const read = {
  braced: new WeakMap<YamlScalar, readonly LocatedUse[]>(),
  bare: new WeakMap<YamlScalar, readonly LocatedUse[]>(),
};

/**
 * Finds the contexts read by a scalar: within each `${{ … }}`, or in the whole text where `bare` (an `if:` needs no
 * braces). A range is exact where the file shows the context as the parsed value has it, else it is the expression's.
 */
export function usesIn(text: string, scalar: YamlScalar, bare = false): readonly LocatedUse[] {
  const known = bare ? read.bare : read.braced;
  const uses = known.get(scalar) ?? findUses(text, scalar, bare);
  known.set(scalar, uses);
  return uses;
}

function findUses(text: string, scalar: YamlScalar, bare: boolean): readonly LocatedUse[] {
  const spans = expressionSpans(scalar.value);
  if (spans.length === 0) return bare ? locate(scalar.value, text, scalar) : [];
  const starts = [...text.slice(scalar.start, scalar.end).matchAll(/\$\{\{/g)].map(({ index }) => scalar.start + index);
  const aligned = starts.length === spans.length;
  return spans.flatMap(({ start, end }, index) => {
    const from = starts[index];
    const to = starts[index + 1] ?? scalar.end;
    const range = aligned && from !== undefined ? { start: from, end: endOfExpression(text, from, to) } : scalar;
    return locate(scalar.value.slice(start + 3, end - 2), text, range);
  });
}

function locate(expression: string, text: string, range: YamlRange): readonly LocatedUse[] {
  const find = pieceFinder(text, range);
  return contextUses(expression, tokenize(expression)).map((use) => {
    const located = { path: use.path, ...find(use.text) };
    return use.inCall === undefined ? located : { ...located, inCall: use.inCall };
  });
}

/** Spans of `${{ … }}` in a value, braces included. The first `}}` outside of a string closes. */
function expressionSpans(value: string): readonly YamlRange[] {
  const spans: YamlRange[] = [];
  let start = value.indexOf('${{');
  while (start !== -1) {
    const end = closing(value, start + 3);
    if (end === undefined) break;
    spans.push({ start, end });
    start = value.indexOf('${{', end);
  }
  return spans;
}

function closing(value: string, from: number): number | undefined {
  let quoted = false;
  for (let index = from; index < value.length; index += 1) {
    const character = value[index];
    if (character === "'") quoted = !quoted;
    else if (!quoted && character === '}' && value[index + 1] === '}') return index + 2;
  }
  return undefined;
}

function endOfExpression(text: string, from: number, to: number): number {
  const end = text.slice(from, to).indexOf('}}');
  return end === -1 ? to : from + end + 2;
}
