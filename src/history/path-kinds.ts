import type { CompiledDetector } from '../engine/compile.ts';
import { pathClass } from '../engine/generic/path-class.ts';

/** Paths remembered; a history that has more is looked through again. */
const MAX_KNOWN = 65_536;

/** Tells which paths are judged alike, whatever stands there. A file stands at its path in thousands of versions. */
export class PathKinds {
  readonly detectors: readonly CompiledDetector[];
  /** Those that look at certain paths only. */
  readonly #bound: readonly CompiledDetector[];
  readonly #known = new Map<string, string>();

  constructor(detectors: readonly CompiledDetector[]) {
    this.detectors = detectors;
    this.#bound = detectors.filter(({ detector }) => detector.match.paths !== undefined);
  }

  /** The same for paths that are judged alike. */
  of(path: string): string {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const bound = this.#bound.filter(({ detector }) => detector.match.paths?.test(path));
    const kind = [pathClass(path), ...bound.map(({ index }) => index)].join(' ');
    if (this.#known.size === MAX_KNOWN) this.#known.clear();
    this.#known.set(path, kind);
    return kind;
  }
}
