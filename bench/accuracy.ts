// How right this scanner is, beside its peers: precision, recall and F1 on labelled corpora, findings on clean
// repositories, and the vectors of rule tests. docs/accuracy.md tells the rules and what came out.
//
//   npm run accuracy -- CORPUS… [--clean DIR…] [--vectors FILE…] [option…]
//
// Peers are those that bench/install-peers.sh put into the cache folder, or that stand in PATH; they run without any
// network where that is allowed. Values are held in memory while they are compared; what is written holds none.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cleanFigures, measureFolder } from './accuracy/clean.ts';
import { disagreementsOnClean, disagreementsOnCorpus } from './accuracy/disagreements.ts';
import type { Disagreement } from './accuracy/disagreements.ts';
import type { Finding } from './accuracy/finding.ts';
import { readFindings } from './accuracy/findings-file.ts';
import { judgeOf, readJudgements } from './accuracy/judged.ts';
import { readCorpus } from './accuracy/labels.ts';
import { JUDGED, readOptions, USAGE } from './accuracy/options.ts';
import type { Options } from './accuracy/options.ts';
import { writeTables } from './accuracy/page.ts';
import { EMPTY_RECORD, mergeRecords, readRecord, withoutDetectors } from './accuracy/record.ts';
import type { AccuracyRecord } from './accuracy/record.ts';
import { scan, withoutNetwork } from './accuracy/run-scanner.ts';
import { ownScanner, peerScanners } from './accuracy/scanners.ts';
import type { Scanner } from './accuracy/scanners.ts';
import { judge, scoreOf } from './accuracy/score.ts';
import type { Judged } from './accuracy/score.ts';
import { disagreementTable, recordTables, ruleTable } from './accuracy/tables.ts';
import { TextLines } from './accuracy/text-lines.ts';
import { readVectors, ruleFigures, vectorFigures } from './accuracy/vectors.ts';
import { findInstalled } from './compare/tools.ts';
import type { Installed } from './compare/tools.ts';

const OWN = 'bitting';

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** What each scanner finds in a folder. A scanner that fails is named and left out. */
async function scanAll(
  tools: readonly Installed<Scanner>[],
  folder: string,
  options: Options,
  offline: readonly string[],
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const found = new Map<string, readonly Finding[]>();
  for (const installed of tools) {
    const { name } = installed.tool;
    try {
      const findings = await scan(installed, folder, { cache: options.cache, timeout: options.timeout, offline });
      found.set(name, findings);
      say(`${basename(folder)} ${name}: ${findings.length} findings`);
    } catch (error) {
      if (name === OWN) throw error;
      say(`${basename(folder)} ${name}: left out, ${error instanceof Error ? error.message : 'it failed'}`);
    }
  }
  return found;
}

function withoutOwn<T>(all: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  return new Map([...all].filter(([name]) => name !== OWN));
}

type Versions = ReadonlyMap<string, string>;

/** `found` by scanner, paths relative to the corpus. */
function scoreCorpus(
  folder: string,
  found: ReadonlyMap<string, readonly Finding[]>,
  versions: Versions,
): { readonly record: AccuracyRecord['corpora'][string]; readonly rows: readonly Disagreement[] } {
  const { labels, digest } = readCorpus(folder);
  const judged = new Map<string, readonly Judged[]>();
  for (const [name, findings] of found) {
    const texts = new Map<string, TextLines>();
    const textOf = (file: string): TextLines => {
      const text = texts.get(file) ?? new TextLines(readFileSync(join(folder, file), 'utf8'));
      texts.set(file, text);
      return text;
    };
    judged.set(name, judge(labels, findings, textOf));
  }
  const tools = [...judged].map(
    ([name, each]) => [name, { version: versions.get(name) ?? '', score: scoreOf(labels, each) }] as const,
  );
  const own = judged.get(OWN);
  return {
    record: { digest, rows: labels.length, tools: Object.fromEntries(tools) },
    rows: own === undefined ? [] : disagreementsOnCorpus(labels, own, withoutOwn(judged)),
  };
}

