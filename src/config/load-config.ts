import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { LineCounter, isNode, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type * as z from 'zod';

import type { Config } from '../model/config.ts';
import { BittingError, messageOf } from '../model/errors.ts';
import { configSchema, toConfig } from './schema.ts';

export interface LoadedConfig {
  readonly config: Config;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly digest: string;
}

/**
 * Reads and checks a `bitting.yaml`.
 *
 * @throws BittingError BITTING_E_CONFIG_INVALID with one line for each thing wrong: file, line, column, what, where.
 */
export async function loadConfig(file: string): Promise<LoadedConfig> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new BittingError('BITTING_E_CONFIG_INVALID', `Cannot read the configuration ${file}: ${messageOf(error)}.`, {
      cause: error,
    });
  }
  return { config: parseConfig(text, file), digest: createHash('sha256').update(text).digest('hex') };
}

export function parseConfig(text: string, file: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [syntax] = document.errors;
  if (syntax !== undefined) {
    const { line, col } = lines.linePos(syntax.pos[0]);
    throw new BittingError('BITTING_E_CONFIG_INVALID', `${file}:${line}:${col}: not valid YAML: ${messageOf(syntax)}`);
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new BittingError('BITTING_E_CONFIG_INVALID', `${file}: ${messageOf(error)}.`, { cause: error });
  }
  const parsed = configSchema.safeParse(value ?? {});
  if (parsed.success) return toConfig(parsed.data);
  const problems = parsed.error.issues.map((issue) => describe(issue, document, lines, file));
  throw new BittingError('BITTING_E_CONFIG_INVALID', problems.join('\n'));
}

function describe(issue: z.core.$ZodIssue, document: Document, lines: LineCounter, file: string): string {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  const { line, col } = lines.linePos(offsetOf(document, path));
  const where = path.length === 0 ? 'the top level' : path.join('.');
  return `${file}:${line}:${col}: ${where}: ${issue.message}`;
}

/** Offset of the node at the path, or of its closest ancestor that is there. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
