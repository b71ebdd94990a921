import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPolicyDocument } from '../../../src/connectors/aws/policy-document.ts';

const document = {
  Version: '2012-10-17',
  Statement: [
    { Sid: 'One', Effect: 'Allow', Action: 's3:Get*', Resource: ['arn:aws:s3:::a', 'arn:aws:s3:::b+c%20d'] },
    { Effect: 'Deny', NotAction: ['iam:*'], NotResource: '*', Condition: { Bool: { 'aws:SecureTransport': false } } },
    { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' },
    { Effect: 'Allow', NotPrincipal: { AWS: 'arn:aws:iam::111122223333:root', Service: ['a', 'b'] }, Action: '*' },
  ],
};

const none = {
  actions: [],
  notActions: [],
  resources: [],
  notResources: [],
  principals: {},
  notPrincipals: {},
  conditions: {},
};

test('one-or-many fields become lists, principals and conditions maps of lists', () => {
  expect(readPolicyDocument(document)).toEqual({
    statements: [
      {
        ...none,
        sid: 'One',
        effect: 'Allow',
        actions: ['s3:Get*'],
        resources: ['arn:aws:s3:::a', 'arn:aws:s3:::b+c%20d'],
      },
      {
        ...none,
        effect: 'Deny',
        notActions: ['iam:*'],
        notResources: ['*'],
        conditions: { Bool: { 'aws:SecureTransport': ['false'] } },
      },
      { ...none, effect: 'Allow', actions: ['sts:AssumeRole'], principals: { '*': ['*'] } },
      {
        ...none,
        effect: 'Allow',
        actions: ['*'],
        notPrincipals: { AWS: ['arn:aws:iam::111122223333:root'], Service: ['a', 'b'] },
      },
    ],
  });
});

test('the three encodings read alike', () => {
  const decoded = readPolicyDocument(document);
  expect(readPolicyDocument(JSON.stringify(document))).toEqual(decoded);
  expect(readPolicyDocument(encodeURIComponent(JSON.stringify(document)))).toEqual(decoded);
  expect(readPolicyDocument(` \n${JSON.stringify(document, null, 2)}`)).toEqual(decoded);
});

test('a statement alone reads like a list of one', () => {
  const statement = { Effect: 'Allow', Action: '*', Resource: '*' };
  expect(readPolicyDocument({ Statement: statement })).toEqual(readPolicyDocument({ Statement: [statement] }));
});

test('statements of an older version of the language say so, and no version is the oldest', () => {
  const Statement = [{ Effect: 'Allow', Action: '*', Resource: '*' }];
  const statement = { ...none, effect: 'Allow', actions: ['*'], resources: ['*'] };
  expect(readPolicyDocument({ Version: '2012-10-17', Statement })).toEqual({ statements: [statement] });
  for (const older of [{ Version: '2008-10-17', Statement }, { Statement }]) {
    expect(readPolicyDocument(older)).toEqual({ statements: [{ ...statement, version: '2008-10-17' }] });
  }
});

test('encoding keeps every action and resource', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.string({ unit: 'grapheme' }), (actions, resource) => {
      const value = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: resource }] };
      const read = readPolicyDocument(encodeURIComponent(JSON.stringify(value)));
      expect(read).toEqual({ statements: [{ ...none, effect: 'Allow', actions, resources: [resource] }] });
    }),
  );
});

test.each([
  [undefined, 'the document is absent'],
  ['%E0%A4%A', 'it is neither JSON nor validly URL-encoded'],
  ['%7B%22Statement', 'it is not valid JSON'],
  ['x'.repeat(1_000_001), 'it is longer than 1000000 characters'],
  [{ Statement: [{ Effect: 'Permit', Action: '*' }] }, 'it does not follow the policy grammar at Statement'],
  [{}, 'it does not follow the policy grammar at Statement'],
  [[], 'it does not follow the policy grammar at its top'],
])('a broken document is a sentence', (value, problem) => {
  expect(readPolicyDocument(value)).toEqual({ problem });
});

test('names such as __proto__ are plain names', () => {
  const read = readPolicyDocument(
    '{"Statement":{"Effect":"Allow","Action":"*","Condition":{"__proto__":{"polluted":"yes"}}}}',
  );
  expect(read).toHaveProperty('statements');
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});
