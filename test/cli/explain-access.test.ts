import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/git-fixture.ts';
import { runCli } from '../support/run-cli.ts';

const ACCOUNT = '111122223333';
const arn = (name: string): string => `arn:aws:iam::${ACCOUNT}:${name}`;

const inline = (name: string, ...Statement: object[]): object => ({
  PolicyName: name,
  PolicyDocument: { Version: '2012-10-17', Statement },
});
const user = (name: string, ...UserPolicyList: object[]): object => ({
  Path: '/',
  UserName: name,
  UserId: `AIDA${name.toUpperCase()}`,
  Arn: arn(`user/${name}`),
  CreateDate: '2025-01-01T00:00:00Z',
  UserPolicyList,
  GroupList: [],
  AttachedManagedPolicies: [],
  Tags: [],
});
const role = (name: string): object => ({
  Path: '/',
  RoleName: name,
  RoleId: `AROA${name.toUpperCase()}`,
  Arn: arn(`role/${name}`),
  CreateDate: '2025-01-01T00:00:00Z',
  AssumeRolePolicyDocument: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  },
  InstanceProfileList: [],
  RolePolicyList: [],
  AttachedManagedPolicies: [],
  Tags: [],
});

const DUMP = {
  UserDetailList: [
    user(
      'ci',
      inline(
        'deploy',
        {
          Sid: 'Pass',
          Effect: 'Allow',
          Action: 'iam:PassRole',
          Resource: arn('role/*'),
          Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
        },
        { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: 'arn:aws:s3:::shop/*' },
        { Sid: 'NoWrites', Effect: 'Deny', Action: 's3:Put*', Resource: '*' },
        {
          Effect: 'Allow',
          Action: 'sqs:*',
          Resource: '*',
          Condition: { DateLessThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } },
        },
      ),
    ),
    user('app'),
  ],
  GroupDetailList: [],
  RoleDetailList: [role('app'), role('admin')],
  Policies: [],
};

function folder(): string {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'gaad.json'), JSON.stringify(DUMP));
  return cwd;
}

const ask = (args: readonly string[], cwd = folder()): ReturnType<typeof runCli> =>
  runCli(['explain', 'access', ...args, '--aws-dump', 'gaad.json'], cwd);

