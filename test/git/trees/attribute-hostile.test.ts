import { describe, expect, test } from 'vitest';
import { MemoryRepository } from './support/memory-repository.ts';

/** Ten folders in each of ten levels, all the same: the blob stands at ten thousand million paths. */
function bomb(repository: MemoryRepository, inner: string): string {
  let tree = inner;
  for (let level = 0; level < 10; level++) {
    tree = repository.tree(Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`d${index}`, tree])));
  }
  return tree;
}

describe('hostile histories', () => {
  test('a tree that unfolds into thousands of millions of paths ends at a thousand', () => {
    const repository = new MemoryRepository();
    const secret = repository.blob('secret');
    const commit = repository.commit(bomb(repository, repository.tree({ f: secret })));
    const { of, gaps } = repository.attribute([secret], { refs: [commit], head: commit });
    expect(of(secret).introductions).toHaveLength(1000);
    expect(of(secret).introductions.every(({ atHead, last }) => atHead && last === commit)).toBe(true);
    expect(gaps).toMatchObject([{ unit: 'blobs', count: 1 }]);
  });

  test('two such trees that differ at every path, and of which one adds nothing, are told apart in no time', () => {
    const repository = new MemoryRepository();
    const [kept, gone] = [repository.blob('kept'), repository.blob('gone')];
    const first = repository.commit(bomb(repository, repository.tree({ a: kept, b: gone })));
    const second = repository.commit(bomb(repository, repository.tree({ a: kept })), [first]);
    const { of } = repository.attribute([kept, gone], { refs: [second], head: second });
    expect(of(kept).introductions).toHaveLength(1000);
    expect(of(kept).introductions[0]).toMatchObject({ commit: first, last: second, atHead: true });
    expect(of(gone).introductions[0]).toMatchObject({ commit: first, last: first, atHead: false });
  });

  test('folders may lie thousands of levels deep', () => {
    const repository = new MemoryRepository();
    const secret = repository.blob('secret');
    let tree = repository.tree({ f: secret });
    for (let level = 0; level < 300; level++) tree = repository.tree({ d: tree });
    const shallow = repository.commit(tree);
    for (let level = 0; level < 2500; level++) tree = repository.tree({ d: tree });
    const deep = repository.commit(tree, [shallow]);
    const { of, gaps } = repository.attribute([secret], { refs: [deep] });
    expect(of(secret).introductions).toMatchObject([{ path: `${'d/'.repeat(300)}f`, commit: shallow, last: shallow }]);
    expect(gaps).toMatchObject([{ outcome: 'limited', unit: 'commits' }]);
    const { table, trees } = repository.read([]);
    expect(trees.pathOf(table.indexOfHex(secret), () => false)).toHaveLength(2 * 2048 - 1);
  });

  test('a tree may be stored as a delta of one that holds it', () => {
    const repository = new MemoryRepository();
    const [secret, other] = [repository.blob('secret'), repository.blob('other')];
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`f${index}`, other]));
    const inner = repository.tree({ ...files, key: secret });
    const outer = repository.tree({ ...files, inner, key: other });
    const outermost = repository.tree({ ...files, inner, outer, key: other });
    repository.storeAsDelta(inner, outer);
    repository.storeAsDelta(outer, outermost);
    const commit = repository.commit(outermost);
    const { of } = repository.attribute([secret], { refs: [commit] });
    expect(
      of(secret)
        .introductions.map(({ path }) => path)
        .sort(),
    ).toEqual(['inner/key', 'outer/inner/key']);
  });

  test('a tree that claims to hold itself ends nowhere, but ends', () => {
    const repository = new MemoryRepository();
    const secret = repository.blob('secret');
    const [own, one, two] = ['aa', 'bb', 'cc'].map((digits) => digits.repeat(20)) as [string, string, string];
    // Ids first, so that what holds them knows them for trees.
    for (const oid of [own, one, two]) repository.tree({}, oid);
    repository.tree({ own, key: secret }, own);
    repository.tree({ two, key: secret }, one);
    repository.tree({ one }, two);
    const commit = repository.commit(repository.tree({ own, one }));
    const { of } = repository.attribute([secret], { refs: [commit], maxSteps: 1_000_000 });
    expect(of(secret).introductions.map(({ path }) => path)).toEqual(expect.arrayContaining(['own/key', 'one/key']));
    const { table, trees } = repository.read([]);
    expect(trees.pathOf(table.indexOfHex(secret), () => false)).toMatch(/key$/);
  });

  test('a folder of twenty thousand files is one folder', () => {
    const repository = new MemoryRepository();
    const [secret, other] = [repository.blob('secret'), repository.blob('other')];
    const files = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`file-${index}`, other]));
    const first = repository.commit(repository.tree(files));
    const second = repository.commit(repository.tree({ ...files, 'file-777': secret }), [first]);
    const { of } = repository.attribute([secret], { refs: [second] });
    expect(of(secret).introductions).toMatchObject([{ path: 'file-777', commit: second }]);
  });

  test('a merge of two thousand parents is one merge', () => {
    const repository = new MemoryRepository();
    const [secret, other] = [repository.blob('secret'), repository.blob('other')];
    const parents = Array.from({ length: 2000 }, (_, index) =>
      repository.commit(repository.tree({ [`p${index % 500}`]: other, a: secret })),
    );
    const merge = repository.commit(repository.tree({ a: other, b: secret }), parents);
    const { of } = repository.attribute([secret, other], { refs: [merge] });
    expect(of(secret).introductions.map(({ path, commit }) => [path, commit])).toEqual([
      ['a', parents[0]],
      ['b', merge],
    ]);
    expect(
      of(other)
        .introductions.filter(({ commit }) => commit === merge)
        .map(({ path }) => path),
    ).toEqual(['a']);
  });

  test('work ends with its budget, and says so', () => {
    const repository = new MemoryRepository();
    const secret = repository.blob('secret');
    const commit = repository.commit(repository.tree({ a: secret, b: secret }));
    const { of, gaps } = repository.attribute([secret], { refs: [commit], maxSteps: 1 });
    expect(of(secret).introductions.length).toBeLessThan(2);
    expect(gaps).toMatchObject([{ outcome: 'limited', unit: 'commits' }]);
  });
});
