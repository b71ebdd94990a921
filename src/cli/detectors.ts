import * as z from 'zod';

import { detectors } from '../../detectors/index.ts';
import { parseOptions } from './parse-options.ts';
import type { CommandContext } from './program.ts';

const optionsSchema = z.object({ json: z.boolean().default(false) });

/** `bitting detectors`: what is looked for, sorted by id. */
export function listDetectors(raw: object, { terminal }: CommandContext): void {
  const options = parseOptions(optionsSchema, raw);
  const rows = [...detectors]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, title, provider, kind, severity, docs }) => ({ id, title, provider, kind, severity, docs }));
  if (options.json) {
    terminal.out(`${JSON.stringify(rows, undefined, 2)}\n`);
    return;
  }
  const width = Math.max(...rows.map(({ id }) => id.length));
  for (const { id, title, severity } of rows) terminal.out(`${id.padEnd(width)}  ${severity.padEnd(8)}  ${title}\n`);
}
