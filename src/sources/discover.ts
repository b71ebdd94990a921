import { readdir, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openRepository } from '../git/repository-facts.ts';
import { SILENT } from '../model/progress.ts';
import type { Progress } from '../model/progress.ts';
import type { CoverageRow, Source } from '../model/source.ts';
import { CoverageTally } from './coverage-tally.ts';
import { findRepositories } from './find-repositories.ts';
import type { FoundRepository } from './find-repositories.ts';
import type { FoundFile } from './folder-walk.ts';
import { FolderReader } from './folder-reader.ts';
import { checkPatterns } from './path-filter.ts';
import { RepositoryReader } from './repository-reader.ts';
import { sourceIdentity } from './source-identity.ts';
import type { SourceOptions, SourceReader } from './source-reader.ts';
import { StdinReader } from './stdin-reader.ts';
import { lookUpTargets } from './targets.ts';
import type { Target } from './targets.ts';

export interface Discovered {
  /** One for each source, in the order of the targets. Read each once. */
  readonly readers: readonly SourceReader[];
  /** Targets that could not be opened, with status `failed`. */
  readonly sources: readonly Source[];
  readonly coverage: readonly CoverageRow[];
}

/** Repositories opened at the same time: each starts a git command. */
const CONCURRENCY = 4;

/**
 * Turns targets into sources: a file, a folder, a work tree or bare repository, every repository at any depth of a
 * folder as a source of its own, or `-` for standard input. Throws a BittingError for a target that does not exist or
 * a pattern that is not relative; anything else that cannot be read becomes a coverage row.
 */
export async function discoverSources(
  targets: readonly string[],
  options: SourceOptions,
  progress: Progress = SILENT,
  stdin: AsyncIterable<Uint8Array> = process.stdin,
): Promise<Discovered> {
  checkPatterns([...options.include, ...options.exclude]);
  const found = await lookUpTargets(targets);
  const alone = found.length === 1;
  const names = new Set<string>();
  const objects = new Set<string>();
  const readers: SourceReader[] = [];
  const sources: Source[] = [];
  const coverage: CoverageRow[] = [];
  for (const target of found) {
    if (target.kind === 'standard-input') {
      const identity = sourceIdentity('standard-input', uniqueName('standard input', names), '-');
      readers.push(new StdinReader(identity, stdin, progress));
    } else if (target.kind === 'failed') {
      const identity = sourceIdentity('folder', uniqueName(target.label, names), target.given);
      sources.push({ ...identity, status: 'failed', why: target.why });
      const what = `A target could not be read. ${target.why}`;
      coverage.push({
        source: identity.id,
        outcome: 'unreadable',
        unit: 'files',
        count: 1,
        what,
        examples: [target.given],
      });
    } else if (target.kind === 'file') {
      const identity = sourceIdentity('folder', uniqueName(target.label, names), target.given);
      const files = [{ path: basename(target.path), disk: target.path }];
      const spec = { root: target.path, files, besides: [], skip: () => false };
      readers.push(new FolderReader(identity, spec, new CoverageTally(), options, progress));
    } else {
      progress.step(`looking for repositories in ${target.given}`);
      readers.push(...(await openFolder(target, alone, { names, objects }, options, progress)));
    }
  }
  return { readers, sources, coverage };
}

/** What sources of one run must not share: names, and the object folders whose history is read. */
interface Claimed {
  readonly names: Set<string>;
  readonly objects: Set<string>;
}

