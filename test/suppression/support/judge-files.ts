import { checks } from '../../../src/analysis/checks.ts';
import { assembleReport } from '../../../src/audit/assemble-report.ts';
import { detectorSet } from '../../../src/audit/detector-set.ts';
import { suppressorFor } from '../../../src/audit/suppression.ts';
import type { SuppressionInput } from '../../../src/audit/suppression.ts';
import { DEFAULT_CONFIG } from '../../../src/config/default-config.ts';
import { openInlineEngine } from '../../../src/engine/scan-inline.ts';
import { buildGraph } from '../../../src/graph/build-graph.ts';
import type { FilePlace } from '../../../src/model/place.ts';
import type { LongReport } from '../../../src/model/report.ts';
import type { Segment } from '../../../src/model/segment.ts';
import type { CommentTool } from '../../../src/model/suppression.ts';
import { placeOf } from '../../../src/sources/place-of.ts';

/** A file of the work tree, or a version of one in history. */
export interface JudgedFile {
  readonly path: string;
  readonly text: string;
  readonly version?: Pick<FilePlace, 'commit' | 'blob'>;
}

export const KEY = {
  bytes: new TextEncoder().encode('key of the suppression tests, long enough'),
  name: 'a'.repeat(16),
};
const TODAY = new Date('2026-11-23T00:00:00Z');

const engine = openInlineEngine({ detectors: detectorSet.detectors, tables: detectorSet.tables(), key: KEY.bytes });
const source = { id: 'source-1', kind: 'repository', name: 'shop', locator: '/shop', status: 'read' } as const;

/** What an audit of these files says: the real engine and checks, without workers and disk. */
export async function judgeFiles(
  files: readonly JudgedFile[],
  { heeded, suppression }: { readonly heeded?: readonly CommentTool[]; readonly suppression?: SuppressionInput } = {},
): Promise<LongReport> {
  const segments = files.map(({ path, text }, id): Segment => ({ id, path, bytes: Buffer.from(text) }));
  const { matches } = await engine.scan(segments);
  const sightings = matches.map((match) => {
    const { path = '', version = {} } = files[match.segment] ?? {};
    return { match, places: [placeOf(match, source.id, path, version)] };
  });
  const config = { ...DEFAULT_CONFIG, ...(heeded !== undefined && { suppression: { inline: heeded } }) };
  const now = (): Date => TODAY;
  const graph = buildGraph({ sources: [source], sightings, facts: [], detectors: detectorSet.detectors, config });
  return assembleReport({
    graph,
    checks,
    config,
    coverage: [],
    totals: { files: files.length, blobs: 0, bytes: 0 },
    run: {
      id: 'run-1',
      tool: { name: 'bitting', version: '0.0.0' },
      started: TODAY.toISOString(),
      command: 'audit',
      targets: ['.'],
      detectors: { count: 0, digest: '' },
      fingerprintKey: KEY.name,
      history: false,
    },
    now,
    suppressor: suppressorFor(graph, {
      config,
      key: KEY,
      ...(suppression !== undefined && { suppression }),
      now,
      whole: true,
    }),
  });
}

/** Paths of the secrets that count, sorted. */
export function exposed({ findings }: Pick<LongReport, 'findings'>): readonly string[] {
  return Array.from(findings, ({ places: [place] }) => (place?.kind === 'file' ? place.path : '')).sort();
}

/** Paths of those set aside, sorted. */
export function setAside({ suppressed = [] }: Pick<LongReport, 'suppressed'>): readonly string[] {
  return Array.from(suppressed, ({ places: [place] }) => (place?.kind === 'file' ? place.path : '')).sort();
}
