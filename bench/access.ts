// How fast questions to the AWS evaluator are answered: `node bench/access.ts [principals] [questions]`.
//
// A made-up account: principals with one inline policy each, a few managed ones that many share, groups, boundaries for
// some, service control policies at two levels, and roles with trust policies. Each principal is asked for many actions
// and resources, one principal after the other, as whoever looks for paths does.
import { accessOf } from '../src/analysis/privilege/access/access.ts';
import { readPolicyDocument } from '../src/connectors/aws/policy-document.ts';
import { DEFAULT_CONFIG } from '../src/config/default-config.ts';
import { buildGraph } from '../src/graph/build-graph.ts';
import { NO_FACTS } from '../src/model/facts.ts';
import type { Grant, PolicyStatement, ResourcePolicy } from '../src/model/grant.ts';
import type { AccessRequest, Verdict } from '../src/model/access.ts';
import type { Identity } from '../src/model/identity.ts';

const ACCOUNT = '111122223333';
const [principals = 10_000, questions = 1_000_000] = process.argv.slice(2).map(Number);
const place = { kind: 'resource', source: 'bench', provider: 'aws', resource: 'bench' } as const;

function statements(...Statement: object[]): readonly PolicyStatement[] {
  const reading = readPolicyDocument({ Version: '2012-10-17', Statement });
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.statements;
}

const allow = (Action: string | string[], Resource: string | string[], more: object = {}): object => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const deny = (Action: string | string[], Resource: string, more: object = {}): object => ({
  ...allow(Action, Resource, more),
  Effect: 'Deny',
});

const SHARED = [
  statements(allow(['s3:Get*', 's3:List*'], '*'), allow('logs:*', '*')),
  statements(allow(['ec2:*', 'elasticloadbalancing:*', 'autoscaling:*'], '*')),
  statements(allow('iam:PassRole', `arn:aws:iam::${ACCOUNT}:role/service/*`), allow('lambda:*', '*')),
  statements(
    allow('*', '*'),
    deny('*', '*', { Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } }),
  ),
  statements(allow(['dynamodb:*', 'sqs:*', 'sns:*'], `arn:aws:*:eu-west-1:${ACCOUNT}:*`)),
];
const BOUNDARY = statements(allow(['s3:*', 'logs:*', 'dynamodb:*', 'sts:AssumeRole', 'iam:Get*'], '*'));
const TRUSTS = [
  statements(allow('sts:AssumeRole', [], { Principal: { Service: 'lambda.amazonaws.com' } })),
  statements(allow('sts:AssumeRole', [], { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } })),
];

const identities: Identity[] = [];
const grants: Grant[] = [];
const resourcePolicies: ResourcePolicy[] = [];
for (let i = 0; i < principals; i++) {
  const kind = i % 4 === 0 ? 'user' : 'role';
  const name = `${kind}-${i}`;
  const id = `arn:aws:iam::${ACCOUNT}:${kind}/${name}`;
  identities.push({
    id,
    provider: 'aws',
    kind,
    name,
    account: ACCOUNT,
    tags: { team: `team-${i % 20}` },
    attributes: { path: '/' },
    places: [],
    domains: [],
  });
  const grant = (policy: string, through: Grant['through'], list: readonly PolicyStatement[]): void =>
    void grants.push({ identity: id, policy, through, statements: list, place });
  grant(
    'own',
    'inline',
    statements(
      allow(['s3:PutObject', 's3:GetObject'], `arn:aws:s3:::bucket-${i}/*`),
      allow('sts:AssumeRole', `arn:aws:iam::${ACCOUNT}:role/role-${(i * 7) % principals}`),
      allow('iam:*AccessKey', `arn:aws:iam::${ACCOUNT}:user/\${aws:username}`),
      allow('ec2:StartInstances', '*', {
        Condition: { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } },
      }),
    ),
  );
  grant('shared', 'managed', SHARED[i % SHARED.length] ?? []);
  if (kind === 'user') grant('group', 'group', SHARED[(i >> 2) % SHARED.length] ?? []);
  if (i % 5 === 0) grant('limit', 'boundary', BOUNDARY);
  if (kind === 'role') resourcePolicies.push({ resource: id, kind: 'trust', statements: TRUSTS[i % 2] ?? [], place });
}
const scp = (level: string, list: readonly PolicyStatement[]) =>
  ({ kind: 'scp', policy: 'FullAWSAccess', account: ACCOUNT, level, statements: list, place }) as const;
const everything = statements(allow('*', '*'));
const guardrails = [
  scp('root', everything),
  scp('unit', everything),
  scp('unit', statements(deny('organizations:*', '*'), deny('iam:CreateUser', '*'))),
];

const ASKED = [
  ['iam:PassRole', (i: number) => `arn:aws:iam::${ACCOUNT}:role/service/app-${i % 50}`],
  ['iam:CreateAccessKey', (i: number) => `arn:aws:iam::${ACCOUNT}:user/user-${(i % principals) & ~3}`],
  ['sts:AssumeRole', (i: number) => `arn:aws:iam::${ACCOUNT}:role/role-${(i % principals) | 1}`],
  ['iam:AttachUserPolicy', (i: number) => `arn:aws:iam::${ACCOUNT}:user/user-${(i % principals) & ~3}`],
  ['lambda:UpdateFunctionCode', (i: number) => `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:f-${i % 100}`],
  ['s3:GetObject', (i: number) => `arn:aws:s3:::bucket-${i % principals}/a`],
  ['ec2:StartInstances', (i: number) => `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/i-${i % 100}`],
  ['ec2:RunInstances', () => '*'],
] as const;

const graph = buildGraph({
  sources: [],
  sightings: [],
  facts: [{ ...NO_FACTS, identities, grants, guardrails, resourcePolicies }],
  detectors: [],
  config: DEFAULT_CONFIG,
});
const begun = performance.now();
const access = accessOf(graph);
process.stdout.write(`${principals} principals, ready in ${Math.round(performance.now() - begun)} ms\n`);
ask('decisions with their reasons', (request) => access.decide(request).verdict);
ask('the same again', (request) => access.decide(request).verdict);
ask('verdicts alone', (request) => access.may(request));
process.stdout.write(`${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB\n`);

function ask(what: string, verdict: (request: AccessRequest) => Verdict): void {
  const counts = { yes: 0, no: 0, depends: 0 };
  const start = performance.now();
  for (let i = 0; i < questions; i++) {
    const [action, resource] = ASKED[i % ASKED.length] ?? ASKED[0];
    const principal = identities[Math.floor((i * principals) / questions)]?.id ?? '';
    counts[verdict({ principal, action, resource: resource(i) })]++;
  }
  const spent = performance.now() - start;
  process.stdout.write(
    `${questions} ${what}: ${Math.round(spent)} ms, ${((1000 * spent) / questions).toFixed(2)} µs each; ` +
      `${counts.yes} yes, ${counts.no} no, ${counts.depends} depends\n`,
  );
}
