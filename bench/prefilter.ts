// Speed of the kernel's searches over blobs of a repository, compiled and plain: node bench/prefilter.ts REPOSITORY [BLOBS]
//
// Each piece of text is searched several times and its shortest time counts, so that what else the machine does matters
// little. Compare figures of one run only.
import { execFileSync } from 'node:child_process';
import { detectors } from '../detectors/index.ts';
import { compileDetectors } from '../src/engine/compile.ts';
import { prefilterLiterals } from '../src/engine/prefilter.ts';
import { buildPrefilterTables } from '../src/kernel/prefilter-tables.ts';
import {
  compiledCalls,
  OUT_AT,
  OUT_ROOM,
  placeText,
  referenceCalls,
  TABLES_AT,
  TEXT_AT,
} from '../test/kernel/support/search-calls.ts';
import type { SearchCalls } from '../test/kernel/support/search-calls.ts';

const PIECE = 2 ** 16;
const ROUNDS = 5;
/** About the size of what a delta inserts, with the lines round it. */
const WINDOW = 400;
const MOST_BYTES = 64e6;

const [repository, blobs = '2000'] = process.argv.slice(2);
if (repository === undefined) {
  process.stderr.write('usage: node bench/prefilter.ts REPOSITORY [BLOBS]\n');
  process.exit(2);
}

function git(args: readonly string[], input?: string): Buffer {
  return execFileSync('git', ['-C', repository ?? '', 'cat-file', ...args], { input, maxBuffer: 2 ** 31 });
}

/** Every n-th blob of the repository, one behind the other. */
function sample(): Buffer {
  const list = git(['--batch-all-objects', '--unordered', '--batch-check=%(objecttype) %(objectname)']).toString();
  const names = list.match(/(?<=^blob )\w+/gm) ?? [];
  const step = Math.max(1, Math.floor(names.length / Number(blobs)));
  const chosen = names.filter((_, index) => index % step === 0);
  return git(['--batch='], `${chosen.join('\n')}\n`).subarray(0, MOST_BYTES);
}

const text = sample();
const literals = prefilterLiterals(compileDetectors(detectors));
const tables = buildPrefilterTables(literals);
process.stdout.write(
  `${(text.length / 1e6).toFixed(1)} MB, ${detectors.length} detectors, ${literals.length} literals, ` +
    `tables of ${tables.length} bytes\n`,
);

type Search = (calls: SearchCalls, length: number) => number;

function hitsIn(calls: SearchCalls, from: number, to: number, length: number): number {
  return calls.findHits(TABLES_AT, TEXT_AT, from, to, length, OUT_AT, OUT_ROOM);
}

const SEARCHES: Record<string, Search> = {
  hits: (calls, length) => hitsIn(calls, 0, length, length),
  'hits in windows': (calls, length) => {
    let count = 0;
    for (let from = 0; from < length; from += WINDOW)
      count += hitsIn(calls, from, Math.min(length, from + WINDOW), length);
    return count;
  },
  runs: (calls, length) => calls.findRuns(TEXT_AT, 0, length, length, OUT_AT, OUT_ROOM),
  newlines: (calls, length) => calls.countNewlines(TEXT_AT, 0, length),
};

function measure(calls: SearchCalls, search: Search, rounds: number): readonly [seconds: number, found: number] {
  let seconds = 0;
  let found = 0;
  for (let start = 0; start < text.length; start += PIECE) {
    const piece = text.subarray(start, start + PIECE);
    placeText(calls, piece);
    let shortest = Infinity;
    let count = 0;
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now();
      count = search(calls, piece.length);
      shortest = Math.min(shortest, performance.now() - begun);
    }
    seconds += shortest / 1000;
    found += count;
  }
  return [seconds, found];
}

const kernels = { compiled: compiledCalls(), plain: referenceCalls() };
for (const calls of Object.values(kernels)) calls.memory.set(tables, TABLES_AT);
for (const [what, search] of Object.entries(SEARCHES)) {
  for (const [which, calls] of Object.entries(kernels)) {
    measure(calls, search, 1);
    const [seconds, found] = measure(calls, search, ROUNDS);
    const speed = (text.length / 1e6 / seconds).toFixed(0).padStart(6);
    process.stdout.write(`${what.padEnd(16)} ${which.padEnd(9)} ${speed} MB/s  ${found} found\n`);
  }
}
