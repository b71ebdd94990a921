import { bunzip2 } from './bzip2.ts';
import { gunzip } from './gzip.ts';
import { Inflater, inflate } from './inflate.ts';
import { Input, fileOf, readRange } from './input.ts';
import { ArchiveStop } from './stop.ts';
import { unxz } from './xz.ts';
import { unzstd } from './zstd.ts';

/** Every decompressor alone, by name. */
const DECODERS = {
  deflate: (input: Input) => inflate(input),
  deflate64: (input: Input) => inflate(input, new Inflater('deflate64')),
  gzip: gunzip,
  bzip2: bunzip2,
  xz: unxz,
  zstd: (input: Input) => unzstd(input),
};

export type DecoderName = keyof typeof DECODERS;

/** What a decompressor made of some bytes. */
export interface Decoded {
  readonly bytes: Uint8Array;
  /** Sentences about what was wrong, the one that ended it last. */
  readonly problems: readonly string[];
}

/**
 * Decompresses bytes, up to `maxBytes`: a function of its arguments alone, whatever they are, for tests and fuzzing.
 * For whole archives `openArchive` is that.
 */
export async function decodeBytes(name: DecoderName, bytes: Uint8Array, maxBytes: number): Promise<Decoded> {
  const problems: string[] = [];
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    const input = new Input(readRange(fileOf(bytes)));
    for await (const chunk of DECODERS[name](input, (what) => problems.push(what))) {
      parts.push(chunk.slice(0, maxBytes - size));
      size += chunk.length;
      if (size >= maxBytes) break;
    }
  } catch (error) {
    if (!(error instanceof ArchiveStop)) throw error;
    problems.push(error.what);
  }
  return { bytes: Buffer.concat(parts), problems };
}
