import { readCondition } from './condition.ts';
import type { Condition } from './condition.ts';
import { isOutsiderEvent } from './events.ts';

/** Who the author is to the repository: only those who were let in have a telling association. */
const ASSOCIATION = /^github\.event\.[\w.*]*\bauthor_association$/;
/** People named one by one. `github.actor` is whoever caused the last event, so it proves nothing about bots. */
const ACTOR = /^github\.(?:actor|actor_id|triggering_actor)$/;
const AUTHOR =
  /^github\.event\.(?:sender|pull_request\.user|comment\.user|review\.user|workflow_run\.(?:triggering_)?actor)\.(?:login|id)$/;
/** Only people with triage rights set labels. */
const LABEL = /^github\.event\.(?:label\.name|(?:pull_request|issue)\.labels\.\*\.name)$/;
const SAME_REPOSITORY =
  /^github\.event\.(?:pull_request\.head\.repo|workflow_run\.head_repository)\.(?:full_name|id|owner\.login)$/;
const FROM_FORK = /^github\.event\.(?:pull_request\.head\.repo|workflow_run\.head_repository)\.fork$/;
const UPSTREAM_EVENT = 'github.event.workflow_run.event';
const MERGED = /^github\.event\.pull_request\.merged(?:_at)?$/;

/**
 * Whether a condition (`if:`, with or without `${{ }}`) lets only insiders' events through, as far as it can be told:
 * by author association, a named person, a label, the same repository, a merged pull request or another event. Tests of
 * the repository, its owner or the branch do not count: they hold for outsiders' events as well.
 */
export function restrictsOutsiders(condition: string): boolean {
  const wrapped = /^\s*\$\{\{(?<inner>[\s\S]*)\}\}\s*$/.exec(condition);
  const tree = readCondition(wrapped?.groups?.['inner'] ?? condition);
  return tree !== undefined && restricts(tree);
}

function restricts(condition: Condition): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.of.some(restricts);
    case 'or':
      return condition.of.every(restricts);
    case 'not':
      return condition.of.kind === 'path' && FROM_FORK.test(condition.of.path);
    case 'path':
      return MERGED.test(condition.path);
    case 'call':
      return condition.name === 'contains' && containsRestricts(condition.args);
    case 'compare':
      return compareRestricts(condition.operator, condition.left, condition.right);
    case 'literal':
      return false;
  }
}

function containsRestricts(args: readonly Condition[]): boolean {
  return args.some(
    (argument) =>
      argument.kind === 'path' &&
      (ASSOCIATION.test(argument.path) || LABEL.test(argument.path) || isPerson(argument.path)),
  );
}

const isPerson = (path: string): boolean => ACTOR.test(path) || AUTHOR.test(path);

function compareRestricts(operator: string, left: Condition, right: Condition): boolean {
  const path = left.kind === 'path' ? left.path : right.kind === 'path' ? right.path : undefined;
  const other = left.kind === 'path' ? right : left;
  if (path === undefined) return false;
  const text = other.kind === 'literal' ? other.text : undefined;
  if (operator === '!=') {
    if (FROM_FORK.test(path)) return text === 'true';
    if (MERGED.test(path)) return text === 'false' || text === 'null';
    if (path === UPSTREAM_EVENT) return text === 'pull_request';
    return false;
  }
  if (operator !== '==') return false;
  if (SAME_REPOSITORY.test(path)) return true;
  if (text === undefined) return isPerson(path) && other.kind === 'path';
  if (FROM_FORK.test(path)) return text === 'false';
  if (MERGED.test(path)) return text === 'true';
  if (path === UPSTREAM_EVENT) return text !== 'pull_request';
  if (path === 'github.event_name') return !isOutsiderEvent(text);
  if (path === 'github.event.action') return text === 'labeled';
  if (ASSOCIATION.test(path)) return ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(text.toUpperCase());
  // An outsider can make a bot the actor of an event on his own pull request.
  if (ACTOR.test(path)) return !text.endsWith('[bot]');
  return LABEL.test(path) || AUTHOR.test(path);
}
