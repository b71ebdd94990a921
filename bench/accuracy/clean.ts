import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PATH_CLASSES, pathClass } from '../../src/engine/generic/path-class.ts';
import type { Finding } from './finding.ts';
import { REASONS } from './judged.ts';
import type { Reason } from './judged.ts';

/** Bytes at the start of a file in which a NUL tells that it is no text, as git decides it. */
const HEAD = 8000;

/** Text of a folder, as far as findings are counted against it. */
export interface FolderSize {
  readonly files: number;
  readonly lines: number;
}

/** What a scanner reports on a folder where hardly any credential is expected, in lines: however many findings stand on one. */
export interface CleanFigures {
  readonly lines: number;
  /** Of these, those whose path names no test, example or document. */
  readonly outsideExamples: number;
  /** Of all, those that were judged to be none. */
  readonly false: number;
  /** Of all, those that nobody judged. */
  readonly unjudged: number;
}

/** Lines of the text files of a folder, those of a `.git` folder left out. */
export function measureFolder(folder: string): FolderSize {
  let [files, lines] = [0, 0];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || /(?:^|\/)\.git\//.test(relative(folder, path))) continue;
    if (statSync(path).size > LARGEST) continue;
    const bytes = readFileSync(path);
    if (bytes.subarray(0, HEAD).includes(0)) continue;
    files++;
    for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) lines++;
  }
  return { files, lines };
}

/** Larger files are data. */
const LARGEST = 64 << 20;

/** @param judge what was said of a line; undefined where nobody judged it */
export function cleanFigures(
  findings: readonly Finding[],
  judge: (file: string, line: number) => Reason | undefined,
): CleanFigures {
  const lines = [...new Map(findings.map((finding) => [`${finding.file}\n${finding.line}`, finding])).values()];
  const reasons = lines.map(({ file, line }) => judge(file, line));
  return {
    lines: lines.length,
    outsideExamples: lines.filter(({ file }) => !isExample(file)).length,
    false: reasons.filter((reason) => reason !== undefined && !REASONS[reason]).length,
    unjudged: reasons.filter((reason) => reason === undefined).length,
  };
}

/** Whether the path names a test, an example or a document. */
export function isExample(path: string): boolean {
  return PATH_CLASSES[pathClass(path)]?.example === true;
}

/** Findings for each 100,000 lines. */
export function perHundredThousand(count: number, lines: number): number {
  return lines === 0 ? 0 : (count * 100_000) / lines;
}
