import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BittingError, messageOf } from '../../model/errors.ts';
import type { CollectedFacts } from '../../model/facts.ts';
import { NO_FACTS } from '../../model/facts.ts';
import type { CoverageRow } from '../../model/source.ts';
import type { AwsDumpFacts, ReadFile } from './dump.ts';
import { accountOf, dumpFacts, labelOfContent, whyPartial } from './dump.ts';
import { readDumpFile } from './dump-content.ts';
import type { JoinedDumps } from './join.ts';
import { joinDumps } from './join.ts';

/** A folder of an organisation holds some files for each account, and folders at most two or three deep. */
const MAX_FILES = 50_000;
const MAX_DEPTH = 6;
const EXAMPLES = 10;

export interface DumpReading {
  /** Told of each file before it is read. */
  readonly onFile: (file: string) => void;
  /** What stands for a file that was named and cannot be read. */
  readonly failed: (file: string, why: string) => CollectedFacts;
}

/**
 * Reads files, and folders of files such as one for each account, and joins what they say.
 *
 * A file that is named and cannot be used becomes a failed source; one in a folder becomes a coverage row of the folder.
 */
export async function readAwsDumps(paths: readonly string[], { onFile, failed }: DumpReading): Promise<JoinedDumps> {
  const dumps: AwsDumpFacts[] = [];
  const others: CollectedFacts[] = [];
  const files: string[] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder) {
      files.push(path);
      continue;
    }
    const left: LeftOut[] = [];
    let count = 0;
    const found = await filesOf(path, left);
    for (const group of Map.groupBy(found, (file) => dirname(file)).values()) {
      const read = await readTogether(group, onFile, left);
      count += read.length;
      dumps.push(...read);
    }
    if (left.length > 0 || count === 0) others.push(folderSource(path, left, count));
  }
  const left: LeftOut[] = [];
  dumps.push(...(await readTogether(files, onFile, left)));
  for (const { file, why } of left) others.push(failed(file, why));
  const joined = joinDumps(dumps);
  return { facts: joined.facts, dumps: [...joined.dumps, ...others] };
}

/** Facts of files that belong together: those of one folder, or those that were named one by one. */
async function readTogether(
  files: readonly string[],
  onFile: (file: string) => void,
  left: LeftOut[],
): Promise<readonly AwsDumpFacts[]> {
  const dumps: AwsDumpFacts[] = [];
  const pages: ReadFile[] = [];
  const attempt = <T>(file: string, work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof BittingError)) throw error;
      left.push({ file, why: error.message });
      return undefined;
    }
  };
  for (const file of files) {
    onFile(file);
    const read = await readDumpFile(file).catch((error: unknown) => {
      if (error instanceof BittingError) return error;
      throw error;
    });
    if (read instanceof BittingError) {
      left.push({ file, why: read.message });
      continue;
    }
    const whole: ReadFile = { file, ...read };
    if (labelOfContent(read.content) === 'authorization details') pages.push(whole);
    else dumps.push(...[attempt(file, () => dumpFacts([whole]))].filter((facts) => facts !== undefined));
  }
  const details = pageGroups(pages).flatMap((group) => {
    const facts = attempt(group.map(({ file }) => file).join(', '), () => dumpFacts(group));
    return facts === undefined ? [] : [facts];
  });
  // What they say of an identity stands above what listings say.
  return [...details, ...dumps];
}

/** Files of authorisation details, those that hold pages of one account in one group, its last page at the end. */
function pageGroups(files: readonly ReadFile[]): readonly [ReadFile, ...ReadFile[]][] {
  const accounts = new Set(files.flatMap((file) => accountOf(file) ?? []));
  // A page may hold policies of AWS alone, which belong to no account.
  const fallback = accounts.size === 1 ? [...accounts][0] : undefined;
  const groups = Map.groupBy(files, (file) => accountOf(file) ?? fallback ?? file.file);
  return [...groups.values()].flatMap((group): [ReadFile, ...ReadFile[]][] => {
    const ordered = [...group.filter(announcesMore), ...group.filter((file) => !announcesMore(file))];
    const [first, ...rest] = ordered;
    if (first === undefined) return [];
    return announcesMore(first) ? [[first, ...rest]] : ordered.map((file) => [file]);
  });
}

function announcesMore({ content }: ReadFile): boolean {
  const last = content.kind === 'answers' ? content.answers.at(-1)?.answer.fields : undefined;
  return last !== undefined && (last['IsTruncated'] === true || typeof last['NextToken'] === 'string');
}

interface LeftOut {
  readonly file: string;
  readonly why: string;
}

/** Regular files below a folder, by name. Links are not followed: they may lead anywhere. */
async function filesOf(folder: string, left: LeftOut[], depth = 0): Promise<readonly string[]> {
  const files: string[] = [];
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = join(folder, entry.name);
      if (entry.name.startsWith('.')) continue;
      if (files.length >= MAX_FILES) {
        left.push({ file: folder, why: `${folder}: holds more than ${MAX_FILES} files. Give its parts one by one` });
        return files;
      }
      if (entry.isFile()) files.push(file);
      else if (!entry.isDirectory()) left.push({ file, why: `${file}: is no regular file. Copy what it leads to` });
      else if (depth < MAX_DEPTH) files.push(...(await filesOf(file, left, depth + 1)));
      else left.push({ file, why: `${file}: lies deeper than ${MAX_DEPTH} folders. Give it by itself` });
    }
  } catch (error) {
    left.push({ file: folder, why: `${folder}: cannot be read (${messageOf(error)}). Check its permissions` });
  }
  return files;
}

/** What a folder holds that was not read. */
function folderSource(path: string, left: readonly LeftOut[], read: number): CollectedFacts {
  const id = `aws-dump:folder/${basename(path)}`;
  const reason = ({ file, why }: LeftOut): string => (why.startsWith(`${file}: `) ? why.slice(file.length + 2) : why);
  const groups = Map.groupBy(left, reason);
  const coverage = [...groups].map(([why, files]): CoverageRow => ({
    source: id,
    outcome: 'unreadable',
    unit: 'documents',
    count: files.length,
    what: `Not read: a file that ${why}${why.endsWith('.') ? '' : '.'}`,
    examples: files.slice(0, EXAMPLES).map(({ file }) => file),
  }));
  if (left.length === 0) {
    coverage.push({
      source: id,
      outcome: 'absent',
      unit: 'documents',
      count: 1,
      what: 'The folder holds no file. Give the folder that the exports lie in.',
    });
  }
  return {
    ...NO_FACTS,
    source: {
      id,
      kind: 'aws-dump',
      name: `aws folder ${basename(path)}`,
      locator: path,
      status: read === 0 ? 'failed' : 'partial',
      why: whyPartial(coverage[0]?.what ?? '', coverage.length),
    },
    coverage,
  };
}
