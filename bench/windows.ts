// What four characters stand in source text how often, as src/kernel/common-windows.ts has it:
// node bench/windows.ts REPOSITORY…
import { execFileSync } from 'node:child_process';

const BLOBS = 1500;
const MOST_BYTES = 16e6;
const KEPT = 4096;
/** Characters that anchors are made of; letters in lower case. */
const USUAL = /^[a-z0-9 "'.:/=<>@_-]{4}$/;

const repositories = process.argv.slice(2);
if (repositories.length === 0) {
  process.stderr.write('usage: node bench/windows.ts REPOSITORY…\n');
  process.exit(2);
}

function sample(repository: string): string {
  const git = (args: readonly string[], input?: string): Buffer =>
    execFileSync('git', ['-C', repository, 'cat-file', ...args], { input, maxBuffer: 2 ** 31 });
  const list = git(['--batch-all-objects', '--unordered', '--batch-check=%(objecttype) %(objectname)']).toString();
  const names = list.match(/(?<=^blob )\w+/gm) ?? [];
  const step = Math.max(1, Math.floor(names.length / BLOBS));
  const chosen = names.filter((_, index) => index % step === 0);
  return git(['--batch='], `${chosen.join('\n')}\n`)
    .subarray(0, MOST_BYTES)
    .toString('latin1')
    .toLowerCase();
}

const counts = new Map<string, number>();
let total = 0;
for (const repository of repositories) {
  const text = sample(repository);
  total += text.length;
  for (let at = 0; at + 4 <= text.length; at++) {
    const window = text.slice(at, at + 4);
    counts.set(window, (counts.get(window) ?? 0) + 1);
  }
}
const common = [...counts]
  .filter(([window]) => USUAL.test(window))
  .sort((a, b) => b[1] - a[1])
  .slice(0, KEPT);
const byRarity = Map.groupBy(common, ([, count]) => Math.round(-Math.log2(count / total)));
for (const [rarity, windows] of [...byRarity].sort(([a], [b]) => a - b)) {
  const text = windows
    .map(([window]) => window)
    .sort()
    .join('');
  for (let at = 0; at < text.length; at += 96) {
    process.stdout.write(`  [${rarity}, ${JSON.stringify(text.slice(at, at + 96))}],\n`);
  }
}
