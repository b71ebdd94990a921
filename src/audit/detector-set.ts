import { createHash } from 'node:crypto';

import * as shipped from '../../detectors/index.ts';
import { NO_CHANGES, shareChanges } from '../engine/detector-changes.ts';
import type { DetectorChanges } from '../engine/detector-changes.ts';
import { compileDetectors } from '../engine/compile.ts';
import type { DetectorModule } from '../engine/detector-module.ts';
import { prefilterTables } from '../engine/prefilter.ts';
import type { Severity } from '../model/credential.ts';
import type { Detector } from '../model/detector.ts';
import type { Run } from '../model/report.ts';

/** {@link detectorsDigest} of the detectors that ship with Bitting, where the build has worked it out already. */
declare const DETECTORS_DIGEST: string | undefined;

/** In the bundle with the prefilter's tables. */
const set: DetectorModule = shipped;

/** The detectors of a run, and where workers load them from. */
export interface DetectorSet {
  /** By index, disabled ones too, rated as the run rates them. */
  readonly detectors: readonly Detector[];
  /** Those of them that ship with Bitting, and how the rest differs. */
  readonly shipped: readonly Detector[];
  readonly changes: DetectorChanges;
  /** The changes for workers; absent where there are none. */
  readonly shared?: Uint8Array;
  /** The prefilter's tables for those that ship; undefined where the build made none that fit. */
  readonly tables: () => Uint8Array | undefined;
  /** The same for all threads of this process, where no build made any; undefined in a bundle, whose threads read a file. */
  readonly sharedTables: () => Uint8Array | undefined;
  /** Module of those that ship. */
  readonly url: URL;
  /** Two runs with the same digest look for the same things. */
  readonly digest: () => string;
  /** What a report tells of them. */
  readonly told: () => Run['detectors'];
}

/** What somebody changes about the detectors, and about how their findings are rated. */
export interface DetectorSettings extends DetectorChanges {
  readonly severity: Readonly<Record<string, Severity>>;
}

/** The detectors that ship with Bitting. */
export const detectorSet: DetectorSet = changedSet({ ...NO_CHANGES, severity: {} });

/** The detectors that ship with Bitting, changed. Ids are taken to be right: see src/audit/custom/load-detectors.ts. */
export function changedSet({ added, disabled, severity }: DetectorSettings): DetectorSet {
  const changes = { added, disabled };
  const isChanged = added.length + disabled.length > 0;
  const rerated = Object.keys(severity).length > 0;
  const all = isChanged ? [...set.detectors, ...added] : set.detectors;
  const digest = (): string => {
    const own = typeof DETECTORS_DIGEST === 'string' ? DETECTORS_DIGEST : detectorsDigest(set.detectors);
    if (!isChanged) return own;
    const parts = [own, detectorsDigest(added), disabled.toSorted()];
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  };
  return {
    detectors: rerated ? all.map((detector) => rated(detector, severity[detector.id])) : all,
    shipped: set.detectors,
    changes,
    ...(isChanged && { shared: shareChanges(changes) }),
    tables: () => (set.tables === undefined ? madeTables() : set.tables()),
    sharedTables: () => (set.tables === undefined ? madeTables() : undefined),
    // The bundle keeps the detectors in a file of their own beside every other.
    url: new URL(import.meta.url.endsWith('.ts') ? '../../detectors/index.ts' : './detectors.js', import.meta.url),
    digest,
    told: () => ({
      count: all.length - disabled.length,
      digest: digest(),
      ...(added.length > 0 && { custom: added.map(({ id }) => id).toSorted() }),
      ...(disabled.length > 0 && { disabled: disabled.toSorted() }),
      ...(rerated && { severity }),
    }),
  };
}

let made: Uint8Array | undefined;

/** A checkout has no tables that were built ahead: they are made once, in memory that threads share. */
function madeTables(): Uint8Array {
  if (made === undefined) {
    const tables = prefilterTables(compileDetectors(set.detectors));
    made = new Uint8Array(new SharedArrayBuffer(tables.length));
    made.set(tables);
  }
  return made;
}

function rated(detector: Detector, severity: Severity | undefined): Detector {
  return severity === undefined ? detector : { ...detector, severity };
}

/** SHA-256 over what decides a match and what is told of it: two runs with the same digest look for the same things. */
export function detectorsDigest(all: readonly Detector[]): string {
  const hash = createHash('sha256');
  for (const { id, match, checks, extract, pairsWith, nearby, identifier, helper, publicPrefix } of all) {
    const { anchors, ignoreCase, lookBehind, maxLength, proof, multiLine, pattern, paths, before, wholeText } = match;
    const { items, encoded } = match;
    const patterns = [pattern, paths, items].flatMap((each) => [each?.source, each?.flags]);
    const rule = [anchors, ignoreCase, lookBehind, maxLength, proof, multiLine, patterns, before, wholeText, encoded];
    hash.update(JSON.stringify([id, rule, checks, extract, pairsWith, nearby, identifier, helper, publicPrefix]));
  }
  return hash.digest('hex');
}
