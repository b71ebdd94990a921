import { SEVERITY_ORDER } from '../analysis/severity.ts';
import type { Finding } from '../model/finding.ts';
import type { Suppression } from '../model/suppression.ts';
import type { Baseline, BaselineEntry } from './baseline.ts';
import type { Notes } from './notes.ts';
import { credentialOf } from './credential-of.ts';

/** What a baseline knows, by content: a value that was not there when it was made is in none of its entries. */
export class KnownFindings {
  readonly #suppression: Suppression;
  readonly #file: string;
  readonly #entries = new Map<string, BaselineEntry>();
  readonly #met = new Set<string>();

  constructor({ file, entries }: Baseline) {
    this.#file = file;
    this.#suppression = { by: 'baseline', what: file };
    for (const entry of entries) {
      const key = keyOf(entry.check, entry.finding, entry.about);
      const known = this.#entries.get(key);
      if (known === undefined || SEVERITY_ORDER[entry.severity] < SEVERITY_ORDER[known.severity]) {
        this.#entries.set(key, entry);
      }
    }
  }

  /** What sets a finding aside; undefined where it is new, or more severe than it was. */
  covering(finding: Finding, notes: Notes): Suppression | undefined {
    const key = keyOf(finding.check, finding.id, credentialOf(finding));
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#met.add(key);
    if (SEVERITY_ORDER[finding.severity] >= SEVERITY_ORDER[entry.severity]) return this.#suppression;
    notes.add(`${this.#file}: ${finding.id} was ${entry.severity} and is ${finding.severity} now, so it counts again.`);
    return undefined;
  }

  note(notes: Notes): void {
    const gone = this.#entries.size - this.#met.size;
    if (gone === 0) return;
    const what = gone === 1 ? 'One finding' : `${gone} findings`;
    notes.add(
      `${this.#file}: ${what} of the baseline ${gone === 1 ? 'was' : 'were'} not found any more; write it anew to leave ${gone === 1 ? 'it' : 'them'} out.`,
    );
  }
}

/** A secret is known by its value, whatever else becomes known about it; anything else by its finding. */
function keyOf(check: string, finding: string, credential: string | undefined): string {
  return check.startsWith('secret.') && credential !== undefined ? `${check} ${credential}` : finding;
}
