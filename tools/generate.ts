// Writes the generated files of the repository, or those named; with `--check`, says which are out of date instead.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'oxfmt';
import { buildActionData } from './generate/action-data.ts';
import { buildAssets } from './generate/assets.ts';
import { checkPages } from './generate/check-pages.ts';
import { buildDetectorIndex } from './generate/detector-index.ts';
import { buildReportSchema } from './generate/report-schema.ts';
import { buildTemplates } from './generate/templates.ts';

/** A file whose whole content follows from other files of the repository. */
export interface GeneratedFile {
  /** Path from the repository's root. */
  readonly path: string;
  readonly build: () => Promise<string>;
}

const root = new URL('../', import.meta.url);
const formatting: unknown = JSON.parse(readFileSync(new URL('.oxfmtrc.json', root), 'utf8'));

/** In the order they are built: the assets hold the client script, which holds the templates. */
export const GENERATED: readonly GeneratedFile[] = [
  { path: 'detectors/index.ts', build: async () => buildDetectorIndex(root) },
  { path: 'src/analysis/privilege/access/action-data.json', build: async () => buildActionData(root) },
  { path: 'schema/report-1.schema.json', build: async () => buildReportSchema(root) },
  { path: 'reporters/html/templates.generated.ts', build: async () => buildTemplates(root) },
  { path: 'reporters/html/assets.generated.ts', build: async () => buildAssets(root) },
  ...checkFiles(),
  { path: 'docs/detectors.md', build: async () => (await import('./generate/pages.ts')).detectorsPage() },
];

function checkFiles(): readonly GeneratedFile[] {
  return [...checkPages()].map(([name, text]) => ({ path: `docs/checks/${name}`, build: async () => text }));
}

/** Files of docs/checks/ that belong to no check any more. */
export function staleFiles(): readonly string[] {
  const folder = new URL('docs/checks/', root);
  const wanted = new Set(checkPages().keys());
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !wanted.has(name))
    .map((name) => `docs/checks/${name}`);
}

/** The content a generated file ought to have, laid out by the project's formatter. */
export async function expectedContent(file: GeneratedFile): Promise<string> {
  const content = await file.build();
  if (!file.path.endsWith('.ts')) return content;
  const result = await format(file.path, content, formatting as Parameters<typeof format>[2]);
  if (result.errors.length > 0) throw new Error(`${file.path}: ${result.errors[0]?.message ?? 'cannot be formatted'}`);
  return result.code;
}

/** The content as it stands, or an empty string where the file does not exist yet. */
export function presentContent(file: GeneratedFile): string {
  try {
    return readFileSync(new URL(file.path, root), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

async function main(check: boolean, paths: readonly string[]): Promise<void> {
  for (const file of GENERATED.filter(({ path }) => paths.length === 0 || paths.includes(path))) {
    const content = await expectedContent(file);
    if (content === presentContent(file)) continue;
    if (check) {
      process.stderr.write(`${file.path} is out of date: run npm run generate.\n`);
      process.exitCode = 1;
    } else {
      mkdirSync(new URL('./', new URL(file.path, root)), { recursive: true });
      writeFileSync(new URL(file.path, root), content);
      process.stderr.write(`${file.path} written.\n`);
    }
  }
  for (const path of paths.length === 0 ? staleFiles() : []) {
    process.stderr.write(`${path} ${check ? 'belongs to no check: run npm run generate' : 'removed'}.\n`);
    if (check) process.exitCode = 1;
    else rmSync(new URL(path, root));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  await main(
    args.includes('--check'),
    args.filter((arg) => arg !== '--check'),
  );
}
