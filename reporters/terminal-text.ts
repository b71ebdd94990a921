import type { Severity } from '../src/model/credential.ts';

export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly severity: (severity: Severity) => (text: string) => string;
}

const COLORS: Readonly<Record<Severity, number>> = { critical: 91, high: 31, medium: 33, low: 36, info: 37 };

/** Ways to paint text with ANSI escape sequences (ECMA-48, SGR), or to leave it plain. */
export function style(color: boolean): Style {
  const sgr = (code: number) => (text: string) => (color ? `\u001B[${code}m${text}\u001B[0m` : text);
  return { strong: sgr(1), faint: sgr(2), severity: (severity) => sgr(COLORS[severity]) };
}

/**
 * Text broken at spaces into lines of at most `width` columns, the second and later ones indented. A word longer than
 * a line stands alone, unbroken, so that a path can be copied.
 */
export function wrap(text: string, width: number, indent: number): readonly string[] {
  const lead = /^ */.exec(text)?.[0] ?? '';
  const lines: string[] = [];
  let line = lead;
  for (const word of text.slice(lead.length).split(' ')) {
    const blank = line.trim() === '';
    if (!blank && line.length + 1 + word.length > width) {
      lines.push(line);
      line = ' '.repeat(indent) + word;
    } else {
      line += blank ? word : ` ${word}`;
    }
  }
  return [...lines, line];
}

/**
 * The line without anything that a CI runner would take for a command: GitHub's runner reads `::name::` at the start
 * of any line of output and `##[name]` anywhere in one, so text out of a repository must hold neither.
 */
export function commandSafe(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1\\x3a').replaceAll('##[', '#\\x23[');
}