function measureClean(
  folder: string,
  found: ReadonlyMap<string, readonly Finding[]>,
  versions: Versions,
): { readonly record: AccuracyRecord['clean'][string]; readonly rows: readonly Disagreement[] } {
  const said = judgeOf(folder, readJudgements(JUDGED));
  const tools = [...found].map(
    ([name, findings]) => [name, { version: versions.get(name) ?? '', ...cleanFigures(findings, said) }] as const,
  );
  const own = found.get(OWN);
  return {
    record: { ...measureFolder(folder), tools: Object.fromEntries(tools) },
    rows: own === undefined ? [] : disagreementsOnClean(own, withoutOwn(found), said),
  };
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  mkdirSync(options.out, { recursive: true });
  const write = (name: string, rows: unknown, text: string): void => {
    writeFileSync(join(options.out, `${name}.json`), `${JSON.stringify(rows, undefined, 1)}\n`);
    writeFileSync(join(options.out, `${name}.md`), text);
  };
  const wanted = [ownScanner(options.bitting), ...peerScanners].filter(
    ({ name }) => options.only?.includes(name) ?? true,
  );
  const tools = await findInstalled(wanted, options.cache);
  for (const { name } of wanted) {
    if (!tools.some(({ tool }) => tool.name === name)) say(`${name} is not installed: bench/install-peers.sh`);
  }
  const offline = await withoutNetwork();
  if (offline.length === 0) say('Scanners are told to use no network; nothing else keeps them from it here.');
  const versions: Versions = new Map(tools.map(({ tool, version }) => [tool.name, version]));

  const corpora: Record<string, AccuracyRecord['corpora'][string]> = {};
  for (const folder of options.corpora) {
    const data = await scanAll(tools, join(folder, 'data'), options, offline);
    const found = new Map(
      [...data].map(([name, list]) => [name, list.map((each) => ({ ...each, file: `data/${each.file}` }))]),
    );
    for (const { name, file } of options.findings) found.set(name, [...readFindings(file)]);
    const { record, rows } = scoreCorpus(folder, found, versions);
    corpora[basename(folder)] = record;
    write(`disagreements-${basename(folder)}`, rows, disagreementTable(basename(folder), rows));
  }
  const clean: Record<string, AccuracyRecord['clean'][string]> = {};
  for (const folder of options.clean) {
    const { record, rows } = measureClean(folder, await scanAll(tools, folder, options, offline), versions);
    clean[basename(folder)] = record;
    write(`clean-${basename(folder)}`, rows, disagreementTable(basename(folder), rows));
  }
  const vectors: Record<string, AccuracyRecord['vectors'][string]> = {};
  for (const file of options.vectors) {
    const name = basename(file).replace(/\.jsonl$/, '');
    // Loads every detector, so only where it is needed.
    const { testVectors } = await import('./accuracy/test-vectors.ts');
    const results = testVectors(readVectors(file));
    vectors[name] = { version: versions.get(OWN) ?? '', ...vectorFigures(results) };
    const wrong = results.filter(({ expect, found }) => expect !== found);
    write(`vectors-${name}`, wrong, ruleTable(name, ruleFigures(results)));
  }

  const now = mergeRecords(EMPTY_RECORD, { corpora, clean, vectors });
  const before = options.record === undefined ? EMPTY_RECORD : earlier(options.record);
  const record = mergeRecords(before, now);
  write('results', now, recordTables(now));
  if (options.record !== undefined) {
    writeFileSync(options.record, `${JSON.stringify(withoutDetectors(record, OWN), undefined, 1)}\n`);
  }
  if (options.page !== undefined) writeTables(options.page, recordTables(record));
  process.stdout.write(`${recordTables(now)}\nResults: ${options.out}\n`);
  return 0;
}

function earlier(file: string): AccuracyRecord {
  try {
    return readRecord(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return EMPTY_RECORD;
    throw error;
  }
}

process.exitCode = await main();
