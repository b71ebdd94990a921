import { expect, test } from 'vitest';
import { accessOf } from '../../../../src/analysis/privilege/access/access.ts';
import { readPolicyDocument } from '../../../../src/connectors/aws/policy-document.ts';
import { ACCOUNT_PLACE as place, graphOf, identity } from '../../../support/graph-builder.ts';

const USER = 'arn:aws:iam::111122223333:user/ann';
const LONG = 200_000;

function verdict(statement: object, context: Readonly<Record<string, readonly string[]>> = {}): string {
  const reading = readPolicyDocument({ Version: '2012-10-17', Statement: { Effect: 'Allow', ...statement } });
  if ('problem' in reading) throw new Error(reading.problem);
  const { statements } = reading;
  const grants = [{ identity: USER, policy: 'p', through: 'inline', statements, place }] as const;
  const graph = graphOf({ facts: { identities: [identity(USER)], grants } });
  const request = { principal: USER, action: 's3:GetObject', resource: 'arn:aws:s3:::shop/a', context };
  return accessOf(graph).decide(request).verdict;
}

const condition = (operator: string, value: string): object => ({
  Action: '*',
  Resource: '*',
  Condition: { [operator]: { 'example:key': value } },
});

test.each([
  ['a variable of spaces', { Action: '*', Resource: `\${${' '.repeat(LONG)},}` }],
  ['many variables', { Action: '*', Resource: '${aws:username}'.repeat(LONG / 20) }],
  ['unclosed variables', { Action: '*', Resource: '${'.repeat(LONG) }],
  ['many stars', { Action: '*', Resource: `arn:${'*a'.repeat(LONG)}` }],
  ['many segments', { Action: '*', Resource: 'a?:'.repeat(LONG) }],
  ['stars in an action', { Action: `s3:${'*e'.repeat(LONG)}`, Resource: '*' }],
  ['a long number', condition('NumericEquals', `${'1'.repeat(LONG)}x`)],
  ['a long date', condition('DateEquals', `${'1'.repeat(LONG)}x`)],
  ['a long range', condition('IpAddress', '1.'.repeat(LONG))],
  ['a long range of colons', condition('IpAddress', ':'.repeat(LONG))],
  ['long base64', condition('BinaryEquals', `${'A'.repeat(LONG)}===`)],
])('%s takes no time and grants nothing', (_, statement) => {
  const begun = performance.now();
  expect(verdict(statement, { 'example:key': ['1'.repeat(1000)] })).toBe('no');
  expect(performance.now() - begun).toBeLessThan(2000);
});

test('an operator of any length is only one that is not known', () => {
  expect(verdict(condition(':IfExists'.repeat(1000), '1'), { 'example:key': ['1'] })).toBe('depends');
});

test('names such as __proto__ are plain names', () => {
  const proto = JSON.parse('{"StringEquals": {"__proto__": "x", "constructor": "y"}}') as object;
  expect(verdict({ Action: '*', Resource: '*', Condition: proto })).toBe('depends');
});
