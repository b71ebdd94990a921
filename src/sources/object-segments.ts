import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReportGap } from '../git/gap.ts';
import type { ObjectContent } from '../git/object-reader.ts';
import type { Progress } from '../model/progress.ts';
import type { Segment } from '../model/segment.ts';
import { WHOLE_BYTES, cutParts } from './parts.ts';
import { SegmentBatch } from './segment-batch.ts';
import type { SegmentLog } from './segment-log.ts';
import { sniffUtf16, streamToUtf8, toUtf8 } from '../engine/text-encoding.ts';

/** Bytes of one object that are read: a few kilobytes in a pack can inflate to more than any machine holds. */
const MAX_OBJECT_BYTES = 8 * 1024 ** 3;

export interface ObjectSink<Origin extends { readonly path: string }> {
  readonly log: Pick<SegmentLog<Origin>, 'add'>;
  /** What an object is scanned as: once for each, with its path. */
  readonly origins: (index: number) => readonly Origin[];
  readonly totals: { blobs: number; bytes: number };
  readonly report: ReportGap;
  readonly progress: Progress;
}

/** Turns objects into segments, in batches: each object once, those above 32 MiB in parts. */
export async function* objectSegments<Origin extends { readonly path: string }>(
  objects: AsyncIterable<ObjectContent>,
  sink: ObjectSink<Origin>,
  signal: AbortSignal,
): AsyncGenerator<readonly Segment[], void, undefined> {
  const batch = new SegmentBatch();
  async function* flush(): AsyncGenerator<readonly Segment[], void, undefined> {
    const segments = batch.drain();
    await nextTurn();
    signal.throwIfAborted();
    if (segments.length > 0) yield segments;
  }
  for await (const object of objects) {
    signal.throwIfAborted();
    const origins = sink.origins(object.index);
    sink.totals.blobs += object.type === 'blob' ? 1 : 0;
    sink.progress.advance({ items: 1, bytes: object.size });
    if (object.size > WHOLE_BYTES) {
      yield* flush();
      for await (const { bytes, start, owns } of cutParts(decodedChunks(object, sink.report))) {
        sink.totals.bytes += owns.to - owns.from;
        await nextTurn();
        yield origins.map((origin) => ({ id: sink.log.add(origin, owns), path: origin.path, bytes, start }));
      }
      continue;
    }
    if (!batch.fits(object.size)) yield* flush();
    const room = batch.reserve(object.size);
    // A damaged object is reported by its reader; what came of it is not trusted.
    if (!(await object.readInto(room)) || object.size === 0) continue;
    sink.totals.bytes += object.size;
    const encoding = sniffUtf16(room);
    let bytes = room;
    if (encoding !== undefined) {
      const text = toUtf8(room, encoding);
      if (!batch.fits(text.length)) yield* flush();
      bytes = batch.reserve(text.length);
      bytes.set(text);
    }
    const [first, ...further] = origins;
    if (first === undefined) continue;
    batch.add({ id: sink.log.add(first), path: first.path, bytes });
    for (const origin of further) {
      const { length } = bytes;
      const source = bytes;
      if (!batch.fits(length)) yield* flush();
      const copy = batch.reserve(length);
      copy.set(source);
      batch.add({ id: sink.log.add(origin), path: origin.path, bytes: copy });
    }
  }
  yield* flush();
}

async function* decodedChunks(object: ObjectContent, report: ReportGap): AsyncGenerator<Uint8Array> {
  async function* bounded(first: Uint8Array | undefined, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
    let length = 0;
    for (let part = first; part !== undefined;) {
      length += part.length;
      if (length > MAX_OBJECT_BYTES) {
        const what = `Objects are larger than ${MAX_OBJECT_BYTES / 1024 ** 3} GiB; the rest of them was not read.`;
        report({ outcome: 'limited', unit: 'objects', count: 1, what, examples: [object.oid] });
        return;
      }
      yield part;
      const next = await rest.next();
      part = next.done === true ? undefined : next.value;
    }
  }
  const chunks = object.chunks();
  const first = await chunks.next();
  if (first.done === true) return;
  const encoding = sniffUtf16(first.value);
  const all = bounded(first.value, chunks);
  yield* encoding === undefined ? all : streamToUtf8(all, encoding);
}
