import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectors } from '../../detectors/index.ts';
import { compileDetectors } from '../../src/engine/compile.ts';
import { DEFAULT_LIMITS } from '../../src/engine/limits.ts';
import { prefilterTables } from '../../src/engine/prefilter.ts';
import { resolve } from '../../src/engine/resolve.ts';
import { Scanner } from '../../src/engine/scanner.ts';
import type { Scan } from '../../src/engine/scanner.ts';
import { Text } from '../../src/engine/text.ts';
import { Kernel } from '../../src/kernel/kernel.ts';
import { referenceKernel } from '../../src/kernel/reference/kernel.ts';
import { encodeDelta } from '../support/delta.ts';
import type { DeltaPiece } from '../support/delta.ts';
import { exampleMaker } from '../support/example-maker.ts';
import { testDetector } from './support/detector.ts';

const KEY = new Uint8Array([4, 5, 6]);

/** Few detectors that meet every corner, so that a text of a few hundred bytes holds several matches. */
const some = [
  testDetector('plain', { anchors: ['zqk_'], pattern: /zqk_[a-z0-9]{6,20}\b/, proof: 'format' }),
  testDetector('behind', { anchors: ['@zq'], pattern: /[a-z.]{1,12}@zq[a-z]{2}/, lookBehind: 12, proof: 'format' }),
  testDetector('named', {
    anchors: ['zqkey'],
    ignoreCase: true,
    pattern: /zqkey\s?=\s?(?<secret>\S{4,40})/i,
    proof: 'context',
  }),
  testDetector('lines', {
    anchors: ['<<ZQ'],
    pattern: /^<<ZQ\n(?<secret>[^<]{1,90})\nZQ>>$/,
    multiLine: true,
    maxLength: 100,
    proof: 'format',
  }),
  testDetector('back', {
    anchors: ['ZQ>>'],
    pattern: /<<ZQ\n(?<secret>[^<]{1,60})\nZQ>>/,
    multiLine: true,
    lookBehind: 70,
    maxLength: 100,
    proof: 'context',
  }),
  testDetector('before', {
    anchors: ['ZQ>>'],
    pattern: /(?<=<<ZQ\n[^<]{1,90}\n)ZQ>>/,
    multiLine: true,
    before: 100,
    proof: 'context',
  }),
  testDetector('list', {
    anchors: ['zqlist'],
    pattern: /zqlist\[(?<items>[^\]]{1,90})\]/,
    items: /(?<secret>[a-z0-9]{4,20})/,
    multiLine: true,
    maxLength: 100,
    proof: 'context',
  }),
  testDetector('coded', {
    anchors: ['zqlist'],
    pattern: /zqlist\[(?<items>[^\]]{1,90})\]/,
    items: /(?<secret>[A-Za-z0-9+/]{6,40}={0,2})/,
    encoded: 'base64',
    multiLine: true,
    maxLength: 100,
    proof: 'context',
  }),
  testDetector('whole', {
    anchors: [],
    wholeText: true,
    pattern: /\s{0,4}(?<secret>[\w@-]{2,40})\s{0,4}(?![\s\S])/,
    proof: 'context',
  }),
  testDetector('end', { anchors: ['zqend'], pattern: /zqend[0-9]+$/, maxLength: 40, proof: 'format' }),
  ...detectors.filter(({ id }) =>
    [
      'generic-secret',
      'generic-pair-secret',
      'generic-list-secret',
      'generic-block-section-secret',
      'aws-access-key-id',
      'aws-secret-access-key',
      'private-key',
    ].includes(id),
  ),
];
const compiled = compileDetectors(some);
const tables = prefilterTables(compiled);

const make = exampleMaker('changes');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const encoded = base64(`some words and zqk_abcdef123 and more words, {"zqkey = hunter22"} and so on to the end`);
const wrapped = base64('all work and no play makes zqk_wrapped1 a dull boy, '.repeat(6)).replaceAll(/.{64}/g, '$&\n');

/** Pieces of text that mean something, whole or cut, with line ends of every kind between. */
const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'zqk_abc123',
      'a.b@zqxy',
      'ZQKEY = hunter',
      '<<ZQ\nbody\nZQ>>',
      'zqend123',
      'zqlist[abc1, def2,\nghi3]',
      'zqlist[',
      `zqlist[${base64('a word')} ${base64('hunter22')}]`,
      'abc1, ',
      ']',
      '<<ZQ',
      'ZQ>>',
      'zq',
      'k_',
      '@',
    ),
  },
  { weight: 3, arbitrary: fc.constantFrom('\n', '\n', '\r\n', ' ', '  ', '=', '\t', '_____', '-----') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      encoded,
      wrapped,
      wrapped.slice(0, 65),
      wrapped.slice(65),
      encoded.slice(0, 40),
      encoded.slice(40),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      `password = "${make(make.base62, 20)}"`,
      `AKIA${make('ABCDEFGH234567', 16)}`,
      make(make.base64, 40),
      '"name": "DB_PASSWORD",',
      'tokens:\n',
      `  alice: ${make(make.base62, 20)}\n`,
      `api_keys = ["${make(make.base62, 20)}", "${make(make.base62, 20)}"]`,
      `"value": "${make(make.base62, 20)}"`,
      'word',
      'x'.repeat(70),
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('%7a%71%6b%5f', 'zqk%5Fabcdef99', String.raw`\u007a\u0071k_abcdef77`, 'é') },
);
const text = fc.array(piece, { maxLength: 25 }).map((pieces) => Buffer.from(pieces.join('')));

