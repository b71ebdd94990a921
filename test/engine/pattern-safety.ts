/**
 * What in a pattern could make it take time that grows faster than its text: a repeat without an upper bound around
 * another repeat without one. A heuristic over the source: it knows groups, classes and escapes, not what they match;
 * the timing test beside it sees the rest.
 */
export function unboundedRepeatProblems(source: string): readonly string[] {
  const problems: string[] = [];
  /** For each open group: where it begins and whether something unbounded was repeated in it. */
  const open: { start: number; unbounded: boolean }[] = [{ start: 0, unbounded: false }];
  let last = { start: 0, unbounded: false };
  for (let index = 0; index < source.length; index++) {
    const character = source[index];
    if (character === '\\') {
      last = { start: index, unbounded: false };
      index++;
    } else if (character === '[') {
      last = { start: index, unbounded: false };
      index = endOfClass(source, index);
    } else if (character === '(') {
      open.push({ start: index, unbounded: false });
    } else if (character === ')') {
      last = open.pop() ?? last;
      const parent = open.at(-1);
      if (parent !== undefined && last.unbounded) parent.unbounded = true;
    } else if (isUnboundedRepeat(source, index)) {
      if (last.unbounded) problems.push(source.slice(last.start, index + 1));
      const group = open.at(-1);
      if (group !== undefined) group.unbounded = true;
      last = { start: index, unbounded: false };
    } else {
      last = { start: index, unbounded: false };
    }
  }
  return problems;
}

function isUnboundedRepeat(source: string, index: number): boolean {
  const character = source[index];
  if (character === '*' || character === '+') return true;
  return character === '{' && /^\{\d+,\}/.test(source.slice(index, index + 12));
}

function endOfClass(source: string, start: number): number {
  for (let index = start + 1; index < source.length; index++) {
    if (source[index] === '\\') index++;
    else if (source[index] === ']') return index;
  }
  return source.length;
}
