import { describe, expect, it } from 'vitest';
import { detectors } from '../../detectors/index.ts';
import type { Detector } from '../../src/model/detector.ts';
import type { Match } from '../../src/model/segment.ts';
import { fingerprint } from '../../src/engine/fingerprint.ts';
import { compileDetectors, compilePatterns } from '../../src/engine/compile.ts';
import { partnersOf } from '../../src/engine/pairing.ts';
import { Kernel } from '../../src/kernel/kernel.ts';
import { openScanner } from './support/open-scanner.ts';
import { ScratchKernel } from './support/scratch-kernel.ts';
import { adversarialTexts } from '../../src/engine/adversarial-texts.ts';
import { exampleMaker } from '../support/example-maker.ts';
import { pathProblems, patternProblems, unboundedRepeatProblems } from '../../src/engine/pattern-safety.ts';

const KEY = new TextEncoder().encode('key of the detector tests');
const DEFAULT_PATH = 'config/settings.txt';
/** Processor time far above what any pattern takes, far below what runaway backtracking takes, in milliseconds. */
const PATTERN_MS = 1000;

/** Detectors whose patterns refer back to a group of one character, which costs no time; custom ones may not. */
const REVIEWED = new Set([
  'phpmailer-password',
  'powershell-plain-secure-string',
  'aws-secrets-manager-reference',
  'aws-ssm-parameter-reference',
  'aws-role-reference',
  // Bytes of NUL are no references; its match may begin far before its anchor, with a bound.
  'java-key-store',
  // The kind of a document may stand behind all that it holds; the bound is that of its size.
  'kubernetes-secret-data',
  'kubernetes-secret-string-data',
  // Long, for it holds the positions of a row's columns.
  'sql-row-password',
]);

const kernel = new Kernel();
const all = openScanner(detectors, KEY, kernel);

function scan(text: string, path: string, scanner = all, encoding: BufferEncoding = 'utf8'): readonly Match[] {
  return scanner.scan({ id: 0, path, bytes: Buffer.from(text, encoding) }).matches;
}

function describeMatches(matches: readonly Match[], text: string): string {
  const bytes = Buffer.from(text, 'utf8');
  return matches.map((match) => `${match.detector} ${bytes.toString('utf8', match.start, match.end)}`).join('\n');
}

describe('detectors', () => {
  it('have ids of their own, anchors of three bytes or more, and allowed flags', () => {
    expect(compilePatterns(compileDetectors(detectors))).toHaveLength(detectors.length);
    expect(detectors.map(({ id }) => id).filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it('say where their facts come from and how to revoke', () => {
    for (const { id, docs, rotate, title } of detectors) {
      expect(URL.canParse(docs), `${id}: docs`).toBe(true);
      expect(rotate.length, `${id}: rotate`).toBeGreaterThan(20);
      expect(title.trim(), `${id}: title`).not.toBe('');
    }
  });

  it('write both cases out instead of giving a group flags of its own, which V8 13.6 does not always honour', () => {
    expect(
      detectors.filter(({ match }) => /\(\?[a-z]*-?[a-z]+:/.test(match.pattern.source)).map(({ id }) => id),
    ).toEqual([]);
  });

  it('pair with detectors that exist and yield key ids', () => {
    const ids = new Map(detectors.map((detector) => [detector.id, detector]));
    for (const { id, pairsWith, nearby = [] } of detectors) {
      const named = [
        ...(pairsWith === undefined ? [] : partnersOf(pairsWith.detector)),
        ...nearby.map(({ detector }) => detector),
      ];
      for (const each of named) expect(ids.has(each), `${id}: ${each}`).toBe(true);
    }
  });
});

describe.each(detectors.map((detector) => [detector.id, detector] as const))('%s', (id, detector) => {
  // A helper is reported nowhere: the examples of the secrets that pair with it show it.
  const examples = detector.helper === true ? [] : detector.examples.match(exampleMaker(id));
  const counterExamples = detector.examples.noMatch(exampleMaker(id));

  it('finds exactly the secrets of its examples', () => {
    if (detector.helper !== true) expect(examples.length).toBeGreaterThan(0);
    for (const { text, secret, path = DEFAULT_PATH, binary } of examples) {
      const encoding = binary === true ? 'latin1' : 'utf8';
      const alone = scan(text, path, scannerOf(detector), encoding);
      const wanted = fingerprint(Buffer.from(secret, encoding).toString('latin1'), KEY);
      if (!alone.some((match) => match.fingerprint === wanted)) {
        expect.fail(`${id} alone found:\n${describeMatches(alone, text)}\nin:\n${text}`);
      }
      const together = scan(text, path, all, encoding);
      if (!together.some((match) => match.fingerprint === wanted && match.detector === id)) {
        expect.fail(`all detectors together found:\n${describeMatches(together, text)}\nin:\n${text}`);
      }
    }
  });

  it('finds nothing in its counter-examples', () => {
    expect(counterExamples.length).toBeGreaterThan(0);
    for (const example of counterExamples) {
      const { text, path } = typeof example === 'string' ? { text: example, path: DEFAULT_PATH } : example;
      const found = scan(text, path).filter((match) => match.detector === id);
      expect(found, `${describeMatches(found, text)}\nin:\n${text}`).toEqual([]);
    }
  });

  it('has a pattern that comes back', () => {
    const { match } = detector;
    expect(unboundedRepeatProblems(match.pattern.source)).toEqual([]);
    // Some are shown more than others before their match, which shipped detectors alone may ask for.
    const problems = patternProblems(match).filter(
      (problem) => match.before === undefined || !problem.includes('looks back by'),
    );
    if (!REVIEWED.has(id)) expect(problems).toEqual([]);
    if (match.paths !== undefined) expect(pathProblems(match.paths)).toEqual([]);
    const scanner = scannerOf(detector);
    for (const text of adversarialTexts(match)) {
      const scanOnce = (): number => cpuTime(() => scan(text, examples[0]?.path ?? DEFAULT_PATH, scanner));
      expect(leastOf(scanOnce), `text beginning with ${text.slice(0, 60)}`).toBeLessThan(PATTERN_MS);
    }
  });
});

type OpenScanner = ReturnType<typeof openScanner>;

const scratch = new ScratchKernel();
let last: { readonly id: string; readonly scanner: OpenScanner } | undefined;

/** Scanner of one detector; the one before may be used no longer. */
function scannerOf(detector: Detector): OpenScanner {
  if (last?.id !== detector.id) {
    scratch.releaseAll();
    last = { id: detector.id, scanner: openScanner([detector], KEY, scratch) };
  }
  return last.scanner;
}

/** Processor time of this thread in milliseconds: what others do on the machine does not count. */
function cpuTime(work: () => void): number {
  const begun = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(begun);
  return (user + system) / 1000;
}

/** A first try also pays for compiling and collecting garbage: a slow one is given two more. */
function leastOf(measure: () => number): number {
  let least = measure();
  for (let tries = 1; tries < 3 && least >= PATTERN_MS; tries++) least = Math.min(least, measure());
  return least;
}
