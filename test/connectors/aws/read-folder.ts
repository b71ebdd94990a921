import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readAwsDumps } from '../../../src/connectors/aws/dumps.ts';
import type { JoinedDumps } from '../../../src/connectors/aws/join.ts';

/** Reads files as `--aws-dump FOLDER` does. Names may hold folders; values that are no text are written as JSON. */
export async function readFolder(files: Readonly<Record<string, unknown>>): Promise<JoinedDumps> {
  const folder = await mkdtemp(join(tmpdir(), 'bitting-aws-'));
  try {
    for (const [name, value] of Object.entries(files)) {
      const file = join(folder, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, typeof value === 'string' ? value : JSON.stringify(value));
    }
    return await readAwsDumps([folder], {
      onFile: () => {},
      failed: (file, why) => {
        throw new Error(`${file} was not named: ${why}`);
      },
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The gaps of all sources. */
export function gapsOf({ dumps }: JoinedDumps) {
  return dumps.flatMap(({ coverage }) => coverage).filter(({ outcome }) => outcome !== 'read');
}
