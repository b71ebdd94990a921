import type { ArchiveLimits } from '../../src/archive/budget.ts';
import type { ArchiveInput, ArchiveProblem } from '../../src/archive/entry.ts';
import { archiveKind } from '../../src/archive/kind.ts';
import { openArchive } from '../../src/archive/open-archive.ts';

export interface ReadAll {
  /** Contents by path, as text; joined where a path comes more than once. */
  readonly files: Readonly<Record<string, string>>;
  readonly paths: readonly string[];
  readonly streamed: readonly string[];
  readonly bytes: number;
  readonly problems: readonly ArchiveProblem[];
}

/** Reads an archive to its end; its kind is told by its first bytes. */
export async function readAll(
  input: ArchiveInput,
  options: {
    readonly path?: string;
    readonly head?: Uint8Array;
    readonly limits?: Partial<ArchiveLimits>;
    readonly signal?: AbortSignal;
  } = {},
): Promise<ReadAll> {
  const path = options.path ?? 'a';
  const head = options.head ?? (input instanceof Uint8Array ? input.subarray(0, 512) : new Uint8Array(0));
  const kind = archiveKind(head, path);
  if (kind === undefined) throw new Error('no archive');
  const problems: ArchiveProblem[] = [];
  const paths: string[] = [];
  const streamed: string[] = [];
  const files: Record<string, string> = {};
  let bytes = 0;
  const entries = openArchive(kind, input, {
    path,
    signal: options.signal ?? new AbortController().signal,
    report: (problem) => problems.push(problem),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  for await (const entry of entries) {
    paths.push(entry.path);
    let text = '';
    if ('bytes' in entry) {
      text = Buffer.from(entry.bytes).toString('latin1');
    } else {
      streamed.push(entry.path);
      for await (const chunk of entry.chunks) text += Buffer.from(chunk).toString('latin1');
    }
    bytes += text.length;
    files[entry.path] = (files[entry.path] ?? '') + text;
  }
  return { files, paths, streamed, bytes, problems };
}

/** Bytes as a pipe gives them: in chunks whose buffer is used again. */
export async function* pipe(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  const buffer = new Uint8Array(size);
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size);
    buffer.fill(0xee);
    buffer.set(part);
    yield buffer.subarray(0, part.length);
  }
}

/** The sentences told, without repetitions. */
export function sentences(result: ReadAll): readonly string[] {
  return [...new Set(result.problems.map(({ what }) => what))];
}
