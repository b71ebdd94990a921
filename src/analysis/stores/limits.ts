import type { Config } from '../../model/config.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A limit in days and who set it, in words. */
export interface Limit {
  readonly days: number;
  readonly from: string;
}

/** The strictest limit that the domains set; the configuration's default where none does. */
export function strictestLimit(
  config: Config,
  domains: readonly string[],
  key: 'rotationMaxDays' | 'unusedMaxDays',
): Limit {
  const limits = config.domains
    .filter((domain) => domains.includes(domain.id))
    .flatMap((domain) => {
      const days = domain[key];
      return days === undefined ? [] : [{ days, from: domain.title }];
    })
    .toSorted((a, b) => a.days - b.days);
  return limits[0] ?? { days: config.defaults[key], from: 'the default' };
}

/** Whole days from an ISO 8601 time to now; negative when it lies ahead. */
export function daysSince(time: string, now: Date): number {
  return Math.floor((now.getTime() - new Date(time).getTime()) / DAY);
}

/** The day of an ISO 8601 time, for people. */
export function day(time: string): string {
  return time.slice(0, 10);
}
