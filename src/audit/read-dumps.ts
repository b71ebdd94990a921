import { basename } from 'node:path';

import type { AzureCollectedFacts } from '../connectors/azure/dump.ts';
import { BittingError } from '../model/errors.ts';
import type { CollectedFacts, Facts } from '../model/facts.ts';
import { NO_FACTS } from '../model/facts.ts';
import { stableId } from '../model/ids.ts';
import type { Progress } from '../model/progress.ts';
import type { CoverageRow, Source, SourceKind } from '../model/source.ts';

export interface DumpFiles {
  readonly aws: readonly string[];
  readonly azure: readonly string[];
  readonly github: readonly string[];
}

export interface ReadDumps {
  readonly sources: readonly Source[];
  readonly coverage: readonly CoverageRow[];
  readonly facts: readonly Facts[];
}

/**
 * Reads every dump that was given. One that cannot be read becomes a failed source with the reason, so that the rest
 * of the audit goes on and the exit code says that something is missing.
 */
export async function readDumps(files: DumpFiles, progress: Progress): Promise<ReadDumps> {
  const read = async (kind: SourceKind, paths: readonly string[]): Promise<readonly CollectedFacts[]> => {
    const dumps: CollectedFacts[] = [];
    for (const path of paths) {
      progress.step(`reading ${basename(path)}`);
      dumps.push(await readDump(kind, path));
    }
    return dumps;
  };
  const facts: Facts[] = [];
  const aws: CollectedFacts[] = [];
  if (files.aws.length > 0) {
    const { readAwsDumps } = await import('../connectors/aws/dumps.ts');
    const joined = await readAwsDumps(files.aws, {
      onFile: (path) => progress.step(`reading ${basename(path)}`),
      failed: (path, why) => failed('aws-dump', path, why),
    });
    aws.push(...joined.dumps);
    facts.push(joined.facts);
  }
  const azure = await read('azure-dump', files.azure);
  const azureRead = azure.filter((dump): dump is AzureCollectedFacts => 'records' in dump);
  let settled: readonly CollectedFacts[] = azure;
  if (azureRead.length > 0) {
    // Together, because one file names a role that another defines.
    const { mergeAzure, settleAzure } = await import('../connectors/azure/dump.ts');
    facts.push(mergeAzure(azureRead));
    settled = [...azure.filter((dump) => !('records' in dump)), ...settleAzure(azureRead)];
  }
  const github = await read('github-dump', files.github);
  facts.push(...github);
  const all = [...aws, ...settled, ...github];
  return {
    sources: [...Map.groupBy(all, ({ source }) => source.id).values()].map((group) => oneSource(group)),
    coverage: all.flatMap(({ coverage }) => coverage),
    facts,
  };
}

/** Files of one kind about one account, such as two pages, are one source. */
function oneSource(dumps: readonly CollectedFacts[]): Source {
  const sources = dumps.map(({ source }) => source);
  const worst = sources.find(({ status }) => status === 'failed') ?? sources.find(({ status }) => status !== 'read');
  const [first] = sources;
  if (first === undefined) throw new TypeError('a group of sources is never empty');
  const { why: _, ...rest } = first;
  return {
    ...rest,
    locator: locators(sources.map(({ locator }) => locator)),
    status: worst === undefined ? 'read' : sources.every(({ status }) => status === 'failed') ? 'failed' : 'partial',
    ...(worst?.why !== undefined && { why: worst.why }),
  };
}

function locators(all: readonly string[]): string {
  return all.length <= 5 ? all.join(', ') : `${all.slice(0, 5).join(', ')} and ${all.length - 5} more`;
}

async function readDump(kind: SourceKind, path: string): Promise<CollectedFacts> {
  try {
    // Loaded when asked for: most runs need none of them.
    if (kind === 'azure-dump') return await (await import('../connectors/azure/dump.ts')).readAzureDump(path);
    return await (await import('../connectors/github/dump.ts')).readGithubDump(path);
  } catch (error) {
    if (!(error instanceof BittingError)) throw error;
    return failed(kind, path, error.message);
  }
}

function failed(kind: SourceKind, path: string, why: string): CollectedFacts {
  const id = stableId('source', kind, basename(path));
  return {
    ...NO_FACTS,
    source: { id, kind, name: basename(path), locator: path, status: 'failed', why },
    coverage: [{ source: id, outcome: 'unreadable', unit: 'documents', count: 1, what: why, examples: [path] }],
  };
}
