import { readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { detectors } from '../detectors/index.ts';
import { detectorsDigest } from '../src/audit/detector-set.ts';
import { thirdPartyLicenses } from './build/licenses.ts';
import { packDetectors } from './build/pack-detectors.ts';
import { packTables } from './build/pack-tables.ts';
import { builtinsAsTheyAre, detectorsFromJson } from './build/plugins.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What the command brings with it only where it is used: large, and loaded by hardly any run. */
const LEFT_TO_NPM = ['@aws-sdk/*', '@azure/*', '@octokit/*', 'piscina'];

/**
 * Bundles the command into a folder: `main.js`, `worker.js` and `detectors.js`, which threads load by name, with
 * the chunks they share, a chunk for each command, the detectors and their prefilter's tables as data, and the licences
 * of what is bundled. Files that an earlier build left there are removed.
 */
export async function bundle(folder: string): Promise<void> {
  const { metafile } = await build({
    entryPoints: { main: 'src/cli/main.ts', worker: 'src/history/worker.ts', detectors: 'detectors/index.ts' },
    absWorkingDir: root,
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    external: LEFT_TO_NPM,
    plugins: [builtinsAsTheyAre, detectorsFromJson],
    define: { DETECTORS_DIGEST: JSON.stringify(detectorsDigest(detectors)) },
    // Names stay, for the frames of a defect's report.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    chunkNames: '[name]-[hash]',
    metafile: true,
    logLevel: 'warning',
  });
  const { rules, texts } = packDetectors(detectors);
  const files = {
    'detectors.json': rules,
    'detector-texts.json': texts,
    'prefilter.bin': packTables(detectors, rules),
    'THIRD-PARTY-LICENSES.txt': thirdPartyLicenses(metafile, root),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const made = new Set([...Object.keys(metafile.outputs).map((path) => basename(path)), ...Object.keys(files)]);
  for (const name of await readdir(folder)) {
    if (name.endsWith('.js') && !made.has(name)) await rm(join(folder, name));
  }
}

if (import.meta.main) {
  const { buildKernel } = await import('./build-kernel.ts');
  await bundle(resolve(root, 'dist'));
  await buildKernel();
}
