import type { Severity } from '../../model/credential.ts';
import type { Factor } from '../../model/finding.ts';
import { daysSince } from '../limits.ts';

/** Days before the end at which it should be replaced, and at which it is urgent. */
const SOON_DAYS = 30;
const URGENT_DAYS = 7;

export interface Ending {
  /** `ended 12 days ago`, `ends in 5 days`. */
  readonly when: string;
  readonly over: boolean;
  readonly severity: Severity;
  readonly factors: readonly Factor[];
}

/** Whether something is over or ends soon; undefined when it does neither, or its end is not known. */
export function endingOf(expires: string | undefined, now: Date): Ending | undefined {
  const since = daysSince(expires, now);
  if (since === undefined || -since > SOON_DAYS) return undefined;
  const over = Date.parse(expires ?? '') <= now.getTime();
  if (over) {
    const when = since === 0 ? 'ended today' : `ended ${since} ${since === 1 ? 'day' : 'days'} ago`;
    return { when, over, severity: 'low', factors: [] };
  }
  const left = -since;
  const urgent = left <= URGENT_DAYS;
  return {
    when: `ends in ${left} ${left === 1 ? 'day' : 'days'}`,
    over,
    severity: urgent ? 'high' : 'medium',
    factors: urgent ? [{ what: `at most ${URGENT_DAYS} days are left`, effect: 'raises' }] : [],
  };
}
