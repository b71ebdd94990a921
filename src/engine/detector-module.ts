import type { Detector } from '../model/detector.ts';

/** What a module of detectors exports. */
export interface DetectorModule {
  readonly detectors: readonly Detector[];
  /** The prefilter's tables for exactly these detectors; `undefined` where none that fit were built ahead. */
  readonly tables?: () => Uint8Array | undefined;
}
