import type { Facts } from '../../src/model/facts.ts';
import { NO_FACTS } from '../../src/model/facts.ts';
import type { Grant, Guardrail, PolicyStatement, ResourcePolicy, Trust } from '../../src/model/grant.ts';
import type { Identity } from '../../src/model/identity.ts';
import type { ResourcePlace } from '../../src/model/place.ts';

const ACCOUNT = '111122223333';
/** Somebody outside whom some roles trust, so that there are ways from there. */
const VENDOR = '999988887777';
const PLACE: ResourcePlace = {
  kind: 'resource',
  source: 'bench',
  provider: 'aws',
  account: ACCOUNT,
  resource: 'bench',
};

/** Numbers that look random and are the same every time: xorshift32. */
class Numbers {
  #state = 0x2545f491;
  next(below: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % below;
  }
  chance(percent: number): boolean {
    return this.next(100) < percent;
  }
  one<T>(items: readonly T[]): T {
    return items[this.next(items.length)] as T;
  }
}

function statement(fields: Partial<PolicyStatement>): PolicyStatement {
  return {
    effect: 'Allow',
    actions: [],
    notActions: [],
    resources: ['*'],
    notResources: [],
    principals: {},
    notPrincipals: {},
    conditions: {},
    ...fields,
  };
}

const SERVICES = ['lambda', 'ec2', 'ecs-tasks', 'codebuild', 'glue', 'states', 'cloudformation', 'sagemaker'];
const ORDINARY = [
  's3:GetObject',
  's3:ListBucket',
  'dynamodb:Query',
  'sqs:SendMessage',
  'logs:PutLogEvents',
  'kms:Decrypt',
];
const MFA = { Bool: { 'aws:MultiFactorAuthPresent': ['true'] } };

function arn(kind: string, name: string): string {
  return `arn:aws:iam::${ACCOUNT}:${kind}/${name}`;
}

/**
 * An account as large ones look: two of five are users, the others roles; a few administrators; shared and own policies,
 * some far too wide; roles that trust the account, single identities, services or a vendor; boundaries and guardrails.
 *
 * @param count How many users and roles.
 * @param everybody An action that every one of them may do on everything, besides.
 */
export function accountOf(count: number, everybody?: string): Facts {
  const numbers = new Numbers();
  const ids = Array.from({ length: count }, (_, index) =>
    index % 5 < 2 ? arn('user', `user-${index}`) : arn('role', `team-${index % 97}-role-${index}`),
  );
  const roles = ids.filter((id) => id.includes(':role/'));
  const users = ids.filter((id) => id.includes(':user/'));
  const shared = Array.from({ length: 60 }, (_, index) => ({
    policy: `shared-${index}`,
    policyArn: arn('policy', `shared-${index}`),
    statements: sharedStatements(index, numbers),
  }));
  const groups = Array.from({ length: 40 }, (_, index) => arn('group', `group-${index}`));
  const grants: Grant[] = [];
  const trusts: Trust[] = [];
  const resourcePolicies: ResourcePolicy[] = [];
  const give = (identity: string, grant: Omit<Grant, 'identity' | 'place'>): void => {
    grants.push({ identity, place: PLACE, ...grant });
  };
  groups.forEach((group, index) => give(group, { ...(shared[index] ?? shared[0]!), through: 'managed' }));
  const identities: Identity[] = groups.map((id) => identityOf(id, 'group'));
  ids.forEach((id, index) => {
    const kind = id.includes(':user/') ? 'user' : 'role';
    const memberOf = kind === 'user' && numbers.chance(50) ? [numbers.one(groups)] : [];
    identities.push({ ...identityOf(id, kind), memberOf });
    if (everybody !== undefined) {
      give(id, { policy: 'everybody', through: 'inline', statements: [statement({ actions: [everybody] })] });
    }
    if (index % 500 === 7) {
      give(id, {
        policy: 'AdministratorAccess',
        policyArn: 'arn:aws:iam::aws:policy/AdministratorAccess',
        through: 'managed',
        statements: [statement({ actions: ['*'] })],
      });
    }
    for (let attached = 0; attached < 1 + numbers.next(3); attached++)
      give(id, { ...numbers.one(shared), through: 'managed' });
    give(id, { policy: 'own', through: 'inline', statements: ownStatements(id, numbers, roles, users) });
    for (const group of memberOf) {
      const index_ = groups.indexOf(group);
      give(id, { ...(shared[index_] ?? shared[0]!), through: 'group', group: group.slice(group.lastIndexOf('/') + 1) });
    }
    if (numbers.chance(10)) {
      const open = statement({ actions: ['s3:*', 'logs:*', 'lambda:*', 'iam:PassRole'] });
      give(id, { policy: 'boundary', policyArn: arn('policy', 'boundary'), through: 'boundary', statements: [open] });
    }
    if (kind === 'role') trust(id, numbers, { ids, outside: index % 50 === 13 }, trusts, resourcePolicies);
  });
  return { ...NO_FACTS, identities, grants, trusts, resourcePolicies, guardrails: guardrails() };
}

