/** A node of a YAML document with where it stands: offsets in UTF-16 code units, end exclusive. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlRange {
  readonly start: number;
  readonly end: number;
}

/** Any scalar as its text; null is the empty text. */
export interface YamlScalar extends YamlRange {
  readonly kind: 'scalar';
  readonly value: string;
}

export interface YamlList extends YamlRange {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  /** Tag written before it, such as GitLab's `!reference`. */
  readonly tag?: string;
}

export interface YamlMap extends YamlRange {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, YamlEntry>;
}

export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

/** Value under a path of keys; undefined where a step is missing or no map. */
export function at(node: YamlNode | undefined, ...keys: readonly string[]): YamlNode | undefined {
  let current = node;
  for (const key of keys) current = current?.kind === 'map' ? current.entries.get(key)?.value : undefined;
  return current;
}

/** Text of a scalar; undefined for anything else and for the empty text. */
export function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== '' ? node.value : undefined;
}

export function entriesOf(node: YamlNode | undefined): readonly YamlEntry[] {
  return node?.kind === 'map' ? [...node.entries.values()] : [];
}

/** Items of a list; a single scalar or map counts as a list of one, as CI systems read it. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  if (node === undefined || (node.kind === 'scalar' && node.value === '')) return [];
  return node.kind === 'list' ? node.items : [node];
}

/** Scalars below a node, in order, each with the key it stands under (a list's items under the list's key). */
export function* scalarsOf(node: YamlNode | undefined, key = ''): Generator<{ key: string; scalar: YamlScalar }> {
  if (node === undefined) return;
  if (node.kind === 'scalar') yield { key, scalar: node };
  else if (node.kind === 'list') for (const item of node.items) yield* scalarsOf(item, key);
  else for (const entry of node.entries.values()) yield* scalarsOf(entry.value, entry.key.value);
}
