/** What a permission of a technique has to cover. */
export type On =
  /** The ARN of whoever acts. */
  | 'self'
  /** A managed policy of the account that whoever acts has, directly or through a group. */
  | 'own-policy'
  /** A group that whoever acts is in. */
  | 'own-group'
  /** The user or role that is reached. */
  | 'target'
  /** A managed policy of the account that the reached user or role has. */
  | 'target-policy'
  /** A group that the reached user is in. */
  | 'target-group'
  /** A SAML provider that the reached role trusts. */
  | 'target-saml-provider'
  /** A resource of the kind that `resource` tells, under a name that whoever acts may choose. */
  | 'resource'
  /** The action takes no resource: `*` must be allowed. */
  | 'nothing';

export interface Permission {
  /** Such as `lambda:CreateFunction`. */
  readonly action: string;
  readonly on: On;
  /**
   * With `resource`: an ARN with `*` for what is free and `REGION` and `ACCOUNT` for those, without its partition,
   * such as `lambda:REGION:ACCOUNT:function:*`.
   */
  readonly resource?: string;
}

/** One way from an identity to more rights than it was given. */
export interface Technique {
  /** Our own name of it, never changed: `lambda.create-function-invoke`. */
  readonly id: string;
  /**
   * `self-escalation`: raises its own rights. `principal-access`: becomes somebody else. `raise-other`: raises the rights
   * of somebody else, which is a way only for who can become that one too. `new-passrole` and `existing-passrole`: acts
   * through something new, or something that exists, that runs as a role. `organisation`: through what governs accounts.
   * `tagging`: changes tags that rights depend on.
   */
  readonly category:
    | 'self-escalation'
    | 'principal-access'
    | 'raise-other'
    | 'new-passrole'
    | 'existing-passrole'
    | 'organisation'
    | 'tagging';
  /** What it can do, behind `can`, with `{target}` for who is reached: `start a new Lambda function as {target}`. */
  readonly can: string;
  /** Who is reached; `own-rights` when it is whoever acts, with whatever rights it wants. */
  readonly reaches: 'own-rights' | 'role' | 'user' | 'principal' | 'group' | 'administrator';
  /** Every one of them is needed. */
  readonly permissions: readonly Permission[];
  /** Who must act: users alone have groups, roles alone have trust policies. Default: anyone. */
  readonly actor?: 'user' | 'role';
  /** Service that the role is handed to, and must trust: the value of `iam:PassedToService`. */
  readonly service?: string;
  /** What must exist besides, which the facts do not show. Makes the step `existing-resource`. */
  readonly needs?: string;
  /** What must be true of the user that is reached, as far as the facts tell. */
  readonly user?: 'fewer-than-two-keys' | 'two-keys' | 'no-password' | 'password';
  /** The role must stand in an instance profile. */
  readonly instanceProfile?: 'needed' | 'made';
  /** The vendor's page of the call that matters. */
  readonly docs: string;
  /** Ids in {@link PATHFINDING}. */
  readonly pathfinding?: readonly string[];
}

/**
 * The public catalogue that the ids in {@link Technique.pathfinding} are of. Its ids were numbered anew since (`ec2-003`
 * and others mean something else now), so they say something only together with this date.
 */
export const PATHFINDING = {
  url: 'https://github.com/DataDog/pathfinding.cloud',
  commit: '84dd65c97fc21dee54f4587be6dfd5b7b5fe320c',
  date: '2025-12-17',
  licence: 'Apache-2.0',
} as const;

/** On the user or role that is reached. */
export function target(action: string): Permission {
  return { action, on: 'target' };
}

/** On a resource whose name is free, such as `on('lambda:InvokeFunction', 'lambda:REGION:ACCOUNT:function:*')`. */
export function on(action: string, resource: string): Permission {
  return { action, on: 'resource', resource };
}

/** An action that takes no resource. */
export function plain(action: string): Permission {
  return { action, on: 'nothing' };
}

/** Handing the role that is reached to a service. */
export const PASS: Permission = target('iam:PassRole');
