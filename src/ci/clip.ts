/** Longest name taken over from a file into facts, in UTF-16 code units. */
const MAX_NAME = 200;

/** A name as one short line: control characters and line breaks become spaces, what is too long ends in `…`. */
export function clip(text: string): string {
  const line = text
    .slice(0, MAX_NAME + 1)
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim();
  return line.length > MAX_NAME ? `${line.slice(0, MAX_NAME - 1)}…` : line;
}
