import * as fc from 'fast-check';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { InOrder } from '../../src/sources/in-order.ts';

/** What tellers did until nothing went on any more: what was passed on, and the most that was held at a time. */
async function run(
  tellers: readonly (readonly number[])[],
  lanes: number,
  turnsFor: () => number,
): Promise<{ readonly passed: readonly string[]; readonly mostHeld: number; readonly isDone: boolean }> {
  const passed: string[] = [];
  let held = 0;
  let mostHeld = 0;
  const inOrder = new InOrder<{ readonly name: string; readonly weight: number }>(
    ({ name }) => passed.push(name),
    ({ weight }) => weight,
  );
  let next = 0;
  let told = 0;
  const lane = async (): Promise<void> => {
    for (let teller = next++; teller < tellers.length; teller = next++) {
      for (const [index, weight] of (tellers[teller] ?? []).entries()) {
        for (let turns = turnsFor(); turns > 0; turns--) await Promise.resolve();
        await inOrder.tell(teller, { name: `${teller}.${index}`, weight });
        told++;
        held = told - passed.length;
        mostHeld = Math.max(mostHeld, held);
      }
      inOrder.end(teller);
    }
  };
  const done = Promise.all(Array.from({ length: lanes }, lane)).then(() => true);
  const idle = (async () => {
    for (let turn = 0; turn < 500; turn++) await nextTurn();
    return false;
  })();
  const isDone = await Promise.race([done, idle]);
  return { passed, mostHeld, isDone };
}

test('passes everything on, in order, whoever is quicker and however much there is', async () => {
  const weights = fc.array(fc.constantFrom(1, 100, 6000, 20_000), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(weights, { maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      fc.infiniteStream(fc.nat(20)),
      async (tellers, lanes, turns) => {
        const { passed, isDone } = await run(tellers, lanes, () => turns.next().value ?? 0);
        expect(isDone).toBe(true);
        expect(passed).toEqual(tellers.flatMap((items, teller) => items.map((_, index) => `${teller}.${index}`)));
      },
    ),
    { numRuns: 300 },
  );
});

test('holds no more than it may while the first teller takes its time', async () => {
  let isFirst = true;
  const slowFirst = (): number => {
    if (!isFirst) return 0;
    isFirst = false;
    return 2000;
  };
  const many = Array.from({ length: 3000 }, () => 100);
  const { mostHeld, isDone } = await run([[1], many, many, many], 4, slowFirst);
  expect(isDone).toBe(true);
  // Weighing 100 each; one more than the bound holds.
  expect(mostHeld).toBeGreaterThan(50);
  expect(mostHeld).toBeLessThanOrEqual(101);
});
