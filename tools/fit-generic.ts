// Fits the weights of the generic detector's judge to a labelled corpus, and writes src/engine/generic/weights.ts.
// Usage: npm run fit -- CORPUS [CLEAN…] [--dry-run]. CLEAN are folders of repositories that hold hardly any credential.
// Tells first how well weights fitted to nine tenths of the repositories judge the last tenth.
import { readFileSync, writeFileSync } from 'node:fs';
import { featuresAt, featuresOf } from '../src/engine/generic/features.ts';
import { nameKind } from '../src/engine/generic/name-kind.ts';
import { PATH_CLASSES, pathClass } from '../src/engine/generic/path-class.ts';
import { readAssignment } from '../src/engine/generic/assigned.ts';
import { rejection, rejectionIn } from '../src/engine/generic/rejected.ts';
import { candidatesOf } from './fit/candidates.ts';
import { DRAWN, drawnFiles } from './fit/drawn.ts';
import { readCorpus, readUnjudged } from './fit/labelled-corpus.ts';
import type { LabelledFile } from './fit/labelled-corpus.ts';
import { fitLogistic, logOdds } from './fit/logistic.ts';
import type { Model, Sample } from './fit/logistic.ts';

const FOLDS = 10;
const RIDGE = 2;
/** What nobody judged is most likely none, but not surely. */
const UNJUDGED = 0.35;
const CLEAN = 0.2;
/** What was drawn is a credential without doubt, but nobody wrote it. */
const DRAWN_WEIGHT = 0.25;
const TARGET = new URL('../src/engine/generic/weights.ts', import.meta.url);

interface Case extends Sample {
  readonly repo: string;
  readonly judged: boolean;
}

function readCases(files: Iterable<LabelledFile>, unjudged: number): readonly Case[] {
  const cases: (Case & { readonly value: string })[] = [];
  for (const file of files) {
    const path = PATH_CLASSES[pathClass(file.path)];
    for (const { candidate, truth } of candidatesOf(file)) {
      const assigned = readAssignment(candidate);
      const kind = nameKind(assigned.words);
      if (truth === '-' || path === undefined || kind === 'none') continue;
      if ((rejection(assigned, kind) ?? rejectionIn(path, assigned)) !== undefined) continue;
      const features = new Map([...featuresOf(assigned, kind), ...featuresAt(assigned, path)]);
      const judged = truth !== 'U';
      const weight = file.repo === DRAWN ? DRAWN_WEIGHT : judged ? 1 : unjudged;
      cases.push({ repo: file.repo, value: candidate.value, features, positive: truth === 'T', judged, weight });
    }
  }
  // A value that stands in a repository a hundred times teaches as much as ten.
  const counts = new Map<string, number>();
  for (const each of cases) counts.set(key(each), (counts.get(key(each)) ?? 0) + 1);
  return cases.map((each) => ({ ...each, weight: each.weight / Math.sqrt(counts.get(key(each)) ?? 1) }));
}

function key({ repo, value }: { readonly repo: string; readonly value: string }): string {
  return `${repo}\n${value}`;
}

function crossValidate(cases: readonly Case[]): void {
  const repos = [...new Set(cases.map(({ repo }) => repo))].filter((repo) => repo !== DRAWN).sort();
  const foldOf = new Map(repos.map((repo, index) => [repo, index % FOLDS]));
  const scores = new Map<Case, number>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fitLogistic(
      cases.filter(({ repo }) => foldOf.get(repo) !== fold),
      RIDGE,
    );
    for (const each of cases) if (foldOf.get(each.repo) === fold) scores.set(each, logOdds(model, each.features));
  }
  const written = cases.filter(({ repo }) => repo !== DRAWN);
  const positives = written.filter(({ positive }) => positive).length;
  process.stdout.write('log-odds  precision  recall     F1  false  unjudged\n');
  for (let threshold = -2; threshold <= 3; threshold += 0.5) {
    const told = written.filter((each) => (scores.get(each) ?? 0) >= threshold);
    const right = told.filter(({ positive }) => positive).length;
    const wrong = told.filter(({ positive, judged }) => judged && !positive).length;
    const [precision, recall] = [right / (right + wrong), right / positives];
    const cells = [precision, recall, (2 * precision * recall) / (precision + recall)].map((each) => each.toFixed(3));
    process.stdout.write(
      `${threshold.toFixed(1).padStart(8)}  ${cells[0]?.padStart(9)}  ${cells[1]?.padStart(6)}  ${cells[2]}  ` +
        `${String(wrong).padStart(5)}  ${String(told.length - right - wrong).padStart(8)}\n`,
    );
  }
}

function write({ bias, weights }: Model): void {
  const source = readFileSync(TARGET, 'utf8');
  const rows = [...weights]
    .filter(([, weight]) => Math.abs(weight) >= 0.02)
    .map(([name, weight]) => `  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${Number(weight.toFixed(2))},`);
  const fitted = `export const BIAS = ${bias.toFixed(2)};\n\nexport const WEIGHTS: Readonly<Record<string, number>> = {\n${rows.join('\n')}\n};\n`;
  writeFileSync(TARGET, source.replace(/export const BIAS = [\s\S]*?\n};\n/, fitted));
  process.stdout.write(`${rows.length} weights written to src/engine/generic/weights.ts\n`);
}

const options = process.argv.slice(2);
const [corpus, ...clean] = options.filter((option) => option !== '--dry-run');
if (corpus === undefined) {
  process.stderr.write('Usage: npm run fit -- CORPUS [CLEAN…] [--dry-run]\n');
  process.exitCode = 2;
} else {
  const labelled = readCases(readCorpus(corpus), UNJUDGED);
  const cases = [
    ...labelled,
    ...clean.flatMap((folder) => readCases(readUnjudged(folder), CLEAN)),
    ...readCases(drawnFiles(), CLEAN),
  ];
  const positives = cases.filter(({ positive }) => positive).length;
  process.stdout.write(`${cases.length} assignments, ${labelled.length} of the corpus, ${positives} credentials\n`);
  crossValidate(cases);
  if (!options.includes('--dry-run')) write(fitLogistic(cases, RIDGE));
}
