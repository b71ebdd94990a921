import { setImmediate as nextTurn } from 'node:timers/promises';
import { CoverageTally } from './coverage-tally.ts';
import type { FilePlace } from '../model/place.ts';
import type { Progress } from '../model/progress.ts';
import type { Match, Segment } from '../model/segment.ts';
import { messageOf } from '../model/errors.ts';
import { errorCode } from '../git/safe-file.ts';
import { placeOf } from './place-of.ts';
import { cutParts } from './parts.ts';
import { SegmentLog } from './segment-log.ts';
import type { KeptFile, SegmentsReader, SourceSummary } from './source-reader.ts';
import type { SourceIdentity } from './source-identity.ts';
import { utf8Chunks } from './utf8-chunks.ts';

const PATH = 'stdin';

/** Reads standard input to its end as one file, `stdin`. */
export class StdinReader implements SegmentsReader {
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
    this.#totals.files++;
    try {
      for await (const { bytes, start, owns } of cutParts(utf8Chunks(this.#input))) {
        const read = owns.to - owns.from;
        this.#totals.bytes += read;
        this.#progress.advance({ bytes: read });
        await nextTurn();
        signal.throwIfAborted();
        yield [{ id: this.#log.add(PATH, owns), path: PATH, bytes, start }];
      }
    } catch (error) {
      signal.throwIfAborted();
      if (errorCode(error) === '') throw error;
      const what = `Standard input broke off: ${messageOf(error)}.`;
      this.#tally.add({ outcome: 'unreadable', unit: 'files', count: 1, what });
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
