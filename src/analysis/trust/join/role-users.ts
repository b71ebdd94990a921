import type { Graph } from '../../../graph/graph.ts';
import type { CiAssumedIdentity, CiJob } from '../../../model/ci-job.ts';
import { globsIntersect } from '../../glob.ts';
import { opened, tokensOfJob } from './job-tokens.ts';
import type { Caller, JobToken } from './job-tokens.ts';
import { repositoriesOf } from './repositories.ts';
import type { Repository } from './repositories.ts';

/** A job that names a role, and the tokens it can have; undefined tokens are not known. */
export interface RoleUser {
  readonly job: CiJob;
  readonly repository: Repository;
  readonly assumed: CiAssumedIdentity;
  readonly tokens: readonly JobToken[] | undefined;
}

/** Which jobs of the scanned repositories name which role. */
export interface RoleUsers {
  readonly repositories: readonly Repository[];
  /** Jobs that name the role in full. */
  readonly of: (role: string) => readonly RoleUser[];
  /** Whether something in a source may use the role without naming it in full, as far as can be told. */
  readonly mayUse: (role: string, source: string) => boolean;
}

const known = new WeakMap<Graph, RoleUsers>();

/** Made once for a graph, because several checks ask. */
export function roleUsers(graph: Graph): RoleUsers {
  const users = known.get(graph) ?? collect(graph);
  known.set(graph, users);
  return users;
}

function collect(graph: Graph): RoleUsers {
  const repositories = repositoriesOf(graph);
  const callers = callersOf(graph, repositories);
  const byRole = new Map<string, RoleUser[]>();
  /** Patterns of roles whose names are computed, by source. */
  const computed = new Map<string, Set<string>>();
  const handsOn = new Set<string>();
  const add = (source: string, pattern: string): void => {
    const patterns = computed.get(source) ?? new Set();
    computed.set(source, patterns.add(pattern));
  };
  for (const job of graph.jobs) {
    const repository = repositories.get(job.place.source);
    if (repository === undefined) continue;
    // A workflow or an action kept elsewhere may be told the role by what is handed on to it.
    if (job.calls !== undefined && !job.calls.startsWith('./')) handsOn.add(repository.source);
    for (const assumed of job.assumes) {
      if (assumed.provider !== 'aws') continue;
      const pattern = opened(assumed.identity);
      if (pattern !== assumed.identity || job.triggers.length === 0) {
        add(repository.source, pattern);
        continue;
      }
      const users = byRole.get(assumed.identity) ?? [];
      users.push({
        job,
        repository,
        assumed,
        tokens: tokensOfJob(job, repository, callers.get(workflowOf(job)) ?? []),
      });
      byRole.set(assumed.identity, users);
    }
  }
  for (const { kind, target, by, place } of graph.references) {
    // A job's own references are told above; here it is a script, a module or a variable that names the role.
    if (kind === 'role' && by === undefined && place.kind === 'file' && place.commit === undefined)
      add(place.source, target);
  }
  return {
    repositories: [...repositories.values()],
    of: (role) => byRole.get(role) ?? [],
    mayUse: (role, source) =>
      handsOn.has(source) || [...(computed.get(source) ?? [])].some((pattern) => globsIntersect(pattern, role)),
  };
}

/** Jobs that call a workflow of a scanned repository, by that workflow's file. */
function callersOf(
  graph: Graph,
  repositories: ReadonlyMap<string, Repository>,
): ReadonlyMap<string, readonly Caller[]> {
  const callers = new Map<string, Caller[]>();
  const sourceOf = new Map(
    [...repositories.values()].filter(({ certain }) => certain).map((one) => [one.path, one.source]),
  );
  for (const job of graph.jobs) {
    const repository = repositories.get(job.place.source);
    if (job.calls === undefined || job.system !== 'github-actions' || repository === undefined) continue;
    const local = /^\.\/(.+)$/.exec(job.calls)?.[1];
    const [, path, file] = /^([^/]+\/[^/]+)\/(\.github\/workflows\/[^@]+)@/.exec(job.calls) ?? [];
    const source = local === undefined ? sourceOf.get(path ?? '') : repository.source;
    if (source === undefined) continue;
    const key = `${source} ${local ?? file}`;
    const list = callers.get(key) ?? [];
    list.push({ job, repository });
    callers.set(key, list);
  }
  return callers;
}

function workflowOf({ place }: CiJob): string {
  return `${place.source} ${place.path}`;
}
