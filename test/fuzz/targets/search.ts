import { deepStrictEqual, ok } from 'node:assert';
import { detectors } from '../../../detectors/index.ts';
import { compileDetectors } from '../../../src/engine/compile.ts';
import { outlineOf } from '../../../src/engine/outline.ts';
import { prefilterTables } from '../../../src/engine/prefilter.ts';
import { LAYOUT } from '../../../src/kernel/prefilter-layout.ts';
import { buildPrefilterTables } from '../../../src/kernel/prefilter-tables.ts';
import { readU32 } from '../../../src/kernel/reference/words.ts';
import {
  compiledCalls,
  OUT_AT,
  OUT_ROOM,
  placeText,
  readRows,
  referenceCalls,
  SLACK,
  TABLES_AT,
  TEXT_AT,
} from '../../kernel/support/search-calls.ts';
import type { SearchCalls } from '../../kernel/support/search-calls.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutate } from '../mutate.ts';
import type { Random } from '../random.ts';
import { composeText, exampleTexts } from '../texts.ts';

const HIT_WORDS = 2;
const RUN_WORDS = 4;
const LONGEST = 6000;
const FEW = 40;

interface Search {
  readonly tables: Uint8Array;
  readonly text: Uint8Array;
  readonly from: number;
  readonly to: number;
  /** Hits beyond what the tables ask for that there is room for, and runs. */
  readonly room: number;
  /** Whether the text stands at the very end of memory. */
  readonly last: boolean;
}

/** Texts of the detectors' examples, plain and encoded, changed; searched with the real tables or with some of few letters. */
export const search: FuzzTarget = {
  name: 'search',
  promise: 'Both kernels find the same literals and the same encoded runs, however little room there is.',
  share: 230,
  open() {
    const texts = exampleTexts();
    const others = texts.map((text) => Buffer.from(text));
    const real = prefilterTables(compileDetectors(detectors));
    ok(TABLES_AT + real.length + SLACK <= OUT_AT);
    const kernels = [compiledCalls(), referenceCalls()];
    return {
      make(random) {
        const small = random.oneIn(3) ? randomLiterals(random) : undefined;
        const tables = small === undefined ? real : buildPrefilterTables(small);
        const composed =
          small === undefined
            ? composeText(random, texts, 8)
            : Buffer.from(Array.from({ length: random.below(400) }, () => random.pick(LETTERS)).join(''));
        const text = random.oneIn(4) ? composed : mutate(random, composed, others, LONGEST);
        const from = random.oneIn(2) ? 0 : random.below(text.length + 1);
        const to = random.oneIn(2) ? text.length : random.between(from, text.length);
        const room = random.oneIn(3) ? random.below(3) : OUT_ROOM - FEW;
        const input = { text, from, to, room, literals: small?.map(({ literal }) => literal) ?? 'all' };
        const last = random.oneIn(2);
        return {
          input,
          run() {
            const whole = { tables, text: text.subarray(0, LONGEST), from, to: Math.min(to, LONGEST), room, last };
            const [hits, expectedHits] = kernels.map((calls) => hitsOf(calls, whole));
            deepStrictEqual(hits, expectedHits);
            const [runs, expectedRuns] = kernels.map((calls) => runsOf(calls, whole));
            deepStrictEqual(runs, expectedRuns);
          },
        };
      },
    };
  },
};

const LETTERS = ['a', 'b', 'A', '_', '1', '=', ' ', '\n', '"', '%', '4', '\\', 'x', '+'];
const LITERAL_LETTERS = ['a', 'b', 'A', '_', '1', '=', ' '];

const OUTLINES = [/[abA_]{1,9}[1=]/, /.{2,9}[=4] ?"/s, /[\s\S]*?%|a\w+=/].map((pattern) => outlineOf(pattern));

function randomLiterals(random: Random) {
  return Array.from({ length: 1 + random.below(8) }, () => ({
    literal: Array.from({ length: random.between(3, 10) }, () => random.pick(LITERAL_LETTERS)).join(''),
    ignoreCase: random.oneIn(2),
    users: Array.from({ length: 1 + random.below(2) }, () => ({
      prefix: Array.from({ length: random.below(12) }, () => {
        const set = new Uint8Array(256);
        for (const letter of LETTERS) if (!random.oneIn(4)) set[letter.charCodeAt(0)] = 1;
        return set;
      }),
      id: random.below(2 ** 31),
      generic: random.oneIn(3),
      outline: random.oneIn(2) ? random.pick(OUTLINES) : undefined,
      maxLength: random.oneIn(2) ? 512 : random.below(20),
    })),
  }));
}

function hitsOf(calls: SearchCalls, { tables, text, from, to, room, last }: Search): number[][] {
  const textAt = last ? calls.memory.length - SLACK - text.length : TEXT_AT;
  placeText(calls, text, textAt);
  calls.memory.set(tables, TABLES_AT);
  const capacity = readU32(tables, LAYOUT.header.leastCapacity) + room;
  const hits: number[][] = [];
  for (let next = from; ;) {
    const count = calls.findHits(TABLES_AT, textAt, next, to, text.length, OUT_AT, capacity);
    hits.push(...readRows(calls, count < 0 ? ~count : count, HIT_WORDS));
    if (count >= 0) return hits;
    ok(calls.nextHitFrom() > next, 'does not get on');
    next = calls.nextHitFrom();
  }
}

/** Runs of the whole text: a window of it may not cut one. */
function runsOf(calls: SearchCalls, { text, room, last }: Search): number[][] {
  const textAt = last ? calls.memory.length - SLACK - text.length : TEXT_AT;
  placeText(calls, text, textAt);
  const call = [textAt, 0, text.length, text.length, OUT_AT, Math.max(1, room)] as const;
  const runs: number[][] = [];
  for (let count = calls.findRuns(...call); ; count = calls.findMoreRuns(...call)) {
    runs.push(...readRows(calls, count < 0 ? ~count : count, RUN_WORDS));
    if (count >= 0) return runs;
    ok(count < -1, 'does not get on');
  }
}
