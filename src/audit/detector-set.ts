import { createHash } from 'node:crypto';

import * as shipped from '../../detectors/index.ts';
import type { DetectorModule } from '../engine/detector-module.ts';
import type { Detector } from '../model/detector.ts';

/** {@link detectorsDigest} of the detectors that ship with Bitting, where the build has worked it out already. */
declare const DETECTORS_DIGEST: string | undefined;

/** In the bundle with the prefilter's tables. */
const set: DetectorModule = shipped;
const { detectors } = set;

/** The detectors that ship with Bitting, and where workers load them from. */
export const detectorSet = {
  detectors,
  /** The prefilter's tables for them, where the build made some that fit. */
  tables: (): Uint8Array | undefined => set.tables?.(),
  // The bundle keeps the detectors in a file of their own beside every other.
  url: new URL(import.meta.url.endsWith('.ts') ? '../../detectors/index.ts' : './detectors.js', import.meta.url),
  digest: (): string => (typeof DETECTORS_DIGEST === 'string' ? DETECTORS_DIGEST : detectorsDigest(detectors)),
} as const;

/** SHA-256 over what decides a match and what is told of it: two runs with the same digest look for the same things. */
export function detectorsDigest(all: readonly Detector[]): string {
  const hash = createHash('sha256');
  for (const { id, match, checks, extract, pairsWith, nearby, identifier, helper, publicPrefix } of all) {
    const { anchors, ignoreCase, lookBehind, maxLength, proof, multiLine, pattern, paths } = match;
    const patterns = [pattern.source, pattern.flags, paths?.source, paths?.flags];
    const rule = [anchors, ignoreCase, lookBehind, maxLength, proof, multiLine, patterns];
    hash.update(JSON.stringify([id, rule, checks, extract, pairsWith, nearby, identifier, helper, publicPrefix]));
  }
  return hash.digest('hex');
}
