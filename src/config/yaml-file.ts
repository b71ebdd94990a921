import { LineCounter, isNode, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type * as z from 'zod';

import { BittingError, messageOf } from '../model/errors.ts';

export interface ParsedYaml<Schema extends z.ZodType> {
  readonly data: z.infer<Schema>;
  /** Line of what stands at a path, such as `['exceptions', 3]`. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

/**
 * Reads YAML that must follow a schema.
 *
 * @throws BittingError BITTING_E_CONFIG_INVALID with one line for each thing wrong: file, line, column, what, where.
 */
export function parseYaml<Schema extends z.ZodType>(text: string, file: string, schema: Schema): ParsedYaml<Schema> {
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
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) {
    return { data: parsed.data, lineOf: (path) => lines.linePos(offsetOf(document, path)).line };
  }
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
