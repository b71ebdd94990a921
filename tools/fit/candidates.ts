import { generic } from '../../detectors/generic.ts';
import type { Candidate } from '../../src/engine/candidate.ts';
import { candidatesOf as candidatesAt } from '../../src/engine/candidates.ts';
import { compileDetectors, literalsOf } from '../../src/engine/compile.ts';
import type { LabelledFile } from './labelled-corpus.ts';

/** Text before and behind an anchor that is looked at, in bytes. */
const BEFORE = 600;
const BEHIND = 1200;

const compiled = compileDetectors(
  generic.filter(({ checks }) => checks?.some(({ check }) => check === 'generic-assignment') === true),
);

/** An assignment that the generic detectors look at, and what the labels say of its value. */
export interface LabelledCandidate {
  readonly candidate: Candidate;
  /** `U`: nobody judged it. `-`: left out, for the label says that it identifies and does not authenticate. */
  readonly truth: 'T' | 'F' | 'X' | 'U' | '-';
}

/** Every assignment in a file that the generic detectors' patterns match, each value once. */
export function* candidatesOf({ bytes, spans }: LabelledFile): Generator<LabelledCandidate> {
  const text = bytes.toString('latin1');
  const lower = text.toLowerCase();
  const seen = new Set<number>();
  for (const { text: literal, users } of literalsOf(compiled)) {
    for (let at = lower.indexOf(literal); at !== -1; at = lower.indexOf(literal, at + 1)) {
      const from = Math.max(text.lastIndexOf('\n', at) + 1, at - BEFORE);
      const newline = text.indexOf('\n', at);
      const window = text.slice(from, Math.min(newline === -1 ? text.length : newline, at + BEHIND));
      for (const detector of users) {
        detector.pattern.lastIndex = at - from;
        const found = detector.pattern.exec(window);
        if (found === null) continue;
        for (const candidate of candidatesAt(detector, found, window)) {
          const start = from + candidate.valueStart;
          if (seen.has(start)) continue;
          seen.add(start);
          yield { candidate, truth: truthOf(spans, start, start + candidate.value.length) };
        }
      }
    }
  }
}

function truthOf(spans: LabelledFile['spans'], start: number, end: number): LabelledCandidate['truth'] {
  const touched = spans.filter((span) => span.start < end && start < span.end);
  const exact = touched.find(({ label, wholeLine }) => label.truth === 'T' && !wholeLine);
  const against = touched.find(({ label }) => label.truth !== 'T');
  const credential = exact ?? (against === undefined ? touched[0] : undefined);
  if (credential !== undefined) return credential.label.flags.includes('identifier_only') ? '-' : 'T';
  return against?.label.truth ?? 'U';
}
