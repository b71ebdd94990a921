import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  actionFacts,
  expandActions,
  lacksKey,
  resourceFits,
} from '../../../../src/analysis/privilege/access/actions.ts';

test('an action is known in any case, and told as AWS writes it', () => {
  expect(actionFacts('IAM:passrole')?.action).toBe('iam:PassRole');
  expect(actionFacts('iam:PassRoles')).toBeUndefined();
  expect(actionFacts('nothing')).toBeUndefined();
  expect(actionFacts('__proto__:x')).toBeUndefined();
});

test.each([
  ['iam:PassRole', 'arn:aws:iam::111122223333:role/path/app', true],
  ['iam:PassRole', 'arn:aws:iam::111122223333:user/ann', false],
  ['iam:PassRole', '*', false],
  ['ec2:DescribeInstances', '*', true],
  ['ec2:DescribeInstances', 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1', false],
  ['s3:GetObject', 'arn:aws:s3:::shop/a/b', true],
  ['s3:GetObject', 'arn:aws-cn:s3:::shop/a', true],
  ['s3:ListBucket', 'arn:aws:s3:::shop', true],
  ['lambda:CreateFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:thumbnails', true],
  ['lambda:CreateFunction', 'arn:aws:lambda:eu-west-1:111122223333:layer:thumbnails', false],
  ['states:StartExecution', 'arn:aws:states:eu-west-1:111122223333:stateMachine:orders', true],
  ['quantum:Entangle', '*', undefined],
])('%s on %s fits: %s', (action, resource, fits) => {
  expect(resourceFits(action, resource)).toBe(fits);
});

test('patterns expand to the actions they take in', () => {
  expect(expandActions(['iam:*LoginProfile'])).toEqual([
    'iam:CreateLoginProfile',
    'iam:DeleteLoginProfile',
    'iam:GetLoginProfile',
    'iam:UpdateLoginProfile',
  ]);
  expect(expandActions(['IAM:PASSROLE', 'iam:PassRole'])).toEqual(['iam:PassRole']);
  expect(expandActions(['iam:NoSuchThing', ''])).toEqual([]);
  expect(expandActions(['*']).length).toBeGreaterThan(20_000);
  expect(expandActions(['*:*'])).toEqual(expandActions(['*']));
});

test('every documented action is among those of its own name, and fits the resources it is documented with', () => {
  for (const action of expandActions(['*'])) {
    const facts = actionFacts(action);
    expect(facts?.action).toBe(action);
    for (const { arns } of facts?.resourceTypes ?? []) {
      for (const arn of arns) {
        if (!resourceFits(action, arn) || arn === 'arn:*:') expect.fail(`${action} on ${arn}`);
      }
    }
  }
});

test.each([
  ['iam:createaccesskey', 'iam:passedtoservice', true],
  ['iam:passrole', 'iam:passedtoservice', false],
  ['iam:getrole', 'iam:resourcetag/team', false],
  ['s3:getobject', 'ec2:instancetype', true],
  ['s3:getobject', 'ec2:sourceinstancearn', false],
  ['s3:getobject', 'aws:sourceip', false],
  ['s3:getobject', 'aws:tagkeys', true],
  ['ec2:createtags', 'aws:requesttag/team', false],
  ['ec2:describeinstances', 'aws:resourcetag/team', true],
  ['quantum:entangle', 'ec2:instancetype', false],
])('a request for %s certainly lacks %s: %s', (action, key, lacks) => {
  expect(lacksKey(action, key)).toBe(lacks);
});

test('expanding a pattern and matching it by a regular expression agree', () => {
  const all = expandActions(['iam:*', 'sts:*', 's3:*']);
  const piece = fc.constantFrom('*', '?', 'Get', 'get', 'Create', 'Role', 'user', 'Policy', 'Object', 's');
  const pattern = fc.tuple(fc.constantFrom('iam', 's3', 'STS', 's*', '?am'), fc.array(piece, { maxLength: 5 }));
  fc.assert(
    fc.property(pattern, ([service, pieces]) => {
      const text = `${service}:${pieces.join('')}`;
      const expression = new RegExp(`^${text.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i');
      const expanded = new Set(expandActions([text]));
      expect(all.filter((action) => expanded.has(action))).toEqual(all.filter((action) => expression.test(action)));
    }),
  );
});
