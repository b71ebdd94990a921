import type { ReportGap } from '../git/gap.ts';
import type { KeptFile } from './source-reader.ts';

/** Bytes of files kept for parsers: of one, and of all. */
export const MAX_KEPT_FILE = 8 * 1024 * 1024;
const MAX_KEPT_TOTAL = 256 * 1024 * 1024;

/** Files of one source that somebody asked to have whole, as far as there is room for them. */
export class KeptFiles {
  readonly files: KeptFile[] = [];
  readonly #report: ReportGap;
  #bytes = 0;

  constructor(report: ReportGap) {
    this.#report = report;
  }

  add(file: KeptFile): void {
    this.#bytes += file.bytes.length;
    if (this.#bytes <= MAX_KEPT_TOTAL) this.files.push(file);
    else reportNotKept(file.path, this.#report);
  }
}

/** Reports a file that is too large to be kept, or comes when there are too many. */
export function reportNotKept(path: string, report: ReportGap): void {
  const what = 'Configuration files are too large to be parsed; they were searched for secrets only.';
  report({ outcome: 'limited', unit: 'files', count: 1, what, examples: [path] });
}
