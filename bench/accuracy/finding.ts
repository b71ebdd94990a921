/** What a scanner reports, as far as it is scored. Lives in memory only: it holds the value. */
export interface Finding {
  /** Relative to the folder that was scanned, with `/` between folders. */
  readonly file: string;
  /** 1-based, the last inclusive. */
  readonly line: number;
  readonly endLine: number;
  /** Absent when the scanner does not tell it: then the lines alone count. */
  readonly secret?: string;
  /** Ids or names of the scanner's detectors. */
  readonly detectors: readonly string[];
}

/** A finding as a scanner's report gives it. */
export interface RawFinding {
  readonly file: string;
  readonly line: number;
  readonly endLine?: number | undefined;
  readonly secret?: string | undefined;
  readonly detector: string;
}

/**
 * One finding for all that agree in file, lines and value. Line ends within a value are made line feeds and those round
 * it are cut; the last line follows from the value where it is not told.
 */
export function distinctFindings(raw: Iterable<RawFinding>): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const { file, line, endLine, secret: told, detector } of raw) {
    const secret = told?.replaceAll(/\r\n?/g, '\n').replaceAll(/^\n+|\n+$/g, '') || undefined;
    const last = Math.max(line, endLine || line + (secret?.split('\n').length ?? 1) - 1);
    const key = JSON.stringify([file, line, last, secret]);
    const same = found.get(key);
    const detectors = same === undefined ? [detector] : [...new Set([...same.detectors, detector])];
    found.set(key, { file, line, endLine: last, ...(secret !== undefined && { secret }), detectors });
  }
  return [...found.values()];
}

/** What may be written of a value: how long it is. */
export function masked(secret: string | undefined): string {
  return secret === undefined ? '(value not told)' : `… (${secret.length} characters)`;
}
