/** Formats whose contents are read. */
type ReadableKind = 'zip' | 'tar' | 'ar' | 'gzip' | 'bzip2' | 'xz' | 'zstd' | 'sqlite';

/** Formats that are recognised so that it can be said that their contents were not read. */
export type UnreadKind = '7z' | 'rar' | 'cab' | 'cpio' | 'rpm' | 'lz4' | 'lzip' | 'compress';

export type ArchiveKind = ReadableKind | UnreadKind;

/** A file that can be read anywhere. */
export interface RandomAccess {
  /** Bytes. */
  readonly size: number;
  /** Bytes from `offset` on: `length` of them, fewer only at the end. They are not changed later. */
  read(offset: number, length: number): Uint8Array | Promise<Uint8Array>;
}

/** All bytes, a file, or a pipe whose chunks may be reused as soon as the next one is asked for. */
export type ArchiveInput = Uint8Array | RandomAccess | AsyncIterable<Uint8Array>;

/** A file in an archive, held whole. */
interface WholeEntry {
  /** Such as `outer.zip!/inner/path.txt`; see names.ts. A label, never a path to open. */
  readonly path: string;
  /** May be a view into a larger buffer. Nothing else changes it. */
  readonly bytes: Uint8Array;
}

/** A file in an archive that is larger than what is held: to be read before the next entry is asked for. */
interface StreamedEntry {
  readonly path: string;
  /** From the beginning, once; a chunk is valid until the next is asked for. What is left is passed over. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

export type ArchiveEntry = WholeEntry | StreamedEntry;

/** Something in an archive that was not read, or not as it should be. */
export interface ArchiveProblem {
  /** The entry, or the archive where it is not about one entry. */
  readonly path: string;
  /** `unreadable`: damaged, encrypted or unsupported. `limited`: a limit cut it off, or it was read with less context. */
  readonly outcome: 'unreadable' | 'limited';
  /** One of few fixed sentences, so that they can be counted. */
  readonly what: string;
}

/**
 * What a container's reader finds in it: its contents where they are at hand whole, or as they come, to be read to
 * their end before the next member is asked for. A chunk is valid until the next is asked for.
 */
export type Member =
  | { readonly name: string; readonly bytes: Uint8Array; readonly chunks?: undefined }
  | { readonly name: string; readonly bytes?: undefined; readonly chunks: AsyncGenerator<Uint8Array, void, undefined> };
