import type { Confidence, Proof } from '../model/credential.ts';
import type { MatchRule } from '../model/detector.ts';
import { runCheck } from './checks/index.ts';
import type { CheckInput } from './checks/verdict.ts';
import type { CompiledDetector } from './compile.ts';
import { extract } from './extract/index.ts';
import { fingerprint } from './fingerprint.ts';
import { judgeAssignment } from './generic/judge.ts';
import { preview } from './preview.ts';
import type { RawMatch } from './raw-match.ts';

/** A pattern's match in a text, before any check. */
export interface Candidate extends CheckInput {
  readonly detector: CompiledDetector;
}

const RANK: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

/** Reads the result of a detector's pattern. `text` is what the pattern ran over. */
export function toCandidate(detector: CompiledDetector, found: RegExpExecArray, text: string): Candidate {
  const { secret, name } = found.indices?.groups ?? {};
  const [secretStart, secretEnd] = secret ?? [found.index, found.index + found[0].length];
  return {
    detector,
    value: text.slice(secretStart, secretEnd),
    whole: found[0],
    wholeStart: found.index,
    context: text,
    valueStart: secretStart,
    ...(name !== undefined && { name: { start: name[0], end: name[1] } }),
  };
}

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
    const verdict = runCheck(check, candidate);
    if (verdict.verdict === 'drop') return undefined;
    Object.assign(known, verdict.facts);
    if (verdict.verdict === 'prove') {
      if (proof !== 'checksum') proof = verdict.proof;
      confidence = 'high';
    }
    if (verdict.confidence !== undefined) confidence = lower(confidence, verdict.confidence);
  }
  let keyId = identifier ? value : undefined;
  for (const extractor of extractors) {
    const read = extract(extractor, candidate);
    keyId = read.keyId ?? keyId;
    Object.assign(known, read.facts);
  }
  return {
    detector: detector.index,
    start: offset + valueStart,
    end: offset + valueStart + value.length,
    fingerprint: fingerprint(value, key),
    preview: preview(value, detector.detector, proof),
    proof,
    confidence,
    facts: known,
    distinctive: holdsAnchor(value, match),
    ...(keyId !== undefined && { keyId }),
  };
}

function lower(confidence: RawMatch['confidence'], limit: Confidence): RawMatch['confidence'] {
  const lowest = (each: Confidence): Confidence => (RANK[limit] < RANK[each] ? limit : each);
  if (typeof confidence === 'string') return lowest(confidence);
  return confidence.map((each) => (each === undefined ? undefined : lowest(each)));
}

function holdsAnchor(value: string, { anchors, ignoreCase = false }: MatchRule): boolean {
  const text = ignoreCase ? value.toLowerCase() : value;
  return anchors.some((anchor) => text.includes(ignoreCase ? anchor.toLowerCase() : anchor));
}
