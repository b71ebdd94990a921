// Runs the project's commands on the Node.js they need, whatever the system's is.
//
// Plain JavaScript that any Node since 12.20 can read, so without `?.` and `??`: it is what a fresh clone starts with.
// Missing dependencies are installed from the lock file first; where Node is older than 24, one is installed from npm
// under tools/node; and dist/kernel.wasm is built again when it is missing or older than its sources.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, delimiter } from 'node:path';
import { isatty } from 'node:tty';
import { fileURLToPath } from 'node:url';

const NEEDED_MAJOR = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const nodeHome = join(root, 'tools', 'node');

/** npm runs on the first `node` of PATH: on the needed one as soon as that is there. */
function npm(args, env = process.env) {
  const result = spawnSync('npm', args, {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    process.stderr.write(`bitting: npm ${args.join(' ')} failed; its own words stand above.\n`);
    process.exit(2);
  }
}

function installed(folder) {
  const lock = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(lock)) return false;
  const have = JSON.parse(readFileSync(lock, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(([path, entry]) => {
    const there = have[path] || {};
    return path === '' || entry.optional || there.version === entry.version;
  });
}

function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const folder = join(nodeHome, 'node_modules', `node-${platform}-${process.arch}`, 'bin');
  const binary = join(folder, process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(binary)) npm(['ci', '--prefix', nodeHome, '--no-audit', '--no-fund']);
  if (existsSync(binary)) return binary;
  process.stderr.write(
    `bitting: Node.js ${NEEDED_MAJOR} or newer is needed, this is ${process.version}, and npm has none to bring for ` +
      `${process.platform} on ${process.arch}: install it from https://nodejs.org.\n`,
  );
  process.exit(2);
}

/** Answers whether dist/kernel.wasm is missing or older than what it is made of. */
function kernelIsStale() {
  const kernel = join(root, 'dist', 'kernel.wasm');
  if (!existsSync(kernel)) return true;
  const folder = join(root, 'assembly');
  // The folder itself too: it changes when a file of it goes away.
  const sources = [folder, join(root, 'tools', 'build-kernel.ts')];
  for (const name of readdirSync(folder)) sources.push(join(folder, name));
  const built = statSync(kernel).mtimeMs;
  return sources.some((source) => statSync(source).mtimeMs >= built);
}

function buildKernel(node) {
  const { status } = spawnSync(node, [join(root, 'tools', 'build-kernel.ts')], { stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  process.stderr.write('bitting: dist/kernel.wasm could not be built; why stands above.\n');
  process.exit(2);
}

/** The script that a package names as its command. */
function packageBin(name, command = name) {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

const commands = {
  bitting: () => [join(root, 'bin', 'bitting.js')],
  demo: () => [join(root, 'fixtures', 'demo.ts')],
  bench: () => [join(root, 'bench', 'compare.ts')],
  accuracy: () => [join(root, 'bench', 'accuracy.ts')],
  fit: () => [join(root, 'tools', 'fit-generic.ts')],
  'bench-engine': () => [join(root, 'bench', 'engine.ts')],
  'bench-report': () => [join(root, 'bench', 'report.ts')],
  'bench-access': () => [join(root, 'bench', 'access.ts')],
  'bench-privileges': () => [join(root, 'bench', 'privileges.ts')],
  fuzz: () => [join(root, 'test', 'fuzz', 'main.ts')],
  build: () => [join(root, 'tools', 'build.ts')],
  generate: () => [join(root, 'tools', 'generate.ts')],
  vitest: () => [packageBin('vitest')],
  mutate: () => [packageBin('@stryker-mutator/core', 'stryker'), 'run', join(root, 'tools', 'mutate', 'stryker.json')],
  tsc: () => [packageBin('typescript', 'tsc')],
  oxlint: () => [packageBin('oxlint')],
  oxfmt: () => [packageBin('oxfmt')],
  knip: () => [packageBin('knip')],
  depcruise: () => [packageBin('dependency-cruiser', 'depcruise')],
};

const [name, ...args] = process.argv.slice(2);
if (name !== 'which-node' && !Object.keys(commands).includes(name)) {
  process.stderr.write(`usage: node tools/run.mjs ${Object.keys(commands).join('|')} [argument…]\n`);
  process.exit(2);
}
const node = findNode();
const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH || ''}` };
if (name === 'which-node') {
  process.stdout.write(`${node}\n`);
  process.exit(0);
}
if (!installed(root)) npm(['ci', '--no-audit', '--no-fund'], env);
if (/^(bitting|demo|bench|accuracy|fuzz|fit|vitest|mutate)/.test(name) && kernelIsStale()) buildKernel(node);
// Where the user stood when calling npm: paths on the command line are relative to that.
const cwd = /^(bitting|demo|bench|accuracy|fuzz|fit)/.test(name) ? process.env.INIT_CWD || process.cwd() : root;
const child = spawn(node, [...commands[name](), ...args], { cwd, stdio: 'inherit', env });
const onTerminal = [0, 1, 2].some((stream) => isatty(stream));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // A terminal tells both of us, and a second time means to stop at once.
    if (signal === 'SIGTERM' || !onTerminal) child.kill(signal);
  });
}
child.on('error', (error) => {
  throw error;
});
child.on('exit', (code, signal) => {
  process.exit(code !== null ? code : signal === 'SIGINT' ? 130 : 4);
});
