import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Plugin } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');

/**
 * Takes Node's own modules through `process.getBuiltinModule`. An `import` of one reads each of its properties, those
 * too that load something when they are read, such as `fs.promises` and half of `util`: that takes a third of the time
 * between the start of Node and the first line of ours.
 */
export const builtinsAsTheyAre: Plugin = {
  name: 'builtins-as-they-are',
  setup(build) {
    build.onResolve({ filter: /^[a-z_:/]+$/ }, ({ path, kind, importer }) => {
      if (!isBuiltin(path)) return undefined;
      if (kind === 'dynamic-import') return { path, external: true };
      const namespace = kind === 'require-call' ? 'required-builtin' : 'imported-builtin';
      // One for each importer: one for all would be in a chunk of its own.
      return { path, namespace, suffix: `?${importer}`, sideEffects: false };
    });
    build.onLoad({ filter: /.*/, namespace: 'required-builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
    build.onLoad({ filter: /.*/, namespace: 'imported-builtin' }, ({ path }) => ({ contents: exportsOf(path) }));
  },
};

/** A module with the exports of one of Node's. What nobody imports is left out with the property it would read. */
function exportsOf(path: string): string {
  const builtin = process.getBuiltinModule(path) ?? {};
  const names = Object.keys(builtin).filter((name) => /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default');
  return [
    `const all = process.getBuiltinModule(${JSON.stringify(path)});`,
    'export default all;',
    ...names.map((name) => `const $${name} = /* @__PURE__ */ (() => all.${name})(); export { $${name} as ${name} };`),
  ].join('\n');
}

/**
 * Puts the detectors of `detectors.json`, which the build writes beside the bundle, in the place of their modules, and
 * with them the tables of `prefilter.bin`.
 */
export const detectorsFromJson: Plugin = {
  name: 'detectors-from-json',
  setup(build) {
    build.onResolve({ filter: /(?:^|\/)detectors\/index\.ts$/ }, ({ path, resolveDir }) =>
      join(resolveDir, path) === join(root, 'detectors', 'index.ts')
        ? { path: 'detectors', namespace: 'detectors-from-json' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'detectors-from-json' }, () => ({
      resolveDir: here,
      contents: `
        import { existsSync, readFileSync } from 'node:fs';
        import { unpackDetectors } from './unpack-detectors.ts';
        import { unpackTables } from './unpack-tables.ts';
        const rules = readFileSync(new URL('./detectors.json', import.meta.url), 'utf8');
        const texts = () => readFileSync(new URL('./detector-texts.json', import.meta.url), 'utf8');
        const file = new URL('./prefilter.bin', import.meta.url);
        export const detectors = unpackDetectors(rules, texts);
        export const tables = () => existsSync(file) ? unpackTables(readFileSync(file), rules) : undefined;`,
    }));
  },
};
