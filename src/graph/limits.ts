import type { CoverageRow } from '../model/source.ts';

/**
 * Bounds of what one audit joins: no report needs more, and hostile content must not be able to exhaust the machine.
 * What goes beyond them becomes rows of the coverage.
 */
export const MOST = {
  /** Places of one credential, of one identity, or uses of one thing that domains share. */
  places: 50_000,
  /** Identities that only credentials and files name, and their places in all. */
  namedIdentities: 50_000,
  namedPlaces: 100_000,
  /** Folders in which ids and secrets of different files are paired. */
  pairFolders: 50_000,
  /** Certificates that private keys and records of providers are held against. */
  certificates: 50_000,
  /** Places of comments that ask for findings to be set aside. */
  comments: 200_000,
} as const;

/** Counts what is left out, a row for each source and reason. */
export class LimitTally {
  readonly #rows = new Map<string, { readonly source: string; readonly what: string; count: number }>();

  add(source: string, what: string): void {
    const key = `${source}\0${what}`;
    const row = this.#rows.get(key) ?? { source, what, count: 0 };
    row.count += 1;
    this.#rows.set(key, row);
  }

  rows(): readonly CoverageRow[] {
    return [...this.#rows.values()].map(({ source, what, count }) => ({
      source,
      outcome: 'limited',
      unit: 'segments',
      count,
      what,
    }));
  }
}
