import { detectors } from '../../detectors/index.ts';
import { isPlaceholder } from '../../src/engine/checks/not-placeholder.ts';
import { scanInline } from '../../src/engine/scan-inline.ts';
import type { Vector, VectorResult } from './vectors.ts';

/** Providers of the detectors that go by names and looks. */
const GENERIC = new Set(['Generic', 'HTTP']);

/** Runs every detector over every vector, each a file of its own. */
export function testVectors(vectors: readonly Vector[]): readonly VectorResult[] {
  const known = new Map(detectors.map((detector) => [detector.id, detector]));
  const segments = vectors.map(({ text, path }, id) => ({
    id,
    path: path || 'config/settings.txt',
    bytes: Buffer.from(text),
  }));
  const { matches } = scanInline(segments, { detectors, key: new Uint8Array(32) });
  const byVector = Map.groupBy(matches, ({ segment }) => segment);
  return vectors.map(({ rule, text, expect, secret }, id) => {
    const bytes = Buffer.from(text);
    const hits = (byVector.get(id) ?? []).filter(({ detector }) => known.get(detector)?.reference === undefined);
    const right = hits.filter(({ start, end }) => {
      if (!secret) return true;
      const value = bytes.toString('utf8', start, end);
      return value.includes(secret) || secret.includes(value);
    });
    return {
      line: id + 1,
      rule,
      expect,
      found: (expect ? right : hits).length > 0,
      byProvider: right.some(({ detector }) => !GENERIC.has(known.get(detector)?.provider ?? '')),
      standIn: isPlaceholder(secret || longestRun(text)),
      detectors: [...new Set(hits.map(({ detector }) => detector))],
    };
  });
}

/** What is likely the value where a vector does not name it. */
function longestRun(text: string): string {
  const runs = text.match(/[\w.+/~-]{8,}={0,2}/g) ?? [];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}