/** A way to make a text from another: cuts of it in any order, and insertions. */
function plan(base: Uint8Array): fc.Arbitrary<readonly DeltaPiece[]> {
  const copies = fc
    .tuple(fc.nat(base.length), fc.nat(base.length))
    .map(([a, b]) => ({ copy: Math.min(a, b), length: Math.abs(a - b) }));
  const insert = fc.oneof(piece, fc.constant('')).map((each) => ({ insert: Buffer.from(each) }));
  const anyOrder = fc.array(fc.oneof({ weight: 3, arbitrary: copies }, insert), { maxLength: 6 });
  // An edit as people make them: a few places of the text replaced.
  const edit = fc
    .array(fc.tuple(fc.nat(base.length), fc.nat(12), fc.oneof(piece, fc.constant(''))), { maxLength: 4 })
    .map((edits) => {
      const pieces: DeltaPiece[] = [];
      let at = 0;
      for (const [start, cut, put] of edits.sort((a, b) => a[0] - b[0])) {
        if (start < at) continue;
        pieces.push({ copy: at, length: start - at }, { insert: Buffer.from(put) });
        at = Math.min(base.length, start + cut);
      }
      return [...pieces, { copy: at, length: base.length - at }];
    });
  return fc
    .oneof(anyOrder, { weight: 3, arbitrary: edit })
    .map((pieces) => pieces.filter((each) => ('insert' in each ? each.insert.length > 0 : each.length > 0)));
}

const family = text.chain((base) =>
  fc.tuple(fc.constant(base), plan(base)).chain(([first, pieces]) => {
    const second = Buffer.concat(
      pieces.map((each) => ('insert' in each ? each.insert : first.subarray(each.copy, each.copy + each.length))),
    );
    return plan(second).map((more) => ({ first, pieces, second, more }));
  }),
);

function open(kernel: Kernel) {
  const scanner = new Scanner(compiled, kernel, { key: KEY, limits: DEFAULT_LIMITS, tables });
  const change = (base: { text: Text; scan: Scan }, pieces: readonly DeltaPiece[]) => {
    const delta = encodeDelta(base.text.length, pieces);
    const deltaRoom = kernel.hold(delta);
    const length = kernel.calls.deltaResultLength(deltaRoom.address, delta.length);
    const room = kernel.take(length);
    const copies = kernel.take(delta.length * 12 + 12);
    const at = base.text.room.address;
    expect(
      kernel.calls.applyDelta(
        deltaRoom.address,
        delta.length,
        at,
        base.text.length,
        room.address,
        length,
        copies.address,
      ),
    ).toBe(length);
    const count = kernel.calls.deltaCopies();
    const windows = kernel.take(count * 8 + 8);
    const found = kernel.calls.deltaWindows(
      at,
      base.text.length,
      room.address,
      length,
      copies.address,
      count,
      windows.address,
    );
    const next = new Text(kernel, room, length);
    const windowPairs = new Uint32Array(kernel.memory.buffer, windows.address, found * 2).slice();
    const scan = scanner.scanChange(next, base.scan, base.text.length, {
      copies: { address: copies.address, count },
      windows: { address: windows.address, count: found },
    });
    for (const each of [deltaRoom, copies, windows]) kernel.release(each);
    return { text: next, scan, windows: windowPairs };
  };
  const whole = (bytes: Uint8Array) => {
    const room = kernel.hold(bytes);
    const held = new Text(kernel, room, bytes.length);
    return { text: held, scan: scanner.scan(held) };
  };
  return { whole, change };
}

function comparable({ findings }: Scan, path = 'config/app.env'): unknown {
  return resolve(findings, path, compiled.detectors).map(
    ({ detector, start, end, fingerprint, confidence, encoding }) => [
      some[detector]?.id,
      start,
      end,
      fingerprint,
      confidence,
      encoding,
    ],
  );
}

describe.each([
  ['in WebAssembly', () => new Kernel()],
  ['in plain TypeScript', () => new Kernel(referenceKernel())],
])('the scan of a change, %s', (_, newKernel) => {
  it('finds what the scan of the whole finds, over two generations', () => {
    let matches = 0;
    let narrowed = 0;
    fc.assert(
      fc.property(family, ({ first, pieces, second, more }) => {
        const { whole, change } = open(newKernel());
        const base = whole(first);
        const child = change(base, pieces);
        expect(Buffer.from(child.text.bytes).equals(second)).toBe(true);
        const wanted = comparable(whole(second).scan);
        expect(comparable(child.scan)).toEqual(wanted);
        const grandchild = change(child, more);
        expect(comparable(grandchild.scan)).toEqual(comparable(whole(grandchild.text.bytes.slice()).scan));
        matches += (wanted as unknown[]).length;
        const searched = child.windows.reduce((sum, at, index) => sum + (index % 2 === 0 ? -at : at), 0);
        if (searched < second.length / 2) narrowed++;
      }),
      { numRuns: Number(process.env['BITTING_RUNS'] ?? 600) },
    );
    // Or the property says nothing.
    expect(matches).toBeGreaterThan(200);
    expect(narrowed).toBeGreaterThan(50);
  }, 60_000);
});
