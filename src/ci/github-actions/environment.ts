import { at, entriesOf, textOf } from '../yaml/node.ts';
import type { YamlNode } from '../yaml/node.ts';

/** Variables of the workflow, job and step that hold at a step, the nearest winning. */
export type Environment = ReadonlyMap<string, YamlNode>;

/** Adds the `env:` of a workflow, job or step to what holds round it, at most `limit` variables of it. */
export function withEnvironment(outer: Environment, node: YamlNode | undefined, limit = Infinity): Environment {
  const own = entriesOf(at(node, 'env')).slice(0, limit);
  return own.length === 0 ? outer : new Map([...outer, ...own.map(({ key, value }) => [key.value, value] as const)]);
}

/** Puts literal variables in place of `${{ env.NAME }}`; what is computed stays as written. */
export function resolveEnvironment(value: string, environment: Environment): string {
  return value.replaceAll(/\$\{\{\s{0,8}env\.(\w+)\s{0,8}\}\}/gi, (written: string, name: string) => {
    const literal = textOf(environment.get(name));
    return literal === undefined || literal.includes('${{') ? written : literal;
  });
}