describe('bitting explain access', () => {
  it('says yes with the rule, its page and the statement', async () => {
    const run = await ask(['user/ci', 's3:getobject', 'arn:aws:s3:::shop/a']);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toBe(`YES: ${arn('user/ci')}, s3:GetObject on arn:aws:s3:::shop/a

Rule: Within an account, an identity policy that allows is enough.
      https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html

Statements, in the order in which they decide:
  1. Allow  identity policy deploy
     Allows s3:GetObject, s3:PutObject on arn:aws:s3:::shop/*.
     at ${arn('user/ci')}, UserPolicyList[0].PolicyDocument

Taken for granted: arn:aws:s3:::shop/a is of the account that asks, and has no policy of its own: none was read.
`);
  });

  it('says no with what denies', async () => {
    const run = await ask(['ci', 's3:PutObject', 'arn:aws:s3:::shop/a']);
    expect(run.out).toMatch(/^NO: .*\n\nRule: A statement that denies wins/);
    expect(run.out).toContain(
      '1. Deny   identity policy deploy, statement NoWrites\n     Denies s3:Put* on every resource.',
    );
  });

  it('says what it depends on, and decides it with --context', async () => {
    const open = await ask(['ci', 'iam:PassRole', 'role/admin']);
    expect(open.out).toMatch(/^IT DEPENDS: .*role\/admin\n/);
    expect(open.out).toContain('It depends on iam:PassedToService.\nWith --context iam:PassedToService=VALUE');
    const known = (value: string): Promise<{ readonly out: string }> =>
      ask(['ci', 'iam:PassRole', 'role/admin', '--context', `IAM:PassedToService=${value}`]);
    expect((await known('ec2.amazonaws.com')).out).toMatch(/^YES/);
    expect((await known('lambda.amazonaws.com')).out).toMatch(/^NO/);
    expect((await known('')).out).toMatch(/^NO/);
  });

  it('says of what was not read that it is open, not that it allows', async () => {
    const run = await ask([
      'arn:aws:iam::444455556666:user/eve',
      'sqs:SendMessage',
      `arn:aws:sqs:eu-west-1:${ACCOUNT}:q`,
    ]);
    expect(run.out).toMatch(
      /^IT DEPENDS[^]*1\. Open {3}policy of arn:aws:sqs[^]*2\. Open {3}policies of arn:aws:iam::444/,
    );
  });

  it('judges dates by the present day', async () => {
    expect((await ask(['ci', 'sqs:SendMessage', `arn:aws:sqs:eu-west-1:${ACCOUNT}:q`])).out).toMatch(/^NO/);
  });

  it('takes a session policy as a further limit', async () => {
    const cwd = folder();
    const Statement = [{ Effect: 'Allow', Action: 'ec2:*', Resource: '*' }];
    writeFileSync(join(cwd, 'session.json'), JSON.stringify({ Version: '2012-10-17', Statement }));
    const args = ['ci', 's3:GetObject', 'arn:aws:s3:::shop/a', '--session-policy'];
    expect((await ask([...args, 'session.json'], cwd)).out).toMatch(/^NO[^]*session policies allow as well/);
    writeFileSync(join(cwd, 'broken.json'), '{');
    expect(await ask([...args, 'broken.json'], cwd)).toMatchObject({ code: 2, out: '' });
    expect(await ask([...args, 'absent.json'], cwd)).toMatchObject({ code: 2, out: '' });
  });

  it('says what it took for granted', async () => {
    const cwd = folder();
    const policy = {
      Statement: {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: ['arn:aws:s3:::shop', 'arn:aws:s3:::shop/*'],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    };
    const args = ['ci', 's3:GetObject', 'arn:aws:s3:::shop/a'];
    expect((await ask(args, cwd)).out).toContain('Taken for granted: arn:aws:s3:::shop/a is of the account that asks');
    writeFileSync(join(cwd, 'bucket.json'), JSON.stringify({ Policy: JSON.stringify(policy) }));
    const run = await ask([...args, '--aws-dump', 'bucket.json'], cwd);
    expect(run.out).toMatch(/^YES[^]*\nTaken for granted: The request is made over TLS/);
    const plain = await ask([...args, '--aws-dump', 'bucket.json', '--context', 'aws:SecureTransport=false'], cwd);
    expect(plain.out).toMatch(/^NO(?![^]*Taken for granted)/);
  });

  it('leaves nothing open where the request is known whole', async () => {
    expect((await ask(['ci', 'iam:PassRole', 'role/admin', '--context-complete'])).out).toMatch(/^NO/);
  });

  it('prints all of it as JSON', async () => {
    const run = await ask(['ci', 'iam:PassRole', 'role/admin', '--json']);
    expect(JSON.parse(run.out)).toMatchObject({
      principal: arn('user/ci'),
      action: 'iam:PassRole',
      resource: arn('role/admin'),
      verdict: 'depends',
      dependsOn: ['iam:PassedToService'],
      reasons: [{ kind: 'identity', sid: 'Pass', policy: 'deploy', depends: ['iam:PassedToService'] }],
      notes: [],
    });
  });

  it.each([
    [['ci', 'iam:PasRole', '*'], 'AWS documents no action iam:PasRole; did you mean iam:PassRole?'],
    [['ci', 'iam:PassRole', 'user/ci'], 'iam:PassRole acts on role; the ARN is of none of these.'],
    [['ci', 'iam:PassRole'], `Statements name these for it, which can be asked for: ${arn('role/*')}.`],
    [['ci', 'ec2:DescribeInstances', 'arn:aws:ec2:eu-west-1:1:instance/i'], 'takes no resource'],
  ])('notes what is odd about %j', async (args, note) => {
    expect((await ask(args)).out).toContain(note);
  });

  it.each([
    [['nobody', 's3:GetObject'], 'no user or role of this name'],
    [['app', 's3:GetObject'], `Give one of these: ${arn('user/app')}, ${arn('role/app')}`],
    [['ci', 'passrole'], 'ACTION is a service and an operation'],
    [['ci', 's3:GetObject', '--context', 'x'], 'write KEY=VALUE'],
  ])('refuses %j with a sentence', async (args, sentence) => {
    const run = await ask(args);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain(sentence);
  });

  it('needs a dump that can be read', async () => {
    const cwd = folder();
    expect(await runCli(['explain', 'access', 'ci', 's3:GetObject'], cwd)).toMatchObject({ code: 2, out: '' });
    writeFileSync(join(cwd, 'cut.json'), '{"UserDetailList": [');
    const run = await runCli(['explain', 'access', 'ci', 's3:GetObject', '--aws-dump', 'cut.json'], cwd);
    expect(run).toMatchObject({ code: 3, out: '' });
  });
});
