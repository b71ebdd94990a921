import * as fc from 'fast-check';
import { appendFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Attempt, Workers } from '../../src/engine/workers.ts';
import type { Match } from '../../src/model/segment.ts';
import type { Gap } from '../../src/git/gap.ts';
import type { FilesPayload, FilesResult, RangePayload } from '../../src/sources/file-task.ts';
import { readRanges } from '../../src/sources/range-reader.ts';
import type { RangeSizes } from '../../src/sources/range-reader.ts';
import { temporaryFolder } from '../support/git-fixture.ts';
import { inlineWorkers } from '../support/inline-workers.ts';

const inline = inlineWorkers(new URL('../support/needle-detectors.ts', import.meta.url));
const { signal } = new AbortController();

/** Workers that do the work here, but for what stands in the way of one task or another. */
function workersWith(
  jobs: number,
  meddle: (payload: RangePayload) => Promise<boolean> | boolean = () => false,
): Workers {
  return {
    ...inline,
    jobs,
    async run<Result>(payload: object): Promise<Attempt<Result>> {
      const crashes = await meddle(payload as RangePayload);
      return crashes ? { ok: false, why: 'crashed', detector: -1 } : inline.run<Result>(payload);
    },
  };
}

interface Read {
  readonly matches: readonly Pick<Match, 'preview' | 'line' | 'column' | 'endLine' | 'endColumn'>[];
  readonly gaps: readonly Gap[];
  readonly bytes: number;
}

async function readInRanges(disk: string, size: number, sizes: RangeSizes, workers = workersWith(2)): Promise<Read> {
  const matches: Match[] = [];
  const gaps: Gap[] = [];
  let bytes = 0;
  for await (const told of readRanges({ path: 'f', disk }, size, { workers, signal }, sizes)) {
    matches.push(...told.found.flatMap((found) => found.matches));
    gaps.push(...told.gaps);
    bytes += told.bytes;
  }
  return { matches: matches.map(placed), gaps, bytes };
}

async function readWhole(disk: string): Promise<Read> {
  const file = { path: 'f', disk, keep: false };
  const attempt = await inline.run<FilesResult>({
    kind: 'files',
    files: [file],
    archives: false,
  } satisfies FilesPayload);
  if (!attempt.ok) throw new Error(attempt.why);
  const { found, gaps, bytes } = attempt.result;
  return { matches: found.flatMap((each) => each.matches).map(placed), gaps, bytes };
}

function placed({ preview, line, column, endLine, endColumn }: Match): Read['matches'][number] {
  return { preview, line, column, endLine, endColumn };
}

/** With at least 512 bytes round a match in the part that owns it: more than needles and their surroundings take. */
const SIZES: RangeSizes = { part: 4096, overlap: 2048, range: 8192 };

/** A file of lines with a numbered needle in every tenth, about 100 bytes each. */
function lines(count: number): string {
  return Array.from({ length: count }, (_, index) =>
    index % 10 === 0 ? `é ${'.'.repeat(60)} NEEDLE_${index} 😀` : `line ${index} ${'-'.repeat(index % 97)}`,
  ).join('\n');
}

