import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { leastPolicy, OPERATIONS } from '../../../src/connectors/aws/operations.ts';

const PAGE = readFileSync(new URL('../../../docs/collect-aws.md', import.meta.url), 'utf8');

test('the page lists every operation that is called, and no other', () => {
  const table = PAGE.slice(PAGE.indexOf('| operation | for |'), PAGE.indexOf('The smallest policy'));
  const listed = [...table.matchAll(/`((?:iam|organizations|sts):\w+)`/g)].map(([, action]) => action);
  const called = [...OPERATIONS.map(({ action }) => action), 'sts:GetCallerIdentity', 'sts:AssumeRole'];
  expect([...new Set(listed)].sort((a = '', b = '') => a.localeCompare(b))).toEqual(
    called.sort((a, b) => a.localeCompare(b)),
  );
});

test('the policy on the page is the one that is printed', () => {
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(PAGE) ?? [];
  expect(JSON.parse(json)).toEqual(leastPolicy({ accessAdvisor: false, organization: false }));
});

test('every operation says what is not known without it, as the end of a sentence', () => {
  for (const { action, purpose, without } of OPERATIONS) {
    expect([action, purpose, without]).toEqual([
      expect.stringMatching(/^(iam|organizations):[A-Z]\w+$/),
      expect.stringMatching(/\w$/),
      expect.stringMatching(/\w$/),
    ]);
  }
});
