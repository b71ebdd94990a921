#!/usr/bin/env node
// Plain JavaScript that any Node can read, so that an old one answers with a sentence and not with a stack trace.
// Modules of Node are asked for, not imported: importing one reads all it has, which takes longer than all of this.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `bitting needs Node.js 24 or newer and this is ${process.version}: install it from https://nodejs.org, or run ` +
      '`npm run bitting -- …` in a checkout, which brings its own.\n',
  );
  process.exitCode = 2;
} else {
  start().catch((error) => {
    process.stderr.write(`bitting: internal error, it could not be loaded: ${error.message}\n`);
    process.exitCode = 4;
  });
}

async function start() {
  const { existsSync } = process.getBuiltinModule('node:fs');
  const modules = process.getBuiltinModule('node:module');
  const { homedir } = process.getBuiltinModule('node:os');
  const path = process.getBuiltinModule('node:path');
  // Compiled code is kept in the user's own cache folder: the default is a shared one, which others could write to.
  const cache = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'bitting');
  modules.enableCompileCache(cache);
  // Where worker threads are told of it.
  process.env.NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE || cache;
  // A checkout runs its sources; the published package has only the bundle.
  const source = new URL('../src/cli/main.ts', import.meta.url);
  const bundle = new URL('../dist/main.js', import.meta.url);
  const { main } = await import(existsSync(source) ? source.href : bundle.href);
  process.exitCode = await main(process.argv.slice(2));
}
