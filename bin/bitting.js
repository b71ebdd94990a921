#!/usr/bin/env node
// Plain JavaScript that any Node can read, so that an old one answers with a sentence and not with a stack trace.
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `bitting needs Node.js 24 or newer and this is ${process.version}: install it from https://nodejs.org, or run ` +
      '`npm run bitting -- …` in a checkout, which brings its own.\n',
  );
  process.exitCode = 2;
} else {
  // Compiled code is kept in the user's own cache folder: the default is a shared one, which others could write to.
  module.enableCompileCache(join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'bitting'));
  // A checkout runs its sources; the published package has only the bundle.
  const source = new URL('../src/cli/main.ts', import.meta.url);
  const { main } = await import(existsSync(source) ? source.href : new URL('../dist/main.js', import.meta.url).href);
  process.exitCode = await main(process.argv.slice(2));
}
