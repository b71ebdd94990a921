import type { Check } from '../check.ts';
import { trustAnyone } from './trust-anyone.ts';
import { trustConfusedDeputy } from './trust-confused-deputy.ts';
import { trustCrossAccountNoExternalId } from './trust-cross-account.ts';
import { trustOidcNoSubject } from './trust-oidc-subject.ts';

/** Who may become an identity. */
export const trustChecks: readonly Check[] = [
  trustAnyone,
  trustOidcNoSubject,
  trustCrossAccountNoExternalId,
  trustConfusedDeputy,
];
