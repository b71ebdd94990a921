import { entriesOf, itemsOf, at, textOf } from '../yaml/node.ts';
import type { YamlNode } from '../yaml/node.ts';
import { isOutsiderEvent } from './events.ts';

export interface Triggers {
  readonly events: readonly string[];
  /** True when every event that outsiders could cause is narrowed to what only people with triage rights do. */
  readonly guarded: boolean;
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
  return { events, guarded: outside.length > 0 && outside.every((event) => isNarrowed(on, event)) };
}

function isNarrowed(on: YamlNode | undefined, event: string): boolean {
  if (event !== 'pull_request_target') return false;
  const types = itemsOf(at(on, event, 'types'));
  return types.length > 0 && types.every((type) => INSIDER_ACTIVITIES.has(textOf(type) ?? ''));
}
