import type { Check } from '../check.ts';
import { accessKeyInactive } from './access-key-inactive.ts';
import { certificateExpiring } from './certificate-expiring.ts';
import { providerExpiring } from './provider-expiring.ts';
import { serviceCredentialLongLived } from './service-credential-long-lived.ts';
import { serviceUnused } from './service-unused.ts';
import { sshKeyOld } from './ssh-key-old.ts';
import { userUnused } from './user-unused.ts';

/** What has outlived its purpose, or ends before anybody noticed. */
export const lifecycleChecks: readonly Check[] = [
  userUnused,
  serviceUnused,
  accessKeyInactive,
  serviceCredentialLongLived,
  sshKeyOld,
  certificateExpiring,
  providerExpiring,
];
