import type { Confidence } from '../../model/credential.ts';

/** What a check learnt of the value on the way; never a part of a secret. */
export type CheckFacts = Readonly<Record<string, string>>;

/** What a check says: no credential; nothing against it; or that its own bytes prove it. */
export type Verdict =
  | { readonly verdict: 'drop' }
  | { readonly verdict: 'keep'; readonly confidence?: Confidence; readonly facts?: CheckFacts }
  | {
      readonly verdict: 'prove';
      readonly proof: 'checksum' | 'structure';
      readonly confidence?: Confidence;
      readonly facts?: CheckFacts;
    };

export const DROP: Verdict = { verdict: 'drop' };
export const KEEP: Verdict = { verdict: 'keep' };
export const KEEP_DOUBTFUL: Verdict = { verdict: 'keep', confidence: 'low' };

export function prove(proof: 'checksum' | 'structure', facts?: CheckFacts): Verdict {
  return { verdict: 'prove', proof, ...(facts !== undefined && { facts }) };
}

/** From the first character to behind the last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a check may look at. All texts have one character for each byte. */
export interface CheckInput {
  readonly value: string;
  /** Everything the pattern matched, the value included. */
  readonly whole: string;
  /** Text round the match, at least 64 bytes where its line has them, and where the value begins in it. */
  readonly context: string;
  readonly valueStart: number;
  /** Where the match begins in the context. */
  readonly wholeStart: number;
  /** Where the name of the value stands in the context, where the pattern has a group `name`. */
  readonly name?: Span | undefined;
  /** Where the value is one of several in a list or a section: where it ends as written, and what it is called there. */
  readonly item?: { readonly end: number; readonly entry: string | undefined } | undefined;
}
