import { expect, test } from 'vitest';
import { gitFixture } from '../support/git-fixture.ts';
import { readTarget } from '../support/read-source.ts';

const PATHS = 1000;
const NEEDLES = 600;

test('a blob full of matches at a thousand paths does not fill the memory, and what is left out is a gap', async () => {
  const repo = gitFixture();
  const content = Array.from({ length: NEEDLES }, (_, index) => `NEEDLE_${index}\n`).join('');
  for (let path = 0; path < PATHS; path++) repo.write(`d${path % 10}/f${path}`, content);
  repo.commit('many');
  repo.git('rm', '-r', '-q', '.');
  const read = await readTarget(repo.path);
  expect(read.places.length).toBeLessThanOrEqual(500_000 + NEEDLES);
  for (let needle = 0; needle < NEEDLES; needle += 50) expect(read.found(`NEEDLE_${needle}`).length).toBeGreaterThan(0);
  expect(read.gaps).toMatchObject([{ outcome: 'limited', unit: 'blobs', count: PATHS * NEEDLES - read.places.length }]);
});
