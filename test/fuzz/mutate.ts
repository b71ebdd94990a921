import type { Random } from './random.ts';

/** Values at which counts, lengths and offsets go wrong. */
const INTERESTING = [0, 1, 2, 3, 7, 8, 15, 16, 63, 64, 127, 128, 255, 256, 511, 512, 1023, 4095, 4096, 32_767, 32_768];
const LARGE = [65_535, 65_536, 2 ** 24 - 1, 2 ** 24, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 2, 2 ** 32 - 1];
const VALUES: readonly number[] = [...INTERESTING, ...LARGE];
const MOST_CHANGES = 6;
const LONGEST_BLOCK = 300;

type Mutation = (random: Random, bytes: Buffer, others: readonly Uint8Array[]) => Buffer;

/** Changes that keep all other bytes where they are. */
const IN_PLACE: readonly Mutation[] = [
  (random, bytes) => {
    const at = place(random, bytes.length - 1);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    return bytes;
  },
  (random, bytes) => {
    bytes[place(random, bytes.length - 1)] = random.word();
    return bytes;
  },
  (random, bytes) => {
    const at = place(random, bytes.length - 1);
    bytes[at] = (bytes[at] ?? 0) + random.pick([1, 255, 2, 254, 16, 240]);
    return bytes;
  },
  (random, bytes) => writeNumber(random, bytes),
  (random, bytes) => {
    const length = random.length(Math.min(LONGEST_BLOCK, bytes.length));
    const from = random.below(bytes.length - length + 1);
    bytes.copyWithin(place(random, bytes.length - length), from, from + length);
    return bytes;
  },
  (random, bytes) => {
    const at = place(random, bytes.length);
    return bytes.fill(
      random.pick([0, 0xff, 0x20, 0x80]),
      at,
      Math.min(bytes.length, at + random.length(LONGEST_BLOCK)),
    );
  },
];

/** Changes of length. */
const MOVING: readonly Mutation[] = [
  (random, bytes) => {
    const at = place(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.length(LONGEST_BLOCK))]);
  },
  (random, bytes) => insert(bytes, place(random, bytes.length), random.bytes(1 + random.length(40))),
  (random, bytes) => {
    const from = random.below(bytes.length);
    return insert(bytes, place(random, bytes.length), bytes.subarray(from, from + 1 + random.length(LONGEST_BLOCK)));
  },
  (random, bytes, others) => {
    const other = others.length === 0 ? bytes : random.pick(others);
    return Buffer.concat([
      bytes.subarray(0, random.below(bytes.length + 1)),
      other.subarray(random.below(other.length + 1)),
    ]);
  },
  (random, bytes, others) => {
    const other = others.length === 0 ? bytes : random.pick(others);
    const from = random.below(other.length);
    return insert(bytes, place(random, bytes.length), other.subarray(from, from + 1 + random.length(LONGEST_BLOCK)));
  },
  (random, bytes) => bytes.subarray(0, random.below(bytes.length)),
  (random, bytes) => bytes.subarray(0, bytes.length - Math.min(bytes.length, 1 + random.length(40))),
];

const ALL = [...IN_PLACE, ...IN_PLACE, ...MOVING];

/** Bytes changed in one to six ways; `others` are what may be spliced in. Longer results than `most` are cut. */
export function mutate(random: Random, bytes: Uint8Array, others: readonly Uint8Array[], most = 2 ** 17): Buffer {
  return changed(random, bytes, others, ALL).subarray(0, most);
}

/** Bytes of which some are others, as many as before. */
export function mutateInPlace(random: Random, bytes: Uint8Array): Buffer {
  return changed(random, bytes, [], IN_PLACE);
}

function changed(
  random: Random,
  bytes: Uint8Array,
  others: readonly Uint8Array[],
  mutations: readonly Mutation[],
): Buffer {
  let result: Buffer = Buffer.from(bytes);
  for (let left = 1 + random.length(MOST_CHANGES - 1); left > 0; left--) {
    if (result.length === 0) return result;
    result = random.pick(mutations)(random, result, others);
  }
  return result;
}

/** A place up to `last`; the beginnings of formats have more to go wrong. */
function place(random: Random, last: number): number {
  return random.oneIn(3) ? random.length(last) : random.below(last + 1);
}

function insert(bytes: Buffer, at: number, more: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
}

function writeNumber(random: Random, bytes: Buffer): Buffer {
  const width = random.pick([1, 2, 4, 4, 8].filter((each) => each <= bytes.length));
  const at = place(random, bytes.length - width);
  const value = BigInt(random.pick(VALUES)) + (random.oneIn(4) ? 2n ** 63n : 0n);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const little = random.oneIn(2);
  if (width === 1) view.setUint8(at, Number(BigInt.asUintN(8, value)));
  else if (width === 2) view.setUint16(at, Number(BigInt.asUintN(16, value)), little);
  else if (width === 4) view.setUint32(at, Number(BigInt.asUintN(32, value)), little);
  else view.setBigUint64(at, value, little);
  return bytes;
}
