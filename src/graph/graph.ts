import type { CiJob } from '../model/ci-job.ts';
import type { Credential } from '../model/credential.ts';
import type { Undecided } from '../model/domain.ts';
import type { KeyFact } from '../model/facts.ts';
import type { Grant, Trust } from '../model/grant.ts';
import type { Identity, Reference, Store } from '../model/identity.ts';
import type { Place } from '../model/place.ts';
import type { Source } from '../model/source.ts';

/** Everything that was read, joined: what analysis looks at, and all it looks at. */
export interface Graph {
  readonly sources: readonly Source[];
  readonly credentials: readonly Credential[];
  readonly identities: readonly Identity[];
  readonly keys: readonly KeyFact[];
  readonly stores: readonly Store[];
  readonly grants: readonly Grant[];
  readonly trusts: readonly Trust[];
  readonly references: readonly Reference[];
  readonly jobs: readonly CiJob[];
  readonly undecided: readonly Undecided[];
  readonly identityById: ReadonlyMap<string, Identity>;
  readonly grantsByIdentity: ReadonlyMap<string, readonly Grant[]>;
  readonly trustsByIdentity: ReadonlyMap<string, readonly Trust[]>;
  readonly credentialsByIdentity: ReadonlyMap<string, readonly Credential[]>;
  /** Domain that the configuration's rules give a place; undefined when none or two equal ones claim it. */
  readonly domainOf: (place: Place) => string | undefined;
}
