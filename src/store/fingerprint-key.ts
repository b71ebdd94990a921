import { createHmac, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

import { BittingError, messageOf } from '../model/errors.ts';

/** The key that credentials' fingerprints are made with. It never enters a report. */
export interface FingerprintKey {
  readonly bytes: Uint8Array;
  /** Tells keys apart without telling the key: ids compare only between runs of the same name. */
  readonly name: string;
}

const MIN_BYTES = 32;
const MAX_BYTES = 4096;

/** `$BITTING_KEY_FILE`, or `fingerprint.key` in the user's state folder (XDG Base Directory Specification). */
export function defaultKeyFile(env: NodeJS.ProcessEnv): string {
  if (env['BITTING_KEY_FILE']) return env['BITTING_KEY_FILE'];
  return join(env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state'), 'bitting', 'fingerprint.key');
}

/**
 * Reads the key, or makes one that only the user can read when there is none yet.
 *
 * @throws BittingError BITTING_E_KEY_FILE when it can be neither read nor made, or is too short to protect anything.
 */
export async function loadFingerprintKey(file: string): Promise<FingerprintKey> {
  const bytes = (await readKey(file)) ?? (await makeKey(file));
  if (bytes.byteLength < MIN_BYTES || bytes.byteLength > MAX_BYTES) {
    throw new BittingError(
      'BITTING_E_KEY_FILE',
      `The fingerprint key ${file} holds ${bytes.byteLength} bytes; it must hold ${MIN_BYTES} to ${MAX_BYTES}. Remove it to have a new one made, or name another with --key-file.`,
    );
  }
  return { bytes, name: createHmac('sha256', bytes).update('bitting fingerprint key').digest('hex').slice(0, 16) };
}

async function readKey(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new BittingError('BITTING_E_KEY_FILE', `Cannot read the fingerprint key: ${messageOf(error)}.`, {
      cause: error,
    });
  }
}

async function makeKey(file: string): Promise<Uint8Array> {
  const bytes = Buffer.from(`${randomBytes(MIN_BYTES).toString('hex')}\n`);
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(draft, bytes, { mode: 0o600, flag: 'wx' });
    try {
      // A link never replaces: when two first runs race, one key takes the name, whole, and both use it.
      await link(draft, file);
    } finally {
      await rm(draft, { force: true });
    }
    return bytes;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return readFile(file);
    throw new BittingError(
      'BITTING_E_KEY_FILE',
      `Cannot make the fingerprint key ${file}: ${messageOf(error)}. Name a file that can be written with --key-file.`,
      { cause: error },
    );
  }
}
