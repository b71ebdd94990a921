import { createHash } from 'node:crypto';

import type { EngineLimits } from '../engine/limits.ts';
import type { Detector } from '../model/detector.ts';
import type { FingerprintKey } from '../store/fingerprint-key.ts';
import { VERSION } from '../version.ts';

/**
 * To be raised whenever the engine finds something else in the same bytes with the same detectors: prefilter, checks,
 * decoders, weights, previews. A release has another version anyway; this is for those in between.
 */
const ENGINE_VERSION = 3;

/** What decides what is found in an object. */
interface Scanning {
  readonly detectors: readonly Detector[];
  /** Digest of the detectors, see detector-set.ts. */
  readonly digest: string;
  readonly limits: EngineLimits;
  /** Fingerprints are made with it. */
  readonly key: Pick<FingerprintKey, 'name'>;
}

/** SHA-256 of all that decides what is found in an object: where two are the same, it need not be scanned again. */
export function scanKey({ detectors, digest, limits, key }: Scanning): string {
  const { decodeDepth, decodedBytes, matches, windowBytes } = limits;
  const shown = detectors.map(({ id, identifier, reference }) => [id, identifier ?? false, reference ?? '']);
  const all = [VERSION, ENGINE_VERSION, digest, shown, [decodeDepth, decodedBytes, matches, windowBytes], key.name];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}
