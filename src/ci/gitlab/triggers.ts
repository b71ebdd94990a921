import { at, entriesOf, itemsOf, textOf } from '../yaml/node.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../yaml/node.ts';

export interface PipelineTriggers {
  readonly triggers: readonly string[];
  readonly node?: YamlEntry;
  readonly guarded: boolean;
  /** Full names of the refs that its rules name, with `*` for any run of characters; absent where one names none. */
  readonly onlyRefs?: readonly string[];
}

/** `only:` keywords and the pipeline sources they mean. https://docs.gitlab.com/ci/yaml/deprecated_keywords/ */
const ONLY: Readonly<Record<string, string>> = {
  merge_requests: 'merge_request_event',
  external_pull_requests: 'external_pull_request_event',
  schedules: 'schedule',
  triggers: 'trigger',
  pipelines: 'pipeline',
  web: 'web',
  api: 'api',
  chat: 'chat',
};

const SOURCE = /\$CI_PIPELINE_SOURCE\s{0,8}==\s{0,8}["'](?<source>[a-z_]{1,40})["']/g;
const SOURCE_PATTERN = /\$CI_PIPELINE_SOURCE\s{0,8}=~\s{0,8}\/(?<pattern>[^/]{1,200})\//g;
const MERGE_REQUEST = /\$CI_MERGE_REQUEST_\w+/;
/** Variables that are only so in the project itself, or on refs that only maintainers push to. */
const PROJECT_ONLY =
  /\$CI_(?:COMMIT_REF_PROTECTED|PROJECT_(?:PATH|ID|NAMESPACE|ROOT_NAMESPACE)|MERGE_REQUEST_SOURCE_PROJECT_(?:ID|PATH))\s{0,8}==/;

/**
 * What starts a job: pipeline sources its rules name, `push` where they name none. `guarded` when every rule that
 * starts it holds only in the project itself, on protected refs, or waits for a person.
 */
export function readTriggers(root: YamlMap, job: YamlMap): PipelineTriggers {
  const own = job.entries.get('rules') ?? job.entries.get('only');
  const workflow = at(root, 'workflow', 'rules');
  const workflowEntry = workflow === undefined ? undefined : root.entries.get('workflow');
  const node = own ?? workflowEntry;
  const rules = itemsOf(own?.key.value === 'rules' ? own.value : own === undefined ? workflow : undefined);
  const active = rules.filter((rule) => textOf(at(rule, 'when')) !== 'never');
  const conditions = active.map((rule) => textOf(at(rule, 'if')) ?? '');
  const named = [...conditions.flatMap(sourcesOf), ...(own?.key.value === 'only' ? onlySources(own.value) : [])];
  const triggers = named.length === 0 ? ['push'] : [...new Set(named)];
  const manual = textOf(at(job, 'when')) === 'manual';
  const guarded =
    manual ||
    (active.length > 0 &&
      active.every(
        (rule, index) => textOf(at(rule, 'when')) === 'manual' || PROJECT_ONLY.test(conditions[index] ?? ''),
      ));
  const onlyRefs =
    own?.key.value === 'only' ? refsOfOnly(own.value) : active.length > 0 ? refsOfRules(conditions) : undefined;
  return {
    triggers,
    guarded,
    ...(node === undefined ? {} : { node }),
    ...(onlyRefs === undefined ? {} : { onlyRefs }),
  };
}

const BRANCH = /\$CI_COMMIT_(?:BRANCH|REF_NAME)\s{0,8}==\s{0,8}["'](?<name>[^"'$]{1,200})["']/;
const DEFAULT_BRANCH = /\$CI_COMMIT_(?:BRANCH|REF_NAME)\s{0,8}==\s{0,8}\$CI_DEFAULT_BRANCH/;
const TAG = /\$CI_COMMIT_TAG\b(?!\s{0,8}[=!]=\s{0,8}null)/;
const TAG_IS = /\$CI_COMMIT_TAG\s{0,8}==\s{0,8}["'](?<name>[^"'$]{1,200})["']/;

/** Refs that every rule names; a rule that names none leaves every ref. */
function refsOfRules(conditions: readonly string[]): readonly string[] | undefined {
  const refs = conditions.map((condition) => {
    // Alternatives and tests of other things are not taken apart.
    if (condition.includes('||')) return undefined;
    const branch = BRANCH.exec(condition)?.groups?.['name'];
    if (branch !== undefined) return `refs/heads/${branch}`;
    if (DEFAULT_BRANCH.test(condition)) return 'refs/heads/*';
    const tag = TAG_IS.exec(condition)?.groups?.['name'];
    if (tag !== undefined) return `refs/tags/${tag}`;
    return TAG.test(condition) ? 'refs/tags/*' : undefined;
  });
  const told = refs.filter((ref) => ref !== undefined);
  return told.length === refs.length && told.length > 0 ? [...new Set(told)] : undefined;
}

/** `only: [main, tags]`: names of branches, `branches`, `tags`; patterns and pipeline sources leave every ref. */
function refsOfOnly(only: YamlNode): readonly string[] | undefined {
  const items = itemsOf(only.kind === 'map' ? at(only, 'refs') : only).map((item) => textOf(item) ?? '');
  if (items.length === 0 || items.some((name) => name.startsWith('/') || Object.hasOwn(ONLY, name))) return undefined;
  // A plain name is a branch's or a tag's.
  const refs = items.flatMap((name) =>
    name === 'tags'
      ? ['refs/tags/*']
      : name === 'branches'
        ? ['refs/heads/*']
        : [`refs/heads/${name}`, `refs/tags/${name}`],
  );
  return [...new Set(refs)].slice(0, 100);
}

function sourcesOf(condition: string): readonly string[] {
  const exact = [...condition.matchAll(SOURCE)].map(({ groups }) => groups?.['source'] ?? '');
  const patterns = [...condition.matchAll(SOURCE_PATTERN)].flatMap(({ groups }) =>
    (groups?.['pattern'] ?? '').split('|').map((part) => part.replaceAll(/[^a-z_]/g, '')),
  );
  const all = [...exact, ...patterns].filter((source) => source !== '');
  if (all.length > 0) return all;
  return [MERGE_REQUEST.test(condition) ? 'merge_request_event' : 'push'];
}

/** `only: [merge_requests, main]`, or `only: { refs: […] }`; names of branches and `tags` mean a push. */
function onlySources(only: YamlNode): readonly string[] {
  const refs = only.kind === 'map' ? at(only, 'refs') : only;
  if (only.kind === 'map' && refs === undefined && entriesOf(only).length > 0) return ['push'];
  return itemsOf(refs).map((ref) => {
    const name = textOf(ref) ?? '';
    return Object.hasOwn(ONLY, name) ? (ONLY[name] ?? 'push') : 'push';
  });
}
