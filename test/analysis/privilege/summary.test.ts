import { expect, test } from 'vitest';
import { describePrivileges } from '../../../src/analysis/privilege/summary.ts';
import { fixtureText, graphOf, readText } from './support/aws-fixtures.ts';

const user = (name: string) => `arn:aws:iam::111122223333:user/${name}`;

test.each([
  [
    'admin-by-group',
    [
      'Administrator access: every action on every resource, through managed policy AdministratorAccess of group admins.',
    ],
  ],
  [
    'admin-bounded',
    [
      'Administrator access: every action on every resource, through managed policy AdministratorAccess.',
      'Permissions boundary: arn:aws:iam::111122223333:policy/only-s3.',
    ],
  ],
  ['s3-all', ['Full access to S3 (s3:*) on every resource, through inline policy s3.']],
  [
    'iam-all',
    [
      'Full access to IAM (iam:*) on every resource, through inline policy iam.',
      'Can read objects (s3:GetObject) on every resource, through inline policy iam.',
    ],
  ],
  [
    'ci',
    [
      'Can hand any role to a service (iam:PassRole on every role), through inline policy deploy.',
      'Can change the code of functions (lambda:UpdateFunctionCode) on every resource, through inline policy deploy.',
      'Can use lambda:CreateFunction on every resource, through inline policy deploy.',
    ],
  ],
  [
    'all-but-one-bucket',
    ['Administrator access: every action on every resource except arn:aws:s3:::vault/*, through inline policy odd.'],
  ],
  ['power', ['Everything except iam:*, organizations:* on every resource, through inline policy power.']],
])('%s', async (name, expected) => {
  const graph = graphOf([await readText(await fixtureText('rights', 'dump.json'))]);
  expect(describePrivileges(graph, user(name))).toEqual(expected);
});

test('an identity whose policies are not known is not described', async () => {
  const graph = graphOf([await readText(await fixtureText('rights', 'dump.json'))]);
  expect(describePrivileges(graph, user('nobody'))).toEqual([]);
});

test('many policies end in a count', async () => {
  const statements = Array.from({ length: 40 }, (_, index) => ({
    Effect: 'Allow',
    Action: `sqs:Action${index}`,
    Resource: `arn:aws:sqs:eu-central-1:111122223333:queue-${index}`,
  }));
  const dump = {
    UserDetailList: [
      {
        UserName: 'busy',
        Arn: user('busy'),
        UserPolicyList: [{ PolicyName: 'many', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
      },
    ],
  };
  const sentences = describePrivileges(graphOf([await readText(JSON.stringify(dump))]), user('busy'));
  expect(sentences).toHaveLength(12);
  expect(sentences.at(-1)).toBe('And 29 further statements.');
});
