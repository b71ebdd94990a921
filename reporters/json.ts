import type { Report } from '../src/model/report.ts';

/**
 * The report as JSON, piece by piece: one line for each element of a list, so that a large report is never one string
 * and two reports can be compared line by line.
 */
export function* json(report: Report): Generator<string> {
  yield '{';
  let first = true;
  for (const [key, value] of Object.entries(report)) {
    if (value === undefined) continue;
    yield `${first ? '' : ','}\n${JSON.stringify(key)}: `;
    first = false;
    if (Array.isArray(value)) yield* elements(value);
    else yield JSON.stringify(value);
  }
  yield '\n}\n';
}

function* elements(list: readonly unknown[]): Generator<string> {
  yield '[';
  for (const [index, element] of list.entries()) yield `${index === 0 ? '' : ','}\n  ${JSON.stringify(element)}`;
  yield list.length === 0 ? ']' : '\n]';
}
