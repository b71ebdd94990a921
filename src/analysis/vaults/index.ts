import type { Check } from '../check.ts';
import { appCredentialExpired, appSecretLongLived, appWithoutOwner } from './app-credentials.ts';
import { appPrivilegedPermission } from './app-privileged-permission.ts';
import { assignmentOrphaned, customRoleBroad, eligibleEndless, machineBroadRole } from './broad-roles.ts';
import { federatedSubjectWide } from './federated-subject.ts';
import { keyWithoutRotation } from './key-without-rotation.ts';
import { vaultReaderHop } from './vault-reader-hop.ts';
import { vaultSelfGrant } from './vault-self-grant.ts';
import { vaultTemplateDeployment } from './vault-template-deployment.ts';
import { vaultThirdParty } from './vault-third-party.ts';
import { vaultTwoDomains } from './vault-two-domains.ts';

/** Checks over Azure: who can come to what vaults keep, and the roles and applications that lead there. */
export const vaultChecks: readonly Check[] = [
  federatedSubjectWide,
  vaultSelfGrant,
  vaultReaderHop,
  vaultThirdParty,
  vaultTwoDomains,
  vaultTemplateDeployment,
  keyWithoutRotation,
  appPrivilegedPermission,
  appSecretLongLived,
  appCredentialExpired,
  appWithoutOwner,
  machineBroadRole,
  customRoleBroad,
  eligibleEndless,
  assignmentOrphaned,
];
