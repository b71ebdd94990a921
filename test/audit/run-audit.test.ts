import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runAudit } from '../../src/audit/run-audit.ts';
import type { AuditOptions } from '../../src/audit/run-audit.ts';
import { newMatchBudget, scanSource } from '../../src/audit/scan-source.ts';
import { DEFAULT_CONFIG } from '../../src/config/default-config.ts';
import type { Sighting } from '../../src/graph/sighting.ts';
import { SILENT } from '../../src/model/progress.ts';
import type { Engine } from '../../src/model/segment.ts';
import { discoverSources } from '../../src/sources/discover.ts';
import { loadFingerprintKey } from '../../src/store/fingerprint-key.ts';
import { temporaryFolder } from '../support/git-fixture.ts';
import { PLAIN } from '../support/read-source.ts';

async function optionsFor(targets: readonly string[]): Promise<AuditOptions> {
  return {
    targets,
    history: true,
    archives: true,
    gitignore: false,
    include: [],
    exclude: [],
    dumps: { aws: [], azure: [], github: [] },
    config: DEFAULT_CONFIG,
    key: await loadFingerprintKey(join(temporaryFolder(), 'key')),
    outputs: [],
    jobs: 1,
    progress: SILENT,
    signal: new AbortController().signal,
    now: () => new Date('2026-01-01T00:00:00Z'),
  };
}

describe('an audit', () => {
  it('that is aborted rejects with the reason, whatever it was doing', async () => {
    const folder = temporaryFolder();
    for (let file = 0; file < 20; file++) writeFileSync(join(folder, `f${file}`), 'words\n');
    const options = await optionsFor([folder]);
    for (const step of ['looking for', 'scanning', 'joining']) {
      const abort = new AbortController();
      const progress = {
        step: (what: string) => void (what.startsWith(step) && abort.abort(new Error('stopped by the test'))),
        advance: () => {},
      };
      const running = runAudit({ ...options, progress, signal: abort.signal });
      // The last step is not cut short: nothing is written yet, and whoever writes looks at the signal first.
      if (step === 'joining') expect((await running).sources).toHaveLength(1);
      else await expect(running, step).rejects.toThrow('stopped by the test');
    }
  });
});

describe('a source with more matches than a report can hold', () => {
  it('is told up to the limit, and the rest is a gap', async () => {
    const { readers } = await discoverSources(['-'], PLAIN, undefined, Readable.from([Buffer.from('words\n')]));
    const [reader] = readers;
    if (reader === undefined) throw new Error('no reader');
    const sightings: Sighting[] = [];
    const everything: Engine = {
      scan: async (segments) => ({
        matches: segments.flatMap(({ id }) => [0, 1, 2, 3, 4, 5, 6, 7, 8].map((start) => matchAt(id, start))),
        problems: [],
      }),
      close: async () => {},
    };
    const scanned = await scanSource(reader, {
      engine: everything,
      inFlight: 2,
      budget: newMatchBudget(4),
      sightings,
      progress: SILENT,
      signal: new AbortController().signal,
    });
    expect(sightings).toHaveLength(4);
    expect(scanned.summary.coverage).toMatchObject([{ outcome: 'limited', unit: 'segments', count: 5 }]);
  });
});

function matchAt(segment: number, start: number) {
  return {
    segment,
    detector: 'any',
    start,
    end: start + 1,
    line: 1,
    column: start + 1,
    endLine: 1,
    endColumn: start + 2,
    fingerprint: String(start),
    preview: '…',
    proof: 'format',
    confidence: 'high',
    facts: {},
  } as const;
}
