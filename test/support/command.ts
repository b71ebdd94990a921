import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

import { bundle } from '../../tools/build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the command as users have it, with its bundle: `bin/bitting.js` and what that needs. */
    readonly command: string;
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds the command once for all tests that run it: starting from the sources takes ten times as long, for each of the
 * threads and processes that they start.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const home = mkdtempSync(join(tmpdir(), 'bitting-command-'));
  mkdirSync(join(home, 'dist'));
  // As an earlier build leaves it.
  writeFileSync(join(home, 'dist', 'chunk-of-before.js'), '');
  for (const name of ['bin', 'package.json', 'schema']) cpSync(join(ROOT, name), join(home, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(home, 'node_modules'));
  const build = async (): Promise<void> => {
    await bundle(join(home, 'dist'));
    // `npm test` has seen to it that there is a fresh one.
    cpSync(join(ROOT, 'dist', 'kernel.wasm'), join(home, 'dist', 'kernel.wasm'));
  };
  await build();
  project.onTestsRerun(build);
  project.provide('command', home);
  return () => rmSync(home, { recursive: true, force: true });
}
