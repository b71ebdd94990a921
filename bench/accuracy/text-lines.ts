/** A file's text by lines, 1-based, which end at line feeds only. Offsets are UTF-16 code units. */
export class TextLines {
  readonly text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.text = text;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** From the start of the first line to the end of the last, without its line feed. Lines that are not there are the nearest that are. */
  bounds(first: number, last: number): readonly [start: number, end: number] {
    const clamp = (line: number): number => Math.min(Math.max(line, 1), this.#starts.length);
    const next = this.#starts[clamp(last)];
    return [this.#starts[clamp(first) - 1] ?? 0, next === undefined ? this.text.length : next - 1];
  }

  /** The offset that stands this many code points behind the start of a line. */
  offset(line: number, codePoints: number): number {
    let [at] = this.bounds(line, line);
    for (let left = codePoints; left > 0; left--) at += (this.text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    return at;
  }

  /** What stands between two places; columns are 1-based code units, the end is exclusive. */
  cut(line: number, column: number, endLine: number, endColumn: number): string {
    return this.text.slice(this.bounds(line, line)[0] + column - 1, this.bounds(endLine, endLine)[0] + endColumn - 1);
  }

  /** Where a text stands in the lines, overlapping occurrences too. */
  places(part: string, first: number, last: number): readonly (readonly [start: number, end: number])[] {
    const [from, to] = this.bounds(first, last);
    const lines = this.text.slice(from, to);
    const found: (readonly [number, number])[] = [];
    for (let at = lines.indexOf(part); at !== -1 && found.length < MOST_PLACES; at = lines.indexOf(part, at + 1)) {
      found.push([from + at, from + at + part.length]);
    }
    return found;
  }
}

/** A value that stands oftener in a few lines is a filler. */
const MOST_PLACES = 1000;
