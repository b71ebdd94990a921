// Writes down what somebody who read them said of lines of a clean repository, for the column of false findings of
// `npm run accuracy`: names of places, no paths and no text.
//
//   node bench/judge.ts DIR < LIST      REASON FILE:LINE a line; reasons and the file they go to: bench/accuracy/judged.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { REASONS, isReason, lineOf, placeName, readJudgements } from './accuracy/judged.ts';
import type { Reason } from './accuracy/judged.ts';
import { JUDGED } from './accuracy/options.ts';
import type { TextLines } from './accuracy/text-lines.ts';

const [folder, ...others] = process.argv.slice(2);
if (folder === undefined || others.length > 0) {
  process.stderr.write('usage: node bench/judge.ts DIR < LIST\n');
  process.exit(2);
}
const head = readFileSync(JUDGED, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('#'));
const all = new Map<string, Reason>(readJudgements(JUDGED));
const texts = new Map<string, TextLines>();
for (const row of readFileSync(0, 'utf8').split('\n')) {
  if (row === '') continue;
  const [, reason = '', file = '', line = ''] = /^(\w+)\s+(.+):(\d+)$/.exec(row) ?? [];
  if (!isReason(reason)) {
    process.stderr.write(`no judgement: ${row}\nreasons: ${Object.keys(REASONS).join(', ')}\n`);
    process.exit(2);
  }
  const text = lineOf(resolve(folder), file, Number(line), texts);
  all.set(placeName(resolve(folder), file, Number(line), text), reason);
}
const rows = [...all].map(([name, reason]) => `${name} ${reason}`).sort();
writeFileSync(JUDGED, `${[...head, ...rows].join('\n')}\n`);
