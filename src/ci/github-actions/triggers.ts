import { clip } from '../clip.ts';
import { entriesOf, itemsOf, at, textOf } from '../yaml/node.ts';
import type { YamlNode } from '../yaml/node.ts';
import { isOutsiderEvent } from './events.ts';

export interface Triggers {
  readonly events: readonly string[];
  /** True when every event that outsiders could cause is narrowed to what only people with triage rights do. */
  readonly guarded: boolean;
  /** Refs whose pushes start the workflow; absent where nothing narrows them. */
  readonly pushRefs?: readonly string[];
}

const EVENT = /^[a-z_]{1,50}$/;
/** Activities on a pull request that need triage rights. Issues are left out: a template labels them for anyone. */
const INSIDER_ACTIVITIES = new Set(['labeled', 'unlabeled', 'assigned', 'unassigned', 'milestoned']);

/** Reads `on:` in its three forms: one event, a list of events, a map from event to filters. */
export function readTriggers(on: YamlNode | undefined): Triggers {
  const names =
    on?.kind === 'map' ? entriesOf(on).map(({ key }) => key.value) : itemsOf(on).map((item) => textOf(item) ?? '');
  const events = [...new Set(names.filter((name) => EVENT.test(name)))];
  const outside = events.filter(isOutsiderEvent);
  const pushRefs = refsOfPush(at(on, 'push'));
  return {
    events,
    guarded: outside.length > 0 && outside.every((event) => isNarrowed(on, event)),
    ...(pushRefs === undefined ? {} : { pushRefs }),
  };
}

/** Most patterns of branches and tags that are kept. */
const MAX_PATTERNS = 100;

/**
 * Refs that `push:` is narrowed to. Filters on branches alone leave no tags, and the other way round. Patterns come out
 * as wide as they are or wider, with `*` for any run of characters.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
 */
function refsOfPush(push: YamlNode | undefined): readonly string[] | undefined {
  const given = (name: string): boolean => at(push, name) !== undefined;
  const named = (name: string, prefix: string): readonly string[] =>
    itemsOf(at(push, name))
      .slice(0, MAX_PATTERNS)
      .map((item) => textOf(item) ?? '')
      .filter((pattern) => pattern !== '' && !pattern.startsWith('!'))
      .map((pattern) => `${prefix}${widened(clip(pattern))}`);
  const heads = [...named('branches', 'refs/heads/'), ...(given('branches-ignore') ? ['refs/heads/*'] : [])];
  const tags = [...named('tags', 'refs/tags/'), ...(given('tags-ignore') ? ['refs/tags/*'] : [])];
  const refs = [...new Set([...heads, ...tags])];
  return refs.length === 0 ? undefined : refs;
}

function widened(pattern: string): string {
  return pattern
    .replaceAll(/\[[^\]]{0,100}\][+?]?/g, '*')
    .replaceAll(/[^*][?+]/g, '*')
    .replaceAll(/\*+/g, '*');
}

function isNarrowed(on: YamlNode | undefined, event: string): boolean {
  if (event !== 'pull_request_target') return false;
  const types = itemsOf(at(on, event, 'types'));
  return types.length > 0 && types.every((type) => INSIDER_ACTIVITIES.has(textOf(type) ?? ''));
}
