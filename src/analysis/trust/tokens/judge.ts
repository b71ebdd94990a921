import { globContains, globsIntersect, hasWildcard } from '../../glob.ts';
import type { OidcIssuer } from './issuers.ts';
import { issuerOf } from './issuers.ts';
import type { Reach, Reading, Run } from './reading.ts';
import { both, widest } from './reading.ts';

/** A text that a claim is compared with. */
interface ClaimPattern {
  readonly text: string;
  /** `*` and `?` are wildcards. Without it they are themselves. */
  readonly wildcards: boolean;
  readonly ignoreCase?: boolean;
}

/** A condition on one claim of a token, of whatever cloud. */
export interface ClaimTest {
  readonly claim: string;
  /** `is`: the claim must match one of the patterns. `is-not`: it must match none. */
  readonly mode: 'is' | 'is-not';
  readonly patterns: readonly ClaimPattern[];
  /** What becomes of a token without the claim. */
  readonly whenAbsent: 'passes' | 'fails';
  /** Operator as it is written, such as `StringLike`. */
  readonly operator: string;
  /** Nobody's token has the claim, as far as whoever tests it can see. */
  readonly neverPresent?: boolean;
}

/** What lets tokens in: an issuer, and tests which must all hold. */
export interface TokenTrust {
  /** Address with or without scheme. */
  readonly issuer: string;
  readonly tests: readonly ClaimTest[];
}

/** `unusable`: no token satisfies the tests. */
type Grade = 'strict' | 'loose' | 'open' | 'unusable';

export interface TokenVerdict {
  readonly grade: Grade;
  readonly issuer: OidcIssuer;
  readonly reach: Reach;
  readonly run: Run;
  /** What made it so, as sentences; the deciding one first. */
  readonly reasons: readonly string[];
  /** Subject patterns that let tokens in. */
  readonly subjects: readonly string[];
  /** The subject is tested in a way that a token without it would pass, and by nothing else. */
  readonly vacuous: boolean;
  /** Claims that bind whose tokens are let in. */
  readonly boundBy: readonly string[];
}

/**
 * Judges whose tokens a trust lets in. All tests must hold, so the narrowest of them decides; the patterns of one test
 * are alternatives, so the widest of them does.
 */
export function judgeToken({ issuer: address, tests }: TokenTrust): TokenVerdict {
  const subjects = tests
    .filter(({ claim, mode }) => claim === 'sub' && mode === 'is')
    .flatMap(alive)
    .map(({ text }) => text);
  const issuer = issuerOf(address, subjects);
  const dead = whyUnusable(tests);
  const base = { issuer, subjects, vacuous: false, boundBy: [] };
  if (dead !== undefined) return { ...base, grade: 'unusable', reach: 'one-project', run: 'one', reasons: [dead] };

  // Of claims that say equally little the subject is the one to tell of.
  const readings = tests
    .flatMap((test) => readingOf(issuer, test))
    .sort((a, b) => Number(b.claim === 'sub') - Number(a.claim === 'sub'));
  const notes = tests.flatMap(noteOf);
  const [first, ...rest] = readings.map(({ reading }) => reading);
  const reading = first === undefined ? undefined : rest.reduce(both, first);
  if (reading === undefined || (reading.reach === 'anyone' && !readings.some(({ claim }) => claim === 'sub'))) {
    const vacuous = tests.find(
      ({ claim, whenAbsent, mode }) => claim === 'sub' && mode === 'is' && whenAbsent === 'passes',
    );
    return {
      ...base,
      grade: 'open',
      reach: 'anyone',
      run: reading?.run ?? 'any',
      reasons: [whyOpen(tests, vacuous), ...notes],
      vacuous: vacuous !== undefined,
    };
  }
  const run = issuer.tellsRuns || reading.run === 'one' ? reading.run : 'not-told';
  const boundBy = [...new Set(readings.filter((one) => one.reading.reach !== 'anyone').map(({ claim }) => claim))];
  return {
    ...base,
    grade: gradeOf(reading.reach, run),
    reach: reading.reach,
    run,
    reasons: [sentence(reading.why), ...(reading.reach === 'anyone' ? [] : runReason(run, issuer)), ...notes],
    boundBy,
  };
}

function whyOpen(tests: readonly ClaimTest[], vacuous: ClaimTest | undefined): string {
  if (vacuous !== undefined) {
    return `${vacuous.operator} on the subject is true for a token without it, so that it keeps nobody out by itself.`;
  }
  return tests.some(({ claim, mode }) => claim === 'sub' && mode === 'is-not')
    ? 'The subject is only told what it must not be: every other one is let in.'
    : 'Neither the subject nor another claim that says whose token it is is tested.';
}

