import type { PolicyStatement } from '../../../model/grant.ts';
import type { Requester } from './requester.ts';
import type { Ternary } from './ternary.ts';
import { DEPENDS, NO, YES, or } from './ternary.ts';

/**
 * How a policy at a resource names who asks, which decides what else must allow it.
 *
 * - `direct`: a user, a session, or everyone. Nothing else is needed within the account.
 * - `role`: the ARN of the role, or of the user, whose session asks. Boundary and session policies still limit it.
 * - `account`: the account, which hands the decision to that account's own policies.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export interface Named {
  readonly direct: Ternary;
  readonly role: Ternary;
  readonly account: Ternary;
}

const NOBODY: Named = { direct: NO, role: NO, account: NO };
const EVERYONE: Named = { direct: YES, role: NO, account: NO };

/**
 * How the Principal or NotPrincipal of a statement takes in who asks. Adds what is not known to `depends`.
 *
 * NotPrincipal with Deny hits everybody who has a permissions boundary, named or not:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 *
 * @param bounded whether who asks has a permissions boundary
 */
export function namedBy(statement: PolicyStatement, requester: Requester, bounded: boolean, depends: string[]): Named {
  if (Object.keys(statement.notPrincipals).length > 0) {
    if (bounded && statement.effect === 'Deny') return EVERYONE;
    const own: string[] = [];
    const left =
      statement.effect === 'Deny'
        ? exempt(statement, requester, own)
        : anyWay(named(statement.notPrincipals, requester, own));
    if (left !== DEPENDS) return left === YES ? NOBODY : EVERYONE;
    depends.push(...own);
    return { direct: DEPENDS, role: NO, account: NO };
  }
  return named(statement.principals, requester, depends);
}

/** Whether a statement takes in who asks at all. */
export function anyWay({ direct, role, account }: Named): Ternary {
  return or(direct, or(role, account));
}

function named(principals: PolicyStatement['principals'], requester: Requester, depends: string[]): Named {
  let direct: Ternary = NO;
  let role: Ternary = NO;
  let account: Ternary = NO;
  for (const [type, values] of Object.entries(principals)) {
    for (const value of values) {
      if (isService(requester) || requester.kind === 'provider') {
        if (type === 'Service' || type === 'Federated' || value === '*') {
          direct = or(direct, value === '*' || value === requester.id ? YES : NO);
        }
      } else if (type === 'AWS' || type === '*') {
        if (value === '*') direct = YES;
        else if (value === requester.session) direct = YES;
        else if (isAccount(value, requester)) account = YES;
        else if (value === requester.arn || value === requester.uniqueId) {
          if (requester.kind === 'role' || requester.session !== undefined) role = YES;
          else direct = YES;
        } else if (isSessionOf(value, requester)) {
          depends.push(`the session being ${value.slice(value.lastIndexOf('/') + 1)}`);
          direct = or(direct, DEPENDS);
        }
      } else if (type === 'CanonicalUser' && requester.account !== undefined) {
        depends.push(`canonical user ${value}`);
        account = or(account, DEPENDS);
      }
    }
  }
  return { direct, role, account };
}

function isService({ kind }: Requester): boolean {
  return kind === 'service';
}

/** `111122223333` or `arn:aws:iam::111122223333:root`. */
function isAccount(value: string, { account }: Requester): boolean {
  return (
    account !== undefined && (value === account || (value.endsWith(`::${account}:root`) && value.startsWith('arn:')))
  );
}

/** Whether a principal is some session of the role that asks, when which one is not known. */
function isSessionOf(value: string, { kind, session, account, arn }: Requester): boolean {
  if (kind !== 'role' || session !== undefined) return false;
  return value.includes(`:sts::${account}:assumed-role/${arn.slice(arn.lastIndexOf('/') + 1)}/`);
}

/**
 * Whether NotPrincipal with Deny leaves out who asks. AWS may look at the account first, so the account must be named
 * beside the principal; where it is not, the service decides.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function exempt(statement: PolicyStatement, requester: Requester, depends: string[]): Ternary {
  const values = Object.values(statement.notPrincipals).flat();
  const own: string[] = [];
  const { direct, role, account } = named(statement.notPrincipals, requester, own);
  if (values.includes('*') || (requester.kind === 'root' && account === YES)) return YES;
  if (requester.kind === 'service' || requester.kind === 'provider') return direct;
  const itself = or(direct, role);
  if (itself === NO) return NO;
  const isSession = requester.session !== undefined && role === NO;
  if (itself === YES && account === YES && !isSession) return YES;
  const missing = isSession ? `the role ${requester.arn}` : `the account ${requester.account ?? ''}`;
  depends.push(...(itself === DEPENDS ? own : [`NotPrincipal without ${missing}`]));
  return DEPENDS;
}
