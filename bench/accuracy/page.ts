import { readFileSync, writeFileSync } from 'node:fs';

const BEGIN = '<!-- Written by npm run accuracy: figures -->';
const END = '<!-- End of figures -->';

/**
 * Puts tables between the marks of a page.
 *
 * @throws Error when the page has no marks.
 */
export function writeTables(page: string, tables: string): void {
  const text = readFileSync(page, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin === -1 || end < begin) throw new Error(`${page} has no place for tables between "${BEGIN}" and "${END}"`);
  writeFileSync(page, `${text.slice(0, begin)}${BEGIN}\n\n${tables}\n${text.slice(end)}`);
}
