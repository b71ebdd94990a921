import type { CompiledDetector } from './compile.ts';
import type { Findings, RunFindings } from './findings.ts';
import { pathClass } from './generic/path-class.ts';
import { resolveOverlaps } from './overlap.ts';
import { pairWithIds } from './pairing.ts';
import type { RawMatch } from './raw-match.ts';
import type { SeenMatch } from './seen-match.ts';

/**
 * The matches of a text that stands at a path: without those of detectors that do not look there, each as sure as the
 * kind of file makes it, the best of those that overlap, secrets paired with their ids.
 *
 * @returns By position.
 */
export function resolve(findings: Findings, path: string, detectors: readonly CompiledDetector[]): SeenMatch[] {
  return resolveAt(findings, { path, kind: pathClass(path) }, detectors);
}

interface At {
  readonly path: string;
  /** Index of its class. */
  readonly kind: number;
}

function resolveAt(findings: Findings, at: At, detectors: readonly CompiledDetector[]): SeenMatch[] {
  const found = new Map<string, SeenMatch>();
  const take = (match: RawMatch | undefined): void => {
    const seen = match && see(match, at, detectors);
    // One match can be found from several anchors.
    if (seen !== undefined) found.set(`${seen.detector}:${seen.start}:${seen.end}`, seen);
  };
  for (const match of findings.inLines) take(match);
  for (const { match } of findings.anchors) take(match);
  const decoded = findings.runs.flatMap((run) => resolveRun(run, at, detectors));
  const paired = pairWithIds(resolveOverlaps([...found.values(), ...decoded], detectors), detectors);
  return paired.filter(({ detector }) => detectors[detector]!.detector.helper !== true);
}

function see(match: RawMatch, { path, kind }: At, detectors: readonly CompiledDetector[]): SeenMatch | undefined {
  if (detectors[match.detector]?.detector.match.paths?.test(path) === false) return undefined;
  const confidence = typeof match.confidence === 'string' ? match.confidence : match.confidence[kind];
  return confidence === undefined ? undefined : { ...match, confidence };
}

/** Matches in what a run decodes to, each at the place of the whole run. */
function resolveRun({ start, end, parts }: RunFindings, at: At, detectors: readonly CompiledDetector[]): SeenMatch[] {
  const found = new Map<string, SeenMatch>();
  for (const part of parts) {
    for (const match of resolveAt(part.found, at, detectors)) {
      // The parts of a huge run overlap: what stands in two of them counts once.
      const name = `${match.detector}:${match.fingerprint}`;
      const encoding = [...part.encoding, ...(match.encoding ?? [])];
      if (!found.has(name)) found.set(name, { ...match, start, end, encoding });
    }
  }
  return [...found.values()];
}
