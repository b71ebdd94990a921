import { basename } from 'node:path/posix';
import type { CiFile, CiParseResult } from '../../model/facts.ts';
import { NO_FACTS } from '../../model/facts.ts';
import { clip } from '../clip.ts';
import { factsOfJobs, problemsOfJobs } from '../facts-of-job.ts';
import { at, entriesOf, itemsOf, textOf } from '../yaml/node.ts';
import type { YamlEntry, YamlMap } from '../yaml/node.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import type { Problem, YamlFile } from '../yaml/read-yaml.ts';
import { restrictsOutsiders } from './guard.ts';
import { readJob } from './job.ts';
import type { WorkflowScope } from './job.ts';
import { secretsBelow } from './secrets.ts';
import { readTriggers } from './triggers.ts';

/** GitHub stops far earlier: a matrix makes at most 256 jobs of a workflow's run. */
const MAX_JOBS = 500;

/**
 * Reads a workflow of GitHub Actions: each job's triggers, token permissions, secrets, cloud identities and checkouts.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax
 */
export function parseWorkflow(file: CiFile): CiParseResult {
  const yaml = readYaml(file);
  const { root } = yaml;
  if (root?.kind !== 'map') return withoutJobs(yaml, root === undefined ? undefined : 'it is not a YAML mapping');
  const jobs = entriesOf(at(root, 'jobs'));
  if (jobs.length === 0) return withoutJobs(yaml, 'it has no jobs');
  const problems: Problem[] = [...yaml.problems];
  if (jobs.length > MAX_JOBS) {
    problems.push({ what: `Only the first ${MAX_JOBS} jobs of the workflow were read.`, place: yaml.place(root) });
  }
  const kept = jobs.slice(0, MAX_JOBS).filter(({ key, value }) => {
    if (value.kind === 'map') return true;
    problems.push({ what: 'A job of the workflow was not read: it is not a YAML mapping.', place: yaml.place(key) });
    return false;
  });
  const { events, guarded, pushRefs } = readTriggers(at(root, 'on'));
  const scope = { ...scopeOf(yaml, root, events), ...(pushRefs === undefined ? {} : { pushRefs }) };
  const guardedJobs = jobsBehindGuards(kept, guarded);
  const parsed = kept.map((entry) => readJob(scope, entry, guardedJobs.has(entry.key.value)));
  return { facts: factsOfJobs(parsed), problems: [...problems, ...problemsOfJobs(parsed)] };
}

function withoutJobs({ root, problems, place }: YamlFile, why: string | undefined): CiParseResult {
  if (why === undefined || problems.length > 0) return { facts: NO_FACTS, problems };
  const range = root ?? { start: 0, end: 0 };
  const start = place({ start: range.start, end: range.start });
  return { facts: NO_FACTS, problems: [{ what: `Workflow not read: ${why}.`, place: start }] };
}

function scopeOf(yaml: YamlFile, root: YamlMap, triggers: readonly string[]): WorkflowScope {
  const on = root.entries.get('on');
  const permissions = root.entries.get('permissions');
  return {
    yaml,
    name: clip(textOf(at(root, 'name')) ?? basename(yaml.file.path)),
    triggers,
    ...(on === undefined ? {} : { triggerPlace: yaml.place(on.key) }),
    ...(permissions === undefined ? {} : { permissions }),
    root,
    secrets: secretsBelow(yaml, at(root, 'env')),
  };
}

/** Conditions under which a job runs although one that it needs was skipped. */
const RUNS_ANYWAY = /\b(?:always|failure|cancelled)\s*\(/i;

/** Keys of jobs that outsiders cannot start because a job they need, at any remove, is not started for them. */
function jobsBehindGuards(jobs: readonly YamlEntry[], all: boolean): ReadonlySet<string> {
  if (all) return new Set(jobs.map(({ key }) => key.value));
  const behind = new Set<string>();
  const dependents = new Map<string, string[]>();
  const queue: string[] = [];
  for (const { key, value } of jobs) {
    const condition = textOf(at(value, 'if')) ?? '';
    if (restrictsOutsiders(condition)) queue.push(key.value);
    if (RUNS_ANYWAY.test(condition)) continue;
    for (const need of itemsOf(at(value, 'needs'))) {
      const name = textOf(need);
      if (name === undefined) continue;
      const list = dependents.get(name) ?? [];
      list.push(key.value);
      dependents.set(name, list);
    }
  }
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const dependent of dependents.get(next) ?? []) {
      if (behind.has(dependent)) continue;
      behind.add(dependent);
      queue.push(dependent);
    }
  }
  return behind;
}