function gradeOf(reach: Reach, run: Run): Grade {
  if (reach === 'anyone') return 'open';
  if (reach !== 'one-project') return 'loose';
  return run === 'one' || run === 'not-told' ? 'strict' : 'loose';
}

function runReason(run: Run, { member }: OidcIssuer): readonly string[] {
  switch (run) {
    case 'any':
      return [`Every run of the ${member} is let in: of any branch, tag, pull request or environment.`];
    case 'pull-request':
      return ['Runs of pull requests are let in, whose changes nobody has approved yet.'];
    case 'many':
      return ['Every branch, every tag or every environment is let in, also one that somebody with write access adds.'];
    case 'some':
      return ['Branches, tags or environments are let in by a pattern.'];
    default:
      return [];
  }
}

/** Patterns that some value can match: compared literally, a star is a character that no claim of this kind holds. */
function alive({ patterns }: ClaimTest): readonly ClaimPattern[] {
  return patterns.filter(({ text, wildcards }) => text !== '' && (wildcards || !hasWildcard(text)));
}

function readingOf(
  issuer: OidcIssuer,
  test: ClaimTest,
): readonly { readonly claim: string; readonly reading: Reading }[] {
  if (test.mode === 'is-not' || test.whenAbsent === 'passes') return [];
  const read = test.claim === 'sub' ? issuer.subject : (text: string) => issuer.claim?.(test.claim, text);
  const readings = alive(test).map(({ text }) => read(text));
  const told = readings.filter((reading) => reading !== undefined);
  const reading = told.length === readings.length ? widest(told) : undefined;
  return reading === undefined ? [] : [{ claim: test.claim, reading }];
}

/** Why no token can pass, in a sentence; undefined when one can. */
function whyUnusable(tests: readonly ClaimTest[]): string | undefined {
  const demanding = tests.filter(({ mode, whenAbsent }) => mode === 'is' && whenAbsent === 'fails');
  for (const test of demanding) {
    if (test.neverPresent === true) {
      return `${test.operator} demands ${test.claim}, which is never part of the request: no token satisfies it.`;
    }
    if (alive(test).length > 0) continue;
    const star = test.patterns.find(({ text }) => hasWildcard(text));
    return star === undefined
      ? `${test.operator} on ${test.claim} accepts no value: no token satisfies it.`
      : `${test.operator} compares ${test.claim} literally, so that ${star.text} never matches: wildcards need StringLike.`;
  }
  for (const [index, one] of demanding.entries()) {
    const other = demanding.slice(index + 1).find((two) => two.claim === one.claim && !agree(one, two));
    if (other !== undefined && one.claim !== 'amr') {
      return `Two tests of ${one.claim} must both hold and have no value in common: no token satisfies them.`;
    }
    const excluded = tests.find(
      (two) =>
        two.claim === one.claim && two.mode === 'is-not' && alive(one).every((pattern) => isExcluded(pattern, two)),
    );
    if (excluded !== undefined) return `Every ${one.claim} that is allowed is excluded again: no token satisfies both.`;
  }
  return undefined;
}

function agree(one: ClaimTest, two: ClaimTest): boolean {
  return alive(one).some((a) => alive(two).some((b) => globsIntersect(fold(a, b), fold(b, a))));
}

function isExcluded(pattern: ClaimPattern, { patterns }: ClaimTest): boolean {
  return patterns.some((outer) =>
    outer.wildcards || !hasWildcard(pattern.text) ? globContains(fold(outer, pattern), fold(pattern, outer)) : false,
  );
}

function fold(pattern: ClaimPattern, other: ClaimPattern): string {
  return pattern.ignoreCase === true || other.ignoreCase === true ? pattern.text.toLowerCase() : pattern.text;
}

/** What else is worth knowing about a test. */
function noteOf(test: ClaimTest): readonly string[] {
  if (test.mode !== 'is') return [];
  const lost = test.patterns.filter(({ text, wildcards }) => !wildcards && hasWildcard(text));
  if (lost.length === 0 || lost.length === test.patterns.length) return [];
  return [`${test.operator} compares literally, so that ${lost.map(({ text }) => text).join(', ')} never matches.`];
}

function sentence(clause: string): string {
  return `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}.`;
}
