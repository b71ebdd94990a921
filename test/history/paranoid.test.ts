import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectors } from '../../detectors/index.ts';
import { timedWorkers } from '../../src/audit/timed-workers.ts';
import { openEngine } from '../../src/engine/pool.ts';
import type { Attempt, Workers } from '../../src/engine/workers.ts';
import type { ComparedObjects } from '../../src/history/compare-whole.ts';
import type { UnitPayload, UnitResult } from '../../src/history/tasks.ts';
import { SILENT } from '../../src/model/progress.ts';
import type { CoverageRow } from '../../src/model/source.ts';
import { discoverSources } from '../../src/sources/discover.ts';
import type { PlacedMatch } from '../../src/sources/history-reader.ts';
import type { Located } from '../../src/sources/source-reader.ts';
import { exampleMaker } from '../support/example-maker.ts';
import { gitFixture, runGit, temporaryFolder } from '../support/git-fixture.ts';
import type { GitFixture } from '../support/git-fixture.ts';
import { inlineWorkers } from '../support/inline-workers.ts';
import { PLAIN } from '../support/read-source.ts';
import { buildHistory, randomHistory } from './support/random-history.ts';

const signal = new AbortController().signal;
const realWorkers = inlineWorkers(new URL('../../detectors/index.ts', import.meta.url));

interface TwoWays {
  readonly compared: readonly ComparedObjects[];
  readonly placed: readonly PlacedMatch[];
  readonly coverage: readonly CoverageRow[];
}

/** Reads the history of a repository both ways, as an audit does. */
async function scanBothWays(path: string, workers: Workers = realWorkers): Promise<TwoWays> {
  const { readers } = await discoverSources([path], PLAIN);
  const [reader] = readers;
  const compared: ComparedObjects[] = [];
  const onComparison = (each: ComparedObjects): void => void compared.push(each);
  const placed: PlacedMatch[] = [];
  const take = (located: Located): void => void placed.push(...located.placed);
  const engine = openEngine(workers);
  await reader?.scanHistory?.({ workers, engine, detectors, onComparison, take, signal });
  return { compared, placed, coverage: reader?.summary().coverage ?? [] };
}

/** Blobs, commits and tags, as git counts them. */
function scannedObjects(path: string): number {
  const all = runGit(path, ['cat-file', '--batch-all-objects', '--batch-check=%(objecttype)']).split('\n');
  return all.filter((type) => type !== 'tree').length;
}

