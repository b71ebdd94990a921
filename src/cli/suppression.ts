import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import type { SuppressionInput } from '../audit/suppression.ts';
import { BittingError, messageOf } from '../model/errors.ts';
import type { Exception } from '../model/suppression.ts';
import type { FingerprintKey } from '../store/fingerprint-key.ts';

/** Longest baseline read, in bytes. */
const MAX_BASELINE = 256 * 1024 * 1024;

interface SuppressionFiles {
  readonly exceptions: readonly string[];
  readonly baseline?: string | undefined;
}

/** Reads the files named on the command line. What parses them is loaded only where there is one. */
export async function suppressionFor(
  { exceptions: files, baseline }: SuppressionFiles,
  key: FingerprintKey,
  cwd: string,
): Promise<SuppressionInput> {
  const exceptions: Exception[] = [];
  if (files.length > 0) {
    const { loadExceptions } = await import('../config/load-exceptions.ts');
    const { unboundedRepeatProblems } = await import('../engine/pattern-safety.ts');
    const context = { keyName: key.name, repeatProblems: unboundedRepeatProblems };
    for (const file of files) exceptions.push(...(await loadExceptions(resolve(cwd, file), file, context)));
  }
  return {
    exceptions,
    exceptionFiles: files,
    ...(baseline !== undefined && { baseline: await readBaseline(baseline, key, cwd) }),
  };
}

async function readBaseline(
  file: string,
  key: FingerprintKey,
  cwd: string,
): Promise<NonNullable<SuppressionInput['baseline']>> {
  const { parseBaseline } = await import('../suppression/baseline.ts');
  let bytes: Buffer;
  try {
    bytes = await readFile(resolve(cwd, file));
  } catch (error) {
    throw new BittingError('BITTING_E_BASELINE', `Cannot read the baseline ${file}: ${messageOf(error)}.`, {
      cause: error,
    });
  }
  if (bytes.length > MAX_BASELINE) {
    throw new BittingError('BITTING_E_BASELINE', `The baseline ${file} has more than ${MAX_BASELINE} bytes.`);
  }
  return parseBaseline(bytes.toString('utf8'), file, key.name);
}