async function openFolder(
  target: Extract<Target, { path: string }>,
  alone: boolean,
  claimed: Claimed,
  options: SourceOptions,
  progress: Progress,
): Promise<readonly SourceReader[]> {
  const { repositories, refused, ownFiles } = await findRepositories(target.path);
  const owners = await claimObjects(repositories, claimed.objects);
  // A second git directory over the same objects adds nothing, but a second work tree has files of its own.
  const wanted = repositories.filter((found) => owners.has(found) || found.layout.workTree !== undefined);
  const roots = new Set(wanted.map(({ path }) => join(target.path, path)));
  const isRepository = roots.has(join(target.path, ''));
  const tallies = new Map(wanted.map(({ path }) => [path, new CoverageTally()]));
  const readers: SourceReader[] = [];
  if (!isRepository && (ownFiles || refused.length > 0 || wanted.length === 0)) {
    const identity = sourceIdentity('folder', uniqueName(target.label, claimed.names), target.given);
    const spec = { root: target.path, besides: [], skip: (path: string) => roots.has(join(target.path, path)) };
    const tally = new CoverageTally();
    tallies.set('', tally);
    readers.push(new FolderReader(identity, spec, tally, options, progress));
  }
  for (const { path, why } of refused) {
    const what = `The history of a folder was not read: ${why}.`;
    tallyOf(path, tallies)?.add({ outcome: 'unreadable', unit: 'objects', count: 1, what, examples: [path || '.'] });
  }
  const identities = wanted.map(({ path }) => {
    const name = path === '' ? target.label : alone && !isRepository ? path : `${target.label}/${path}`;
    const locator = path === '' ? target.given : join(target.given, path);
    return sourceIdentity('repository', uniqueName(name, claimed.names), locator);
  });
  const open = async (found: FoundRepository, index: number): Promise<readonly SourceReader[]> => {
    const { path, layout } = found;
    const identity = identities[index];
    const tally = tallies.get(path);
    if (identity === undefined || tally === undefined) return [];
    const repository = await openRepository(layout, tally.add.bind(tally));
    const root = join(target.path, path);
    const own = layout.workTree === undefined ? 'objects' : '.git';
    const isOwner = owners.has(found);
    const tree = {
      root,
      besides: layout.workTree !== undefined && isOwner ? await gitFiles(layout.commonDir) : [],
      skip: (inner: string) => inner === own || roots.has(join(root, inner)),
    };
    const opened = { repository, tree, tally, history: isOwner && options.history };
    return [new RepositoryReader(identity, opened, options, progress)];
  };
  for (let start = 0; start < wanted.length; start += CONCURRENCY) {
    const slice = wanted.slice(start, start + CONCURRENCY);
    readers.push(...(await Promise.all(slice.map((found, offset) => open(found, start + offset)))).flat());
  }
  return readers;
}

/** The tally of the innermost source that a path belongs to. */
function tallyOf(path: string, tallies: ReadonlyMap<string, CoverageTally>): CoverageTally | undefined {
  for (let at = path; at !== ''; at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '') {
    const tally = tallies.get(at);
    if (tally !== undefined) return tally;
  }
  return tallies.get('');
}

/** Lower reads the history before higher, see {@link claimObjects}. */
function rank({ path, layout }: FoundRepository): number {
  if (`${path}/`.includes('.git/modules/')) return 3;
  if (layout.workTree === undefined) return 1;
  return layout.gitDir === layout.commonDir ? 0 : 2;
}

/**
 * Decides which source reads the history in each object folder, where several share one: the work tree that it was
 * made for, else a bare repository, a linked work tree, or what is left of a submodule, in this order.
 */
async function claimObjects(
  repositories: readonly FoundRepository[],
  claimed: Set<string>,
): Promise<ReadonlySet<FoundRepository>> {
  const owners = new Set<FoundRepository>();
  for (const found of repositories.toSorted((a, b) => rank(a) - rank(b))) {
    const objects = await realpath(found.layout.objectsDir).catch(() => found.layout.objectsDir);
    if (claimed.has(objects)) continue;
    claimed.add(objects);
    owners.add(found);
  }
  return owners;
}

/** Files of a git directory in which people keep secrets: configuration, hooks in use, and what was fetched last. */
async function gitFiles(gitDir: string): Promise<readonly FoundFile[]> {
  const list = async (folder: string, wanted: (name: string) => boolean): Promise<readonly FoundFile[]> => {
    const entries = await readdir(join(gitDir, folder), { withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isFile() && wanted(entry.name))
      .map(({ name }) => ({ path: `.git/${folder}${name}`, disk: join(gitDir, folder, name) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  };
  return [
    ...(await list('', (name) => ['config', 'config.worktree', 'FETCH_HEAD'].includes(name))),
    ...(await list('hooks/', (name) => !name.endsWith('.sample'))),
  ];
}

function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let count = 2; taken.has(unique); count++) unique = `${name} (${count})`;
  taken.add(unique);
  return unique;
}
