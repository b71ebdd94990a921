import type { Detector } from '../../src/model/detector.ts';
import { judge } from '../../src/engine/candidate.ts';
import { candidatesOf } from '../../src/engine/candidates.ts';
import { compileDetectors } from '../../src/engine/compile.ts';
import type { CompiledDetector } from '../../src/engine/compile.ts';
import { WHOLE_TEXT } from '../../src/engine/text-scanner.ts';
import type { RawMatch } from '../../src/engine/raw-match.ts';

/**
 * What the engine must find, done the slow way: every detector over every line, or over everything where it is
 * `multiLine`, with the whole of it before the pattern's eyes. No automaton, no windows, no memo, no test for an
 * assignment before the pattern runs.
 */
export function referenceScanner(detectors: readonly Detector[], key: Uint8Array) {
  const compiled = compileDetectors(detectors).detectors.map((detector) => ({
    detector,
    pattern: stickyPattern(detector),
  }));
  return (bytes: Uint8Array): RawMatch[] => {
    const text = Buffer.from(bytes).toString('latin1');
    const lines = [...linesOf(text)];
    const found = new Map<string, RawMatch>();
    for (const { detector, pattern } of compiled) {
      for (const unit of detector.multiLine ? [{ start: 0, text }] : lines) {
        for (const match of matchesInUnit(detector, pattern, unit, key)) {
          found.set(`${detector.index}:${match.start}:${match.end}`, match);
        }
      }
    }
    return [...found.values()];
  };
}

interface Unit {
  readonly start: number;
  readonly text: string;
}

function* linesOf(text: string): Generator<Unit> {
  let start = 0;
  for (const line of text.split('\n')) {
    yield { start, text: line.endsWith('\r') ? line.slice(0, -1) : line };
    start += line.length + 1;
  }
}

function* matchesInUnit(detector: CompiledDetector, pattern: RegExp, unit: Unit, key: Uint8Array): Generator<RawMatch> {
  const { anchors, ignoreCase = false } = detector.detector.match;
  if (detector.detector.match.wholeText === true && unit.text.length <= WHOLE_TEXT) {
    yield* matchesAtAnchor(detector, pattern, unit, 0, 0, key);
  }
  const haystack = ignoreCase ? lowerAscii(unit.text) : unit.text;
  for (const written of anchors) {
    const anchor = ignoreCase ? lowerAscii(written) : written;
    for (let at = haystack.indexOf(anchor); at !== -1; at = haystack.indexOf(anchor, at + 1)) {
      yield* matchesAtAnchor(detector, pattern, unit, at, anchor.length, key);
    }
  }
}

function matchesAtAnchor(
  detector: CompiledDetector,
  pattern: RegExp,
  unit: Unit,
  anchor: number,
  anchorLength: number,
  key: Uint8Array,
): readonly RawMatch[] {
  for (let start = Math.max(0, anchor - detector.lookBehind); start <= anchor; start++) {
    pattern.lastIndex = start;
    const found = pattern.exec(unit.text);
    if (found === null || start + found[0].length < anchor + anchorLength) continue;
    if (found[0].length > detector.maxLength) continue;
    return candidatesOf(detector, found, unit.text).flatMap((each) => judge(each, unit.start, key) ?? []);
  }
  return [];
}

function stickyPattern({ pattern }: CompiledDetector): RegExp {
  return new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, '')}y`);
}

/** Latin1 characters beyond ASCII have case too, which bytes have not. */
function lowerAscii(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
