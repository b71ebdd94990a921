import { describe, expect, it } from 'vitest';
import { isEverydayWord } from '../../src/engine/checks/everyday.ts';
import { runCheck } from '../../src/engine/checks/index.ts';
import type { PlainCheck } from '../../src/engine/checks/index.ts';
import { isPlaceholder } from '../../src/engine/checks/not-placeholder.ts';
import { rejectionOfValue } from '../../src/engine/generic/rejected.ts';

/** Milliseconds of processor time; every check of a value takes microseconds. */
const LIMIT = 200;

/** What makes patterns try again and again: rows of one kind, of two in turns, and either with something else behind. */
const PIECES = [
  'A',
  'a',
  '0',
  '-',
  '_',
  '.',
  ' ',
  'ab',
  'a1',
  'a-',
  'a.',
  'a_',
  'aA',
  'aaa',
  'pass',
  'test-',
  'Aa1!',
  '+/',
];
const values = PIECES.flatMap((piece) =>
  ['', '!', '\u00e9', '1', '$'].flatMap((end) => [40, 400].map((length) => piece.repeat(length / piece.length) + end)),
);

const checks: readonly PlainCheck[] = [
  { check: 'not-placeholder' },
  { check: 'not-everyday' },
  { check: 'not-words' },
  { check: 'not-template' },
  { check: 'basic-auth' },
  { check: 'url-password' },
  { check: 'credential-name' },
  { check: 'section-entry' },
  { check: 'secret-entry' },
  { check: 'jwt' },
];

function cpuTime(work: () => void): number {
  const begun = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(begun);
  return (user + system) / 1000;
}

describe('a value of any make is judged in no time', () => {
  it.each(checks.map((check) => [check.check, check] as const))('by %s', (_, check) => {
    for (const value of values) {
      const input = { value, whole: `name=${value}`, context: `name=${value}`, valueStart: 5, wholeStart: 0 };
      expect(
        cpuTime(() => runCheck(check, input)),
        value.slice(0, 20),
      ).toBeLessThan(LIMIT);
    }
  });

  it.each([
    ['as a stand-in', isPlaceholder],
    ['as an everyday word', isEverydayWord],
    ['as another kind', (value: string) => rejectionOfValue(value, 'password')],
    ['as another kind of key', (value: string) => rejectionOfValue(value, 'key')],
  ])('%s', (_, judge) => {
    for (const value of values)
      expect(
        cpuTime(() => judge(value)),
        value.slice(0, 20),
      ).toBeLessThan(LIMIT);
  });
});
