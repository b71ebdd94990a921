import * as z from 'zod';

import { BittingError } from '../../model/errors.ts';
import { ImportBuilder } from './imported.ts';
import type { Imported, PatternCheck } from './imported.ts';

const EXCLUDE_FILE = 'detect_secrets.filters.regex.should_exclude_file';

/** https://github.com/Yelp/detect-secrets: `results` by file, and the filters it was made with. */
const fileSchema = z.looseObject({
  filters_used: z
    .array(z.looseObject({ path: z.string(), pattern: z.array(z.string()).max(10_000).optional() }))
    .default([]),
  results: z.record(
    z.string(),
    z
      .array(
        z.looseObject({
          hashed_secret: z.string().regex(/^[0-9a-f]{40}$/),
          line_number: z.number().optional(),
          is_secret: z.boolean().nullish(),
        }),
      )
      .max(1_000_000),
  ),
});

/**
 * A baseline of detect-secrets. It knows each value by its SHA-1; nothing of that is kept.
 *
 * @throws BittingError BITTING_E_IMPORT when it is none
 */
export function importDetectSecrets(text: string, file: string, patternOf: PatternCheck): Imported {
  const builder = new ImportBuilder(patternOf);
  const { filters_used: filters, results } = parse(text, file);
  for (const [index, { path, pattern: patterns = [] }] of filters.entries()) {
    for (const [at, source] of patterns.entries()) {
      const from = `filters_used[${index}].pattern[${at}]`;
      if (path === EXCLUDE_FILE) builder.addPath(source, from);
      else builder.leave(from, 'only patterns over files are taken, not those over lines and values.');
    }
  }
  for (const [path, found] of Object.entries(results)) {
    for (const { hashed_secret: digest, line_number: line, is_secret: isSecret } of found) {
      const from = `${path}, line ${line ?? '?'}`;
      if (isSecret === true) builder.leave(from, 'it was judged a real secret: it has to be rotated, not accepted.');
      else
        builder.values.push({
          from,
          match: { by: 'sha1', path: path.replaceAll('\\', '/').replace(/^\.\//, ''), digest },
        });
    }
  }
  return builder;
}

function parse(text: string, file: string): z.infer<typeof fileSchema> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's message quotes the text.
    throw new BittingError('BITTING_E_IMPORT', `${file} is no baseline of detect-secrets: it is not JSON.`);
  }
  const parsed = fileSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new BittingError(
    'BITTING_E_IMPORT',
    `${file} is no baseline of detect-secrets: ${issue?.path.join('.') || 'the top level'}: ${issue?.message}.`,
  );
}
