import type { CiJob } from './ci-job.ts';
import type { CredentialKind } from './credential.ts';
import type {
  Grant,
  Guardrail,
  IdentityProvider,
  ManagedPolicy,
  ResourcePolicy,
  RoleAssignment,
  ServiceUse,
  Trust,
} from './grant.ts';
import type { Identity, Reference, Store } from './identity.ts';
import type { FilePlace, Place } from './place.ts';
import type { CoverageRow, Source } from './source.ts';

/**
 * What a connector or a CI parser read: the same shape whether it came from a live API, a dump or a file. Domains are
 * left empty; the graph assigns them.
 */
export interface Facts {
  readonly identities: readonly Identity[];
  readonly keys: readonly KeyFact[];
  readonly stores: readonly Store[];
  readonly grants: readonly Grant[];
  readonly trusts: readonly Trust[];
  readonly references: readonly Reference[];
  readonly jobs: readonly CiJob[];
  readonly guardrails: readonly Guardrail[];
  readonly resourcePolicies: readonly ResourcePolicy[];
  readonly managedPolicies: readonly ManagedPolicy[];
  readonly uses: readonly ServiceUse[];
  readonly providers: readonly IdentityProvider[];
  readonly assignments: readonly RoleAssignment[];
  /** AWS accounts of the organisation that was read, 12 digits each; absent where none was. */
  readonly organizationAccounts?: readonly string[];
}

/** Facts of one dump or account, with the source row and what could not be read. */
export interface CollectedFacts extends Facts {
  readonly source: Source;
  readonly coverage: readonly CoverageRow[];
}

/** A provider's own record of a credential: it knows the public id and the owner, never the value. */
export interface KeyFact {
  readonly provider: string;
  /** Public identifier where the record has one; the AWS credential report has none, only a slot. */
  readonly keyId?: string;
  /** Slot in words when there is no id, such as `access key 1`. */
  readonly slot?: string;
  readonly kind: CredentialKind;
  /** Id of the identity it authenticates. */
  readonly identity: string;
  readonly status: 'active' | 'inactive';
  readonly created?: string;
  readonly lastUsed?: string;
  /** True when the provider says that it was never used; without it an absent `lastUsed` means not known. */
  readonly neverUsed?: boolean;
  readonly expires?: string;
  /** SHA-1 or SHA-256 of a certificate, lower-case hex. */
  readonly thumbprint?: string;
  readonly place: Place;
}

export const NO_FACTS: Facts = {
  identities: [],
  keys: [],
  stores: [],
  grants: [],
  trusts: [],
  references: [],
  jobs: [],
  guardrails: [],
  resourcePolicies: [],
  managedPolicies: [],
  uses: [],
  providers: [],
  assignments: [],
};

/** What a CI parser is given: a file that the engine's sources picked by its path. */
export interface CiFile {
  /** Id and name of the source the file belongs to. */
  readonly source: string;
  readonly sourceName: string;
  readonly path: string;
  readonly text: string;
  /** Commit and blob of a file that was read from history, for its places; absent for the work tree. */
  readonly commit?: string;
  readonly blob?: string;
}

/** What a CI parser gives back: facts, and a sentence for each part of the file it could not read. */
export interface CiParseResult {
  readonly facts: Facts;
  readonly problems: readonly { readonly what: string; readonly place: FilePlace }[];
}
