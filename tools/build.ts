import { rm } from 'node:fs/promises';

import { build } from 'esbuild';

/**
 * The published package: three entries beside each other in dist/, sharing chunks, with dependencies left to npm. The
 * worker and the detectors are entries because threads load them by name.
 */
await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: { main: 'src/cli/main.ts', worker: 'src/engine/worker.ts', detectors: 'detectors/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  packages: 'external',
  chunkNames: '[name]-[hash]',
  logLevel: 'warning',
});
