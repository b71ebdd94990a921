import type { CiJob } from '../../model/ci-job.ts';
import { entriesOf } from '../yaml/node.ts';
import type { YamlNode } from '../yaml/node.ts';

const SCOPE = /^[a-z][a-z-]{0,40}$/;
const LEVELS = ['read', 'write', 'none'] as const;

/**
 * Reads a `permissions:` block: `read-all`, `write-all`, or scopes with levels. Scopes that are not named get nothing:
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions
 */
export function readPermissions(node: YamlNode): CiJob['permissions'] {
  if (node.kind === 'scalar' && (node.value === 'read-all' || node.value === 'write-all')) return node.value;
  return Object.fromEntries(
    entriesOf(node).flatMap(({ key, value }) => {
      const level = LEVELS.find((name) => value.kind === 'scalar' && value.value === name);
      return level !== undefined && SCOPE.test(key.value) ? [[key.value, level] as const] : [];
    }),
  );
}
