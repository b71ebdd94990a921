import type * as z from 'zod';

import { BittingError } from '../model/errors.ts';
import { readYaml } from './read-yaml.ts';
import type { ReadYaml } from './read-yaml.ts';

export interface ParsedYaml<Schema extends z.ZodType> extends Pick<ReadYaml, 'positionOf'> {
  readonly data: z.infer<Schema>;
}

/**
 * Reads YAML that must follow a schema; an empty file is an empty object.
 *
 * @throws BittingError BITTING_E_CONFIG_INVALID with one line for each thing wrong: file, line, column, what, where.
 */
export function parseYaml<Schema extends z.ZodType>(text: string, file: string, schema: Schema): ParsedYaml<Schema> {
  const { value, positionOf } = readYaml(text, file, 'BITTING_E_CONFIG_INVALID');
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return { data: parsed.data, positionOf };
  const problems = parsed.error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    const { line, column } = positionOf(path);
    const where = path.length === 0 ? 'the top level' : path.join('.');
    return `${file}:${line}:${column}: ${where}: ${issue.message}`;
  });
  throw new BittingError('BITTING_E_CONFIG_INVALID', problems.join('\n'));
}
