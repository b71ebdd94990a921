import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../model/errors.ts';
import type { RepositoryFacts } from '../model/source.ts';
import type { ReportGap } from './gap.ts';
import { readGitConfig } from './git-config.ts';
import type { GitConfig } from './git-config.ts';
import type { GitLayout } from './git-layout.ts';
import type { ObjectFormat } from './object-id.ts';
import { readRefs } from './refs.ts';
import type { Refs } from './refs.ts';

/** What is known of a repository before its objects are read. */
export interface OpenedRepository {
  readonly layout: GitLayout;
  readonly format: ObjectFormat;
  readonly refs: Refs;
  readonly facts: RepositoryFacts;
}

/** Reads configuration and refs of a repository as data. What cannot be read is reported, never thrown. */
export async function openRepository(layout: GitLayout, report: ReportGap): Promise<OpenedRepository> {
  const config = await readGitConfig(join(layout.commonDir, 'config')).catch((error: unknown): GitConfig => {
    const what = `The repository's configuration could not be parsed; its remotes are unknown: ${messageOf(error)}`;
    report({ outcome: 'unreadable', unit: 'files', count: 1, what, examples: ['.git/config'] });
    return new Map();
  });
  const refs = await readRefs(layout, report);
  if (config.get('extensions.refstorage')?.at(-1)?.startsWith('reftable') === true) {
    const what =
      'The refs are kept as reftable, which is not read: all objects were scanned, but every commit counts as ' +
      'unreachable. "git refs migrate --ref-format=files" in a copy mends it.';
    report({ outcome: 'limited', unit: 'objects', count: 1, what });
  }
  const branch = refs.branch?.replace(/^refs\/heads\//, '');
  return {
    layout,
    format: config.get('extensions.objectformat')?.at(-1) === 'sha256' ? 'sha256' : 'sha1',
    refs,
    facts: {
      ...(branch !== undefined && refs.head !== undefined ? { branch } : {}),
      remotes: remotesOf(config),
      shallow: (await lstat(join(layout.commonDir, 'shallow')).catch(() => undefined)) !== undefined,
      partial: isPartial(config) || (await hasPromisorPack(layout.objectsDir)),
    },
  };
}

function remotesOf(config: GitConfig): readonly string[] {
  const urls = [...config].flatMap(([key, values]) => (/^remote\..*\.url$/s.test(key) ? values : []));
  return [...new Set(urls.map(withoutCredentials))].sort();
}

/**
 * A remote's URL without user, password, query and fragment, where tokens are kept. Of a transport that runs a command
 * (`ext::…`) only the name is left.
 */
export function withoutCredentials(url: string): string {
  const helper = /^([A-Za-z0-9][A-Za-z0-9+.-]*)::/.exec(url);
  if (helper !== null) return `${helper[1]}::…`;
  const parts = /^([A-Za-z][A-Za-z0-9+.-]*:\/\/)([^/?#]*)([^?#]*)/.exec(url);
  if (parts !== null) return `${parts[1]}${parts[2]?.replace(/^.*@/s, '')}${parts[3]}`;
  // scp form, user@host:path: the user is a name such as `git` unless a colon makes it a password.
  const scp = /^([^/@]*)@([^/]*:.*)$/s.exec(url);
  if (scp !== null) return scp[1]?.includes(':') === true ? `${scp[2]}` : url;
  return url;
}

function isPartial(config: GitConfig): boolean {
  return [...config.keys()].some((key) => key === 'extensions.partialclone' || /^remote\..*\.promisor$/s.test(key));
}

async function hasPromisorPack(objectsDir: string): Promise<boolean> {
  const names = await readdir(join(objectsDir, 'pack')).catch(() => []);
  return names.some((name) => name.endsWith('.promisor'));
}
