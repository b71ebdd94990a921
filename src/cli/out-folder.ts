import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

import { errorCode } from '../git/safe-file.ts';
import { BittingError, messageOf } from '../model/errors.ts';

/**
 * Looks, before any work is done, whether files can be written to a folder, which need not be there yet. Changes
 * nothing.
 *
 * @throws BittingError BITTING_E_OUTPUT when a file stands in the way or the folder may not be written to.
 */
export async function checkFolder(folder: string): Promise<void> {
  try {
    const existing = await nearestExisting(folder);
    if (!(await stat(existing)).isDirectory()) throw new Error(`${existing} is not a folder`);
    await access(existing, constants.W_OK | constants.X_OK);
  } catch (error) {
    const message = `Nothing can be written to ${folder}: ${messageOf(error)}. Name another place with --out.`;
    throw new BittingError('BITTING_E_OUTPUT', message, { cause: error });
  }
}

/**
 * The same for one file, which may be there already.
 *
 * @throws BittingError BITTING_E_OUTPUT
 */
export async function checkFile(file: string): Promise<void> {
  await checkFolder(dirname(file));
  const stats = await stat(file).catch(() => undefined);
  if (stats?.isDirectory() !== true) return;
  throw new BittingError('BITTING_E_OUTPUT', `${file} is a folder. Name a file with --out.`);
}

async function nearestExisting(path: string): Promise<string> {
  for (let at = path; ; at = dirname(at)) {
    try {
      await stat(at);
      return at;
    } catch (error) {
      const isMissing = ['ENOENT', 'ENOTDIR'].includes(errorCode(error));
      if (!isMissing || dirname(at) === at) throw error;
    }
  }
}
