import * as z from 'zod';

import { BittingError } from '../model/errors.ts';
import { SEVERITIES } from './options.ts';

export const failOnSchema = z.enum([...SEVERITIES, 'none']);

/**
 * Options as commander gives them, checked and typed.
 *
 * @throws BittingError BITTING_E_USAGE that names the option and what it takes, never what was given: it may be secret.
 */
export function parseOptions<Schema extends z.ZodType>(schema: Schema, raw: object): z.output<Schema> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `--${optionName(path)}: ${message}.`);
  throw new BittingError('BITTING_E_USAGE', problems.join('\n'));
}

/** `keyFile` is `--key-file` on the command line. */
function optionName(path: readonly PropertyKey[]): string {
  return String(path[0] ?? '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