describe('a file read range by range', () => {
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.nat(999).map((number) => Buffer.from(`NEEDLE_${number} `)) },
    {
      weight: 4,
      arbitrary: fc.constantFrom('\n', '\r\n', ' ', '\u{feff}', 'é', '漢', '😀').map((text) => Buffer.from(text)),
    },
    { weight: 2, arbitrary: fc.nat(300).map((length) => Buffer.alloc(length, 'ä')) },
    { weight: 2, arbitrary: fc.nat(300).map((length) => Buffer.alloc(length, 'line \n')) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes)) },
  );

  test('has the same matches at the same places as one read whole, each once', async () => {
    const disk = join(temporaryFolder(), 'f');
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 20, maxLength: 300, size: 'max' }),
        fc.record({ overlap: fc.nat(200), part: fc.nat(2000), parts: fc.integer({ min: 1, max: 4 }) }),
        fc.integer({ min: 1, max: 3 }),
        fc.record({ first: fc.constantFrom('x', '\u{feff}'), isOneLine: fc.boolean() }),
        async (pieces, { overlap, part, parts }, jobs, { first, isOneLine }) => {
          // Something first, so that nothing takes it for UTF-16.
          const bytes = Buffer.concat([Buffer.from(first), ...pieces]);
          if (isOneLine) for (const [at, byte] of bytes.entries()) if (byte === 0x0a) bytes[at] = 0x20;
          writeFileSync(disk, bytes);
          const sizes = { overlap: 1024 + 4 * overlap, part: 2 * (1024 + 4 * overlap) + part, range: 0 };
          const ranges = await readInRanges(
            disk,
            bytes.length,
            { ...sizes, range: parts * sizes.part },
            workersWith(jobs),
          );
          expect(ranges).toEqual(await readWhole(disk));
        },
      ),
      { numRuns: 150 },
    );
  });

  test.each([
    ['where lines begin', '\n'],
    ['within a line', ' '],
  ])('counts byte order marks %s as one read whole does', async (_, separator) => {
    const disk = join(temporaryFolder(), 'f');
    const text = Array.from({ length: 2000 }, (__, index) => `\u{feff}NEEDLE_${index}`).join(separator);
    writeFileSync(disk, text);
    expect(await readInRanges(disk, Buffer.byteLength(text), SIZES)).toEqual(await readWhole(disk));
  });

  test.each(['the first range', 'a range in the middle', 'the last range'])(
    'goes on when a worker crashes in %s',
    async (which) => {
      const text = lines(700);
      const disk = join(temporaryFolder(), 'f');
      writeFileSync(disk, text);
      const size = Buffer.byteLength(text);
      const count = Math.ceil(size / SIZES.range);
      const at = { 'the first range': 0, 'a range in the middle': 2, 'the last range': count - 1 }[which] ?? 0;
      let crashes = 0;
      const workers = workersWith(2, ({ from, to }) => {
        const isIt = from === at * SIZES.range && (to - from === SIZES.range || to === size);
        return isIt && crashes++ === 0;
      });
      const read = await readInRanges(disk, size, SIZES, workers);
      expect(crashes).toBeGreaterThan(0);
      expect(read).toEqual(await readWhole(disk));
    },
  );

  test('a part that brings workers down again and again is told once, and hides nothing else', async () => {
    const text = lines(700);
    const disk = join(temporaryFolder(), 'f');
    writeFileSync(disk, text);
    const size = Buffer.byteLength(text);
    const bad = { from: 3 * SIZES.part, to: 5 * SIZES.part };
    const workers = workersWith(2, ({ from, to, search }) => search && from < bad.to && to > bad.from);
    const read = await readInRanges(disk, size, SIZES, workers);
    expect(read.gaps).toEqual([
      { outcome: 'limited', unit: 'files', count: 1, what: expect.stringContaining('not judged'), examples: ['f'] },
    ]);
    expect(read.bytes).toBe(size);
    const whole = (await readWhole(disk)).matches;
    const missed = whole.filter((match) => !read.matches.some(({ preview }) => preview === match.preview));
    expect(read.matches).toEqual(whole.filter((match) => !missed.includes(match)));
    const offsets = missed
      .map(({ preview }) => text.indexOf(`${preview} `))
      .map((at) => Buffer.byteLength(text.slice(0, at)));
    expect(offsets.length).toBeGreaterThan(5);
    expect(offsets.every((at) => at >= bad.from - SIZES.overlap && at < bad.to)).toBe(true);
  });
});

test('a range of far too many matches is told once, and the next is searched again', async () => {
  const disk = join(temporaryFolder(), 'f');
  const text =
    `${lines(10)}\n`.repeat(16_000) + Array.from({ length: 30_000 }, (_, index) => `NEEDLE_${index}\n`).join('');
  const end = `${lines(20_000)}\nNEEDLE_end`;
  writeFileSync(disk, `${text}${end}`);
  const sizes = { part: 65_536, overlap: 2048, range: 2 ** 20 };
  const { matches, gaps } = await readInRanges(disk, Buffer.byteLength(`${text}${end}`), sizes);
  expect(gaps).toEqual([
    { outcome: 'limited', unit: 'files', count: 1, what: expect.stringContaining('20000'), examples: ['f'] },
  ]);
  expect(matches.at(-1)).toMatchObject({ preview: 'NEEDLE_end', line: `${text}${end}`.split('\n').length });
});

describe('a file that changes while it is read', () => {
  const text = lines(700);
  const size = Buffer.byteLength(text);

  function fileRead(change: (disk: string) => void, before: number): { disk: string; workers: Workers } {
    const disk = join(temporaryFolder(), 'f');
    writeFileSync(disk, text);
    let tasks = 0;
    const workers = workersWith(1, () => {
      if (tasks++ === before) change(disk);
      return false;
    });
    return { disk, workers };
  }

  test.each([
    ['to nothing', 0],
    ['to less than what was read', 10_000],
    ['to the end of a range', 2 * 8192],
    ['to the last bytes but one', size - 1],
  ])('and becomes shorter, %s, is told once; what was read before is told', async (_, length) => {
    const { disk, workers } = fileRead((path) => truncateSync(path, length), 3);
    const { matches, gaps } = await readInRanges(disk, size, SIZES, workers);
    expect(gaps).toEqual([expect.objectContaining({ outcome: 'limited', count: 1, examples: ['f'] })]);
    expect(gaps[0]?.what).toMatch(/shorter/);
    writeFileSync(disk, text);
    const before = (await readWhole(disk)).matches.filter(({ line }) => line < 250);
    expect(matches.slice(0, before.length)).toEqual(before);
  });

  test('and vanishes is told once', async () => {
    const { disk, workers } = fileRead((path) => rmSync(path), 2);
    const { gaps } = await readInRanges(disk, size, SIZES, workers);
    expect(gaps).toEqual([expect.objectContaining({ outcome: 'unreadable', count: 1, examples: ['f'] })]);
  });

  test('and grows is read to its new end', async () => {
    const more = `\n${lines(200).replaceAll('NEEDLE', 'NEEDLE_new')}`;
    const { disk, workers } = fileRead((path) => appendFileSync(path, more), 3);
    const read = await readInRanges(disk, size, SIZES, workers);
    expect(read).toEqual(await readWhole(disk));
    expect(read.matches.at(-1)?.preview).toMatch(/^NEEDLE_new/);
  });
});
