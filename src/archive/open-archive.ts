import { readAr } from './ar.ts';
import { ArchiveBudget, DEFAULT_ARCHIVE_LIMITS } from './budget.ts';
import type { ArchiveLimits } from './budget.ts';
import { bunzip2 } from './bzip2.ts';
import type {
  ArchiveEntry,
  ArchiveInput,
  ArchiveKind,
  ArchiveProblem,
  Member,
  RandomAccess,
  UnreadKind,
} from './entry.ts';
import { gunzip } from './gzip.ts';
import { Input, drain, fileOf, readRange } from './input.ts';
import { HEAD_BYTES, archiveKind } from './kind.ts';
import { hold, join, readLeaf, resume, tell } from './leaf.ts';
import type { Context } from './leaf.ts';
import { SEPARATOR, contentName, entryPath } from './names.ts';
import { BudgetSpent, Damage } from './stop.ts';
import { readTar } from './tar.ts';
import { unxz } from './xz.ts';
import { readSqlite } from './sqlite.ts';
import { readLocalEntries } from './zip-local.ts';
import { readZip } from './zip.ts';
import { unzstd } from './zstd.ts';

export interface ArchiveOptions {
  /** Path of the archive, for the paths of its entries. */
  readonly path: string;
  readonly limits?: Partial<ArchiveLimits>;
  readonly signal: AbortSignal;
  /** Told of what could not be read, as it is met. */
  readonly report: (problem: ArchiveProblem) => void;
}

const TOO_DEEP = 'Archives within archives are nested deeper than the limit and were searched without being opened.';
const STREAMED_DATABASE = 'Databases in archives are larger than what is held of an entry; they were not opened.';
const LONG_PATH = 'Paths in archives are longer than the limit; they are shown shortened.';

const UNREAD: Readonly<Record<UnreadKind, string>> = {
  '7z': '7z archives are not opened',
  rar: 'RAR archives are not opened',
  cab: 'Cabinet archives are not opened',
  cpio: 'cpio archives are not opened',
  rpm: 'RPM packages are not opened',
  lz4: 'lz4 files are not decompressed',
  lzip: 'lzip files are not decompressed',
  compress: 'Files of compress (.Z) are not decompressed',
};

/** Bytes of one layer: in order, and anywhere in it where it is at hand. */
interface Layer {
  readonly input: Input;
  readonly file?: RandomAccess;
}

/**
 * Files in an archive, and in archives in it, as they come. Each must be used before the next is asked for. Archives
 * that are opened are not entries themselves; those that cannot be opened at all come as they are, the outer file
 * too, under its own path. Bytes of a zip archive that belong to no entry have the archive's path with `!/` and nothing
 * behind it.
 *
 * Whatever is damaged, encrypted, unsupported or beyond a limit is reported; what stands before it is given. Memory is
 * bound by `heldBytes` for each layer and some MiB for decompression, up to 100 MiB for xz. Nothing in an archive is
 * taken for a path of the file system.
 *
 * @param kind As {@link archiveKind} gave it.
 * @throws Only what reading the input throws, and the signal's reason.
 */
export async function* openArchive(
  kind: ArchiveKind,
  input: ArchiveInput,
  options: ArchiveOptions,
): AsyncGenerator<ArchiveEntry, void, undefined> {
  const source = input instanceof Uint8Array ? fileOf(input) : input;
  const file = 'read' in source ? source : undefined;
  const budget = new ArchiveBudget({ ...DEFAULT_ARCHIVE_LIMITS, ...options.limits }, options.signal, file?.size);
  const context: Context = {
    budget,
    problems: 0,
    report: (problem) => {
      context.problems++;
      options.report(problem);
    },
  };
  const layer = 'read' in source ? layerOf(source, budget) : { input: new Input(budget.receive(source)) };
  try {
    yield* openLayer(context, kind, layer, options.path, 1);
  } catch (error) {
    // It has been told where it was met.
    if (!(error instanceof BudgetSpent)) throw error;
  }
}

const DECOMPRESS = { gzip: gunzip, bzip2: bunzip2, xz: unxz, zstd: unzstd };

/**
 * What is in a container, or the container itself when nothing can be had from it.
 *
 * @param depth Of this container: 1 for the outer one.
 */
async function* openLayer(
  context: Context,
  kind: ArchiveKind,
  layer: Layer,
  path: string,
  depth: number,
): AsyncGenerator<ArchiveEntry, void, undefined> {
  let isOpen = false;
  const { problems } = context;
  try {
    for await (const entry of readLayer(context, kind, layer, path, depth)) {
      isOpen = true;
      yield entry;
    }
    if (layer.input.failure !== undefined) throw layer.input.failure.error;
  } catch (error) {
    tell(context, error, path);
  }
  if (isOpen || context.problems === problems || layer.file === undefined) return;
  yield* readLeaf(context, new Input(context.budget.pace(readRange(layer.file))), path);
}

