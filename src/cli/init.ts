import { open } from 'node:fs/promises';
import { resolve } from 'node:path';

import * as z from 'zod';

import { gatherEvidence } from '../config/gather-evidence.ts';
import { proposeConfig, renderConfig } from '../config/propose-config.ts';
import { readSmallFile } from '../git/safe-file.ts';
import { BittingError, messageOf } from '../model/errors.ts';
import { discoverSources } from '../sources/discover.ts';
import { parseOptions } from './parse-options.ts';
import { printable } from './progress.ts';
import type { CommandContext } from './program.ts';

const optionsSchema = z.object({ out: z.string().optional() });

/** `bitting init`: proposes domains; never overwrites what a user wrote. */
export async function init(targets: readonly string[], raw: object, { terminal }: CommandContext): Promise<void> {
  const options = parseOptions(optionsSchema, raw);
  const discovered = await discoverSources(
    targets.map((target) => resolve(terminal.cwd, target)),
    { history: false, archives: false, gitignore: false, include: [], exclude: [], keep: () => false },
  );
  for (const { locator, why = '' } of discovered.sources) {
    terminal.err(`bitting: ${printable(`${locator} was not looked at. ${why}`)}\n`);
  }
  const sources = discovered.readers.map((reader) => reader.summary().source);
  const text = escaped(renderConfig(proposeConfig(await gatherEvidence(sources, readSmallFile))));
  if (options.out === undefined) {
    terminal.out(text);
    return;
  }
  const file = resolve(terminal.cwd, options.out);
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(text);
    await handle.close();
  } catch (error) {
    throw new BittingError('BITTING_E_OUTPUT', `Cannot write ${file}: ${messageOf(error)}. Name another with --out.`, {
      cause: error,
    });
  }
  terminal.out(`${options.out}\n`);
}

/** Names of folders may hold characters that YAML refuses and terminals obey; in quotes, their escapes are the same. */
function escaped(text: string): string {
  return text.replaceAll(
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uFEFF]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
