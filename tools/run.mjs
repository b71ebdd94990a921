// Runs the project's commands on the Node.js they need, whatever the system's is.
//
// Plain JavaScript that any Node since 12 can read: it is what a fresh clone starts with. Missing dependencies are
// installed from the lock file first; where Node is older than 24, one is installed from npm under tools/node.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, delimiter } from 'node:path';
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
  return Object.entries(want).every(
    ([path, entry]) => path === '' || entry.optional || have[path]?.version === entry.version,
  );
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

/** The script that a package names as its command. */
function packageBin(name, command = name) {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

const commands = {
  bitting: () => [join(root, 'bin', 'bitting.js')],
  demo: () => [join(root, 'fixtures', 'demo.ts')],
  'bench-engine': () => [join(root, 'bench', 'engine.ts')],
  'bench-report': () => [join(root, 'bench', 'report.ts')],
  build: () => [join(root, 'tools', 'build.ts')],
  generate: () => [join(root, 'tools', 'generate.ts')],
  vitest: () => [packageBin('vitest')],
  tsc: () => [packageBin('typescript', 'tsc')],
  oxlint: () => [packageBin('oxlint')],
  oxfmt: () => [packageBin('oxfmt')],
  knip: () => [packageBin('knip')],
  depcruise: () => [packageBin('dependency-cruiser', 'depcruise')],
};

const [name, ...args] = process.argv.slice(2);
if (name !== 'which-node' && !Object.hasOwn(commands, name)) {
  process.stderr.write(`usage: node tools/run.mjs ${Object.keys(commands).join('|')} [argument…]\n`);
  process.exit(2);
}
const node = findNode();
const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
if (name === 'which-node') {
  process.stdout.write(`${node}\n`);
  process.exit(0);
}
if (!installed(root)) npm(['ci', '--no-audit', '--no-fund'], env);
// Where the user stood when calling npm: paths on the command line are relative to that.
const cwd = /^(bitting|demo|bench-)/.test(name) ? (process.env.INIT_CWD ?? process.cwd()) : root;
const result = spawnSync(node, [...commands[name](), ...args], {
  cwd,
  stdio: 'inherit',
  env,
});
if (result.error) throw result.error;
process.exit(result.status ?? (result.signal === 'SIGINT' ? 130 : 4));
