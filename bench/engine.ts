// Speed of the engine over the files of a folder: node bench/engine.ts FOLDER
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { detectors } from '../detectors/index.ts';
import { compileDetectors } from '../src/engine/compile.ts';
import { visitAlphabetRuns, visitPercentRuns } from '../src/engine/decode/encoded-run.ts';
import { Scanner } from '../src/engine/scanner.ts';

const ROUNDS = 3;

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('usage: node bench/engine.ts FOLDER\n');
  process.exit(2);
}

const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true,
);
const files = paths.map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
const megabytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
process.stdout.write(`${files.length} files, ${megabytes.toFixed(1)} MB, ${detectors.length} detectors\n`);

const compiled = compileDetectors(detectors);

function measure(what: string, round: () => number): void {
  for (let index = 0; index < ROUNDS; index++) {
    const begun = performance.now();
    const count = round();
    const seconds = (performance.now() - begun) / 1000;
    process.stdout.write(`${what.padEnd(16)} ${(megabytes / seconds).toFixed(1).padStart(8)} MB/s  ${count} found\n`);
  }
}

measure('prefilter', () => {
  let hits = 0;
  for (const { bytes } of files) compiled.prefilter.find(bytes, () => hits++);
  return hits;
});
measure('encoded runs', () => {
  let runs = 0;
  for (const { bytes } of files) {
    visitAlphabetRuns(bytes, () => runs++);
    visitPercentRuns(bytes, () => runs++);
  }
  return runs;
});
measure('end to end', () => {
  const scanner = new Scanner(compiled, new Uint8Array(32));
  return files.reduce((sum, { path, bytes }, id) => sum + scanner.scan({ id, path, bytes }).matches.length, 0);
});
