import type { PatternAutomaton } from './pattern-automaton.ts';

/**
 * The places of a pattern's loop that some text goes round in two ways: the ways double with every round, and so does
 * the time that a text takes which does not match in the end. Exponential ambiguity, as in Weideman, van der Merwe,
 * Berglund and Watson, "Analyzing matching time behavior of backtracking regular expression matchers by using ambiguity
 * of NFA" (CIAA 2016).
 *
 * @returns Places of each such loop; none where there is no such loop.
 */
export function ambiguousLoops({ masks, next }: PatternAutomaton): readonly (readonly number[])[] {
  return components(next, () => true).filter((places) => isAmbiguous(places, masks, next));
}

/**
 * Pairs of loops behind each other that can share one text in many ways, such as `\d+\w+`: the time grows with the
 * square of the text. Looks at texts of one character, repeated.
 *
 * @returns A place of the first and one of the second, for each pair.
 */
export function sharingLoops({ masks, next }: PatternAutomaton): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  const told = new Set<string>();
  for (const byte of distinctBytes(masks)) {
    const takes = (place: number): boolean => masks[place]![byte] === 1;
    const loops = components(next, takes);
    const loopOf = new Map(loops.flatMap((places, index) => places.map((place) => [place, index] as const)));
    for (const [index, places] of loops.entries()) {
      for (const place of reachable(places, next, takes)) {
        const other = loopOf.get(place);
        if (other === undefined || other === index) continue;
        const pair = [places[0]!, loops[other]![0]!] as const;
        if (told.has(pair.join())) continue;
        told.add(pair.join());
        found.push(pair);
      }
    }
  }
  return found;
}

/** Whether two different ways round lead through the same text. All ways round stay within the loop. */
function isAmbiguous(places: readonly number[], masks: readonly Uint8Array[], next: PatternAutomaton['next']): boolean {
  const within = new Set(places);
  const steps = new Map(places.map((place) => [place, next[place]!.filter((follower) => within.has(follower))]));
  // Two ways of the pattern from one place to the same place.
  for (const followers of steps.values()) if (new Set(followers).size < followers.length) return true;
  const key = (a: number, b: number): number => a * masks.length + b;
  const ahead = new Map<number, number[]>();
  const back = new Map<number, number[]>();
  const left = places.map((place) => [place, place] as const);
  const seen = new Set(left.map(([a, b]) => key(a, b)));
  for (let pair = left.pop(); pair !== undefined; pair = left.pop()) {
    const from = key(...pair);
    for (const a of steps.get(pair[0])!) {
      for (const b of steps.get(pair[1])!) {
        if (!meet(masks[a]!, masks[b]!)) continue;
        const to = key(a, b);
        append(ahead, from, to);
        append(back, to, from);
        if (seen.has(to)) continue;
        seen.add(to);
        left.push([a, b]);
      }
    }
  }
  // Back to where both are together again: pairs from which that can be reached.
  const home = places.map((place) => key(place, place));
  const returning = reachable(home, { at: (pair) => back.get(pair) ?? [] }, () => true);
  const apart = [...seen].filter((pair) => Math.floor(pair / masks.length) !== pair % masks.length);
  return apart.some((pair) => returning.has(pair));
}

function append(lists: Map<number, number[]>, at: number, value: number): void {
  const list = lists.get(at);
  if (list === undefined) lists.set(at, [value]);
  else list.push(value);
}

function meet(a: Uint8Array, b: Uint8Array): boolean {
  for (let byte = 0; byte < 256; byte++) if (a[byte] === 1 && b[byte] === 1) return true;
  return false;
}

/** One byte for each set of places that take the same bytes. */
function distinctBytes(masks: readonly Uint8Array[]): readonly number[] {
  const kinds = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) {
    const kind = masks.map((mask) => mask[byte]).join('');
    if (kind.includes('1') && !kinds.has(kind)) kinds.set(kind, byte);
  }
  return [...kinds.values()];
}

interface Steps {
  at(node: number): readonly number[] | undefined;
}

/** Nodes that can be reached from some by steps over nodes that count, those themselves included. */
function reachable(from: readonly number[], steps: Steps, counts: (node: number) => boolean): Set<number> {
  const seen = new Set(from);
  const left = [...from];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    for (const follower of steps.at(node) ?? []) {
      if (seen.has(follower) || !counts(follower)) continue;
      seen.add(follower);
      left.push(follower);
    }
  }
  return seen;
}

/** Loops: places that lead to each other, over places that count (Tarjan, SIAM Journal on Computing 1(2), 1972). */
function components(
  next: PatternAutomaton['next'],
  counts: (place: number) => boolean,
): readonly (readonly number[])[] {
  const found: number[][] = [];
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const onStack = new Set<number>();
  const visit = (place: number): void => {
    order.set(place, order.size);
    low.set(place, order.get(place)!);
    stack.push(place);
    onStack.add(place);
    for (const follower of next[place]!) {
      if (!counts(follower)) continue;
      if (!order.has(follower)) visit(follower);
      if (onStack.has(follower)) low.set(place, Math.min(low.get(place)!, low.get(follower)!));
    }
    if (low.get(place) !== order.get(place)) return;
    const members: number[] = [];
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      onStack.delete(member);
      members.push(member);
      if (member === place) break;
    }
    if (members.length > 1 || next[place]!.includes(place)) found.push(members);
  };
  for (let place = 0; place < next.length; place++) if (counts(place) && !order.has(place)) visit(place);
  return found;
}
