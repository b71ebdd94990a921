import type { Check } from './check.ts';
import { ciChecks } from './ci/index.ts';
import { domainChecks } from './domains/index.ts';
import { lifecycleChecks } from './lifecycle/index.ts';
import { privilegeChecks } from './privilege/index.ts';
import { secretChecks } from './secrets/index.ts';
import { sharingChecks } from './sharing/index.ts';
import { storeChecks } from './stores/index.ts';
import { trustChecks } from './trust/index.ts';
import { vaultChecks } from './vaults/index.ts';

/** Every check, in the order the report lists them. */
export const checks: readonly Check[] = [
  ...secretChecks,
  ...sharingChecks,
  ...domainChecks,
  ...privilegeChecks,
  ...lifecycleChecks,
  ...trustChecks,
  ...ciChecks,
  ...storeChecks,
  ...vaultChecks,
];
