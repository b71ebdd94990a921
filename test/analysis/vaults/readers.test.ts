import { expect, test } from 'vitest';
import { vaultReaders, type VaultReader } from '../../../src/analysis/vaults/readers.ts';
import {
  application,
  assignment,
  BY_ROLE,
  graphOfRows,
  group,
  oid,
  ROLE,
  SCOPE,
  servicePrincipal,
  vault,
} from './az-rows.ts';
import { READER_CASES } from './cases.ts';

function told({ way, words, rights, certainty, only }: VaultReader): string {
  return [
    way,
    words.startsWith('object ') ? '' : words,
    rights.length === 2 ? '' : rights.join(),
    only === undefined ? '' : `only ${only.split('/').at(-1)}`,
    certainty === 'certain' ? '' : '?',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

test.each(READER_CASES.map((each) => [each.name, each] as const))('%s', (_, { rows, readers, why }) => {
  const access = vaultReaders(graphOfRows(rows)).get(SCOPE.vault.toLowerCase());
  expect(access?.readers.map(told).toSorted(), why).toEqual([...readers].sort());
});

test('every chain begins with the reader, ends at the vault, and each step begins where the one before ended', () => {
  for (const { rows, name } of READER_CASES) {
    for (const { readers } of vaultReaders(graphOfRows(rows)).values()) {
      for (const { principal, steps } of readers) {
        expect(steps[0]?.from, name).toBe(principal);
        expect(steps.at(-1)?.to, name).toBe(SCOPE.vault.toLowerCase());
        for (const [index, step] of steps.entries()) {
          if (index > 0) expect(step.from, name).toBe(steps[index - 1]?.to);
          expect(step.says, name).toMatch(/^[A-ZÄ-Ü].*\.$/s);
        }
      }
    }
  }
});

test('cases have names and reasons of their own', () => {
  expect(new Set(READER_CASES.map(({ name }) => name)).size).toBe(READER_CASES.length);
  expect(READER_CASES.every(({ why }) => why.length > 20)).toBe(true);
});

test('the answer is kept for a graph', () => {
  const graph = graphOfRows(READER_CASES[0]?.rows ?? []);
  expect(vaultReaders(graph)).toBe(vaultReaders(graph));
});

test('what could not be known is told', () => {
  const graph = graphOfRows(READER_CASES.find(({ name }) => name === 'policy with get')?.rows ?? []);
  const [access] = vaultReaders(graph).values();
  expect(access?.unknown.join(' ')).toMatch(/Role assignments were not read.*Service principals/s);
});

test('owners of each other and a long line of groups come to an end', () => {
  const names = Array.from({ length: 300 }, (_, index) => `sp-${index}`);
  const rows = [
    vault(BY_ROLE),
    ...names.flatMap((name, index) => [
      servicePrincipal(name),
      // Each is owned by the next, and the last by the first.
      application(name, { owners: [{ id: oid(names[(index + 1) % names.length] ?? ''), displayName: 'next' }] }),
    ]),
    ...names.map((_, index) => ({
      ...group(`g-${index}`, []),
      members: [{ id: oid(`g-${index + 1}`), displayName: 'next' }],
    })),
    assignment('sp-0', ROLE.secretsUser, SCOPE.vault),
    assignment('g-0', ROLE.secretsUser, SCOPE.vault),
  ];
  const started = performance.now();
  const access = vaultReaders(graphOfRows(rows)).get(SCOPE.vault.toLowerCase());
  expect(performance.now() - started).toBeLessThan(10_000);
  // The holder, the group at the end of what is followed, and four hops.
  expect(access?.readers.map(({ way }) => way)).toEqual(['holder', 'holder', 'hop', 'hop', 'hop', 'hop']);
});
