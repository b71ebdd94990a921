import type { Place } from './place.ts';

/** A statement of an AWS policy, with the one-or-many fields of the grammar made lists and documents decoded. */
export interface PolicyStatement {
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  /** Principal type to values, such as `AWS` to ARNs; `*` alone becomes `{ '*': ['*'] }`. */
  readonly principals: Readonly<Record<string, readonly string[]>>;
  readonly notPrincipals: Readonly<Record<string, readonly string[]>>;
  /** Operator to key to values, as in the document. */
  readonly conditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** What an identity may do, through one policy. */
export interface Grant {
  /** Id of the {@link Identity} that holds it. */
  readonly identity: string;
  readonly policy: string;
  /** ARN of a managed policy. */
  readonly policyArn?: string;
  /** How the policy reaches the identity. A boundary limits and never grants. */
  readonly through: 'inline' | 'managed' | 'group' | 'boundary' | 'role-assignment' | 'access-policy';
  /** Group it comes through, where it does. */
  readonly group?: string;
  readonly statements: readonly PolicyStatement[];
  readonly place: Place;
}

/** Who may become an identity. */
export interface Trust {
  readonly id: string;
  /** Id of the identity that can be become. */
  readonly identity: string;
  readonly kind: 'account' | 'principal' | 'service' | 'oidc' | 'saml' | 'anyone';
  /** ARN, account, service or issuer that is trusted; `*` for anyone. */
  readonly trusted: string;
  readonly effect: 'Allow' | 'Deny';
  /** OIDC subject patterns accepted; empty when the subject is not tested. */
  readonly subjects: readonly string[];
  readonly audiences: readonly string[];
  readonly conditions: PolicyStatement['conditions'];
  readonly expires?: string;
  readonly place: Place;
  readonly domains: readonly string[];
}
