import type { Collection } from '../src/model/collection.ts';
import type { LongReport } from '../src/model/report.ts';

/**
 * The report as JSON, piece by piece: one line for each element of a list, so that a large report is never one string
 * and two reports can be compared line by line.
 */
export function* json(report: LongReport): Generator<string> {
  yield '{';
  let first = true;
  for (const [key, value] of Object.entries(report)) {
    if (value === undefined) continue;
    yield `${first ? '' : ','}\n${JSON.stringify(key)}: `;
    first = false;
    if (isCollection(value)) yield* elements(value);
    else yield JSON.stringify(value);
  }
  yield '\n}\n';
}

function isCollection(value: unknown): value is Collection<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

function* elements(list: Collection<unknown>): Generator<string> {
  yield '[';
  for (let index = 0; index < list.length; index++) {
    yield `${index === 0 ? '' : ','}\n  ${list.jsonAt?.(index) ?? JSON.stringify(list.at(index))}`;
  }
  yield list.length === 0 ? ']' : '\n]';
}
