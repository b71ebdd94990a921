import { jsonText, policyText } from '../example-text.ts';

type Principal = Readonly<Record<string, string | readonly string[]>>;
type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** A role as `aws iam get-account-authorization-details` shows it, without what an example does not need. */
interface ShownRole {
  readonly name: string;
  readonly trust: object;
  /** What the role may do, as an inline policy. */
  readonly policy?: object;
}

const ACCOUNT = '111122223333';
const GITHUB = 'token.actions.githubusercontent.com';

/** A statement that lets a principal take the role. */
export function trustStatement(
  principal: Principal,
  action: string | readonly string[],
  condition?: Condition,
): object {
  return { Effect: 'Allow', Principal: principal, Action: action, Condition: condition };
}

/** A statement that lets users, roles or accounts of AWS take the role. */
export function awsStatement(principal: string | readonly string[], condition?: Condition): object {
  return trustStatement({ AWS: principal }, 'sts:AssumeRole', condition);
}

/** A trust policy of one statement for tokens of GitHub Actions. */
export function githubTrustText(condition: Condition): string {
  const principal = { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${GITHUB}` };
  return policyText(trustStatement(principal, 'sts:AssumeRoleWithWebIdentity', condition));
}

/** A trust policy for workflows of GitHub that tests the audience and, by an operator, the subject. */
export function githubSubjectText(
  operator: 'StringEquals' | 'StringLike',
  subject: string | readonly string[],
): string {
  const audience = { [`${GITHUB}:aud`]: 'sts.amazonaws.com' };
  const tested = { [`${GITHUB}:sub`]: subject };
  return githubTrustText(
    operator === 'StringEquals'
      ? { StringEquals: { ...audience, ...tested } }
      : { StringEquals: audience, StringLike: tested },
  );
}

/** Roles of one account with their trust policies. */
export function rolesText(...roles: readonly ShownRole[]): string {
  return jsonText({
    RoleDetailList: roles.map(({ name, trust, policy }) => ({
      RoleName: name,
      Arn: `arn:aws:iam::${ACCOUNT}:role/${name}`,
      AssumeRolePolicyDocument: documentOf(trust),
      RolePolicyList: policy === undefined ? undefined : [{ PolicyName: name, PolicyDocument: documentOf(policy) }],
    })),
  });
}

function documentOf(statement: object): object {
  return { Version: '2012-10-17', Statement: [statement] };
}
