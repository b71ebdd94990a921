import { closeSync, fstatSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Gap } from '../git/gap.ts';
import { errorCode } from '../git/safe-file.ts';
import type { Progress } from '../model/progress.ts';
import type { Segment } from '../model/segment.ts';
import type { FoundFile } from './folder-walk.ts';
import { chunksOf, openFile, readFully, reportChanged, reportUnreadable } from './open-file.ts';
import { WHOLE_BYTES, cutParts } from './parts.ts';
import { SegmentBatch } from './segment-batch.ts';
import type { SegmentLog } from './segment-log.ts';
import type { KeptFile } from './source-reader.ts';
import { SNIFF_BYTES, sniffUtf16, streamToUtf8, toUtf8 } from '../engine/text-encoding.ts';

/** Bytes of files kept for parsers: of one, and of all. */
const MAX_KEPT_FILE = 8 * 1024 * 1024;
const MAX_KEPT_TOTAL = 256 * 1024 * 1024;

/** Where files read go to, besides the segments. */
export interface FileSink {
  readonly log: Pick<SegmentLog<string>, 'add'>;
  readonly keep: (path: string) => boolean;
  readonly kept: KeptFile[];
  readonly totals: { files: number; bytes: number };
  readonly report: (gap: Gap) => void;
  readonly progress: Progress;
}

/**
 * Reads files into segments, in batches. Files up to 32 MiB are read straight into the buffer of their batch; larger
 * ones go through parts. Calls are synchronous, which for many small files is several times as fast as the thread
 * pool; the other threads' results are let in between batches.
 */
export async function* readFiles(
  files: AsyncIterable<FoundFile>,
  sink: FileSink,
  signal: AbortSignal,
): AsyncGenerator<readonly Segment[], void, undefined> {
  const batch = new SegmentBatch();
  for await (const file of files) {
    signal.throwIfAborted();
    const fd = openFile(file, sink.report);
    if (fd === undefined) continue;
    try {
      const { size } = fstatSync(fd);
      if (size <= WHOLE_BYTES) {
        // One byte more than the size tells whether there is more than was said, as in /proc.
        if (!batch.fits(size + 1)) yield* flush(batch, signal);
        const room = batch.reserve(size + 1);
        const length = readFully(fd, room);
        if (length <= size) {
          if (length < size) reportChanged(file, sink.report);
          const bytes = room.subarray(0, length);
          const encoding = sniffUtf16(bytes);
          if (encoding === undefined) addWhole(batch, file.path, bytes, sink);
          else yield* addConverted(batch, file.path, toUtf8(bytes, encoding), sink, signal);
          continue;
        }
      }
      yield* flush(batch, signal);
      yield* readParts(file.path, chunksOf(fd, sink.report), sink, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (errorCode(error) === '') throw error;
      reportUnreadable(file.path, error, sink.report);
    } finally {
      closeSync(fd);
    }
  }
  yield* flush(batch, signal);
}

/** Reads a stream of unknown length, in parts: a large file, or standard input. */
export async function* readParts(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  sink: FileSink,
  signal: AbortSignal,
): AsyncGenerator<readonly Segment[], void, undefined> {
  const kept: Uint8Array[] = [];
  const keep = sink.keep(path);
  let keptBytes = 0;
  sink.totals.files++;
  for await (const { bytes, start, owns } of cutParts(decoded(chunks))) {
    sink.totals.bytes += owns.to - owns.from;
    if (keep && keptBytes <= MAX_KEPT_FILE) {
      keptBytes += owns.to - owns.from;
      kept.push(bytes.slice(owns.from, owns.to));
    }
    sink.progress.advance({ bytes: owns.to - owns.from });
    await nextTurn();
    signal.throwIfAborted();
    yield [{ id: sink.log.add(path, owns), path, bytes, start }];
  }
  if (keep) keepFile(path, Buffer.concat(kept), sink);
}

async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let length = 0;
  while (length < SNIFF_BYTES) {
    const next = await iterator.next();
    if (next.done === true) break;
    head.push(next.value.slice());
    length += next.value.length;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* head;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  }
  const encoding = sniffUtf16(Buffer.concat(head).subarray(0, SNIFF_BYTES));
  yield* encoding === undefined ? all() : streamToUtf8(all(), encoding);
}

function addWhole(batch: SegmentBatch, path: string, bytes: Uint8Array, sink: FileSink): void {
  sink.totals.files++;
  sink.totals.bytes += bytes.length;
  sink.progress.advance({ items: 1, bytes: bytes.length });
  if (sink.keep(path)) keepFile(path, bytes, sink);
  if (bytes.length > 0) batch.add({ id: sink.log.add(path), path, bytes });
}

/** Text converted from UTF-16 has another length than its file, and may not fit where that was read to. */
async function* addConverted(
  batch: SegmentBatch,
  path: string,
  text: Uint8Array<ArrayBuffer>,
  sink: FileSink,
  signal: AbortSignal,
): AsyncGenerator<readonly Segment[], void, undefined> {
  if (!batch.fits(text.length)) yield* flush(batch, signal);
  const room = batch.reserve(text.length);
  room.set(text);
  addWhole(batch, path, room, sink);
}

async function* flush(batch: SegmentBatch, signal: AbortSignal): AsyncGenerator<readonly Segment[], void, undefined> {
  const segments = batch.drain();
  await nextTurn();
  signal.throwIfAborted();
  if (segments.length > 0) yield segments;
}

function keepFile(path: string, bytes: Uint8Array, sink: FileSink): void {
  const total = sink.kept.reduce((sum, file) => sum + file.bytes.length, 0);
  if (bytes.length > MAX_KEPT_FILE || total + bytes.length > MAX_KEPT_TOTAL) {
    const what = 'Configuration files are too large to be parsed; they were searched for secrets only.';
    sink.report({ outcome: 'limited', unit: 'files', count: 1, what, examples: [path] });
    return;
  }
  sink.kept.push({ path, bytes: bytes.slice() });
}
