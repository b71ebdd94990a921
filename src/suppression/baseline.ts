import * as z from 'zod';

import type { Severity } from '../model/credential.ts';
import { BittingError } from '../model/errors.ts';

const SCHEMA = 'bitting-baseline/1';

const baselineSchema = z.strictObject({
  schema: z.literal(SCHEMA),
  madeWith: z.string().regex(/^[0-9a-f]{16}$/),
  entries: z
    .array(
      z.strictObject({
        finding: z.string().regex(/^finding-[0-9a-f]{16}$/),
        about: z
          .string()
          .regex(/^cred-[0-9a-f]{24}$/)
          .exactOptional(),
        check: z.string().max(200),
        severity: z.enum(['critical', 'high', 'medium', 'low', 'info']),
        where: z.string().max(5000),
      }),
    )
    .max(1_000_000),
});

/** A finding that was known when the baseline was made. */
export interface BaselineEntry {
  readonly finding: string;
  /** Id of the credential it is about, where it is about one. Not called so: the file is scanned, too. */
  readonly about?: string;
  readonly check: string;
  readonly severity: Severity;
  /** The file or resource it stood at, for people; nothing is compared with it. */
  readonly where: string;
}

export interface Baseline {
  /** The file, as it was named. */
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
}

/**
 * Reads a baseline.
 *
 * @param keyName - Name of the key of this run
 * @throws BittingError BITTING_E_BASELINE when it is none, or was made with another fingerprint key
 */
export function parseBaseline(text: string, file: string, keyName: string): Baseline {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's message quotes the text.
    throw invalid(file, 'it is not JSON.');
  }
  const parsed = baselineSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalid(file, `${issue?.path.join('.') || 'the top level'}: ${issue?.message ?? 'not as expected'}.`);
  }
  const { madeWith, entries } = parsed.data;
  if (madeWith !== keyName) {
    throw new BittingError(
      'BITTING_E_BASELINE',
      `The baseline ${file} was made with fingerprint key ${madeWith}, and this run uses ${keyName}: their ids do ` +
        'not compare. Use the key it was made with (--key-file or BITTING_KEY_FILE), or write the baseline anew.',
    );
  }
  return { file, entries };
}

/** The text of a baseline: a line for each entry, sorted, so that two versions of it can be merged. */
export function* baselineText(entries: readonly BaselineEntry[], keyName: string): Generator<string> {
  yield `{\n"schema": ${JSON.stringify(SCHEMA)},\n"madeWith": ${JSON.stringify(keyName)},\n"entries": [`;
  const lines = [...new Set(entries.map((entry) => JSON.stringify(entry)))].sort();
  for (const [index, line] of lines.entries()) yield `${index === 0 ? '' : ','}\n${line}`;
  yield '\n]\n}\n';
}

function invalid(file: string, why: string): BittingError {
  return new BittingError('BITTING_E_BASELINE', `${file} is not a baseline that can be read: ${why}`);
}
