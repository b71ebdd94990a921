import type { CiJob } from '../../model/ci-job.ts';
import { readCondition } from './condition.ts';
import type { Condition } from './condition.ts';

type Narrowed = Pick<CiJob, 'onlyRefs' | 'onlyEvents'>;

/**
 * Refs and events that a job's `if:` leaves, as far as it says so plainly: `github.ref == 'refs/heads/main'`,
 * `startsWith(github.ref, 'refs/tags/')`, `github.event_name == 'push'`, and these joined by and and or.
 */
export function narrowedBy(condition: string): Narrowed {
  const inner = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(condition)?.[1] ?? condition;
  const read = inner.trim() === '' ? undefined : readCondition(inner);
  if (read === undefined) return {};
  const onlyRefs = valuesOf(read, refsOf);
  const onlyEvents = valuesOf(read, eventsOf);
  return { ...(onlyRefs === undefined ? {} : { onlyRefs }), ...(onlyEvents === undefined ? {} : { onlyEvents }) };
}

/** Values that a condition leaves; of several that must hold the first that says something, of alternatives all. */
function valuesOf(
  condition: Condition,
  read: (leaf: Condition) => readonly string[] | undefined,
): readonly string[] | undefined {
  if (condition.kind === 'and') {
    return condition.of.map((part) => valuesOf(part, read)).find((values) => values !== undefined);
  }
  if (condition.kind === 'or') {
    const parts = condition.of.map((part) => valuesOf(part, read));
    const told = parts.filter((values) => values !== undefined);
    return told.length === parts.length ? [...new Set(told.flat())] : undefined;
  }
  return read(condition);
}

function refsOf(leaf: Condition): readonly string[] | undefined {
  if (leaf.kind === 'call') {
    const [subject, start] = leaf.args;
    if (leaf.name !== 'startswith' || subject?.kind !== 'path' || start?.kind !== 'literal') return undefined;
    return subject.path === 'github.ref' && start.text.startsWith('refs/') ? [`${start.text}*`] : undefined;
  }
  const compared = comparison(leaf);
  if (compared === undefined || /[*?]/.test(compared.value)) return undefined;
  if (compared.path === 'github.ref') return [compared.value];
  if (compared.path === 'github.ref_name') return [`refs/heads/${compared.value}`, `refs/tags/${compared.value}`];
  if (compared.path === 'github.ref_type') return [compared.value === 'tag' ? 'refs/tags/*' : 'refs/heads/*'];
  return undefined;
}

function eventsOf(leaf: Condition): readonly string[] | undefined {
  const compared = comparison(leaf);
  return compared?.path === 'github.event_name' ? [compared.value] : undefined;
}

/** `path == 'literal'`, either way round. */
function comparison(leaf: Condition): { readonly path: string; readonly value: string } | undefined {
  if (leaf.kind !== 'compare' || leaf.operator !== '==') return undefined;
  const { left, right } = leaf;
  if (left.kind === 'path' && right.kind === 'literal') return { path: left.path, value: right.text };
  return left.kind === 'literal' && right.kind === 'path' ? { path: right.path, value: left.text } : undefined;
}
