import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { mapLimited } from '../../src/connectors/map-limited.ts';

test('results stand in the order of the items, and no more than the limit are under way', async () => {
  let running = 0;
  let most = 0;
  const results = await mapLimited([5, 1, 4, 2, 3], 2, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await sleep(item);
    running -= 1;
    return item * 10;
  });
  expect(results).toEqual([50, 10, 40, 20, 30]);
  expect(most).toBe(2);
  expect(await mapLimited([], 2, async () => 1)).toEqual([]);
});

test('after a rejection no further item is begun', async () => {
  const begun: number[] = [];
  const running = mapLimited([1, 2, 3, 4, 5, 6], 2, async (item) => {
    begun.push(item);
    await sleep(1);
    if (item === 2) throw new Error('two');
    await sleep(5);
  });
  await expect(running).rejects.toThrow('two');
  await sleep(30);
  expect(begun).toEqual([1, 2]);
});
