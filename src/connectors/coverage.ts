import * as z from 'zod';
import type { CoverageRow, SourceStatus } from '../model/source.ts';
import { printable } from './dump-file.ts';

/** A call to a service that gave nothing, or not all, as a dump records it. */
export const unreadOperation = z.object({
  /** Name of the call, such as `secrets.list`. */
  operation: z.string(),
  /** What it was asked about, such as a resource id or `shop/checkout`. */
  resource: z.string(),
  /** HTTP status of the answer, where there was one. */
  status: z.number().int().optional(),
  /** Why and how to mend it, in words that end a sentence begun with the operation's name. */
  why: z.string(),
});

export type UnreadOperation = z.infer<typeof unreadOperation>;

/** Orders rows by what was asked about, then by call, so that two collections write the same list. */
export function byResource(a: UnreadOperation, b: UnreadOperation): number {
  return compare(a.resource, b.resource) || compare(a.operation, b.operation);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Coverage rows of a dump: one for the calls that were answered, one for each operation and reason that failed. */
export function operationRows(
  source: string,
  operationsRead: number,
  unread: readonly UnreadOperation[],
): readonly CoverageRow[] {
  const groups = Map.groupBy(unread, (each) => `${each.operation}\n${each.why}`);
  const read: CoverageRow = {
    source,
    outcome: 'read',
    unit: 'operations',
    count: operationsRead,
    what: 'Calls that the service answered in full when the dump was collected.',
  };
  const failed = [...groups.values()].map((group): CoverageRow => {
    const { operation, why } = group[0]!;
    return {
      source,
      outcome: 'unreadable',
      unit: 'operations',
      count: group.length,
      what: printable(`${operation}: ${why}.`),
      examples: group.slice(0, 10).map((each) => printable(each.resource)),
    };
  });
  return [read, ...failed];
}

/** Status of a source and why, from its coverage rows. */
export function statusOf(rows: readonly CoverageRow[]): { readonly status: SourceStatus; readonly why?: string } {
  const gaps = rows.filter((row) => row.outcome !== 'read' && row.outcome !== 'excluded');
  if (gaps.length === 0) return { status: 'read' };
  const count = gaps.reduce((sum, row) => sum + row.count, 0);
  return { status: 'partial', why: `${count} things were not read; the first: ${gaps[0]!.what}` };
}
