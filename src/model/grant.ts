import type { Place } from './place.ts';

/** A statement of an AWS policy, with the one-or-many fields of the grammar made lists and documents decoded. */
export interface PolicyStatement {
  /** Version of the policy language; where it is absent, 2012-10-17 is assumed. Variables came with that version. */
  readonly version?: string;
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
  /** It has to be activated first, as a role of Privileged Identity Management. */
  readonly eligible?: boolean;
  readonly statements: readonly PolicyStatement[];
  readonly place: Place;
}

/**
 * A policy of an organisation that limits an account and never grants. An account is limited at every level above it,
 * and each level must leave a right open: so there is a row for each account, level and policy. Accounts that are not
 * limited, such as the management account by service control policies, have none.
 */
export interface Guardrail {
  /** Service control policy: limits who acts. Resource control policy: limits what is acted on. */
  readonly kind: 'scp' | 'rcp';
  readonly policy: string;
  readonly policyArn?: string;
  /** The account it limits. */
  readonly account: string;
  /** Root, organisational unit or account that it is attached to. */
  readonly level: string;
  /** Id of the organisation, such as `o-exampleorgid`, where it is told. */
  readonly organization?: string;
  /** Root and units above the account, from the root down; absent where not all of them are known. */
  readonly above?: readonly string[];
  readonly statements: readonly PolicyStatement[];
  readonly place: Place;
}

/**
 * A policy that stands at what is acted on: of a bucket, a key, a queue, the trust policy of a role, or grants of a KMS
 * key or of an access control list, each as a statement. That of a VPC endpoint limits what goes through it and grants
 * nothing; settings of public access and of who owns objects have no statements, only `limits`.
 */
export interface ResourcePolicy {
  /** ARN of what it stands at; of settings for all buckets of an account, `arn:aws:s3::<account>:account`. */
  readonly resource: string;
  readonly account?: string;
  readonly kind: 'trust' | 'resource' | 'grant' | 'endpoint' | 'acl' | 'public-access' | 'ownership';
  readonly statements: readonly PolicyStatement[];
  readonly limits?: PublicAccessLimits;
  readonly place: Place;
}

/** What settings of a bucket, or of all buckets of an account, take away from policies and access control lists. */
export interface PublicAccessLimits {
  /** What a list grants to everyone, or to every user of AWS, does not count. */
  readonly ignoresPublicLists?: boolean;
  /** A bucket whose policy is public is open to its own account and to services of AWS alone. */
  readonly restrictsPublicBuckets?: boolean;
  /** No access control list counts. */
  readonly withoutLists?: boolean;
}

/** A managed policy with all its versions, whether anybody has it or not. */
export interface ManagedPolicy {
  readonly arn: string;
  readonly name: string;
  readonly account?: string;
  readonly versions: readonly {
    readonly id: string;
    readonly isDefault: boolean;
    readonly created?: string;
    readonly statements: readonly PolicyStatement[];
  }[];
  readonly place: Place;
}

/** What an identity has used of what it may: one service, and its actions where they are tracked. */
export interface ServiceUse {
  readonly identity: string;
  /** Prefix of the service's actions, such as `s3`. */
  readonly service: string;
  /** ISO 8601; absent when it was not used in the tracking period. */
  readonly lastUsed?: string;
  /** Last use by action, where the provider tracks it. */
  readonly actions?: readonly { readonly action: string; readonly lastUsed?: string }[];
  /** Day the answer is of, ISO 8601. */
  readonly asOf?: string;
  readonly place: Place;
}

/** Whoever an account lets say who somebody is. */
export interface IdentityProvider {
  readonly id: string;
  readonly account?: string;
  readonly kind: 'oidc' | 'saml' | 'trust-anchor';
  /** Issuer or address, where there is one. */
  readonly url?: string;
  readonly audiences: readonly string[];
  readonly created?: string;
  readonly expires?: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly place: Place;
}

/** A role of Azure, given or denied to a principal at a scope. */
export interface RoleAssignment {
  readonly id: string;
  /** Object id of who has it; `*` for everyone, which only deny assignments know. */
  readonly principal: string;
  readonly principalType?: string;
  readonly kind: 'active' | 'eligible' | 'deny';
  /** Name of the role or of the deny assignment. */
  readonly role: string;
  readonly roleId?: string;
  readonly permissions: readonly {
    readonly actions: readonly string[];
    readonly notActions: readonly string[];
    readonly dataActions: readonly string[];
    readonly notDataActions: readonly string[];
    /** Condition that the role itself sets, as it is written. */
    readonly condition?: string;
  }[];
  /** Whether the role ships with Azure or was made by the organisation, where that is known. */
  readonly roleType?: 'built-in' | 'custom';
  /** Such as `/subscriptions/…/resourceGroups/shop`. */
  readonly scope: string;
  /** Condition of the assignment as it is written. */
  readonly condition?: string;
  /** Object ids that a deny assignment leaves out. */
  readonly except?: readonly string[];
  /** A deny assignment that holds at its scope alone and not below. */
  readonly ownScopeOnly?: boolean;
  readonly expires?: string;
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
  /** Id of the statement, where it has one. */
  readonly sid?: string;
  /** Actions it allows or denies, such as `sts:AssumeRole`, where the source tells them. */
  readonly actions?: readonly string[];
  /** Whom the statement leaves out by name (NotPrincipal). */
  readonly except?: readonly string[];
  readonly expires?: string;
  readonly place: Place;
  readonly domains: readonly string[];
}
