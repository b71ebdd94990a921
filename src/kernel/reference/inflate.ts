import { inflateSync } from 'node:zlib';

const DAMAGED = -1;
const TOO_LARGE = -2;
const ENDED = -3;
const UNEQUAL = -4;
/** The smallest piece zlib's binding puts results into. */
const SMALLEST_CHUNK = 64;

/**
 * See assembly/inflate.ts: the same over a byte array, by Node's own zlib. Besides the result it tells how many bytes of
 * the source were taken. A stream that is both too large and damaged may be called damaged here where the other says it
 * is too large: zlib is a little ahead of the bytes it gives.
 */
export function inflate(
  memory: Uint8Array,
  source: number,
  sourceLength: number,
  target: number,
  capacity: number,
): readonly [result: number, consumed: number] {
  try {
    const { buffer, engine } = inflateWithInfo(memory.subarray(source, source + sourceLength), capacity);
    if (buffer.length > capacity) return [TOO_LARGE, 0];
    memory.set(buffer, target);
    return [buffer.length, engine.bytesWritten];
  } catch (error) {
    return [resultOf(error), 0];
  }
}

/** With `info`, a function of zlib gives its engine too, whose `bytesWritten` counts what it was given and took. */
function inflateWithInfo(
  bytes: Uint8Array,
  capacity: number,
): { buffer: Uint8Array; engine: { bytesWritten: number } } {
  return inflateSync(bytes, {
    info: true,
    chunkSize: Math.max(SMALLEST_CHUNK, capacity + 1),
    maxOutputLength: Math.max(1, capacity),
  }) as unknown as ReturnType<typeof inflateWithInfo>;
}

/** @throws The error itself when it says nothing about the stream. */
function resultOf(error: unknown): number {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  switch (error.code) {
    case 'ERR_BUFFER_TOO_LARGE':
      return TOO_LARGE;
    case 'Z_BUF_ERROR':
      return ENDED;
    case 'Z_DATA_ERROR':
      return error.message === 'incorrect data check' ? UNEQUAL : DAMAGED;
    case 'Z_NEED_DICT':
      return DAMAGED;
    default:
      throw error;
  }
}
