import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder } from '../support/git-fixture.ts';

vi.setConfig({ testTimeout: 60_000 });

const RUN = fileURLToPath(new URL('../../tools/run.mjs', import.meta.url));

// An audit of standard input waits for as long as nobody closes that, and says so.
it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('hands %s on, and ends as the command does', async (signal) => {
  const cwd = temporaryFolder();
  const child = spawn(process.execPath, [RUN, 'bitting', 'audit', '-', '--key-file', 'key'], {
    cwd,
    env: { ...process.env, INIT_CWD: cwd },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise((resolve) => child.once('exit', (code, by) => resolve({ code, by })));
  await new Promise((resolve) => child.stderr.once('data', resolve));
  // The second one is for a command that waits for its input: it ends at once then.
  child.kill(signal);
  const again = setInterval(() => child.kill(signal), 200);
  onTestFinished(() => clearInterval(again));
  expect(await ended).toEqual({ code: 130, by: null });
});

it.each([
  ['the command has one', ['bitting', 'nothing-like-it'], 2],
  ['there is no such command', ['no-such-command'], 2],
  ['all is well', ['bitting', '--version'], 0],
])('ends with the exit code where %s', async (_, args, code) => {
  const child = spawn(process.execPath, [RUN, ...args]);
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(code);
});
