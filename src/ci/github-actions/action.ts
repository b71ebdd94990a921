import { at, textOf } from '../yaml/node.ts';
import type { YamlNode } from '../yaml/node.ts';

/** Action a step uses: `owner/name` in lower case, with what stands after `@`. */
export function actionOf(step: YamlNode): { readonly name: string; readonly version: string } | undefined {
  const uses = textOf(at(step, 'uses'));
  if (uses === undefined) return undefined;
  const [name = '', version = ''] = uses.split('@', 2);
  return { name: name.trim().toLowerCase(), version };
}
