import type { Check } from '../check.ts';
import { trustAnyone } from './trust-anyone.ts';
import { trustChain } from './trust-chain.ts';
import { trustConfusedDeputy } from './trust-confused-deputy.ts';
import { trustCrossAccountNoExternalId } from './trust-cross-account.ts';
import { trustCycle } from './trust-cycle.ts';
import { trustDeletedPrincipal } from './trust-deleted-principal.ts';
import { trustExternalIdGuessable, trustExternalIdShared } from './trust-external-id.ts';
import { trustCognitoGuests } from './trust-guests.ts';
import { trustOidcAudience } from './trust-oidc-audience.ts';
import { trustOidcAnyRun } from './trust-oidc-runs.ts';
import { trustOidcNoSubject } from './trust-oidc-subject.ts';
import { trustOidcUnusable } from './trust-oidc-unusable.ts';
import { trustRolesAnywhere } from './trust-roles-anywhere.ts';
import { trustSamlAudience, trustSamlProvider } from './trust-saml.ts';
import { trustSessionTags } from './trust-session-tags.ts';
import { trustOidcUnused, trustOidcWider, trustRefusesJob } from './trust-users.ts';

/** Who may become an identity. */
export const trustChecks: readonly Check[] = [
  trustAnyone,
  trustOidcNoSubject,
  trustOidcAnyRun,
  trustOidcWider,
  trustOidcUnused,
  trustOidcUnusable,
  trustRefusesJob,
  trustOidcAudience,
  trustCognitoGuests,
  trustSamlAudience,
  trustSamlProvider,
  trustRolesAnywhere,
  trustCrossAccountNoExternalId,
  trustExternalIdGuessable,
  trustExternalIdShared,
  trustSessionTags,
  trustConfusedDeputy,
  trustDeletedPrincipal,
  trustChain,
  trustCycle,
];
