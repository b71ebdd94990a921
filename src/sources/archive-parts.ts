import { readSync } from 'node:fs';
import type { ArchiveEntry, ArchiveInput, ArchiveKind, RandomAccess } from '../archive/entry.ts';
import { openArchive } from '../archive/open-archive.ts';
import type { ReportGap } from '../git/gap.ts';
import { sniffUtf16, toUtf8 } from '../engine/text-encoding.ts';
import { cutParts } from './parts.ts';
import type { Part } from './parts.ts';
import { utf8Chunks } from './utf8-chunks.ts';

export interface ArchivePart extends Partial<Pick<Part, 'start' | 'owns'>> {
  /** `outer.zip!/inner/path.txt`, see src/archive/names.ts. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * What is in an archive as texts to search, UTF-16 as UTF-8: a file in it at once, or part by part where it is larger
 * than what is held, see parts.ts. What cannot be read or is beyond a limit is reported.
 *
 * @param path Of the archive. With an empty one the paths of what is in it begin with `!/`.
 */
export async function* archiveParts(
  kind: ArchiveKind,
  input: ArchiveInput,
  options: { readonly path: string; readonly signal: AbortSignal; readonly report: ReportGap },
): AsyncGenerator<ArchivePart, void, undefined> {
  const { path, signal, report } = options;
  let entries = 0;
  const archive = openArchive(kind, input, {
    path,
    signal,
    report: ({ path: example, outcome, what }) =>
      report({ outcome, unit: 'files', count: 1, what, examples: [example] }),
  });
  try {
    for await (const entry of archive) {
      // One that could not be opened comes back as it is, and has been searched so already.
      if (entry.path === path) continue;
      entries++;
      yield* partsOf(entry);
    }
  } finally {
    const what = 'Files in archives, and what is in compressed files, were searched.';
    if (entries > 0) report({ outcome: 'read', unit: 'files', count: entries, what });
  }
}

async function* partsOf(entry: ArchiveEntry): AsyncGenerator<ArchivePart, void, undefined> {
  const { path } = entry;
  if ('bytes' in entry) {
    const encoding = sniffUtf16(entry.bytes);
    yield { path, bytes: encoding === undefined ? entry.bytes : toUtf8(entry.bytes, encoding) };
  } else {
    for await (const part of cutParts(utf8Chunks(entry.chunks))) yield { path, ...part };
  }
}

/** An open file for {@link archiveParts}; `onRead` is told of each read, as a sign that the work goes on. */
export function randomAccess(fd: number, size: number, onRead: () => void): RandomAccess {
  return {
    size,
    read(offset, length) {
      onRead();
      const bytes = new Uint8Array(Math.min(length, Math.max(0, size - offset)));
      const count = readSync(fd, bytes, 0, bytes.length, offset);
      return bytes.subarray(0, count);
    },
  };
}
