import { describe, expect, test } from 'vitest';
import { OBJECT_TYPE } from '../../../src/git/pack/object-table.ts';
import { MemoryRepository } from './support/memory-repository.ts';

describe('attributing blobs', () => {
  test('a blob is introduced at each path by the first commit that has it there', () => {
    const repository = new MemoryRepository();
    const [secret, other] = [repository.blob('secret'), repository.blob('other')];
    const first = repository.commit(repository.tree({ 'readme.md': other }));
    const second = repository.commit(
      repository.tree({ config: repository.tree({ env: secret }), 'readme.md': other }),
      [first],
    );
    const third = repository.commit(repository.tree({ config: repository.tree({ env: secret }), copy: secret }), [
      second,
    ]);
    const fourth = repository.commit(repository.tree({ copy: secret }), [third]);
    const { of, gaps } = repository.attribute([secret], { refs: [fourth], head: fourth });
    expect(gaps).toEqual([]);
    expect(of(secret)).toEqual({
      reachable: true,
      introductions: [
        {
          path: 'config/env',
          commit: second,
          author: 'Ada Example <ada@example.org>',
          date: '2023-11-14T23:15:20+01:00',
          reachable: true,
          last: third,
          atHead: false,
        },
        {
          path: 'copy',
          commit: third,
          author: 'Ada Example <ada@example.org>',
          date: '2023-11-14T23:16:20+01:00',
          reachable: true,
          last: fourth,
          atHead: true,
        },
      ],
    });
  });

  test('a merge introduces only what none of its parents has', () => {
    const repository = new MemoryRepository();
    const [a, b, evil] = [repository.blob('a'), repository.blob('b'), repository.blob('evil')];
    const root = repository.commit(repository.tree({ keep: a }));
    const left = repository.commit(repository.tree({ keep: a, left: a }), [root]);
    const right = repository.commit(repository.tree({ keep: a, right: b }), [root]);
    const merge = repository.commit(repository.tree({ evil, keep: a, left: a, right: b }), [left, right]);
    const { of } = repository.attribute([a, b, evil], { refs: [merge] });
    expect(of(a).introductions.map(({ path, commit }) => [path, commit])).toEqual([
      ['keep', root],
      ['left', left],
    ]);
    expect(of(b).introductions.map(({ path, commit }) => [path, commit])).toEqual([['right', right]]);
    expect(of(evil).introductions.map(({ path, commit }) => [path, commit])).toEqual([['evil', merge]]);
  });

  test('what is taken out and put back keeps its first commit, and its last', () => {
    const repository = new MemoryRepository();
    const [secret, other] = [repository.blob('secret'), repository.blob('other')];
    const [having, without] = [repository.tree({ a: secret }), repository.tree({ a: other })];
    const first = repository.commit(having);
    const second = repository.commit(without, [first]);
    const third = repository.commit(having, [second]);
    const fourth = repository.commit(without, [third]);
    const [place] = repository.attribute([secret], { refs: [fourth], head: fourth }).of(secret).introductions;
    expect(place).toMatchObject({ commit: first, last: third, atHead: false });
  });

  test('equal dates are told apart by id, and clocks that run backwards change nothing else', () => {
    const repository = new MemoryRepository();
    const secret = repository.blob('secret');
    const tree = repository.tree({ a: secret });
    const roots = [repository.commit(tree, [], 1000), repository.commit(tree, [], 1000)].sort();
    const child = repository.commit(tree, roots, 500);
    const [place] = repository.attribute([secret], { refs: [child] }).of(secret).introductions;
    expect(place).toMatchObject({ commit: roots[0], last: roots[1] });
  });

  test('commits that a ref reaches come before earlier and later ones that none does', () => {
    const repository = new MemoryRepository();
    const [secret, lost] = [repository.blob('secret'), repository.blob('lost')];
    repository.commit(repository.tree({ a: secret }), [], 1000);
    const kept = repository.commit(repository.tree({ a: secret }), [], 2000);
    const gone = repository.commit(repository.tree({ a: secret, b: lost }), [kept], 3000);
    const { of } = repository.attribute([secret, lost], { refs: [kept], head: kept });
    expect(of(secret)).toMatchObject({
      reachable: true,
      introductions: [{ commit: kept, last: kept, reachable: true }],
    });
    expect(of(lost)).toMatchObject({
      reachable: false,
      introductions: [{ commit: gone, last: gone, reachable: false }],
    });
  });

  test('a blob is reached by a tag that names it or a tree that holds it, without any commit', () => {
    const repository = new MemoryRepository();
    const blobs = ['tagged', 'in a tagged tree', 'nowhere'].map((text) => repository.blob(text));
    const [tagged = '', held = '', nowhere = ''] = blobs;
    const tree = repository.tree({ a: repository.tree({ b: held }) });
    const refs = [repository.tag(repository.tag(tagged)), tree];
    const { of } = repository.attribute(blobs, { refs });
    expect(of(tagged)).toEqual({ introductions: [], reachable: true });
    expect(of(held)).toEqual({ introductions: [], reachable: true });
    expect(of(nowhere)).toEqual({ introductions: [], reachable: false });
  });

  test('parents that are not there count for nothing, as in a shallow clone', () => {
    const repository = new MemoryRepository();
    const secret = repository.blob('secret');
    const tree = repository.tree({ a: secret });
    const first = repository.commit(tree, ['ab'.repeat(20)]);
    const second = repository.commit(tree, [first, 'cd'.repeat(20)]);
    const input = repository.read([second]);
    expect(input.commits.absent.count).toBe(2);
    const [place] = repository.attribute([secret], { refs: [second] }).of(secret).introductions;
    expect(place).toMatchObject({ commit: first, last: second });
  });

  test('a thousand paths are listed, the earliest, and more are reported', () => {
    const repository = new MemoryRepository();
    const [secret, other] = [repository.blob('secret'), repository.blob('other')];
    const names = Array.from({ length: 1500 }, (_, index) => `f${String(index).padStart(4, '0')}`);
    const first = repository.commit(
      repository.tree(Object.fromEntries(names.slice(700).map((name) => [name, secret]))),
    );
    const second = repository.commit(
      repository.tree({ ...Object.fromEntries(names.map((name) => [name, secret])), other }),
      [first],
    );
    const { of, gaps } = repository.attribute([secret, other], { refs: [second] });
    const paths = of(secret).introductions.map(({ path }) => path);
    expect(paths).toHaveLength(1000);
    expect(new Set(paths)).toEqual(new Set([...names.slice(700), ...names.slice(0, 200)]));
    expect(of(other).introductions).toHaveLength(1);
    expect(gaps).toMatchObject([{ outcome: 'limited', unit: 'blobs', count: 1 }]);
  });

  test('a path is found for whatever a tree names', () => {
    const repository = new MemoryRepository();
    const [deep, twice, nowhere] = [repository.blob('deep'), repository.blob('twice'), repository.blob('nowhere')];
    const folder = repository.tree({ 'key.pem': deep, 'z.txt': twice });
    const root = repository.tree({ 'a.txt': twice, certs: folder });
    repository.commit(root);
    const { table, trees } = repository.read([]);
    const pathOf = (oid: string): string | undefined =>
      trees.pathOf(table.indexOfHex(oid), (row) => row === table.indexOfHex(root));
    expect(pathOf(deep)).toBe('certs/key.pem');
    expect(pathOf(twice)).toBe('a.txt');
    expect(pathOf(folder)).toBe('certs');
    expect(pathOf(nowhere)).toBeUndefined();
    expect(pathOf(root)).toBeUndefined();
  });

  test('trees nobody could read are named, and can be added from their bytes', () => {
    const repository = new MemoryRepository();
    const tree = repository.tree({ a: repository.blob('a') });
    repository.add(OBJECT_TYPE.tree, Buffer.from('no tree'));
    const { gaps, trees, table } = repository.read([]);
    expect(gaps).toMatchObject([{ outcome: 'unreadable', unit: 'objects', count: 1 }]);
    expect(trees.numberOf(table.indexOfHex(tree))).toBe(0);
  });
});
