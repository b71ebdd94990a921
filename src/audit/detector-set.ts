import { createHash } from 'node:crypto';

import { detectors } from '../../detectors/index.ts';
import type { Detector } from '../model/detector.ts';

/** The detectors that ship with Bitting, and where workers load them from. */
export const detectorSet = {
  detectors,
  // The bundle keeps the detectors in a file of their own beside every other.
  url: new URL(import.meta.url.endsWith('.ts') ? '../../detectors/index.ts' : './detectors.js', import.meta.url),
} as const;

/** SHA-256 over what decides a match: two runs with the same digest look for the same things. */
export function detectorsDigest(set: readonly Detector[]): string {
  const hash = createHash('sha256');
  for (const { id, match, checks } of set) {
    hash.update(JSON.stringify([id, match.anchors, match.pattern.source, match.pattern.flags, checks ?? []]));
  }
  return hash.digest('hex');
}
