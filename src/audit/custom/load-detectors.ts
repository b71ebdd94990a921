import type { DetectorConfig } from '../../model/config.ts';
import type { Detector } from '../../model/detector.ts';
import { BittingError } from '../../model/errors.ts';
import { readCustomDetectors } from './custom-detectors.ts';
import type { CustomDetector } from './custom-detectors.ts';
import { nearestTo } from '../../config/nearest.ts';

/** Custom detectors of one run. */
const MOST = 500;

/**
 * Reads the files of custom detectors that a configuration names, and holds its ids against those that ship.
 *
 * @param shipped The detectors that ship with Bitting.
 * @throws BittingError BITTING_E_DETECTORS_INVALID for what a file has wrong, or two files between them;
 *   BITTING_E_CONFIG_INVALID for an id that no detector has.
 */
export async function loadDetectors(
  { files, disable, severity }: DetectorConfig,
  shipped: readonly Detector[],
): Promise<readonly CustomDetector[]> {
  const custom: CustomDetector[] = [];
  for (const file of new Set(files)) custom.push(...(await readCustomDetectors(file)));
  const problems = clashes(custom, shipped);
  if (custom.length > MOST) problems.push(`${custom.length} custom detectors; ${MOST} are the most of one run.`);
  if (problems.length > 0) throw new BittingError('BITTING_E_DETECTORS_INVALID', problems.join('\n'));
  const ids = new Set([...shipped, ...custom.map(({ detector }) => detector)].map(({ id }) => id));
  const unknown = [
    ...disable.map((id) => ['detectors.disable', id] as const),
    ...Object.keys(severity).map((id) => ['detectors.severity', id] as const),
  ].filter(([, id]) => !ids.has(id));
  const wrong = unknown.map(([where, id]) => `${where}: no detector is called ${id}.${advice(id, ids)}`);
  if (disable.length > 0 && new Set(disable).size >= ids.size) wrong.push('detectors.disable: no detector is left.');
  if (wrong.length > 0) throw new BittingError('BITTING_E_CONFIG_INVALID', wrong.join('\n'));
  return custom;
}

function clashes(custom: readonly CustomDetector[], shipped: readonly Detector[]): string[] {
  const problems: string[] = [];
  const ships = new Map(shipped.map(({ id, title }) => [id, title]));
  const known = new Map<string, CustomDetector>();
  for (const each of custom) {
    const { id } = each.detector;
    const here = `${each.file}:${each.line}`;
    const earlier = known.get(id);
    if (ships.has(id))
      problems.push(
        `${here}: ${id} is the id of a detector that ships with Bitting (${ships.get(id)}): call this one something else, and disable the other where it is in the way.`,
      );
    else if (earlier !== undefined)
      problems.push(
        `${here}: ${id} stands in ${earlier.file}:${earlier.line} already: call one of them something else.`,
      );
    else known.set(id, each);
  }
  for (const { detector, file, line } of custom) {
    for (const other of [detector.pairsWith?.detector ?? []].flat()) {
      if (known.has(other) || ships.has(other)) continue;
      const ids = [...known.keys(), ...ships.keys()];
      problems.push(
        `${file}:${line}: ${detector.id} pairs with ${other}, which no detector is called.${advice(other, ids)}`,
      );
    }
  }
  return problems;
}

function advice(id: string, ids: Iterable<string>): string {
  const near = nearestTo(id, ids);
  return near === undefined ? ' `bitting detectors` lists them.' : ` Did you mean ${near}?`;
}
