import type { Gap } from '../git/gap.ts';
import type { CoverageRow } from '../model/source.ts';

const MAX_EXAMPLES = 10;
const MAX_EXAMPLE_LENGTH = 300;

/** Adds up what was and was not read, one row for each outcome, unit and sentence. */
export class CoverageTally {
  readonly #rows = new Map<string, { gap: Gap; count: number; examples: string[] }>();

  add(gap: Gap): void {
    const key = `${gap.outcome} ${gap.unit} ${gap.what}`;
    const row = this.#rows.get(key) ?? { gap, count: 0, examples: [] };
    this.#rows.set(key, row);
    row.count += gap.count;
    for (const example of gap.examples ?? []) {
      if (row.examples.length < MAX_EXAMPLES) row.examples.push(example.slice(0, MAX_EXAMPLE_LENGTH));
    }
  }

  /** True when something was not read that should have been. */
  get hasGaps(): boolean {
    return [...this.#rows.values()].some(({ gap }) => gap.outcome !== 'read' && gap.outcome !== 'excluded');
  }

  rows(source: string): readonly CoverageRow[] {
    return this.gaps().map((gap) => ({ source, ...gap }));
  }

  /** The rows without their source, to be added to another tally. */
  gaps(): readonly Gap[] {
    return [...this.#rows.values()].map(({ gap, count, examples }) => ({
      outcome: gap.outcome,
      unit: gap.unit,
      count,
      what: gap.what,
      ...(examples.length === 0 ? {} : { examples }),
    }));
  }
}
