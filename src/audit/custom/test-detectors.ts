import { randomBytes } from 'node:crypto';

import type { CustomDetector, CustomExample } from './custom-detectors.ts';
import { adversarialTexts } from '../../engine/adversarial-texts.ts';
import { fingerprint } from '../../engine/fingerprint.ts';
import { DEFAULT_LIMITS } from '../../engine/limits.ts';
import { openEngine } from '../../engine/pool.ts';
import type { Engine, Match } from '../../model/segment.ts';
import { openAuditWorkers } from '../audit-workers.ts';
import type { DetectorSet } from '../detector-set.ts';

/** What became of one promise that a detector makes. */
interface Outcome {
  readonly ok: boolean;
  /** Line of the example in its file; absent for the detector as a whole. */
  readonly line?: number;
  /** What was found and what not, in words that hold no value. */
  readonly what: string;
}

export interface TestedDetector {
  readonly id: string;
  readonly file: string;
  readonly line: number;
  readonly outcomes: readonly Outcome[];
}

/** Where an example stands that does not say. */
const DEFAULT_PATH = 'config/settings.txt';
/** Milliseconds that a pattern may take for 20 kB before it counts as one that runs away. */
const PATTERN_MS = 5000;

/**
 * Looks for what custom detectors promise to find and not to find, with all other detectors of the set beside them, and
 * has each look at texts that keep a bad pattern busy. Works in a worker thread that is ended when it gives no sign.
 *
 * @param patternMs Milliseconds after which a pattern counts as running away.
 */
export async function testDetectors(
  custom: readonly CustomDetector[],
  set: DetectorSet,
  { signal, patternMs = PATTERN_MS }: { readonly signal: AbortSignal; readonly patternMs?: number },
): Promise<readonly TestedDetector[]> {
  const key = randomBytes(32);
  const workers = openAuditWorkers(set, { bytes: key }, 1, { ...DEFAULT_LIMITS, batchMs: patternMs });
  try {
    const engine = openEngine(workers);
    // Starting takes its time, which is not the first pattern's.
    await engine.scan([{ id: 0, path: DEFAULT_PATH, bytes: new Uint8Array(1) }]);
    const tested: TestedDetector[] = [];
    for (const { detector, file, line, examples } of custom) {
      const outcomes: Outcome[] = [];
      const calm = await comesBack(detector.match, engine, patternMs, signal);
      // One that runs away does so in its examples, too, perhaps.
      for (const example of calm.ok ? examples : []) {
        signal.throwIfAborted();
        outcomes.push({ ...(await outcomeOf(example, detector.id, engine, key)), line: example.line });
      }
      tested.push({ id: detector.id, file, line, outcomes: [...outcomes, calm] });
    }
    return tested;
  } finally {
    await workers.close();
  }
}

async function outcomeOf(
  { text, secret, path = DEFAULT_PATH }: CustomExample,
  id: string,
  engine: Engine,
  key: Uint8Array,
): Promise<Outcome> {
  const { matches, problems } = await engine.scan([{ id: 0, path, bytes: Buffer.from(text, 'utf8') }]);
  const [problem] = problems;
  if (problem !== undefined) return { ok: false, what: problem.what };
  const own = matches.filter(({ detector }) => detector === id);
  if (secret === undefined) {
    if (own.length === 0) return { ok: true, what: `nothing found, as wanted${besides(matches)}` };
    return { ok: false, what: `nothing may be found here, and ${own.map((each) => seen(each)).join(', ')} was` };
  }
  const wanted = fingerprint(Buffer.from(secret, 'utf8').toString('latin1'), key);
  const found = own.find((match) => match.fingerprint === wanted);
  if (found !== undefined) return { ok: true, what: `found ${seen(found)}` };
  const other = matches.find((match) => match.fingerprint === wanted);
  if (other !== undefined)
    return {
      ok: false,
      what: `the secret was found, but by ${other.detector}, which tells more of it or stands first`,
    };
  if (own.length === 0) return { ok: false, what: `the secret was not found${besides(matches)}` };
  return {
    ok: false,
    what: `not the secret (${secret.length} characters) was found, but ${own.map((each) => seen(each)).join(', ')}`,
  };
}

function seen({ preview, line, column }: Match): string {
  return `${preview} at line ${line}, column ${column} of the text`;
}

function besides(matches: readonly Match[]): string {
  const others = [...new Set(matches.map(({ detector }) => detector))];
  return others.length === 0 ? '' : `; others found something: ${others.join(', ')}`;
}

async function comesBack(
  match: Parameters<typeof adversarialTexts>[0],
  engine: Engine,
  patternMs: number,
  signal: AbortSignal,
): Promise<Outcome> {
  const texts = adversarialTexts(match);
  let slowest = 0;
  for (const text of texts) {
    signal.throwIfAborted();
    const begun = performance.now();
    const { problems } = await engine.scan([{ id: 0, path: DEFAULT_PATH, bytes: Buffer.from(text, 'latin1') }]);
    slowest = Math.max(slowest, performance.now() - begun);
    const stuck = problems.find(({ what }) => what.startsWith('not judged'));
    if (stuck === undefined && slowest <= patternMs) continue;
    const what = `the pattern takes more than ${patternMs} ms for a text of ${text.length} bytes`;
    return { ok: false, what: `${what}: give its repeats bounds, and let neighbours take different characters` };
  }
  return {
    ok: true,
    what: `came back from ${texts.length} texts made to keep it busy, in ${Math.ceil(slowest)} ms at most`,
  };
}
