import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Detector } from '../../src/model/detector.ts';
import { compileDetectors } from '../../src/engine/compile.ts';
import { pairWithIds } from '../../src/engine/pairing.ts';
import type { SeenMatch } from '../../src/engine/seen-match.ts';
import { testDetector } from './support/detector.ts';

const REACH = 100;
const LENGTH = 10;
const rule = { anchors: ['abc'], pattern: /abc/, proof: 'format' } as const;
const tested: readonly Detector[] = [
  testDetector('id', rule, { identifier: true }),
  testDetector('secret', rule, { pairsWith: { detector: 'id', withinBytes: REACH } }),
  testDetector('other-id', rule, { identifier: true }),
  testDetector('token', rule, {
    pairsWith: { detector: ['id', 'other-id'], withinBytes: REACH },
    nearby: [{ detector: 'other-id', fact: 'tenant', withinBytes: REACH }],
  }),
];
const { detectors } = compileDetectors(tested);

interface Item {
  readonly kind: 'id' | 'secret' | 'other-id' | 'token';
  readonly name: string;
  readonly start: number;
}

function matchOf({ kind, name, start }: Item): SeenMatch {
  const detector = tested.findIndex(({ id }) => id === kind);
  const isId = tested[detector]?.identifier === true;
  return {
    detector,
    start,
    end: start + LENGTH,
    fingerprint: `${kind} ${name}`,
    preview: '',
    proof: 'format',
    confidence: 'high',
    facts: {},
    distinctive: true,
    ...(isId && { keyId: name }),
  };
}

/** Items one behind the other: `i1` an id, `s1` a secret, `o1` another id, `t1` a token, a number a gap. */
function row(text: string): readonly Item[] {
  let start = 0;
  const items: Item[] = [];
  for (const word of text.split(' ')) {
    if (/^\d+$/.test(word)) start += Number(word);
    else {
      const kind = ({ i: 'id', s: 'secret', o: 'other-id', t: 'token' } as const)[word.charAt(0)] ?? 'id';
      items.push({ kind, name: word, start });
      start += LENGTH;
    }
  }
  return items;
}

/** Which id each secret got, or what is said of it. */
function pairs(items: readonly Item[]): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { fingerprint, keyId, facts, detector } of pairWithIds(items.map(matchOf), detectors)) {
    if (tested[detector]?.identifier === true) continue;
    found[fingerprint.split(' ')[1] ?? ''] = keyId ?? facts['pairing'] ?? 'alone';
  }
  return found;
}

const tenants = (text: string): readonly (string | undefined)[] =>
  pairWithIds(row(text).map(matchOf), detectors)
    .filter(({ fingerprint }) => fingerprint.startsWith('token'))
    .map(({ facts }) => facts['tenant']);
const verdicts = (list: readonly Item[]): readonly (string | undefined)[] =>
  pairWithIds(list.map(matchOf), detectors).map(({ keyId, facts }) => keyId ?? facts['pairing']);

describe('pairing', () => {
  it.each([
    ['an id in reach', 'i1 20 s1', { s1: 'i1' }],
    ['an id behind', 's1 20 i1', { s1: 'i1' }],
    ['none beyond the reach', 'i1 101 s1', { s1: 'alone' }],
    ['at its very end', 'i1 100 s1', { s1: 'i1' }],
    ['by turns, ids first', 'i1 23 s1 19 i2 23 s2', { s1: 'i1', s2: 'i2' }],
    ['by turns, secrets first', 's1 19 i1 15 s2 19 i2 15 s3 19 i3', { s1: 'i1', s2: 'i2', s3: 'i3' }],
    ['what is clearly nearer', 'i1 50 s1 5 i2', { s1: 'i2' }],
    ['none where neither is', 'i1 23 s1 19 i2', { s1: 'ambiguous, 2 candidates' }],
    ['one id that is written twice', 'i1 5 s1 5 i1', { s1: 'i1' }],
    [
      'none where two secrets claim one id',
      's1 5 i1 5 s2',
      { s1: 'ambiguous, 1 candidate for several secrets', s2: 'ambiguous, 1 candidate for several secrets' },
    ],
    ['the nearer of two secrets', 'i1 5 s1 40 s2', { s1: 'i1', s2: 'ambiguous, 1 candidate for several secrets' }],
    ['one of several kinds of id', 'o1 5 t1', { t1: 'o1' }],
    ['secrets of two kinds with one id', 'i1 5 s1 5 t1', { s1: 'i1', t1: 'i1' }],
  ])('takes %s: %s', (_, text, expected) => {
    expect(pairs(row(text))).toEqual(expected);
  });

  it('tells what else is near, where it is one', () => {
    expect(tenants('o1 5 i1 2 t1')).toEqual(['o1']);
    expect(tenants('o1 5 t1 5 o2')).toEqual([undefined]);
  });

  const layout = fc
    .array(fc.tuple(fc.constantFrom<Item['kind']>('id', 'secret', 'token', 'other-id'), fc.nat(3), fc.nat(150)), {
      maxLength: 12,
    })
    .map((drawn) => {
      let start = 0;
      return drawn.map(([kind, name, gap]): Item => {
        start += gap + LENGTH;
        return { kind, name: `${kind}${name}`, start };
      });
    });

  it('never reaches beyond its window, and always takes an id that is the only one and has no rival', () => {
    fc.assert(
      fc.property(layout, (items) => {
        const paired = pairWithIds(items.map(matchOf), detectors);
        expect(paired.map(({ start }) => start)).toEqual(items.map(({ start }) => start));
        for (const match of paired) {
          const { pairsWith } = tested[match.detector] ?? {};
          if (pairsWith === undefined) continue;
          const near = items.filter(
            ({ kind, start }) => pairsWith.detector.includes(kind) && Math.abs(start - match.start) - LENGTH <= REACH,
          );
          const names = new Set(near.map(({ name }) => name));
          if (match.keyId !== undefined) expect(names).toContain(match.keyId);
          const secrets = new Set(
            items.filter(({ kind }) => kind === tested[match.detector]?.id).map(({ name }) => name),
          );
          if (names.size === 1 && secrets.size === 1) expect(match.keyId).toBeDefined();
          if (names.size === 0) expect(match.facts).not.toHaveProperty('pairing');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the direction in which the text is read', () => {
    fc.assert(
      fc.property(layout, (items) => {
        const end = 10_000;
        const mirrored = items.map((item) => ({ ...item, start: end - item.start - LENGTH })).toReversed();
        // Where several stand at one place, the first in reading order is taken: leave those out.
        if (new Set(items.map(({ name }) => name)).size === items.length)
          expect(verdicts(mirrored).toReversed()).toEqual(verdicts(items));
      }),
      { numRuns: 500 },
    );
  });
});
