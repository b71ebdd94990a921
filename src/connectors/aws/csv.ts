/** One cell too many of these and the text is no credential report. */
const MAX_COLUMNS = 1000;

export interface CsvRow {
  /** 1-based line on which the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Rows of a CSV text by RFC 4180: quoted cells may hold commas, doubled quotes and line ends; rows end with LF or CRLF.
 * Empty lines are left out. Undefined when a quote is never closed or a row is wider than any table of ours.
 */
export function parseCsv(text: string): readonly CsvRow[] | undefined {
  const rows: CsvRow[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const started = line;
    const cells: string[] = [];
    for (;;) {
      const cell = text.charAt(at) === '"' ? quotedCell(text, at) : plainCell(text, at);
      if (cell === undefined || cells.length === MAX_COLUMNS) return undefined;
      cells.push(cell.value);
      line += cell.lines;
      at = cell.end;
      if (text.charAt(at) !== ',') break;
      at++;
    }
    if (text.startsWith('\r\n', at)) at += 2;
    else if (at < text.length && text.charAt(at) !== '\n') return undefined;
    else at++;
    line++;
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: started, cells });
  }
  return rows;
}

interface Cell {
  readonly value: string;
  readonly end: number;
  readonly lines: number;
}

function plainCell(text: string, start: number): Cell {
  let end = start;
  while (end < text.length && text.charAt(end) !== ',' && text.charAt(end) !== '\n') end++;
  if (text.charAt(end) !== ',' && text.charAt(end - 1) === '\r' && end > start) end--;
  return { value: text.slice(start, end), end, lines: 0 };
}

function quotedCell(text: string, start: number): Cell | undefined {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text.charAt(close + 1) === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return undefined;
  const raw = text.slice(start + 1, close);
  return { value: raw.replaceAll('""', '"'), end: close + 1, lines: raw.split('\n').length - 1 };
}
