import { BittingError, EXIT } from '../../model/errors.ts';

/**
 * An error about a dump that cannot be used at all.
 *
 * No `cause`: V8 quotes the text in its message about bad JSON, and a file given by mistake may hold secrets.
 */
export function dumpError(file: string, what: string, mend: string): BittingError {
  return new BittingError('BITTING_E_DUMP_INVALID', `${file}: ${what}. ${mend}`, { exitCode: EXIT.unread });
}

/** Line and column of an offset in a text, both 1-based. */
export function positionOf(text: string, offset: number): string {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    start = at + 1;
  }
  return `line ${line}, column ${offset - start + 1}`;
}
