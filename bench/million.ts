// How much memory and time an audit of very many matches takes after it has found them: joining, judging, writing.
//
//   node bench/million.ts [matches] [distinct | shared | places] [formats, such as json,sarif,html]
//
// `distinct`: every match is a credential of its own. `shared`: each credential stands in 1,000 sources. `places`: one
// repository holds each in 50 versions of its files. Values are made up and stand nowhere; fingerprints are hashes.
import { hash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { REPORT_FORMATS } from '../reporters/index.ts';
import { terminal } from '../reporters/terminal.ts';
import { writeReports } from '../reporters/write.ts';
import { checks } from '../src/analysis/checks.ts';
import { assembleReport } from '../src/audit/assemble-report.ts';
import { detectorSet } from '../src/audit/detector-set.ts';
import { DEFAULT_CONFIG } from '../src/config/default-config.ts';
import { buildGraph } from '../src/graph/build-graph.ts';
import type { Sighting } from '../src/graph/sighting.ts';
import type { LongReport } from '../src/model/report.ts';
import type { Source } from '../src/model/source.ts';
import { openSpill } from '../src/store/spill/open-spill.ts';
import { saveMemory } from '../src/store/spill/save-memory.ts';

const SHAPES = {
  distinct: { placesEach: 1, sources: 100 },
  shared: { placesEach: 1000, sources: 1000 },
  places: { placesEach: 50, sources: 1 },
} as const;
const DETECTORS = ['github-personal-access-token', 'generic-secret', 'slack-bot-token'] as const;

const matches = Number(process.argv[2] ?? 1_000_000);
const shape = SHAPES[z.enum(['distinct', 'shared', 'places']).parse(process.argv[3] ?? 'distinct')];
const formats = z.array(z.enum(REPORT_FORMATS)).parse(process.argv[4]?.split(',') ?? REPORT_FORMATS);

function sightingAt(index: number): Sighting {
  const credential = Math.floor(index / shape.placesEach);
  const value = hash('sha256', `value ${credential}`);
  const place = hash('sha256', `place ${index}`);
  const at = { line: 1 + (index % 997), column: 15, endLine: 1 + (index % 997), endColumn: 55 };
  return {
    match: {
      ...at,
      segment: index,
      detector: DETECTORS[credential % DETECTORS.length] ?? DETECTORS[0],
      start: 10,
      end: 50,
      fingerprint: value.slice(0, 32),
      preview: `…${value.slice(-4)}`,
      proof: 'checksum',
      confidence: 'high',
      facts: {},
    },
    places: [
      {
        ...at,
        kind: 'file',
        source: `source-${index % shape.sources}`,
        path: `services/${place.slice(0, 2)}/module-${index % 5003}/config/settings-${index % 11}.env`,
        commit: place.slice(0, 40),
        blob: place.slice(24),
        author: 'Rosa Quintero <rosa@harbour.example>',
        date: '2025-03-04T10:00:00Z',
      },
    ],
  };
}

async function stage<T>(what: string, work: () => Promise<T> | T): Promise<T> {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const wall = ((performance.now() - start) / 1000).toFixed(1);
  const { user, system } = process.cpuUsage(before);
  const spent = ((user + system) / 1e6).toFixed(1);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`${what.padEnd(16)} ${wall.padStart(6)} s   CPU ${spent.padStart(6)} s   peak ${peak} MB\n`);
  return result;
}

const sources = Array.from({ length: shape.sources }, (_, index): Source => ({
  id: `source-${index}`,
  kind: 'repository',
  name: `harbour/service-${index}`,
  locator: `/srv/harbour/service-${index}`,
  status: 'read',
}));

using collections = openSpill({ onSpill: saveMemory });
const folder = await mkdtemp(join(tmpdir(), 'bitting-bench-'));
try {
  await stage('start', () => {});
  const sightings = await stage('keep matches', () => {
    const builder = collections.list<Sighting>();
    for (let index = 0; index < matches; index++) builder.push(sightingAt(index));
    return builder.finish();
  });
  const graph = await stage('join', () =>
    buildGraph({
      sources,
      sightings,
      facts: [],
      detectors: detectorSet.detectors,
      config: DEFAULT_CONFIG,
      collections,
    }),
  );
  const report = await stage('judge', (): LongReport => {
    const run = {
      id: 'run-0000000000000000',
      tool: { name: 'bitting', version: '0.0.0' },
      started: new Date().toISOString(),
      command: 'audit',
      targets: ['/srv/harbour'],
      detectors: { count: detectorSet.detectors.length, digest: detectorSet.digest() },
      fingerprintKey: 'key-00000000',
      history: true,
    } as const;
    const totals = { files: 1000, blobs: 100_000, bytes: 1e9 };
    return assembleReport({
      graph,
      checks,
      config: DEFAULT_CONFIG,
      coverage: [],
      totals,
      run,
      now: () => new Date(),
      collections,
    });
  });
  process.stdout.write(`  ${report.credentials.length} credentials, ${report.findings.length} findings\n`);
  for (const format of formats) {
    const [written] = await stage(`write ${format}`, () =>
      writeReports(report, folder, [format], undefined, collections),
    );
    process.stdout.write(`  ${((written?.bytes ?? 0) / 1e6).toFixed(1)} MB\n`);
  }
  await stage('write terminal', () => [...terminal(report, { width: 100, color: false, written: [] })].length);
} finally {
  await rm(folder, { recursive: true });
}
