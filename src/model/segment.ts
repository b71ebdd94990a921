/**
 * Bytes to scan, with what is needed to say where they stand. Bytes are raw: never decoded, except UTF-16, which its
 * source turned into UTF-8 beforehand, so that one prefilter serves all.
 */
export interface Segment {
  /** Number the source gave it; matches carry it back. */
  readonly id: number;
  /** Path for detectors that look only at some files, relative to the source. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Position of the first byte when the segment is a part of a larger file. Default line 1, column 1. */
  readonly start?: { readonly line: number; readonly column: number };
}

/** Something a detector found in a segment. Holds no secret value. */
export interface Match {
  readonly segment: number;
  readonly detector: string;
  /** Byte offsets of the secret within the segment, end exclusive. For a decoded match, of the encoded run. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Keyed fingerprint of the value: 32 hex digits of HMAC-SHA-256. */
  readonly fingerprint: string;
  readonly preview: string;
  readonly proof: 'checksum' | 'structure' | 'format' | 'context';
  readonly confidence: 'high' | 'medium' | 'low';
  readonly keyId?: string;
  readonly facts: Readonly<Record<string, string>>;
  /** Decodings that led to it, outermost first. */
  readonly encoding?: readonly string[];
}

/** A part of a segment that was not judged, and why: counted under coverage. */
export interface EngineProblem {
  readonly segment: number;
  readonly detector?: string;
  readonly what: string;
}

export interface ScanResult {
  readonly matches: readonly Match[];
  readonly problems: readonly EngineProblem[];
}

/** The engine as sources and the command line see it. Whoever opens it closes it. */
export interface Engine {
  /**
   * Scans a batch of segments; resolves when all are judged. Buffers may be transferred: do not touch them afterwards.
   * A batch that brings its worker down is tried again piece by piece; what still fails comes back as a problem.
   */
  scan(segments: readonly Segment[]): Promise<ScanResult>;
  close(): Promise<void>;
}
