import type { Graph } from '../../../graph/graph.ts';
import type { Source } from '../../../model/source.ts';

/** Where a scanned source lives at a hosting service. */
export interface Repository {
  readonly source: string;
  /** Such as `github.com`; absent where no remote tells. */
  readonly host?: string;
  /** Such as `acme/shop`; with a wildcard for the owner where no remote tells. */
  readonly path: string;
  readonly certain: boolean;
}

const URL_FORM = /^[a-z+]+:\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+)$/i;
/** `git@github.com:acme/shop.git` */
const SCP_FORM = /^(?:[^@/]*@)?([^/:]+):(?!\/\/)(.+)$/;

/** Host and path of a remote's address; undefined for a local one. */
export function remoteOf(url: string): { readonly host: string; readonly path: string } | undefined {
  const [, host, rest] = URL_FORM.exec(url) ?? SCP_FORM.exec(url) ?? [];
  const path = rest?.replace(/\.git\/?$/, '').replace(/^\/+|\/+$/g, '');
  return host === undefined || path === undefined || !path.includes('/')
    ? undefined
    : { host: host.toLowerCase(), path };
}

/** Repositories of the scanned sources, each by its first remote that is not local. */
export function repositoriesOf(graph: Graph): ReadonlyMap<string, Repository> {
  return new Map(graph.sources.flatMap((source) => repositoryOf(source)).map((one) => [one.source, one]));
}

function repositoryOf({ id, kind, name, repository }: Source): readonly Repository[] {
  if (kind !== 'repository' && kind !== 'folder') return [];
  const [remote] = (repository?.remotes ?? []).flatMap((url) => remoteOf(url) ?? []);
  if (remote !== undefined) return [{ source: id, ...remote, certain: true }];
  // The name is that of a folder, which says nothing about the owner.
  return [{ source: id, path: `*/${name.split('/').at(-1) ?? name}`, certain: false }];
}
