import type { Config } from '../model/config.ts';

const DAY_MS = 86_400_000;

/** A limit in days and who set it, in words such as `the policy of domain customer`. */
export interface Limit {
  readonly days: number;
  readonly from: string;
}

/** The strictest limit that the domains set; the configuration's default where none does. */
export function strictestLimit(
  config: Config,
  domains: readonly string[],
  setting: 'rotationMaxDays' | 'unusedMaxDays',
): Limit {
  const [strictest] = config.domains
    .filter(({ id }) => domains.includes(id))
    .flatMap((domain): Limit[] => {
      const days = domain[setting];
      return days === undefined ? [] : [{ days, from: `the policy of domain ${domain.id}` }];
    })
    .sort((a, b) => a.days - b.days);
  return strictest ?? { days: config.defaults[setting], from: 'the default policy' };
}

/** Whole days from an ISO 8601 date to now; negative when it lies ahead, undefined when it is unknown. */
export function daysSince(date: string | undefined, now: Date): number | undefined {
  const time = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) ? undefined : Math.floor((now.getTime() - time) / DAY_MS);
}
