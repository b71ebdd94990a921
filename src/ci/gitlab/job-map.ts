import { at, entriesOf, itemsOf, textOf } from '../yaml/node.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../yaml/node.ts';

/** GitLab's own limit. https://docs.gitlab.com/ci/yaml/#extends */
const MAX_EXTENDS = 11;
/** Depth to which maps of a template and its job are merged. */
const MAX_MERGE = 10;
/** Keywords a job takes from `default:`. https://docs.gitlab.com/ci/yaml/#default */
const DEFAULTS = ['after_script', 'before_script', 'hooks', 'id_tokens', 'image', 'services', 'tags'] as const;

/** Top-level keys that are no jobs. https://docs.gitlab.com/ci/yaml/ */
const GLOBAL = new Set([
  ...DEFAULTS,
  'cache',
  'default',
  'include',
  'interruptible',
  'retry',
  'spec',
  'stages',
  'timeout',
  'types',
  'variables',
  'workflow',
]);

/** Jobs that run: neither global keywords nor hidden ones, whose names start with a dot. */
export function jobEntries(root: YamlMap): readonly YamlEntry[] {
  return entriesOf(root).filter(
    ({ key, value }) => value.kind === 'map' && !key.value.startsWith('.') && !GLOBAL.has(key.value),
  );
}

/** A job with what it extends and what `default:` gives it. Templates of other files are not there to be merged. */
export function effectiveJob(root: YamlMap, job: YamlMap): YamlMap {
  const own = withTemplates(root, job, 0);
  const inherit = at(own, 'inherit', 'default');
  const allowed = (name: string): boolean =>
    inherit === undefined || textOf(inherit) === 'true' || itemsOf(inherit).some((item) => textOf(item) === name);
  const entries = new Map(own.entries);
  for (const name of DEFAULTS) {
    const given = entry(at(root, 'default'), name) ?? entry(root, name);
    if (given !== undefined && !entries.has(name) && allowed(name)) entries.set(name, given);
  }
  return { ...own, entries };
}

/** Most variables that are followed into a job; of more, its own go before the global ones. */
export const MAX_VARIABLES = 300;

/** Variables that hold in a job, its own before the global ones, and how many there are in all. */
export function variablesOf(
  root: YamlMap,
  job: YamlMap,
): { readonly variables: ReadonlyMap<string, YamlEntry>; readonly count: number } {
  const global = textOf(at(job, 'inherit', 'variables')) === 'false' ? [] : entriesOf(at(root, 'variables'));
  const all = [...global, ...entriesOf(at(job, 'variables'))];
  const kept = all.slice(-MAX_VARIABLES).map((variable) => [variable.key.value, variable] as const);
  return { variables: new Map(kept), count: all.length };
}

/** A variable's value: the scalar itself, or `value:` where it is described. */
export function valueOf({ value }: YamlEntry): YamlScalar | undefined {
  const node = value.kind === 'map' ? at(value, 'value') : value;
  return node?.kind === 'scalar' ? node : undefined;
}

/** Scalars of a job's scripts in order, nested lists and `!reference [job, key]` followed. */
export function* scriptLines(root: YamlMap, node: YamlNode | undefined, depth = 0): Generator<YamlScalar> {
  if (node === undefined || depth > MAX_EXTENDS) return;
  if (node.kind === 'scalar') yield node;
  else if (node.kind === 'list' && node.tag === '!reference') {
    const keys = node.items.map((item) => textOf(item) ?? '');
    yield* scriptLines(root, at(root, ...keys), depth + 1);
  } else if (node.kind === 'list') for (const item of node.items) yield* scriptLines(root, item, depth + 1);
}

const entry = (node: YamlNode | undefined, key: string): YamlEntry | undefined =>
  node?.kind === 'map' ? node.entries.get(key) : undefined;

function withTemplates(root: YamlMap, job: YamlMap, depth: number): YamlMap {
  const names = itemsOf(at(job, 'extends')).slice(0, MAX_EXTENDS);
  if (depth >= MAX_EXTENDS || names.length === 0) return job;
  let result: YamlMap | undefined;
  for (const name of names) {
    const template = at(root, textOf(name) ?? '');
    if (template?.kind !== 'map' || template === job) continue;
    const complete = withTemplates(root, template, depth + names.length);
    result = result === undefined ? complete : merged(result, complete, 0);
  }
  return result === undefined ? job : merged(result, job, 0);
}

/** Maps are merged key by key, everything else is replaced, as GitLab does. */
function merged(base: YamlMap, over: YamlMap, depth: number): YamlMap {
  const entries = new Map(base.entries);
  for (const [name, { key, value }] of over.entries) {
    const below = entries.get(name)?.value;
    const both = below?.kind === 'map' && value.kind === 'map' && depth < MAX_MERGE;
    entries.set(name, { key, value: both ? merged(below, value, depth + 1) : value });
  }
  return { ...over, entries };
}
