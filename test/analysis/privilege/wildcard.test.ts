import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isEveryAction,
  isEveryResource,
  matchesPattern,
  wholeService,
} from '../../../src/analysis/privilege/wildcard.ts';

/** The definition, without any cleverness. */
function reference(pattern: string, text: string): boolean {
  const [head, ...tail] = pattern;
  if (head === undefined) return text === '';
  const rest = tail.join('');
  if (head === '*') return reference(rest, text) || (text !== '' && reference(pattern, text.slice(1)));
  if (text === '') return false;
  return (head === '?' || head.toLowerCase() === text.charAt(0).toLowerCase()) && reference(rest, text.slice(1));
}

test('matching equals the definition', () => {
  const pattern = fc.string({ unit: fc.constantFrom('a', 'B', ':', '*', '?'), maxLength: 8 });
  const text = fc.string({ unit: fc.constantFrom('A', 'b', ':'), maxLength: 10 });
  fc.assert(
    fc.property(pattern, text, (p, t) => {
      expect(matchesPattern(p, t)).toBe(reference(p, t));
    }),
    { numRuns: 3000 },
  );
});

test('a pattern made to backtrack ends at once', () => {
  const started = performance.now();
  expect(matchesPattern(`${'a*'.repeat(2000)}b`, 'a'.repeat(4000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(2000);
});

test.each([
  ['*', true],
  ['**', true],
  ['*:*', true],
  ['s3:*', false],
  ['*:Get*', false],
])('%s is every action: %s', (pattern, expected) => {
  expect(isEveryAction(pattern)).toBe(expected);
});

test.each([
  ['*', undefined, true],
  ['arn:*', undefined, true],
  ['arn:aws:*', undefined, true],
  ['arn:aws:*:*:*:*', undefined, true],
  ['arn:aws:s3:::*', 's3', true],
  ['arn:aws-us-gov:s3:::*', 's3', true],
  ['arn:aws:s3:::*', 'sqs', false],
  ['arn:aws:s3:::*', undefined, false],
  ['arn:aws:s3:::', 's3', false],
  ['arn:aws:s3:::shop-*', 's3', false],
  ['arn:aws:sqs:eu-central-1:*:*', 'sqs', false],
  ['arn', undefined, false],
])('%s of service %s is every resource: %s', (pattern, service, expected) => {
  expect(isEveryResource(pattern, service)).toBe(expected);
});

test('a whole service is told by its prefix, in either case', () => {
  expect(wholeService('S3:*')).toBe('s3');
  expect(wholeService('s3:Get*')).toBeUndefined();
  expect(wholeService('*')).toBeUndefined();
});
