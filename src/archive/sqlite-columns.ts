/** Words that begin a constraint of the table, and no column. */
const CONSTRAINT = /^(?:constraint|primary|unique|check|foreign)\b/i;
const LONGEST_SQL = 65_536;

/** Names of a table's columns in their order, from the statement that made it (https://www.sqlite.org/lang_createtable.html). */
export function columnNames(sql: string): readonly string[] {
  const text = sql.slice(0, LONGEST_SQL);
  const open = text.indexOf('(');
  if (open < 0) return [];
  return definitions(text, open + 1)
    .filter((definition) => !CONSTRAINT.test(definition))
    .map(nameOf);
}

/** What stands between the commas of a list, comments left out, up to the bracket that closes it. */
function definitions(text: string, start: number): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let current = '';
  const piece = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[^]*?\*\/|[^]/y;
  piece.lastIndex = start;
  for (let match = piece.exec(text); match !== null; match = piece.exec(text)) {
    const [part] = match;
    if (part === ')' && depth === 0) break;
    if (part === '(') depth++;
    if (part === ')') depth--;
    if (part === ',' && depth === 0) {
      found.push(current.trim());
      current = '';
    } else current += /^(?:--|\/\*)/.test(part) ? ' ' : part;
  }
  return [...found, current.trim()];
}

function nameOf(definition: string): string {
  const quoted = /^(?:"((?:[^"]|"")*)"|`((?:[^`]|``)*)`|'((?:[^']|'')*)'|\[([^\]]*)\])/.exec(definition);
  if (quoted === null) return /^[^\s(]*/.exec(definition)?.[0] ?? '';
  return quoted.slice(1).find((name) => name !== undefined) ?? '';
}
