import { basename } from 'node:path/posix';
import type { CiJob } from '../../model/ci-job.ts';
import type { CiFile, CiParseResult } from '../../model/facts.ts';
import { NO_FACTS } from '../../model/facts.ts';
import { clip } from '../clip.ts';
import { beyond, factsOfJobs, problemsOfJobs } from '../facts-of-job.ts';
import type { ParsedJob } from '../facts-of-job.ts';
import { at, entriesOf, itemsOf, textOf } from '../yaml/node.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../yaml/node.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import type { Problem, YamlFile } from '../yaml/read-yaml.ts';
import { assumedIdentities, staticKeys } from './cloud.ts';
import { MAX_VARIABLES, effectiveJob, jobEntries, scriptLines, variablesOf } from './job-map.ts';
import { secretReferences, secretsOf } from './secrets.ts';
import { readTriggers } from './triggers.ts';

const MAX_JOBS = 500;
/** Most secret uses kept, and most script lines read, of one job. */
const MAX_USES = 200;
const MAX_LINES = 2000;

/**
 * Reads a GitLab CI configuration: its jobs with what they extend, the secrets they read, ID tokens and cloud
 * identities. Included files are named in the jobs' attributes and not fetched. https://docs.gitlab.com/ci/yaml/
 */
export function parsePipeline(file: CiFile): CiParseResult {
  const yaml = readYaml(file);
  const problems: Problem[] = [...yaml.problems];
  const { root } = yaml;
  if (root === undefined) return { facts: NO_FACTS, problems };
  const isMain = /\.gitlab-ci\.ya?ml$/i.test(basename(file.path));
  if (root.kind !== 'map') {
    if (isMain) problems.push({ what: 'Pipeline not read: it is not a YAML mapping.', place: yaml.place(root) });
    return { facts: NO_FACTS, problems };
  }
  const jobs = jobEntries(root).filter(({ value }) => isMain || looksLikeJob(value));
  if (jobs.length > MAX_JOBS) {
    problems.push({ what: `Only the first ${MAX_JOBS} jobs of the pipeline were read.`, place: yaml.place(root) });
  }
  const includes = includesOf(root);
  const parsed = jobs.slice(0, MAX_JOBS).map((job) => readJob(yaml, root, job, includes));
  return { facts: factsOfJobs(parsed), problems: [...problems, ...problemsOfJobs(parsed)] };
}

/** Other files under `.gitlab/` have maps too; a job has one of these. */
const looksLikeJob = (node: YamlNode): boolean =>
  ['script', 'trigger', 'extends', 'run'].some((key) => at(node, key) !== undefined);

function readJob(yaml: YamlFile, root: YamlMap, { key, value }: YamlEntry, includes: readonly string[]): ParsedJob {
  const node = effectiveJob(root, value.kind === 'map' ? value : { ...value, kind: 'map', entries: new Map() });
  const id = `gitlab-ci:${yaml.file.sourceName}/${yaml.file.path}#${clip(key.value)}`;
  const { variables, count } = variablesOf(root, node);
  // A job that only starts another pipeline runs no script, not even the default one.
  const scripts = at(node, 'trigger') === undefined ? ['before_script', 'script', 'after_script'] : [];
  const allLines = scripts.flatMap((name) => [...scriptLines(root, at(node, name)).take(MAX_LINES + 1)]);
  const lines = allLines.slice(0, MAX_LINES);
  const uses = secretsOf(yaml, node, lines, variables);
  const secrets = uses.slice(0, MAX_USES);
  const tokens = entriesOf(at(node, 'id_tokens'));
  const started = readTriggers(root, node);
  const deployment = at(node, 'environment');
  const environment = textOf(deployment) ?? textOf(at(deployment, 'name'));
  const calls = downstream(at(node, 'trigger'));
  const job: CiJob = {
    id,
    system: 'gitlab-ci',
    workflow: clip(yaml.file.path),
    job: clip(key.value),
    place: yaml.place(key),
    triggers: started.triggers,
    ...(started.node === undefined ? {} : { triggerPlace: yaml.place(started.node.key) }),
    ...(started.onlyRefs === undefined ? {} : { onlyRefs: started.onlyRefs }),
    ...(tokens.length === 0 ? {} : { idTokens: idTokensOf(tokens) }),
    ...(environment === undefined ? {} : { environment: clip(environment) }),
    permissions: 'default',
    secrets: secrets.map(({ name, place }) => ({ name, place })),
    ...(calls === undefined ? {} : { calls: clip(withoutCredentials(calls)) }),
    assumes: assumedIdentities(yaml, lines, variables, tokens.length > 0),
    staticCloudKeys: staticKeys(yaml, lines, variables).slice(0, MAX_USES),
    untrustedCheckouts: [],
    guarded: started.guarded,
  };
  const leftOut = [
    ...beyond(uses.length, MAX_USES, 'uses of secrets'),
    ...beyond(allLines.length, MAX_LINES, 'script lines'),
    ...beyond(count, MAX_VARIABLES, 'variables'),
  ];
  return { job, references: secretReferences(id, secrets), leftOut, attributes: attributesOf(tokens, includes) };
}

function idTokensOf(tokens: readonly YamlEntry[]): NonNullable<CiJob['idTokens']> {
  return tokens.slice(0, 10).map(({ key, value }) => ({
    name: clip(key.value),
    audiences: itemsOf(at(value, 'aud'))
      .slice(0, 10)
      .map((audience) => clip(textOf(audience) ?? '')),
  }));
}

function attributesOf(tokens: readonly YamlEntry[], includes: readonly string[]): Readonly<Record<string, string>> {
  const audiences = tokens.slice(0, 10).map(
    ({ key, value }) =>
      `${clip(key.value)} for ${itemsOf(at(value, 'aud'))
        .map((aud) => clip(textOf(aud) ?? ''))
        .join(', ')}`,
  );
  return {
    ...(audiences.length === 0 ? {} : { 'ID tokens': audiences.join('; ') }),
    ...(includes.length === 0 ? {} : { 'includes, not followed': includes.join('; ') }),
  };
}

/** Project or file whose pipeline a `trigger:` starts. */
function downstream(trigger: YamlNode | undefined): string | undefined {
  const include = at(trigger, 'include');
  return (
    textOf(trigger) ??
    textOf(at(trigger, 'project')) ??
    itemsOf(include)
      .map((item) => textOf(item) ?? includeName(item))
      .find((name) => name !== undefined)
  );
}

const INCLUDE_KINDS = ['local', 'file', 'remote', 'template', 'component'] as const;

function includesOf(root: YamlMap): readonly string[] {
  return itemsOf(at(root, 'include'))
    .slice(0, 20)
    .flatMap((item) => textOf(item) ?? includeName(item) ?? [])
    .map((name) => clip(withoutCredentials(name)));
}

/** URLs without user, password and query, any of which may hold a token. */
const withoutCredentials = (name: string): string =>
  name.replaceAll(/\/\/[^/\s@]*@/g, '//').replaceAll(/\?[^\s,;]*/g, '');

function includeName(item: YamlNode): string | undefined {
  const kind = INCLUDE_KINDS.find((name) => at(item, name) !== undefined);
  if (kind === undefined) return undefined;
  const names = itemsOf(at(item, kind))
    .map((name) => textOf(name) ?? '')
    .join(', ');
  const project = textOf(at(item, 'project'));
  return project === undefined ? names : `${project}: ${names}`;
}