function identityOf(id: string, kind: Identity['kind']): Identity {
  const name = id.slice(id.lastIndexOf('/') + 1);
  return {
    id,
    provider: 'aws',
    kind,
    name,
    account: ACCOUNT,
    tags: { team: name.slice(0, 7) },
    attributes: {},
    places: [PLACE],
    domains: [],
  };
}

function sharedStatements(index: number, numbers: Numbers): readonly PolicyStatement[] {
  const ordinary = statement({ actions: [numbers.one(ORDINARY), numbers.one(ORDINARY)] });
  if (index === 3) return [ordinary, statement({ actions: ['sts:AssumeRole'] })];
  if (index === 7) return [ordinary, statement({ actions: ['lambda:*', 'codebuild:*'] })];
  if (index === 11) return [ordinary, statement({ actions: ['iam:Get*', 'iam:List*'] })];
  if (index === 13) return [ordinary, statement({ effect: 'Deny', actions: ['iam:*'], conditions: MFA })];
  if (index === 17) return [statement({ notActions: ['iam:*', 'organizations:*', 'account:*', 'sts:*'] })];
  return [ordinary];
}

function ownStatements(
  id: string,
  numbers: Numbers,
  roles: readonly string[],
  users: readonly string[],
): readonly PolicyStatement[] {
  const found = [
    statement({ actions: [numbers.one(ORDINARY)], resources: [`arn:aws:s3:::bucket-${numbers.next(1000)}/*`] }),
  ];
  const conditions = numbers.chance(15) ? MFA : {};
  if (numbers.chance(30))
    found.push(
      statement({ actions: ['sts:AssumeRole'], resources: [numbers.one(roles), numbers.one(roles)], conditions }),
    );
  if (numbers.chance(10))
    found.push(statement({ actions: ['iam:PassRole'], resources: [numbers.one(roles)], conditions }));
  if (numbers.chance(5))
    found.push(statement({ actions: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'], conditions }));
  if (numbers.chance(3))
    found.push(statement({ actions: ['iam:CreateAccessKey'], resources: [numbers.one(users)], conditions }));
  if (numbers.chance(2))
    found.push(statement({ actions: ['iam:PutUserPolicy', 'iam:PutRolePolicy'], resources: [id] }));
  if (numbers.chance(2))
    found.push(
      statement({
        actions: ['iam:AttachRolePolicy'],
        resources: [`arn:aws:iam::${ACCOUNT}:role/team-${numbers.next(97)}-*`],
      }),
    );
  if (numbers.chance(1)) found.push(statement({ actions: ['iam:AddUserToGroup'] }));
  return found;
}

/** Kind, what the trust names, and how the policy writes it. */
type Trusted = readonly ['account' | 'principal' | 'service', string, string];

function trust(
  role: string,
  numbers: Numbers,
  { ids, outside }: { readonly ids: readonly string[]; readonly outside: boolean },
  trusts: Trust[],
  policies: ResourcePolicy[],
): void {
  const inside: readonly Trusted[] = numbers.chance(40)
    ? [['account', ACCOUNT, `arn:aws:iam::${ACCOUNT}:root`]]
    : numbers.chance(50)
      ? [1, 2].map(() => numbers.one(ids)).map((id) => ['principal', id, id] as const)
      : [numbers.one(SERVICES)].map(
          (service) => ['service', `${service}.amazonaws.com`, `${service}.amazonaws.com`] as const,
        );
  const vendor: Trusted = ['account', VENDOR, `arn:aws:iam::${VENDOR}:root`];
  const trusted = outside ? [...inside, vendor] : inside;
  for (const [index, [kind, name]] of trusted.entries()) {
    trusts.push({
      id: `${role} ${index}`,
      identity: role,
      kind,
      trusted: name,
      effect: 'Allow',
      subjects: [],
      audiences: [],
      conditions: {},
      place: PLACE,
      domains: [],
    });
  }
  const principals = {
    AWS: trusted.filter(([kind]) => kind !== 'service').map(([, , value]) => value),
    Service: trusted.filter(([kind]) => kind === 'service').map(([, , value]) => value),
  };
  policies.push({
    resource: role,
    account: ACCOUNT,
    kind: 'trust',
    statements: [statement({ actions: ['sts:AssumeRole'], resources: [], principals })],
    place: PLACE,
  });
}

function guardrails(): readonly Guardrail[] {
  const row = { kind: 'scp' as const, account: ACCOUNT, level: 'r-root', place: PLACE };
  return [
    { ...row, policy: 'FullAWSAccess', statements: [statement({ actions: ['*'] })] },
    {
      ...row,
      policy: 'guard',
      statements: [
        statement({ effect: 'Deny', actions: ['organizations:LeaveOrganization', 'cloudtrail:StopLogging'] }),
        statement({
          effect: 'Deny',
          notActions: ['iam:*', 'sts:*', 'organizations:*', 's3:*'],
          conditions: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'us-east-1'] } },
        }),
      ],
    },
  ];
}
