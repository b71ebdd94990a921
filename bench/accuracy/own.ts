import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { RawFinding } from './finding.ts';
import { TextLines } from './text-lines.ts';

const place = z.object({
  kind: z.literal('file'),
  path: z.string(),
  line: z.int(),
  column: z.int(),
  endLine: z.int(),
  endColumn: z.int(),
});

const report = z.object({
  credentials: z.array(
    z.object({ detector: z.string(), places: z.array(z.union([place, z.object({ kind: z.literal('resource') })])) }),
  ),
});

/**
 * The places of a `report.json` as findings, each with what stands there in the file. What stands in an archive has no
 * file to cut it from: its lines count.
 */
export function* bittingFindings(text: string, folder: string): Generator<RawFinding> {
  const { credentials } = report.parse(JSON.parse(text));
  const places = credentials.flatMap((credential) =>
    credential.places.flatMap((each) => (each.kind === 'file' ? [{ ...each, detector: credential.detector }] : [])),
  );
  for (const [file, own] of Map.groupBy(places, ({ path }) => path)) {
    const lines = readLines(join(folder, file));
    for (const { line, column, endLine, endColumn, detector } of own) {
      yield { file, line, endLine, secret: lines?.cut(line, column, endLine, endColumn), detector };
    }
  }
}

function readLines(path: string): TextLines | undefined {
  try {
    return new TextLines(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code)))
      return undefined;
    throw error;
  }
}
