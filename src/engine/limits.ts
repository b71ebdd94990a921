/** Bounds that keep hostile or huge input from exhausting the machine. What a bound cuts off becomes a problem. */
export interface EngineLimits {
  /** Layers of encodings followed, such as base64 within gzip within base64. */
  readonly decodeDepth: number;
  /** Bytes that all decodings of one segment may yield together, on top of twice its length. */
  readonly decodedBytes: number;
  /** Matches reported from one segment. */
  readonly matches: number;
  /** Bytes of windows that one detector may look at in one segment, on top of 128 times its length. */
  readonly windowBytes: number;
  /** Milliseconds after which a worker that has not finished its batch is ended. */
  readonly batchMs: number;
}

export const DEFAULT_LIMITS: EngineLimits = {
  decodeDepth: 3,
  decodedBytes: 64 * 2 ** 20,
  matches: 20_000,
  windowBytes: 256 * 2 ** 20,
  batchMs: 30_000,
};
