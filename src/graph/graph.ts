import type { CiJob } from '../model/ci-job.ts';
import type { Collection } from '../model/collection.ts';
import type { Credential } from '../model/credential.ts';
import type { Undecided } from '../model/domain.ts';
import type { KeyFact } from '../model/facts.ts';
import type {
  Grant,
  Guardrail,
  IdentityProvider,
  ManagedPolicy,
  ResourcePolicy,
  RoleAssignment,
  ServiceUse,
  Trust,
} from '../model/grant.ts';
import type { Identity, Reference, Store } from '../model/identity.ts';
import type { Place } from '../model/place.ts';
import type { CoverageRow, Source } from '../model/source.ts';
import type { SuppressionComment } from '../model/suppression.ts';

/**
 * Everything that was read, joined: what analysis looks at, and all it looks at. There may be a million credentials,
 * references and undecided things: those are gone through and not held.
 */
export interface Graph {
  readonly sources: readonly Source[];
  readonly credentials: Collection<Credential>;
  readonly identities: readonly Identity[];
  readonly keys: readonly KeyFact[];
  readonly stores: readonly Store[];
  readonly grants: readonly Grant[];
  readonly trusts: readonly Trust[];
  readonly references: Collection<Reference>;
  readonly jobs: readonly CiJob[];
  readonly guardrails: readonly Guardrail[];
  readonly resourcePolicies: readonly ResourcePolicy[];
  readonly managedPolicies: readonly ManagedPolicy[];
  readonly uses: readonly ServiceUse[];
  readonly providers: readonly IdentityProvider[];
  readonly assignments: readonly RoleAssignment[];
  /** AWS accounts of organisations that were read. */
  readonly organizationAccounts: readonly string[];
  readonly undecided: Collection<Undecided>;
  readonly identityById: ReadonlyMap<string, Identity>;
  readonly grantsByIdentity: ReadonlyMap<string, readonly Grant[]>;
  readonly trustsByIdentity: ReadonlyMap<string, readonly Trust[]>;
  /** Domain that the configuration's rules give a place; undefined when none or two equal ones claim it. */
  readonly domainOf: (place: Place) => string | undefined;
  /** Domains of a credential by its id; empty where there is no such credential. */
  readonly domainsOfCredential: (id: string) => readonly string[];
  /** Comments that ask for findings beside them to be set aside, heeded or not. */
  readonly comments: readonly SuppressionComment[];
  /** What did not fit: a row of the coverage for each source and reason. */
  readonly limits: readonly CoverageRow[];
}
