import { OWN } from '../support/trust-graph.ts';
import type { Statement } from '../support/trust-graph.ts';

/** A trust policy, what is to be said of it, and why. */
export interface TrustCase {
  readonly name: string;
  readonly trust: readonly Statement[];
  /** Statements of the role's own policy. */
  readonly policy?: readonly Statement[];
  /** `severity check` without the prefix `aws.trust-`; none for a policy that is good. */
  readonly findings: readonly string[];
  readonly why: string;
}

type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** A statement that lets tokens of an issuer in; keys without a colon are claims of that issuer. */
export function token(issuer: string, conditions?: Conditions, more: Statement = {}): Statement {
  return {
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::${OWN}:oidc-provider/${issuer}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    ...(conditions === undefined ? {} : { Condition: claims(issuer, conditions) }),
    ...more,
  };
}

export function claims(issuer: string, conditions: Conditions): Conditions {
  return Object.fromEntries(
    Object.entries(conditions).map(([operator, keys]) => [
      operator,
      Object.fromEntries(
        Object.entries(keys).map(([key, value]) => [key.includes(':') ? key : `${issuer}:${key}`, value]),
      ),
    ]),
  );
}

export const AUD = { aud: 'sts.amazonaws.com' };

/** A statement for AWS principals. */
export function aws(principal: unknown, conditions?: Conditions, more: Statement = {}): Statement {
  return {
    Effect: 'Allow',
    Principal: principal === '*' ? '*' : { AWS: principal },
    Action: 'sts:AssumeRole',
    ...(conditions === undefined ? {} : { Condition: conditions }),
    ...more,
  };
}

export function service(name: string, conditions?: Conditions): Statement {
  return {
    Effect: 'Allow',
    Principal: { Service: name },
    Action: 'sts:AssumeRole',
    ...(conditions === undefined ? {} : { Condition: conditions }),
  };
}

export const ADMIN: readonly Statement[] = [{ Effect: 'Allow', Action: '*', Resource: '*' }];
