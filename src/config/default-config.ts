import type { Config } from '../model/config.ts';

/** The configuration of a run without a file: what an empty file says. In a file of its own, which needs no schema. */
export const DEFAULT_CONFIG: Config = {
  domains: [],
  ownAccounts: [],
  allowedShared: [],
  exclude: [],
  defaults: { rotationMaxDays: 90, unusedMaxDays: 90 },
};
