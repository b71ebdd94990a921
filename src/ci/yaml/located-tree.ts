import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Node, Pair } from 'yaml';
import type { YamlEntry, YamlList, YamlMap, YamlNode, YamlRange } from './node.ts';

/** Deepest nesting that is read: GitLab's own limit (`max_yaml_depth`). */
const MAX_DEPTH = 100;
/** Most nodes a reader may meet walking the tree, each alias counted as often as it is used. */
const MAX_NODES = 200_000;

type Report = (what: string, range: YamlRange) => void;

/**
 * Turns the library's nodes into a plain tree: aliases resolved to the node they name (shared, not copied), merge keys
 * applied, keys made text. Beyond the limits nodes are left out, and `report` is told once.
 */
export function locatedTree(root: unknown, length: number, report: Report): YamlNode | undefined {
  const anchors = new Map<string, YamlNode>();
  const sizes = new Map<YamlNode, number>();
  const told = new Set<string>();
  let nodes = 0;

  const tellOnce = (what: string, range: YamlRange): void => {
    if (!told.has(what)) report(what, range);
    told.add(what);
  };
  const spend = (count: number, range: YamlRange): boolean => {
    if (nodes + count > MAX_NODES) {
      tellOnce(`Only the first ${MAX_NODES} nodes of the YAML file were read, aliases counted each time.`, range);
      return false;
    }
    nodes += count;
    return true;
  };

  const convert = (node: unknown, depth: number, near: YamlRange): YamlNode | undefined => {
    if (!isNode(node)) return { kind: 'scalar', value: '', ...near };
    const range = rangeOf(node, length, near);
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target === undefined) {
        tellOnce('A YAML alias names an anchor that is not complete before it; it was read as empty.', range);
        return { kind: 'scalar', value: '', ...range };
      }
      return spend(sizes.get(target) ?? 1, range) ? target : undefined;
    }
    if (depth > MAX_DEPTH) {
      tellOnce(`YAML nested deeper than ${MAX_DEPTH} levels was not read.`, range);
      return undefined;
    }
    const before = nodes;
    if (!spend(1, range)) return undefined;
    const result = build(node, depth, range);
    sizes.set(result, nodes - before);
    if (node.anchor !== undefined) anchors.set(node.anchor, result);
    return result;
  };

  const build = (node: Node, depth: number, range: YamlRange): YamlNode => {
    if (isScalar(node)) return { kind: 'scalar', value: scalarText(node), ...range };
    if (isSeq(node)) {
      const items = node.items.map((item) => convert(item, depth + 1, range)).filter((item) => item !== undefined);
      const list: YamlList = { kind: 'list', items, ...range };
      return node.tag?.startsWith('!') ? { ...list, tag: node.tag } : list;
    }
    return isMap(node) ? buildMap(node.items, depth, range) : { kind: 'scalar', value: '', ...range };
  };

  const buildMap = (pairs: readonly Pair[], depth: number, range: YamlRange): YamlMap => {
    const own = new Map<string, YamlEntry>();
    const merged = new Map<string, YamlEntry>();
    for (const pair of pairs) {
      const key = convert(pair.key, depth + 1, range);
      if (key === undefined) continue;
      const value = convert(pair.value, depth + 1, { start: key.end, end: key.end });
      if (value === undefined) continue;
      if (key.kind !== 'scalar') {
        tellOnce('A YAML key that is a list or map was left out.', key);
      } else if (key.value === '<<') {
        for (const entry of mergedEntries(value)) if (!merged.has(entry.key.value)) merged.set(entry.key.value, entry);
      } else {
        // Of a key that stands twice the last counts, as GitLab has it; GitHub refuses such a file.
        own.set(key.value, { key, value });
      }
    }
    return { kind: 'map', entries: merged.size === 0 ? own : new Map([...merged, ...own]), ...range };
  };

  return root === undefined ? undefined : convert(root, 0, { start: 0, end: 0 });
}

/** YAML 1.1 merge key: a map, or a list of maps in which earlier ones win. https://yaml.org/type/merge.html */
function* mergedEntries(value: YamlNode): Generator<YamlEntry> {
  for (const map of value.kind === 'list' ? value.items : [value]) if (map.kind === 'map') yield* map.entries.values();
}

const isNode = (node: unknown): node is Node => isScalar(node) || isSeq(node) || isMap(node) || isAlias(node);

/** Text as written for plain scalars, so that `on`, `yes` or `0755` stay what the CI system sees. */
function scalarText(node: YamlScalarNode): string {
  if (typeof node.value === 'string') return node.value;
  return node.value === null || node.value === undefined ? '' : (node.source ?? '');
}

type YamlScalarNode = { readonly value: unknown; readonly source?: string };

function rangeOf(node: Node, length: number, near: YamlRange): YamlRange {
  const [start, end] = node.range ?? [near.start, near.end];
  return { start: Math.min(start, length), end: Math.min(Math.max(start, end), length) };
}
