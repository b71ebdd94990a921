import { hasMatches } from '../engine/findings.ts';
import type { Scan, Scanner } from '../engine/scanner.ts';
import { Text } from '../engine/text.ts';
import { NODE } from '../git/pack/delta-unit.ts';
import type { DeltaUnit } from '../git/pack/delta-unit.ts';
import type { BuiltObject, ObjectChange, UnitBuilder } from '../git/pack/build-unit.ts';
import { SNIFF_BYTES, sniffUtf16, toUtf8 } from '../engine/text-encoding.ts';
import { spotsOf } from './object-findings.ts';
import type { ObjectFindings } from './object-findings.ts';

/** What came of the objects of one unit. */
export interface ScannedUnit {
  readonly found: readonly ObjectFindings[];
  readonly problems: readonly { readonly row: number; readonly detector?: string; readonly what: string }[];
  /** Rows that are to be read through git: damaged, too large to be put together, or built on such a one. */
  readonly fallback: readonly number[];
  readonly objects: number;
  /** Bytes of each object, whole, by its node; 0 for those that are dealt with elsewhere. */
  readonly lengths: Uint32Array<ArrayBuffer>;
  /** Bytes of all objects, whole. */
  readonly bytes: number;
  /** Bytes that were searched: less where only changes had to be. */
  readonly searched: number;
}

/** How the texts of a unit are scanned: only what their deltas changed, whole, or both ways to compare. */
export type ScanMode = 'changes' | 'whole';

/**
 * Scans every object of a unit, each delta only where it differs from its base.
 *
 * @param onObject Told of each object with its bytes, which are good until it returns.
 */
export function scanUnit(
  unit: DeltaUnit,
  builder: UnitBuilder,
  scanner: Scanner,
  mode: ScanMode,
  onObject: (node: number, bytes: () => Uint8Array) => void,
): ScannedUnit {
  const found: ObjectFindings[] = [];
  const problems: { row: number; detector?: string; what: string }[] = [];
  const fallback: number[] = [];
  const totals = { objects: 0, bytes: 0, searched: 0 };
  const lengths = new Uint32Array(unit.length);
  const scanText = (text: Text, change: ObjectChange<Scan> | undefined): Scan => {
    const base = mode === 'changes' ? change?.base.state : undefined;
    if (change === undefined || base === undefined) {
      totals.searched += text.length;
      return scanner.scan(text);
    }
    const { address, count } = change.windows;
    const { words } = scanner.kernel;
    const first = address / 4;
    for (let at = first; at < first + count * 2; at += 2) totals.searched += words[at + 1]! - words[at]!;
    return scanner.scanChange(text, base, change.base.length, change);
  };
  const report = (row: number, scan: Scan, text: Text): void => {
    for (const problem of scan.problems) problems.push({ row, ...problem });
    if (!hasMatches(scan.findings)) return;
    const newlines = (from: number, to: number): number =>
      scanner.kernel.calls.countNewlines(text.room.address, from, to);
    found.push({ row, findings: scan.findings, spots: spotsOf(scan.findings, text.bytes, newlines) });
  };
  builder.build<Scan>(unit, {
    object(node: number, object: BuiltObject<Scan>, change: ObjectChange<Scan> | undefined): Scan | undefined {
      onObject(node, () => scanner.kernel.memory.subarray(object.room.address, object.room.address + object.length));
      const row = unit.rows[node]!;
      const told = (unit.flags[node]! & NODE.context) === 0;
      if (told) {
        totals.objects++;
        totals.bytes += object.length;
        lengths[node] = object.length;
      }
      const text = new Text(scanner.kernel, object.room, object.length);
      const encoding = hasZero(scanner, object) ? sniffUtf16(text.bytes) : undefined;
      if (encoding === undefined) {
        const scan = scanText(text, change);
        if (told) report(row, scan, text);
        return scan;
      }
      // Its places are those of the text as UTF-8, so that nothing can be carried over to what builds on it.
      if (told) {
        const bytes = toUtf8(text.bytes.slice(), encoding);
        const room = scanner.kernel.hold(bytes);
        const readable = new Text(scanner.kernel, room, bytes.length);
        report(row, scanText(readable, undefined), readable);
        scanner.kernel.release(room);
      }
      return undefined;
    },
    failed(node) {
      if ((unit.flags[node]! & NODE.context) === 0) fallback.push(unit.rows[node]!);
    },
  });
  return { found, problems, fallback, lengths, ...totals };
}

/** Whether a text may be UTF-16: with a mark at its beginning, or zeros. Asked of every object, so it must be quick. */
function hasZero({ kernel }: Scanner, { room, length }: BuiltObject<unknown>): boolean {
  const end = room.address + Math.min(length, SNIFF_BYTES);
  const first = kernel.memory[room.address];
  return first === 0xff || first === 0xfe || kernel.calls.findByte(room.address, end, 0) < end;
}
