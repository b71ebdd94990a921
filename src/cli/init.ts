import { open } from 'node:fs/promises';
import { resolve } from 'node:path';

import * as z from 'zod';

import { gatherEvidence } from '../config/gather-evidence.ts';
import { proposeConfig, renderConfig } from '../config/propose-config.ts';
import { BittingError, messageOf } from '../model/errors.ts';
import { discoverSources } from '../sources/discover.ts';
import type { CommandContext } from './program.ts';

const optionsSchema = z.object({ out: z.string().optional() });

/** `bitting init`: proposes domains; never overwrites what a user wrote. */
export async function init(targets: readonly string[], raw: object, { terminal }: CommandContext): Promise<void> {
  const options = optionsSchema.parse(raw);
  const { readers } = await discoverSources(
    targets.map((target) => resolve(terminal.cwd, target)),
    { history: false, gitignore: false, include: [], exclude: [], keep: () => false },
  );
  const sources = readers.map((reader) => reader.summary().source);
  const text = renderConfig(proposeConfig(await gatherEvidence(sources)));
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
