import type { Check } from '../check.ts';
import { accessKeyOld } from './access-key-old.ts';
import { accessKeyUnused } from './access-key-unused.ts';
import { adminAccess } from './admin-access.ts';
import { consoleAndKey } from './console-and-key.ts';
import { escalationPath } from './escalation-path.ts';
import { notActionAllow } from './not-action-allow.ts';
import { passRoleAny } from './passrole-any.ts';
import { pathToCritical } from './path-to-critical.ts';
import { roleUnused } from './role-unused.ts';
import { rootAccessKey } from './root-access-key.ts';
import { serviceWildcard } from './service-wildcard.ts';
import { twoActiveKeys } from './two-active-keys.ts';
import { userWithoutMfa } from './user-without-mfa.ts';

/** What identities may do, and the keys they do it with. */
export const privilegeChecks: readonly Check[] = [
  rootAccessKey,
  adminAccess,
  escalationPath,
  pathToCritical,
  serviceWildcard,
  passRoleAny,
  notActionAllow,
  userWithoutMfa,
  consoleAndKey,
  accessKeyOld,
  accessKeyUnused,
  twoActiveKeys,
  roleUnused,
];
