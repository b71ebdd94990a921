import type { CiAssumedIdentity, CiJob } from '../model/ci-job.ts';
import { NO_FACTS } from '../model/facts.ts';
import type { CiParseResult, Facts } from '../model/facts.ts';
import type { Identity, Reference } from '../model/identity.ts';

/** What a parser knows of a job beyond the job itself. */
export interface ParsedJob {
  readonly job: CiJob;
  /** References to secrets; roles follow from what the job assumes. */
  readonly references: readonly Reference[];
  /** What of it was left out because a limit was met, such as `steps beyond the first 500`. */
  readonly leftOut: readonly string[];
  /** More attributes of the identity, in words people read. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Words for what goes beyond a limit; none where it holds. */
export function beyond(count: number, limit: number, what: string): readonly string[] {
  return count > limit ? [`${what} beyond the first ${limit}`] : [];
}

/** A problem for each job that was read in part only. */
export function problemsOfJobs(parsed: readonly ParsedJob[]): CiParseResult['problems'] {
  return parsed.flatMap(({ job, leftOut }) =>
    leftOut.length === 0
      ? []
      : [{ what: `Job "${job.job}" was read in part: ${leftOut.join(', ')} were left out.`, place: job.place }],
  );
}

/** Facts of a file's jobs: each is a workload identity that names secrets and roles. */
export function factsOfJobs(parsed: readonly ParsedJob[]): Facts {
  return {
    ...NO_FACTS,
    jobs: parsed.map(({ job }) => job),
    identities: parsed.map(workloadOf),
    references: parsed.flatMap(({ job, references }) => [...references, ...job.assumes.flatMap(roleReference(job))]),
  };
}

function workloadOf({ job, attributes = {} }: ParsedJob): Identity {
  return {
    id: job.id,
    provider: job.system,
    kind: 'workload',
    name: `${job.job} in ${job.workflow}`,
    tags: {},
    attributes: {
      ...(job.triggers.length === 0 ? {} : { 'started by': job.triggers.join(', ') }),
      ...(job.environment === undefined ? {} : { environment: job.environment }),
      ...(job.calls === undefined ? {} : { calls: job.calls }),
      ...attributes,
    },
    places: [job.place],
    domains: [],
  };
}

/** A role that is named in full; one that a variable or secret holds is unknown here and never the same twice. */
const roleReference =
  (job: CiJob) =>
  ({ provider, identity, place }: CiAssumedIdentity): readonly Reference[] =>
    identity.includes('$')
      ? []
      : [{ kind: provider === 'aws' ? 'role' : 'identity', target: identity, by: job.id, place }];
