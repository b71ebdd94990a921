import type { Check } from '../check.ts';
import { allSecretsExposed } from './all-secrets-exposed.ts';
import { excessiveTokenPermissions } from './excessive-token-permissions.ts';
import { oidcRoleOpenToOutsiders } from './oidc-role-open-to-outsiders.ts';
import { secretOutsideEnvironment } from './secret-outside-environment.ts';
import { secretsInherit } from './secrets-inherit.ts';
import { selfHostedRunnerPublicTrigger } from './self-hosted-runner-public-trigger.ts';
import { staticCloudKey } from './static-cloud-key.ts';
import { templateInjection } from './template-injection.ts';
import { untrustedCodeWithSecrets } from './untrusted-code-with-secrets.ts';
import { untrustedTriggerSecrets } from './untrusted-trigger-secrets.ts';

/** Checks on the jobs of CI configurations, gravest first. */
export const ciChecks: readonly Check[] = [
  untrustedCodeWithSecrets,
  templateInjection,
  oidcRoleOpenToOutsiders,
  allSecretsExposed,
  untrustedTriggerSecrets,
  staticCloudKey,
  excessiveTokenPermissions,
  secretsInherit,
  selfHostedRunnerPublicTrigger,
  secretOutsideEnvironment,
];