describe('a history scanned both ways', () => {
  it('gives the same, however it came about and however it is stored', async () => {
    let matches = 0;
    const bytes = { all: 0, searched: 0 };
    const progress = {
      ...SILENT,
      worked: ({ objects }: { objects?: { bytes: number; searched: number } }): void => {
        bytes.all += objects?.bytes ?? 0;
        bytes.searched += objects?.searched ?? 0;
      },
    };
    const workers = timedWorkers(realWorkers, progress);
    await fc.assert(
      fc.asyncProperty(randomHistory, async (history) => {
        const { path } = gitFixture({ path: temporaryFolder() });
        buildHistory(path, history);
        const { compared, placed, coverage } = await scanBothWays(path, workers);
        expect(compared).toEqual([{ objects: scannedObjects(path), differing: 0, unconfirmed: 0 }]);
        expect(coverage.map(({ outcome }) => outcome)).toEqual(['read']);
        matches += placed.length;
      }),
      { numRuns: Number(process.env['BITTING_RUNS'] ?? 12) },
    );
    // Or the property says nothing: there are matches, and the scan by changes left much out.
    expect(matches).toBeGreaterThan(100);
    expect(bytes.searched).toBeLessThan(bytes.all * 0.9);
  }, 120_000);

  it('says of how many objects both gave the same', async () => {
    const { path } = historyOfOneToken();
    const { compared, coverage } = await scanBothWays(path);
    expect(compared).toEqual([{ objects: 4, differing: 0, unconfirmed: 0 }]);
    expect(coverage).toEqual([expect.objectContaining({ outcome: 'read', unit: 'objects', count: 4 })]);
  });

  it('tells what only one of them found, and which objects, without a value', async () => {
    const { path, blobs } = historyOfOneToken();
    const lost: readonly (readonly [UnitPayload['mode'], number, number])[] = [
      // In each of both blobs one detector finds its format and another the name before it.
      ['whole', 4, 0],
      ['changes', 0, 4],
    ];
    for (const [mode, onlyByChanges, onlyWhole] of lost) {
      const { compared, placed, coverage } = await scanBothWays(
        path,
        finding(mode, (found) => found.slice(0, 0)),
      );
      expect(compared).toEqual([{ objects: 4, differing: 2, unconfirmed: 0 }]);
      const row = coverage.find(({ outcome }) => outcome !== 'read');
      expect(row).toMatchObject({ outcome: 'limited', unit: 'objects', count: 2 });
      expect(row?.what).toContain(`${onlyByChanges} only by what changed, ${onlyWhole} only whole`);
      expect(row?.examples?.toSorted()).toEqual(blobs.toSorted());
      expect(JSON.stringify(coverage)).not.toContain(TOKEN.slice(4));
      // Whatever either found is told.
      expect(new Set(placed.flatMap(({ places }) => places.map(({ blob }) => blob)))).toEqual(new Set(blobs));
    }
  });

  it('says so of objects that could not be scanned whole', async () => {
    const { path } = historyOfOneToken();
    const { compared, placed, coverage } = await scanBothWays(path, failing('whole'));
    expect(compared).toEqual([{ objects: 0, differing: 0, unconfirmed: 4 }]);
    expect(coverage).toEqual([expect.objectContaining({ outcome: 'limited', unit: 'objects', count: 4 })]);
    expect(placed).toHaveLength(2);
  });

  it('leaves to git what could not be scanned by changes, and does not tell it twice', async () => {
    const { path } = historyOfOneToken();
    const { compared, placed, coverage } = await scanBothWays(path, failing('changes'));
    expect(compared).toEqual([{ objects: 4, differing: 0, unconfirmed: 0 }]);
    expect(coverage.filter(({ outcome }) => outcome !== 'read')).toEqual([]);
    expect(placed).toHaveLength(2);
  });
});

const TOKEN = exampleMaker('scanned twice').withCrc32Base62(`gh${'p_'}`, 30);

/** Two versions of a file with a token in each, one a delta on the other, and their two commits. */
function historyOfOneToken(): { readonly path: string; readonly blobs: readonly string[] } {
  const repo: GitFixture = gitFixture();
  const words = Array.from({ length: 50 }, (_, line) => `line ${line} of words`).join('\n');
  const blobs = [words, `${words}\nmore`].map((text, number) => {
    repo.write('a.txt', `TOKEN=${TOKEN}\n${text}\n`);
    repo.commit(`version ${number}`);
    return repo.git('rev-parse', 'HEAD:a.txt');
  });
  repo.git('repack', '-q', '-a', '-d', '-f');
  return { path: repo.path, blobs };
}

type Found = NonNullable<UnitResult['scanned']>['found'];

/** The real workers with a fault: what the scan of one mode finds goes through `change`. */
function finding(mode: UnitPayload['mode'], change: (found: Found) => Found): Workers {
  return faulty(mode, (result) => {
    const { scanned } = result;
    return {
      ok: true,
      result: scanned === undefined ? result : { ...result, scanned: { ...scanned, found: change(scanned.found) } },
    };
  });
}

/** The real workers, but every unit that is scanned in one mode brings its worker down. */
function failing(mode: UnitPayload['mode']): Workers {
  return faulty(mode, (result) =>
    result.trees === undefined ? { ok: false, why: 'fell over', detector: -1 } : { ok: true, result },
  );
}

function faulty(mode: UnitPayload['mode'], change: (result: UnitResult) => Attempt<UnitResult>): Workers {
  return {
    ...realWorkers,
    async run<Result>(payload: object): Promise<Attempt<Result>> {
      const attempt = await realWorkers.run<Result>(payload);
      const { mode: own } = payload as Partial<UnitPayload>;
      if (!attempt.ok || own !== mode) return attempt;
      return change(attempt.result as UnitResult) as Attempt<Result>;
    },
  };
}
