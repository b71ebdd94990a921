/** How many tokens of an issuer are let in, widest first: whose they are. */
export type Reach = 'anyone' | 'organisation' | 'several-projects' | 'one-project';

/**
 * Which runs of a project are let in, widest first: `any`; those of pull requests; those of every branch, every tag or
 * every environment; those of some, by a pattern; one branch, tag or environment. `not-told` where the issuer's tokens
 * do not say, or where nothing more can be asked of them.
 */
export type Run = 'any' | 'pull-request' | 'many' | 'some' | 'one' | 'not-told';

/** What a pattern over a claim says of the tokens that satisfy it. */
export interface Reading {
  readonly reach: Reach;
  readonly run: Run;
  /** Why it is as wide as it is, as a clause: `the pattern does not fix the owner`. */
  readonly why: string;
}

const REACHES: readonly Reach[] = ['anyone', 'organisation', 'several-projects', 'one-project'];
const RUNS: readonly Run[] = ['any', 'pull-request', 'many', 'some', 'not-told', 'one'];

/** The wider of two, by reach and then by run. */
function wider(a: Reading, b: Reading): Reading {
  const byReach = REACHES.indexOf(a.reach) - REACHES.indexOf(b.reach);
  const byRun = RUNS.indexOf(a.run) - RUNS.indexOf(b.run);
  return (byReach === 0 ? byRun : byReach) <= 0 ? a : b;
}

/** What is left when both must hold: the narrower reach and the narrower run. */
export function both(a: Reading, b: Reading): Reading {
  const reach = REACHES.indexOf(a.reach) >= REACHES.indexOf(b.reach) ? a : b;
  const run = RUNS.indexOf(a.run) >= RUNS.indexOf(b.run) ? a.run : b.run;
  return { reach: reach.reach, run, why: reach.why };
}

/** The widest of several; undefined for none. */
export function widest(readings: readonly Reading[]): Reading | undefined {
  const [first, ...rest] = readings;
  return first === undefined ? undefined : rest.reduce(wider, first);
}
