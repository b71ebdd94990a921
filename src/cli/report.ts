import { relative, resolve } from 'node:path';

import * as z from 'zod';

import { readReport } from '../../reporters/read-report.ts';
import { writeReports } from '../../reporters/write.ts';
import { formatsSchema } from './formats.ts';
import { parseOptions } from './parse-options.ts';
import type { CommandContext } from './program.ts';

const optionsSchema = z.object({ out: z.string().min(1), format: formatsSchema, quiet: z.boolean().default(false) });

/** `bitting report`: the same report again, from its JSON alone. */
export async function rerender(file: string, raw: object, { terminal, signal }: CommandContext): Promise<void> {
  const options = parseOptions(optionsSchema, raw);
  const report = await readReport(resolve(terminal.cwd, file));
  const written = await writeReports(report, resolve(terminal.cwd, options.out), options.format, signal);
  if (options.quiet) return;
  for (const { path } of written) terminal.out(`${relative(terminal.cwd, path) || path}\n`);
}