async function* readLayer(
  context: Context,
  kind: ArchiveKind,
  { input, file }: Layer,
  path: string,
  depth: number,
): AsyncGenerator<ArchiveEntry, void, undefined> {
  const { budget } = context;
  const report = (what: string): void => context.report({ path, outcome: 'limited', what });
  const count = (): void => budget.countEntry();
  switch (kind) {
    case 'zip': {
      const members = file === undefined ? readLocalEntries(input, budget) : readZip(file, budget, report);
      return yield* openMembers(context, members, path, depth);
    }
    case 'sqlite':
      if (file === undefined) throw new Damage(STREAMED_DATABASE);
      return yield* openMembers(context, readSqlite(file, budget, report), path, depth);
    case 'tar':
      return yield* openMembers(context, readTar(input, report, count), path, depth);
    case 'ar':
      return yield* openMembers(context, readAr(input, count), path, depth);
    case 'gzip':
    case 'bzip2':
    case 'xz':
    case 'zstd': {
      count();
      const content = new Input(budget.charge(DECOMPRESS[kind](input, report), input));
      // A compressed tar archive is one container, not two.
      if ((await kindOf(content, '')) === 'tar') {
        return yield* openLayer(context, 'tar', { input: content }, path, depth);
      }
      return yield* openContent(context, content, labelled(context, path, contentName(path)), depth);
    }
    default:
      throw new Damage(`${UNREAD[kind]}; they were searched as they are.`);
  }
}

async function* openMembers(
  context: Context,
  members: AsyncIterable<Member>,
  container: string,
  depth: number,
): AsyncGenerator<ArchiveEntry, void, undefined> {
  for await (const member of members) {
    await context.budget.breathe(0);
    const path = labelled(context, container, member.name);
    if (member.bytes === undefined) {
      yield* openContent(context, new Input(member.chunks), path, depth);
      await passOver(context, member.chunks, path);
    } else yield* openBytes(context, member.bytes, path, depth);
  }
}

/** What is left of a member when an archive in it ended before. */
async function passOver(context: Context, chunks: AsyncIterator<Uint8Array>, path: string): Promise<void> {
  try {
    await drain(chunks);
  } catch (error) {
    tell(context, error, path);
  }
}

/** An entry of which only the beginning is at hand. */
async function* openContent(
  context: Context,
  input: Input,
  path: string,
  depth: number,
): AsyncGenerator<ArchiveEntry, void, undefined> {
  const kind = await kindOf(input, path);
  if (kind === undefined || !mayOpen(context, kind, path, depth)) {
    yield* readLeaf(context, input, path);
  } else if (kind === 'zip' || kind === 'sqlite') {
    const held = await hold(context, input);
    if (kind === 'sqlite' && !held.complete) {
      context.report({ path, outcome: 'unreadable', what: STREAMED_DATABASE });
      yield* readLeaf(context, new Input(resume(held, input)), path);
    } else if (held.complete) {
      yield* openBytes(context, join(held), path, depth);
      if (held.failure !== undefined) tell(context, held.failure, path);
    } else {
      yield* openLayer(context, kind, { input: new Input(resume(held, input)) }, path, depth + 1);
    }
  } else {
    yield* openLayer(context, kind, { input }, path, depth + 1);
  }
}

/** An entry that is at hand whole. */
async function* openBytes(
  context: Context,
  bytes: Uint8Array,
  path: string,
  depth: number,
): AsyncGenerator<ArchiveEntry, void, undefined> {
  const kind = archiveKind(bytes.subarray(0, HEAD_BYTES), path);
  if (kind === undefined || !mayOpen(context, kind, path, depth)) {
    yield { path, bytes };
    return;
  }
  yield* openLayer(context, kind, layerOf(fileOf(bytes), context.budget), path, depth + 1);
}

function layerOf(file: RandomAccess, budget: ArchiveBudget): Layer {
  return { input: new Input(budget.pace(readRange(file))), file };
}

function mayOpen(context: Context, kind: ArchiveKind, path: string, depth: number): boolean {
  if (isUnread(kind)) {
    context.report({ path, outcome: 'unreadable', what: `${UNREAD[kind]}; they were searched as they are.` });
    return false;
  }
  if (depth < context.budget.limits.depth) return true;
  context.report({ path, outcome: 'limited', what: TOO_DEEP });
  return false;
}

function isUnread(kind: ArchiveKind): kind is UnreadKind {
  return Object.hasOwn(UNREAD, kind);
}

/** What the input begins with. Why there is nothing is met again by whoever reads it. */
async function kindOf(input: Input, path: string): Promise<ArchiveKind | undefined> {
  await input.fill(HEAD_BYTES).catch(() => false);
  return archiveKind(input.bytes.subarray(input.at, Math.min(input.end, input.at + HEAD_BYTES)), path);
}

function labelled(context: Context, container: string, name: string): string {
  const { pathLength } = context.budget.limits;
  if (name.length + container.length + SEPARATOR.length > pathLength) {
    context.report({ path: entryPath(container, name, pathLength), outcome: 'limited', what: LONG_PATH });
  }
  return entryPath(container, name, pathLength);
}
