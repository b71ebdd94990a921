/** A symbol of a block: its code comes from the table named, `extra` are bits written as they are. */
export interface BlockSymbol {
  readonly table: 'litlen' | 'distance';
  readonly symbol: number;
  readonly extra?: readonly [value: number, bits: number];
}

/** Writes DEFLATE bit by bit, right or wrong, as no compressor would. */
export class DeflateWriter {
  readonly #bytes: number[] = [];
  #bits = 0;

  /** Lowest bit first, RFC 1951 section 3.1.1. */
  bits(value: number, count: number): this {
    for (let index = 0; index < count; index++) {
      if (this.#bits % 8 === 0) this.#bytes.push(0);
      const last = this.#bytes.length - 1;
      this.#bytes[last] = this.#bytes[last]! | (((value >>> index) & 1) << (this.#bits % 8));
      this.#bits++;
    }
    return this;
  }

  /** A Huffman code: highest bit first. */
  code(value: number, length: number): this {
    for (let index = length - 1; index >= 0; index--) this.bits((value >>> index) & 1, 1);
    return this;
  }

  /** The head of a block with its own codes, whose lengths are written plainly or by `runs` over the precode. */
  dynamicHead(final: boolean, litlen: readonly number[], distance: readonly number[], runs?: readonly Run[]): this {
    this.bits(final ? 1 : 0, 1).bits(2, 2);
    this.bits(litlen.length - 257, 5)
      .bits(distance.length - 1, 5)
      .bits(15, 4);
    for (const symbol of PRECODE_ORDER) this.bits(PRECODE[symbol]!, 3);
    const codes = canonicalCodes(PRECODE);
    for (const [symbol, extra, bits] of runs ?? [...litlen, ...distance].map((length): Run => [length, 0, 0])) {
      this.code(codes[symbol]!, PRECODE[symbol]!).bits(extra, bits);
    }
    return this;
  }

  symbols(litlen: readonly number[], distance: readonly number[], symbols: readonly BlockSymbol[]): this {
    const codes = { litlen: canonicalCodes(litlen), distance: canonicalCodes(distance) };
    const lengths = { litlen, distance };
    for (const { table, symbol, extra } of symbols) {
      this.code(codes[table][symbol]!, lengths[table][symbol]!);
      if (extra !== undefined) this.bits(extra[0], extra[1]);
    }
    return this;
  }

  /** The bytes so far. */
  get bytes(): Buffer {
    return Buffer.from(this.#bytes);
  }

  /** The bytes so far as a zlib stream whose result is `result`. */
  zlib(result: Uint8Array): Buffer {
    return zlibStream(this.bytes, result);
  }
}

/** A length of a code, 0 to 15, or a repetition, 16 to 18, with its extra bits. */
export type Run = readonly [symbol: number, extra: number, bits: number];

const PRECODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/** Thirteen codes of four bits and six of five: all there are. */
const PRECODE = Array.from({ length: 19 }, (_, symbol) => (symbol < 13 ? 4 : 5));

/** RFC 1951 section 3.2.2. */
function canonicalCodes(lengths: readonly number[]): readonly number[] {
  const codes = lengths.map(() => 0);
  let next = 0;
  for (let length = 1; length <= 15; length++) {
    next <<= 1;
    for (const [symbol, own] of lengths.entries()) if (own === length) codes[symbol] = next++;
  }
  return codes;
}

/** Head and checksum round a DEFLATE stream. */
export function zlibStream(deflated: Uint8Array, result: Uint8Array): Buffer {
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(adler32(result));
  return Buffer.concat([Buffer.from([0x78, 0x9c]), deflated, checksum]);
}

/** RFC 1950 section 8.2. */
export function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}
