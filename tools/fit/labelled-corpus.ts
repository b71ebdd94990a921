import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readCorpus as readLabels } from '../../bench/accuracy/labels.ts';
import type { Label } from '../../bench/accuracy/labels.ts';

/** A judged value's bytes. */
interface LabelledSpan {
  readonly label: Readonly<Pick<Label, 'truth'>> & { readonly flags: readonly string[] };
  readonly start: number;
  readonly end: number;
  /** Only the line is known. */
  readonly wholeLine: boolean;
}

/** A file of the corpus with what was judged in it. */
export interface LabelledFile {
  readonly repo: string;
  readonly path: string;
  readonly bytes: Buffer;
  readonly spans: readonly LabelledSpan[];
}

/**
 * Reads a corpus: a folder with `labels.jsonl` and the files it names.
 *
 * @throws Error when a file is missing or a line of the labels is not one.
 */
export function* readCorpus(folder: string): Generator<LabelledFile> {
  const { labels } = readLabels(folder);
  for (const [path, rows] of Map.groupBy(labels, ({ file }) => file)) {
    const bytes = readFileSync(join(folder, path));
    const lines = bytes.toString('utf8').split('\n');
    const starts = [0];
    for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) starts.push(at + 1);
    const byteAt = (line: number, character: number): number =>
      (starts[line - 1] ?? bytes.length) +
      Buffer.byteLength(
        Array.from(lines[line - 1] ?? '')
          .slice(0, character)
          .join(''),
      );
    const endOf = (line: number): number => (starts[line] ?? bytes.length + 1) - 1;
    yield {
      repo: rows[0]?.repo ?? '',
      path,
      bytes,
      spans: rows.map((label) => ({
        label,
        start: byteAt(label.line_start, label.value_start ?? 0),
        end: label.value_end === null ? endOf(label.line_end) : byteAt(label.line_end, label.value_end),
        wholeLine: label.value_start === null,
      })),
    };
  }
}

/** Larger files are data. */
const LARGEST = 300_000;

/** Reads every text file of a folder as one in which nobody judged anything. */
export function* readUnjudged(folder: string): Generator<LabelledFile> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || statSync(path).size > LARGEST) continue;
    const bytes = readFileSync(path);
    if (!bytes.includes(0)) yield { repo: folder, path: path.slice(folder.length), bytes, spans: [] };
  }
}
