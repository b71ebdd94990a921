import { opendirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { constants, inflateSync } from 'node:zlib';
import { objectIdBytes } from '../object-id.ts';
import type { ObjectFormat } from '../object-id.ts';
import { errorCode } from '../safe-file.ts';
import { emptyIds } from './id-list.ts';
import type { IdList } from './id-list.ts';
import { OBJECT_TYPE } from './object-table.ts';
import type { ObjectType } from './object-table.ts';
import { openOrWhy, whyNot } from './regular-file.ts';

/** Compressed bytes that hold the header of any loose object. */
const HEADER_BYTES = 128;
/** Type, space, decimal size, and a zero byte at the end of it. */
const LOOSE_HEADER = /^(commit|tree|blob|tag) (0|[1-9]\d{0,14})\0/;

/** Where an object folder keeps the object with this id in hex. */
export function looseObjectPath(folder: string, oid: string): string {
  return join(folder, oid.slice(0, 2), oid.slice(2));
}

/** What stands before the content of a loose object once it is inflated. */
export interface LooseHeader {
  readonly type: ObjectType;
  /** Bytes of the content. */
  readonly size: number;
  /** Index where the content begins. */
  readonly dataAt: number;
}

/** Reads the header at the beginning of an inflated loose object: `blob 123` and a zero byte. */
export function parseLooseHeader(bytes: Uint8Array): LooseHeader | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 32)).toString('latin1');
  const match = LOOSE_HEADER.exec(text);
  const [header = '', name = '', size = ''] = match ?? [];
  const type = TYPES.get(name);
  return type === undefined ? undefined : { type, size: Number(size), dataAt: header.length };
}

const TYPES: ReadonlyMap<string, ObjectType> = new Map([
  ['commit', OBJECT_TYPE.commit],
  ['tree', OBJECT_TYPE.tree],
  ['blob', OBJECT_TYPE.blob],
  ['tag', OBJECT_TYPE.tag],
]);

/** The header of a loose object and the size of its file; undefined for a file that is no object or cannot be read. */
export function readLooseHeader(path: string): (LooseHeader & { readonly fileBytes: number }) | undefined {
  const file = openOrWhy(path);
  if (typeof file === 'string') return undefined;
  try {
    const start = Buffer.allocUnsafe(HEADER_BYTES);
    const length = file.read(start, 0, HEADER_BYTES, 0);
    const inflated = inflateSync(start.subarray(0, length), { finishFlush: constants.Z_SYNC_FLUSH });
    const header = parseLooseHeader(inflated);
    return header && { ...header, fileBytes: file.size };
  } catch (error) {
    // Whatever zlib or the system says, the object cannot be read.
    if (errorCode(error) === '') throw error;
    return undefined;
  } finally {
    file.close();
  }
}

/** Names found in an object folder, and what could not be listed. */
interface LooseList extends IdList {
  /** Subfolders that could not be listed, with the reason. */
  readonly unlisted: readonly string[];
  /** True when there were more than could be taken. */
  readonly cut: boolean;
}

/** Lists the loose objects of an object folder, at most `maxObjects`, ascending by id. Only names are looked at. */
export async function listLooseObjects(
  folder: string,
  format: ObjectFormat,
  maxObjects: number,
  signal: AbortSignal,
): Promise<LooseList> {
  const idBytes = objectIdBytes(format);
  const rest = new RegExp(`^[0-9a-f]{${idBytes * 2 - 2}}$`);
  const found: string[] = [];
  const unlisted: string[] = [];
  let cut = false;
  for (let first = 0; first < 256; first++) {
    signal.throwIfAborted();
    const prefix = first.toString(16).padStart(2, '0');
    const names: string[] = [];
    try {
      for (const name of namesIn(join(folder, prefix))) {
        if (!rest.test(name)) continue;
        cut ||= found.length + names.length >= maxObjects;
        if (cut) break;
        names.push(name);
      }
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') unlisted.push(`${prefix}: ${whyNot(error)}`);
    }
    for (const name of names.sort()) found.push(prefix + name);
    if (names.length > 0) await setImmediate();
  }
  const oids = emptyIds(found.length, idBytes);
  const bytes = Buffer.from(oids.buffer);
  for (const [index, oid] of found.entries()) bytes.write(oid, index * idBytes, idBytes, 'hex');
  return { length: found.length, oids, unlisted, cut };
}

/** Names in a folder one after the other: a folder may hold more than one would want in memory. */
export function* namesIn(folder: string): Generator<string, void, undefined> {
  const entries = opendirSync(folder, { bufferSize: 1024 });
  try {
    for (let entry = entries.readSync(); entry !== null; entry = entries.readSync()) yield entry.name;
  } finally {
    entries.closeSync();
  }
}
