import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countIndexed } from '../../../src/git/pack/count-indexed.ts';
import { gitFixture, temporaryFolder } from '../../support/git-fixture.ts';

describe('objects by the sizes of indexes', () => {
  it.each(['sha1', 'sha256'])('are no fewer than there are (%s)', async (format) => {
    const repo = gitFixture({ init: [`--object-format=${format}`] });
    for (let index = 0; index < 40; index++) repo.write(`file${index}`, `${index}`);
    repo.commit('many');
    const objects = join(repo.path, '.git', 'objects');
    expect(await countIndexed([objects])).toBe(0);
    repo.git('repack', '-adq');
    const once = await countIndexed([objects]);
    expect(once).toBeGreaterThanOrEqual(42);
    // The table of 256 numbers and the checksums count as objects, which for few is most of it.
    expect(once).toBeLessThan(42 * 2 + 60);
    expect(await countIndexed([objects, objects])).toBeGreaterThanOrEqual(2 * once);
  });

  it('are none where there is nothing to look at', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'objects', 'pack', 'folder.idx'), { recursive: true });
    expect(await countIndexed([join(folder, 'objects'), join(folder, 'absent')])).toBe(0);
    expect(await countIndexed([])).toBe(0);
  });
});
