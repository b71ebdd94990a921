import type { Detector } from '../model/detector.ts';
import { NO_CHANGES, readSharedChanges } from './detector-changes.ts';
import type { DetectorChanges } from './detector-changes.ts';

/** What a module of detectors exports. */
export interface DetectorModule {
  readonly detectors: readonly Detector[];
  /** The prefilter's tables for exactly these detectors; `undefined` where none that fit were built ahead. */
  readonly tables?: () => Uint8Array | undefined;
}

/** Loads the detectors that a worker is told of: those of a module, and what is changed about them. */
export async function loadDetectors(setup: {
  /** URL of a {@link DetectorModule}. */
  readonly detectors: string;
  readonly changes?: Uint8Array;
}): Promise<DetectorModule & { readonly changes: DetectorChanges }> {
  const loaded = (await import(setup.detectors)) as DetectorModule;
  return { ...loaded, changes: setup.changes === undefined ? NO_CHANGES : readSharedChanges(setup.changes) };
}
