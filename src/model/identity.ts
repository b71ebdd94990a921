import type { Place } from './place.ts';

export type IdentityKind =
  | 'user'
  | 'role'
  | 'group'
  | 'service-account'
  | 'app'
  | 'bot'
  | 'workload'
  | 'deploy-key'
  | 'agent'
  | 'human'
  | 'account-root';

/** Who acts: a user, role, service account, app, workload, group or human. */
export interface Identity {
  /** ARN, URN or object id, such as `arn:aws:iam::111122223333:user/ci`. */
  readonly id: string;
  readonly provider: string;
  readonly kind: IdentityKind;
  readonly name: string;
  readonly account?: string;
  readonly owner?: string;
  readonly created?: string;
  readonly lastUsed?: string;
  readonly status?: 'active' | 'inactive';
  readonly tags: Readonly<Record<string, string>>;
  /** What else the source says, in words people read, such as `console password: enabled`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Ids of the groups it is in, where the source tells. */
  readonly memberOf?: readonly string[];
  /** Where it is defined or seen. */
  readonly places: readonly Place[];
  /** Domains by rule, sorted; empty when none is decided. */
  readonly domains: readonly string[];
}

/** Where secrets are kept: a vault, a secret scope of a CI system, a Kubernetes Secret. */
export interface Store {
  readonly id: string;
  readonly provider: string;
  readonly kind:
    | 'key-vault'
    | 'github-organization-secrets'
    | 'github-repository-secrets'
    | 'github-environment-secrets'
    | 'gitlab-variables'
    | 'other';
  readonly name: string;
  /** Account, subscription, organisation or repository it belongs to. */
  readonly scope: string;
  /** Ids of identities that can read it, as far as known. */
  readonly readers: readonly string[];
  /** Secrets it is known to hold, by name, never by value. */
  readonly secrets: readonly StoredSecret[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly places: readonly Place[];
  readonly domains: readonly string[];
}

export interface StoredSecret {
  readonly name: string;
  /** What it is, where the store tells them apart. Default: a secret. */
  readonly kind?: 'secret' | 'key' | 'certificate';
  /** `inactive` when the store has it switched off. */
  readonly status?: 'active' | 'inactive';
  readonly created?: string;
  /** Last change of the value, where the store tells it. */
  readonly updated?: string;
  readonly expires?: string;
  /** Whether the store renews it by itself, where that was read. */
  readonly rotation?: 'automatic' | 'none';
  /** Who may read it within the store, such as names of repositories; absent when the store has no such notion. */
  readonly visibleTo?: readonly string[];
  /** Rule behind {@link visibleTo}, where there is one: everyone in the store's scope, its private part, or a list. */
  readonly visibility?: 'all' | 'private' | 'selected';
}

/** Somebody naming something kept elsewhere: a job naming a secret, a file naming a role or a vault. */
export interface Reference {
  /**
   * `secret`: a secret by name in a store. `role`: an identity to be assumed. `store`: a store as a whole.
   * `identity`: an identity by its public id, such as a service account's e-mail.
   */
  readonly kind: 'secret' | 'role' | 'store' | 'identity';
  /** What is named: `github:secret:DEPLOY_KEY` scoped to the source, an ARN, a vault URI. */
  readonly target: string;
  /** Id of the identity that names it, such as a CI job; absent when a plain file does. */
  readonly by?: string;
  readonly place: Place;
}
