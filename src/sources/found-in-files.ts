import { scanText } from '../engine/scan-segments.ts';
import type { Scanner } from '../engine/scanner.ts';
import { Text } from '../engine/text.ts';
import type { Gap, ReportGap } from '../git/gap.ts';
import type { Room } from '../kernel/kernel.ts';
import { CoverageTally } from './coverage-tally.ts';
import type { FilesFound, FoundAt } from './file-task.ts';
import type { Part } from './parts.ts';
import type { KeptFile } from './source-reader.ts';

/** Matches told of one range, stream or archive: as many as the engine tells of one text. */
export const MAX_FOUND = 20_000;

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
  /** Problems of the path that was searched last: its parts have the same again and again. */
  readonly #met = { path: '', problems: new Set<string>() };

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
    for (const { what } of problems) this.#notJudged(path, what);
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
      gaps: this.#tally.gaps(),
      kept: this.kept,
      files: this.files,
      bytes: this.bytes,
    };
  }

  #notJudged(path: string, what: string): void {
    const met = this.#met;
    if (met.path !== path) {
      met.path = path;
      met.problems.clear();
    }
    if (met.problems.has(what)) return;
    met.problems.add(what);
    this.report(notJudged(path, what));
  }
}

/** A file of which something was not judged; `what` is the engine's sentence. */
export function notJudged(path: string, what: string): Gap {
  return { outcome: 'limited', unit: 'files', count: 1, what, examples: [path] };
}

/** Reports that the rest of a file or archive is not searched, because it has more than {@link MAX_FOUND} matches. */
export function reportFoundTooMuch(path: string, report: ReportGap): void {
  report(notJudged(path, `More than ${MAX_FOUND} matches in one file or archive: the rest of it was not searched.`));
}
