import type { Confidence, Proof } from '../model/credential.ts';
import type { MatchRule } from '../model/detector.ts';
import { runCheck } from './checks/index.ts';
import type { CheckInput } from './checks/verdict.ts';
import type { CompiledDetector } from './compile.ts';
import { extract } from './extract/index.ts';
import { fingerprint } from './fingerprint.ts';
import { judgeAssignment } from './generic/judge.ts';
import { PATH_CLASSES } from './generic/path-class.ts';
import { preview } from './preview.ts';
import type { RawMatch } from './raw-match.ts';

/** A value that a pattern met in a text, before any check. */
export interface Candidate extends CheckInput {
  readonly detector: CompiledDetector;
}

const RANK: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

/**
 * Runs a detector's checks over a candidate, in order, and reads what the value says about itself.
 *
 * @param offset Where the candidate's context begins in what is scanned.
 * @returns The match, or `undefined` when a check drops it.
 */
export function judge(candidate: Candidate, offset: number, key: Uint8Array): RawMatch | undefined {
  const { detector, value, valueStart } = candidate;
  const { match, checks = [], extract: extractors = [], identifier = false } = detector.detector;
  if (value === '') return undefined;
  let proof: Proof = match.proof;
  let confidence: RawMatch['confidence'] = match.proof === 'format' ? 'high' : 'medium';
  const known: Record<string, string> = {};
  for (const check of checks) {
    if (check.check === 'generic-assignment') {
      const byPath = judgeAssignment(candidate);
      if (byPath === undefined) return undefined;
      confidence = byPath;
      continue;
    }
    if (check.check === 'outside-examples') continue;
    const verdict = runCheck(check, candidate);
    if (verdict.verdict === 'drop') return undefined;
    Object.assign(known, verdict.facts);
    if (verdict.verdict === 'prove') {
      if (proof !== 'checksum') proof = verdict.proof;
      confidence = 'high';
    }
    if (verdict.confidence !== undefined) confidence = lower(confidence, verdict.confidence);
  }
  if (checks.some(({ check }) => check === 'outside-examples')) confidence = outsideExamples(confidence);
  let keyId = identifier ? value : undefined;
  for (const extractor of extractors) {
    const read = extract(extractor, candidate);
    keyId = read.keyId ?? keyId;
    Object.assign(known, read.facts);
  }
  return {
    detector: detector.index,
    start: offset + valueStart,
    end: offset + (candidate.item?.end ?? valueStart + value.length),
    fingerprint: fingerprint(value, key),
    preview: preview(value, detector.detector, proof),
    proof,
    confidence,
    facts: known,
    distinctive: holdsAnchor(value, match),
    ...(keyId !== undefined && { keyId }),
    ...(match.encoded !== undefined && { encoding: [match.encoded] }),
  };
}

function lower(confidence: RawMatch['confidence'], limit: Confidence): RawMatch['confidence'] {
  const lowest = (each: Confidence): Confidence => (RANK[limit] < RANK[each] ? limit : each);
  if (typeof confidence === 'string') return lowest(confidence);
  return confidence.map((each) => (each === undefined ? undefined : lowest(each)));
}

/** Nothing where {@link PATH_CLASSES} says that tests, examples and documents stand. */
function outsideExamples(confidence: RawMatch['confidence']): RawMatch['confidence'] {
  return PATH_CLASSES.map(({ example }, index) => {
    if (example) return undefined;
    return typeof confidence === 'string' ? confidence : confidence[index];
  });
}

function holdsAnchor(value: string, { anchors, ignoreCase = false }: MatchRule): boolean {
  const text = ignoreCase ? value.toLowerCase() : value;
  return anchors.some((anchor) => text.includes(ignoreCase ? anchor.toLowerCase() : anchor));
}
