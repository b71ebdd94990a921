import { createHmac } from 'node:crypto';
import { lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { BittingError, messageOf } from '../model/errors.ts';
import type { FingerprintKey } from './fingerprint-key.ts';
import { DRAFT_ENDING, MAX_CONTENT_BYTES, codeOf, readSealed, writeSealed } from './sealed-file.ts';

const RECORD_ENDING = '.scan';
const NAME_DIGITS = 40;
/** Files of ours are named so, and no others are looked at. */
const DRAFT = new RegExp(`^[0-9a-f]{${NAME_DIGITS}}\\${RECORD_ENDING}\\.[0-9a-f]{16}\\${DRAFT_ENDING}$`);
/** A draft this old belongs to a run that is no more. In milliseconds. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/** `$BITTING_STORE`, where it is set. */
export function defaultStore(env: NodeJS.ProcessEnv): string | undefined {
  return env['BITTING_STORE'] || undefined;
}

/**
 * A folder that keeps a record of each repository between runs. Records hold ids of objects, names in trees, authors,
 * fingerprints and previews: no secret value. A record can be read only with the key it was written with, and is
 * taken for nothing else than the one that was asked for.
 */
export class ScanStore {
  readonly #folder: string;
  readonly #key: Uint8Array;
  /** Told what kept a record from being used or kept: a sentence. The audit goes on without it. */
  readonly warn: (sentence: string) => void;

  private constructor(folder: string, key: Uint8Array, warn: (sentence: string) => void) {
    this.#folder = folder;
    this.#key = key;
    this.warn = warn;
  }

  /**
   * Opens the folder, or makes one that only the user can enter.
   *
   * @throws BittingError BITTING_E_STORE when it is no folder, or a link to one, or cannot be made.
   */
  static async open(folder: string, key: FingerprintKey, warn: (sentence: string) => void): Promise<ScanStore> {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // A link could lead anywhere, also when whoever wrote what is scanned has put it there.
      if (!(await lstat(folder)).isDirectory()) {
        throw new BittingError(
          'BITTING_E_STORE',
          `The store ${folder} is a link or no folder at all. Name the folder itself with --store.`,
        );
      }
      await removeAbandoned(folder);
    } catch (error) {
      if (error instanceof BittingError) throw error;
      throw new BittingError(
        'BITTING_E_STORE',
        `The store ${folder} cannot be used: ${messageOf(error)}. Name a folder that can be written with --store.`,
        { cause: error },
      );
    }
    return new ScanStore(folder, createHmac('sha256', key.bytes).update('bitting scan store').digest(), warn);
  }

  /** The record of this name, or undefined when there is none that can be used. */
  async load(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const { path, key } = this.#file(name);
    const sealed = await readSealed(path, key);
    if (sealed.kind === 'unusable') this.warn(`The record ${path} ${sealed.why}; everything is read anew.`);
    return sealed.kind === 'content' ? sealed.content : undefined;
  }

  /** Keeps a record, the parts one after the other. What keeps it from being written is told and no error. */
  async save(name: string, parts: readonly Uint8Array[]): Promise<void> {
    const { path, key } = this.#file(name);
    const bytes = parts.reduce((sum, part) => sum + part.byteLength, 0);
    if (bytes > MAX_CONTENT_BYTES) {
      this.warn(`The record ${path} would be larger than 2 GiB; the next run reads everything anew.`);
      return;
    }
    try {
      await writeSealed(path, key, parts);
    } catch (error) {
      this.warn(`The record ${path} cannot be written (${codeOf(error)}); the next run reads more than it had to.`);
    }
  }

  /** Where a record stands and the key of it alone; neither tells its name to who has not the key. */
  #file(name: string): { readonly path: string; readonly key: Uint8Array } {
    const key = createHmac('sha256', this.#key).update(name).digest();
    const file = createHmac('sha256', key).update('file').digest('hex').slice(0, NAME_DIGITS);
    return { path: join(this.#folder, `${file}${RECORD_ENDING}`), key };
  }
}

/** Removes what runs that crashed left half-written. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!DRAFT.test(name)) continue;
    const path = join(folder, name);
    const stats = await lstat(path).catch(() => undefined);
    if (stats?.isFile() === true && Date.now() - stats.mtimeMs > ABANDONED_MS) await rm(path, { force: true });
  }
}
