import { fingerprint } from '../engine/fingerprint.ts';
import type { Graph } from '../graph/graph.ts';
import type { Config } from '../model/config.ts';
import { credentialId } from '../model/ids.ts';
import { DEFAULT_COMMENTS } from '../model/suppression.ts';
import type { Exception } from '../model/suppression.ts';
import { filterPath } from '../sources/path-filter.ts';
import type { FingerprintKey } from '../store/fingerprint-key.ts';
import type { Baseline } from '../suppression/baseline.ts';
import { Suppressor } from '../suppression/suppressor.ts';
import { detectorSet } from './detector-set.ts';

/** What a run is given to set findings aside with, besides comments. */
export interface SuppressionInput {
  readonly exceptions: readonly Exception[];
  /** Their files, as they were named. */
  readonly exceptionFiles: readonly string[];
  readonly baseline?: Baseline;
}

/** Whoever decides what is set aside in this run. */
export function suppressorFor(
  graph: Graph,
  options: {
    readonly config: Config;
    readonly key: FingerprintKey;
    readonly suppression?: SuppressionInput;
    readonly now: () => Date;
    /** Everything was looked at, and not only a change. */
    readonly whole: boolean;
  },
): Suppressor {
  const { config, key, suppression, now, whole } = options;
  return new Suppressor(graph, {
    comments: config.suppression?.inline ?? DEFAULT_COMMENTS,
    ...suppression,
    detectorIds: detectorSet.detectors.map(({ id }) => id),
    today: now().toISOString().slice(0, 10),
    matchesPath: (path, globs) => filterPath(path, { include: globs, exclude: [] }),
    idOf: (value) => credentialId(fingerprint(Buffer.from(value, 'utf8').toString('latin1'), key.bytes)),
    whole,
  });
}
