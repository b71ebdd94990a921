import { basename, dirname } from 'node:path/posix';
import type { CiFile, CiParseResult } from '../../model/facts.ts';
import { NO_FACTS } from '../../model/facts.ts';
import { clip } from '../clip.ts';
import { factsOfJobs, problemsOfJobs } from '../facts-of-job.ts';
import { at, textOf } from '../yaml/node.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { readJob } from './job.ts';

/**
 * Reads the metadata of an action. A composite one becomes a job without triggers, named `runs`: it acts with whatever
 * its caller has. Other actions, and files that only share the name, hold no steps and yield nothing.
 * https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax
 */
export function parseAction(file: CiFile): CiParseResult {
  const yaml = readYaml(file);
  const runs = yaml.root?.kind === 'map' ? yaml.root.entries.get('runs') : undefined;
  if (yaml.root === undefined || runs === undefined || textOf(at(runs.value, 'using')) !== 'composite') {
    return { facts: NO_FACTS, problems: yaml.problems };
  }
  const folder = basename(dirname(file.path));
  const name = clip(textOf(at(yaml.root, 'name')) ?? (folder === '.' ? basename(file.path) : folder));
  const scope = { yaml, name, triggers: [], root: yaml.root, secrets: [] };
  const parsed = [readJob(scope, runs, false)];
  return { facts: factsOfJobs(parsed), problems: [...yaml.problems, ...problemsOfJobs(parsed)] };
}
