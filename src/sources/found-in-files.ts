import { scanText } from '../engine/scan-segments.ts';
import type { Scanner } from '../engine/scanner.ts';
import { Text } from '../engine/text.ts';
import type { ReportGap } from '../git/gap.ts';
import type { Room } from '../kernel/kernel.ts';
import type { EngineProblem } from '../model/segment.ts';
import { CoverageTally } from './coverage-tally.ts';
import type { FilesFound, FoundAt } from './file-task.ts';
import type { Part } from './parts.ts';
import type { KeptFile } from './source-reader.ts';

/** Searches texts in the kernel's memory, and gathers what one task has to tell. */
export class FoundInFiles {
  readonly #tally = new CoverageTally();
  readonly report: ReportGap = this.#tally.add.bind(this.#tally);
  readonly kept: KeptFile[] = [];
  files = 0;
  bytes = 0;
  /** Matches so far. */
  matches = 0;
  /** Bytes searched so far, those within archives too. */
  searched = 0;
  readonly #scanner: Scanner;
  readonly #found: FoundAt[] = [];
  readonly #problems: EngineProblem[] = [];

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  /** Searches a text; of a part of something larger, see parts.ts, matches that it owns count. */
  search(room: Room, length: number, path: string, part?: Pick<Part, 'start' | 'owns'>): void {
    if (length === 0) return;
    this.searched += length;
    const text = new Text(this.#scanner.kernel, room, length);
    const segment = { id: 0, path, ...(part !== undefined && { start: part.start }) };
    const { matches, problems } = scanText(this.#scanner, text, segment);
    for (const problem of problems) this.#problems.push(problem);
    const own =
      part === undefined ? matches : matches.filter(({ start }) => start >= part.owns.from && start < part.owns.to);
    if (own.length === 0) return;
    this.matches += own.length;
    this.#found.push({ path, matches: own });
  }

  /** Everything so far. */
  result(): FilesFound {
    return {
      found: this.#found,
      problems: this.#problems,
      gaps: this.#tally.gaps(),
      kept: this.kept,
      files: this.files,
      bytes: this.bytes,
    };
  }
}
