import * as z from 'zod';

import { REPORT_FORMATS } from '../../reporters/index.ts';
import { BittingError } from '../model/errors.ts';

/** Comma-separated report formats, each known and each once. */
export const formatsSchema = z.string().transform((text) => {
  const names = new Set(text.split(',').map((name) => name.trim()));
  return [...names].map((name) => {
    const format = REPORT_FORMATS.find((known) => known === name);
    if (format !== undefined) return format;
    throw new BittingError(
      'BITTING_E_USAGE',
      `--format does not know ${JSON.stringify(name)}; it takes ${REPORT_FORMATS.join(', ')}.`,
    );
  });
});
