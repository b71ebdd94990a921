/** Longest run of letters and digits in a name; tokens have longer ones. */
const LONGEST_RUN = 20;
/** From here on, so many changes between capitals, small letters and digits look drawn by a machine. */
const LONG_RUN = 14;
const MACHINE_CHANGES = 4;
const LONGEST_NAME = 80;

/**
 * Answers whether a text may be shown as the name of a user or a database. Tokens stand where names belong, as in
 * `https://TOKEN:x-oauth-basic@host` or the user of HTTP Basic credentials, so whatever could be one is refused.
 */
export function isNameLike(text: string): boolean {
  if (text === '' || text.length > LONGEST_NAME || !/^[\w.@+%~ -]+$/.test(text)) return false;
  return (text.match(/[A-Za-z0-9]+/g) ?? []).every(
    (run) => run.length <= LONGEST_RUN && !(run.length >= LONG_RUN && changesOfKind(run) >= MACHINE_CHANGES),
  );
}

/** How often a digit follows a letter, a letter a digit, or a capital a small letter. */
function changesOfKind(run: string): number {
  return run.match(/(?<=\d)[A-Za-z]|(?<=[A-Za-z])\d|(?<=[a-z])[A-Z]/g)?.length ?? 0;
}
