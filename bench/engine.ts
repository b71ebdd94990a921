// Speed of the engine over the files of a folder: node bench/engine.ts FOLDER
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { detectors } from '../detectors/index.ts';
import { compileDetectors } from '../src/engine/compile.ts';
import { RunFinder } from '../src/engine/decode/find-runs.ts';
import { DEFAULT_LIMITS } from '../src/engine/limits.ts';
import { Prefilter, prefilterTables } from '../src/engine/prefilter.ts';
import { scanSegments } from '../src/engine/scan-segments.ts';
import { Scanner } from '../src/engine/scanner.ts';
import { Text } from '../src/engine/text.ts';
import type { Windows } from '../src/engine/windows.ts';
import { Kernel } from '../src/kernel/kernel.ts';
import { kernelModule } from '../src/kernel/load-kernel.ts';

const ROUNDS = 3;

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('usage: node bench/engine.ts FOLDER\n');
  process.exit(2);
}

const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true,
);
const files = paths.map((path, id) => ({ id, path, bytes: readFileSync(join(folder, path)) }));
const megabytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
const which = kernelModule() === undefined ? 'the plain kernel' : 'the compiled kernel';
process.stdout.write(`${files.length} files, ${megabytes.toFixed(1)} MB, ${detectors.length} detectors, ${which}\n`);

const compiled = compileDetectors(detectors);
const tables = prefilterTables(compiled);

/** @param prepare Makes what a round needs and does what is not measured; the round returns how much it found. */
function measure(what: string, prepare: () => () => number): void {
  for (let index = 0; index < ROUNDS; index++) {
    const round = prepare();
    const begun = performance.now();
    const count = round();
    const seconds = (performance.now() - begun) / 1000;
    process.stdout.write(`${what.padEnd(16)} ${(megabytes / seconds).toFixed(1).padStart(8)} MB/s  ${count} found\n`);
  }
}

/** Adds up what a search counts in each file, with one window over all of the file. */
function overTexts(kernel: Kernel, search: (text: Text, windows: Windows) => number): () => number {
  return () => {
    let count = 0;
    for (const { bytes } of files) {
      const room = kernel.hold(bytes);
      const windows = kernel.hold(new Uint8Array(Uint32Array.of(0, bytes.length).buffer));
      count += search(new Text(kernel, room, bytes.length), { address: windows.address, count: 1 });
      kernel.release(windows);
      kernel.release(room);
    }
    return count;
  };
}

measure('prefilter', () => {
  const kernel = new Kernel();
  const prefilter = new Prefilter(tables, kernel);
  return overTexts(kernel, (text, windows) => {
    let hits = 0;
    prefilter.visit(text, windows, (pairs) => (hits += pairs.length / 2));
    return hits;
  });
});
measure('encoded runs', () => {
  const kernel = new Kernel();
  const finder = new RunFinder(kernel);
  return overTexts(kernel, (text, windows) => finder.find(text, windows).length);
});
measure('end to end', () => {
  // A new one each time: it remembers lines.
  const scanner = new Scanner(compiled, new Kernel(), { key: new Uint8Array(32), limits: DEFAULT_LIMITS, tables });
  return () => scanSegments(scanner, files).matches.length;
});
