import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { distinctFindings } from './finding.ts';
import type { Finding } from './finding.ts';

const row = z.object({
  file: z.string(),
  line: z.int(),
  end_line: z.int().nullish(),
  secret: z.string().nullish(),
  detector: z.string().default('unnamed'),
});

/** Files are those of the corpus whatever stands before `data/`. */
const IN_CORPUS = /(?:^|\/)(data\/[0-9a-f]{8}\/.*)$/;

/**
 * What some scanner found on a corpus: one JSON object a line.
 *
 * @throws Error when a line is none.
 */
export function readFindings(path: string): readonly Finding[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return distinctFindings(
    lines.map((line) => {
      const { file, secret, end_line, ...rest } = row.parse(JSON.parse(line));
      const name = file.replaceAll('\\', '/');
      return {
        ...rest,
        file: IN_CORPUS.exec(name)?.[1] ?? name.replace(/^\.\//, ''),
        endLine: end_line ?? undefined,
        secret: secret ?? undefined,
      };
    }),
  );
}
