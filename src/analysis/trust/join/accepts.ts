import { globContains, globsIntersect, hasWildcard } from '../../glob.ts';
import type { ClaimTest } from '../tokens/judge.ts';
import type { JobToken } from './job-tokens.ts';

/** `maybe` where a test looks at what is not known of the job. */
export type Acceptance = 'yes' | 'maybe' | 'no';

/** Whether a trust's tests let a token of a job in, and the test that keeps it out. */
export function accepts(
  tests: readonly ClaimTest[],
  token: JobToken,
): { readonly answer: Acceptance; readonly refusedBy?: ClaimTest } {
  let answer: Acceptance = 'yes';
  for (const test of tests) {
    const one = passes(test, token);
    if (one === 'no') return { answer: 'no', refusedBy: test };
    if (one === 'maybe') answer = 'maybe';
  }
  return { answer };
}

function passes(test: ClaimTest, { claims }: JobToken): Acceptance {
  const values = claims.get(test.claim);
  // A job without environment has no such claim; of other claims nothing is known.
  if (values === undefined) return test.claim !== 'environment' ? 'maybe' : test.whenAbsent === 'passes' ? 'yes' : 'no';
  if (test.neverPresent === true) return test.whenAbsent === 'passes' ? 'yes' : 'no';
  const fold = (text: string): string =>
    test.patterns.some(({ ignoreCase }) => ignoreCase === true) ? text.toLowerCase() : text;
  const patterns = test.patterns
    .filter(({ text, wildcards }) => wildcards || !hasWildcard(text))
    .map(({ text }) => fold(text));
  // Subjects may be built of other claims by a setting of the repository, which the scanned files do not tell.
  const custom = test.claim === 'sub' && patterns.some((pattern) => !/^(?:repo|project_path):|^[*?]/.test(pattern));
  const meets = patterns.some((pattern) => values.some((value) => globsIntersect(pattern, fold(value))));
  if (test.mode === 'is') return meets ? 'yes' : custom ? 'maybe' : 'no';
  const all = values.every((value) => patterns.some((pattern) => globContains(pattern, fold(value))));
  return all ? 'no' : meets ? 'maybe' : 'yes';
}
