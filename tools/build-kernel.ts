import { mkdirSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { createMemoryStream, main } from 'assemblyscript/asc';

const root = fileURLToPath(new URL('..', import.meta.url));

const FLAGS =
  '--debug --runtime stub --optimizeLevel 3 --noAssert --converge --enable simd --enable bulk-memory ' +
  '--initialMemory 24 --maximumMemory 65536';

/**
 * Compiles assembly/ to dist/kernel.wasm.
 *
 * @throws Error with the compiler's words.
 */
export async function buildKernel(): Promise<void> {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const made = `dist/kernel.wasm.${process.pid}`;
  const begun = new Date();
  const said = createMemoryStream();
  const options = ['--baseDir', root, '--outFile', made, ...FLAGS.split(' ')];
  try {
    const { error } = await main(['assembly/index.ts', ...options], { stderr: said });
    if (error !== null) throw new Error(`assembly/ does not compile.\n${said.toString()}`);
    // As old as what it was made of: a file that changed meanwhile is newer, and makes it stale.
    utimesSync(join(root, made), begun, begun);
    // Renamed whole, so that what starts meanwhile never sees half a module.
    renameSync(join(root, made), join(root, 'dist', 'kernel.wasm'));
  } finally {
    rmSync(join(root, made), { force: true });
  }
}

if (import.meta.main) await buildKernel();
