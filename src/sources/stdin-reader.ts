import { CoverageTally } from './coverage-tally.ts';
import type { FilePlace } from '../model/place.ts';
import type { Progress } from '../model/progress.ts';
import type { Match, Segment } from '../model/segment.ts';
import { messageOf } from '../model/errors.ts';
import { errorCode } from '../git/safe-file.ts';
import { placeOf } from './place-of.ts';
import { readParts } from './read-file.ts';
import { SegmentLog } from './segment-log.ts';
import type { KeptFile, SourceReader, SourceSummary } from './source-reader.ts';
import type { SourceIdentity } from './source-identity.ts';

/** Reads standard input to its end as one file, `stdin`. */
export class StdinReader implements SourceReader {
  readonly name: string;
  readonly #identity: SourceIdentity;
  readonly #input: AsyncIterable<Uint8Array>;
  readonly #progress: Progress;
  readonly #log = new SegmentLog<string>();
  readonly #tally = new CoverageTally();
  readonly #totals = { files: 0, bytes: 0 };

  constructor(identity: SourceIdentity, input: AsyncIterable<Uint8Array>, progress: Progress) {
    this.name = identity.name;
    this.#identity = identity;
    this.#input = input;
    this.#progress = progress;
  }

  async *batches(signal: AbortSignal): AsyncGenerator<readonly Segment[], void, undefined> {
    const report = this.#tally.add.bind(this.#tally);
    const sink = {
      log: this.#log,
      keep: () => false,
      kept: [],
      totals: this.#totals,
      report,
      progress: this.#progress,
    };
    try {
      yield* readParts('stdin', this.#input, sink, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (errorCode(error) === '') throw error;
      const what = `Standard input broke off: ${messageOf(error)}.`;
      report({ outcome: 'unreadable', unit: 'files', count: 1, what });
    }
  }

  async locate(matches: readonly Match[]): Promise<readonly (readonly FilePlace[])[]> {
    return matches.map((match) => {
      const path = this.#log.originOf(match);
      return path === undefined ? [] : [placeOf(match, this.#identity.id, path)];
    });
  }

  kept(): readonly KeptFile[] {
    return [];
  }

  summary(): SourceSummary {
    const { id, kind, name, locator } = this.#identity;
    const partial = this.#tally.hasGaps;
    return {
      source: {
        id,
        kind,
        name,
        locator,
        status: partial ? 'partial' : 'read',
        ...(partial ? { why: 'Standard input broke off.' } : {}),
      },
      coverage: this.#tally.rows(id),
      totals: { ...this.#totals, blobs: 0 },
    };
  }
}
