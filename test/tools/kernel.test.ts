import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { temporaryFolder } from '../support/git-fixture.ts';

vi.setConfig({ testTimeout: 90_000 });

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Says what the kernel answers. */
const COMMAND = `
  import { readFileSync } from 'node:fs';
  const kernel = new WebAssembly.Module(readFileSync(new URL('../dist/kernel.wasm', import.meta.url)));
  process.stdout.write(String(new WebAssembly.Instance(kernel).exports.answer()));`;

/** A checkout with a kernel of one function. */
function checkout() {
  const home = temporaryFolder();
  for (const name of ['package.json', 'package-lock.json', 'tools/run.mjs', 'tools/build-kernel.ts']) {
    cpSync(join(ROOT, name), join(home, name));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(home, 'node_modules'));
  for (const name of ['assembly', 'bin']) mkdirSync(join(home, name));
  writeFileSync(join(home, 'bin', 'bitting.js'), COMMAND);
  const run = () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/run.mjs', 'bitting'], {
      cwd: home,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  return {
    home,
    run,
    kernel: join(home, 'dist', 'kernel.wasm'),
    write: (content: string): void => writeFileSync(join(home, 'assembly', 'index.ts'), content),
  };
}

it('is built when it is missing, and again when its sources changed', () => {
  const { home, run, kernel, write } = checkout();
  write('export function answer(): i32 { return 42; }');
  expect(run()).toEqual({ status: 0, stdout: '42', stderr: '' });
  const built = statSync(kernel).ino;
  expect(run().stdout).toBe('42');
  expect(statSync(kernel).ino).toBe(built);

  write('export function answer(): i32 { return nothing; }');
  const { status, stdout, stderr } = run();
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/Cannot find name 'nothing'/);
  expect(stderr).toMatch(/^bitting: dist\/kernel\.wasm could not be built; why stands above\.$/m);
  // What there was stands, and nothing else beside it.
  expect(statSync(kernel).ino).toBe(built);
  expect(readdirSync(join(home, 'dist'))).toEqual(['kernel.wasm']);
});
