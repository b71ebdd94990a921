import { shannonEntropy } from '../checks/entropy.ts';
import { candidatesOf } from '../candidates.ts';
import { runCheck } from '../checks/index.ts';
import type { CheckInput } from '../checks/verdict.ts';
import { CONTEXT, CompiledDetector } from '../compile.ts';
import { explainAssignment } from '../generic/explain.ts';
import { PATH_CLASSES, pathClass } from '../generic/path-class.ts';
import { preview } from '../preview.ts';
import type { Check, Detector } from '../../model/detector.ts';
import { PROOF_IN_WORDS, checkInWords } from './check-words.ts';

/** Something that a detector's pattern met, with all that its checks say. Holds no value. */
export interface Explained {
  readonly detector: Detector;
  /** Byte offset of the value in the text. */
  readonly start: number;
  readonly line: number;
  readonly preview: string;
  /** False when a check drops it. */
  readonly kept: boolean;
  /** One sentence each, in the order in which it was judged. */
  readonly why: readonly string[];
}

/** Most that is told of one text. */
const MOST = 200;

/**
 * What the detectors make of a text, dropped or not: each pattern is run over the lines in which one of its anchors
 * stands, and every check is asked, so that it shows what would have dropped a match as well as what did.
 *
 * @param text Latin1: one character for each byte.
 * @param isMeant Whether a line, counted from 1, is asked about.
 */
export function explainText(
  text: string,
  path: string,
  detectors: readonly Detector[],
  isMeant: (line: number) => boolean,
): readonly Explained[] {
  const found: Explained[] = [];
  const units = linesOf(text).filter(({ line }) => isMeant(line));
  for (const detector of detectors) {
    if (detector.match.multiLine === true) {
      const whole = { text, start: 0, line: 1 };
      found.push(...explainUnit(detector, whole, path).filter(({ line }) => isMeant(line)));
    } else for (const unit of units) found.push(...explainUnit(detector, unit, path));
    if (found.length > MOST) break;
  }
  return found.slice(0, MOST).toSorted((a, b) => a.start - b.start || Number(b.kept) - Number(a.kept));
}

interface Unit {
  readonly text: string;
  readonly start: number;
  readonly line: number;
}

function linesOf(text: string): readonly Unit[] {
  let start = 0;
  return text.split('\n').map((line, index) => {
    const unit = { text: line.replace(/\r$/, ''), start, line: index + 1 };
    start += line.length + 1;
    return unit;
  });
}

/** Finds matches as text-scanner.ts does: at each anchor, within a window round it. */
function explainUnit(detector: Detector, unit: Unit, path: string): readonly Explained[] {
  const compiled = new CompiledDetector(detector, 0);
  const { lookBehind, maxLength, before } = compiled;
  const met = new Map<string, Explained>();
  for (const [at, end] of anchorsIn(unit.text, detector.match)) {
    const { pattern } = compiled;
    const earliest = Math.max(0, at - lookBehind);
    const offset = Math.max(0, earliest - before);
    const context = unit.text.slice(offset, at + maxLength + CONTEXT);
    for (let from = earliest; from <= at;) {
      pattern.lastIndex = from - offset;
      const found = pattern.exec(context);
      if (found === null || offset + found.index > at) break;
      const { length } = found[0];
      if (offset + found.index + length >= end && length <= maxLength) {
        for (const input of candidatesOf(compiled, found, context)) {
          const place = offset + input.valueStart;
          const line = unit.line + (unit.text.slice(0, place).match(/\n/g)?.length ?? 0);
          const explained = { detector, start: unit.start + place, line, ...judged(detector, input, path) };
          const name = `${place}:${input.value.length}`;
          // From another anchor the same value may be judged by another name: what keeps it counts.
          if (met.get(name)?.kept !== true) met.set(name, explained);
        }
        break;
      }
      from = offset + found.index + 1;
    }
  }
  return [...met.values()];
}

/** Where anchors stand, each with its end. */
function* anchorsIn(
  text: string,
  { anchors, ignoreCase = false }: Detector['match'],
): Generator<readonly [number, number]> {
  const folded = ignoreCase ? text.toLowerCase() : text;
  for (const anchor of anchors) {
    const wanted = ignoreCase ? anchor.toLowerCase() : anchor;
    for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + 1))
      yield [at, at + wanted.length];
  }
}

function judged(detector: Detector, input: CheckInput, path: string): Pick<Explained, 'preview' | 'kept' | 'why'> {
  const { match, checks = [] } = detector;
  const why: string[] = [`${match.proof}: ${PROOF_IN_WORDS[match.proof]}`];
  const inPath = match.paths === undefined || match.paths.test(path);
  if (match.paths !== undefined)
    why.push(
      inPath ? 'the file is one that the detector looks at' : 'DROPPED: the detector does not look at such files',
    );
  let kept = inPath;
  for (const check of checks) {
    const { drops, sentences } = outcome(check, input, path);
    if (drops) kept = false;
    why.push(...sentences);
  }
  return { preview: preview(input.value, detector, match.proof), kept, why };
}

function outcome(
  check: Check,
  input: CheckInput,
  path: string,
): { readonly drops: boolean; readonly sentences: readonly string[] } {
  const asked = checkInWords(check);
  if (check.check === 'generic-assignment') {
    const factors = explainAssignment(input, path);
    const drops = factors.length === 1 || (factors.at(-1)?.endsWith('too little') ?? false);
    return {
      drops,
      sentences: [`${drops ? 'DROPPED, it would have to be that' : 'passed:'} the value ${asked}`, ...factors],
    };
  }
  if (check.check === 'outside-examples') {
    const drops = PATH_CLASSES[pathClass(path)]?.example === true;
    return { drops, sentences: [`${drops ? 'DROPPED, it would have to be that' : 'passed:'} the value ${asked}`] };
  }
  const verdict = runCheck(check, input);
  const measured = check.check === 'entropy' ? ` (it has ${shannonEntropy(input.value).toFixed(2)})` : '';
  if (verdict.verdict === 'drop')
    return { drops: true, sentences: [`DROPPED, it would have to be that the value ${asked}${measured}`] };
  const proven = verdict.verdict === 'prove' ? `proven (${verdict.proof})` : 'passed';
  const doubt = verdict.confidence === undefined ? '' : `, with no more than ${verdict.confidence} confidence`;
  return { drops: false, sentences: [`${proven}: the value ${asked}${measured}${doubt}`] };
}
