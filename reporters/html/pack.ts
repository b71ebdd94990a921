/**
 * Data made of texts, lists and records, with every distinct text and every distinct set of keys written once. A text is its position in
 * `texts`; a record is a list that begins with a negative number, the position of its keys in `shapes` counted from -1
 * downwards; any other list is a list.
 */
export interface Packed {
  readonly texts: readonly string[];
  readonly shapes: readonly (readonly string[])[];
  readonly data: PackedValue;
}

type PackedValue = number | readonly PackedValue[];

/** Details of findings repeat their words a thousand times over: packed, they take a third of the space. */
export function pack(value: object): Packed {
  const texts = new Map<string, number>();
  const shapes = new Map<string, number>();
  const data = walk(value);
  return { texts: [...texts.keys()], shapes: [...shapes.keys()].map((keys) => keys.split('\n')), data };

  function walk(part: unknown): PackedValue {
    if (typeof part === 'string') return position(texts, part);
    if (Array.isArray(part)) return part.map((element) => walk(element));
    if (typeof part !== 'object' || part === null) throw new TypeError(`a ${typeof part} cannot be packed`);
    const shape = position(shapes, Object.keys(part).join('\n'));
    return [-1 - shape, ...Object.values(part).map((element) => walk(element))];
  }
}

/** The inverse of {@link pack}. */
export function unpack({ texts, shapes, data }: Packed): unknown {
  return walk(data);

  function walk(part: PackedValue): unknown {
    if (typeof part === 'number') return texts[part] ?? '';
    const [first, ...values] = part;
    if (typeof first !== 'number' || first >= 0) return part.map((element) => walk(element));
    return Object.fromEntries((shapes[-1 - first] ?? []).map((key, index) => [key, walk(values[index] ?? [])]));
  }
}

function position(known: Map<string, number>, text: string): number {
  const at = known.get(text);
  if (at !== undefined) return at;
  known.set(text, known.size);
  return known.size - 1;
}
