import type { Certainty, PathStep } from './access.ts';
import type { Evidence } from './finding.ts';

/** Somebody who can come to what a store keeps, with the steps that show why. */
export interface StoreReader {
  /** Id of the store. */
  readonly store: string;
  /** Id of the identity. */
  readonly principal: string;
  /**
   * `holder`: reads now. `self-grant`: can let itself read. `deployment`: through a template deployment. `hop`: by
   * acting as one of those.
   */
  readonly way: 'holder' | 'self-grant' | 'deployment' | 'hop';
  readonly certainty: Certainty;
  readonly steps: readonly PathStep[];
}

/** What an identity that a credential in the open acts as can come to. */
export interface IdentityReach {
  /** Id of the identity. */
  readonly identity: string;
  /** What its policies let it do, a sentence each, the worst first. */
  readonly privileges: readonly string[];
  /** Why it has, or can get, all rights of its account, as the end of a sentence about it. */
  readonly power?: string;
  readonly stores: readonly StoreReader[];
}

/** One link of a chain, in the order in which a reader follows it. */
export interface ChainLink {
  readonly kind:
    | 'places'
    | 'credential'
    | 'identity'
    | 'policies'
    | 'privileges'
    | 'path'
    | 'stores'
    | 'domains'
    | 'owners';
  /** False where what was read does not tell; the sentence then says what is missing. */
  readonly known: boolean;
  /** Ids of what it is about: credentials, identities, paths, stores, domains. */
  readonly ids: readonly string[];
  readonly says: string;
  readonly details: readonly Evidence[];
}

/** What an identity comes to at most, the worst first. */
export type ReachClass =
  | 'administrator'
  | 'perhaps administrator'
  | 'critical'
  | 'stores'
  | 'rights'
  | 'identity'
  | 'unknown';

/** From the places where a credential stands to whatever can be reached with it, and who answers for it. */
export interface CredentialChain {
  /** Id of the credential. */
  readonly credential: string;
  /** What it is and whose, such as `AWS secret access key of user deploy`. */
  readonly title: string;
  readonly reaches: ReachClass;
  /** Why it stands where it does among others, what weighs most first. */
  readonly because: readonly string[];
  readonly links: readonly ChainLink[];
}
