import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

import * as z from 'zod';

import { foundValues } from '../audit/found-values.ts';
import { runAudit } from '../audit/run-audit.ts';
import { DEFAULT_CONFIG } from '../config/default-config.ts';
import { pathPattern } from '../config/load-exceptions.ts';
import { unboundedRepeatProblems } from '../engine/pattern-safety.ts';
import { errorCode, readSmallFile } from '../git/safe-file.ts';
import { BittingError, messageOf } from '../model/errors.ts';
import { defaultKeyFile, loadFingerprintKey } from '../store/fingerprint-key.ts';
import type { FingerprintKey } from '../store/fingerprint-key.ts';
import { importDetectSecrets } from '../suppression/import/detect-secrets.ts';
import { importGitleaks } from '../suppression/import/gitleaks.ts';
import type { Imported, PatternCheck } from '../suppression/import/imported.ts';
import { importGitleaksIgnore, importTruffleHog } from '../suppression/import/line-files.ts';
import { matchValues } from '../suppression/import/match-values.ts';
import type { FoundValue } from '../suppression/import/match-values.ts';
import { renderExceptions } from '../suppression/import/render-exceptions.ts';
import { parseOptions } from './parse-options.ts';
import type { CommandContext } from './program.ts';
import { printable, showProgress } from './progress.ts';

/** Longest file taken over, in bytes. */
const MAX_FILE = 64 * 1024 * 1024;

const optionsSchema = z.object({
  target: z.string().min(1),
  approver: z.string().min(1),
  expires: z.union([z.iso.date(), z.literal('never')]).catch(() => {
    throw new BittingError('BITTING_E_USAGE', '--expires takes a day such as 2031-12-31, or never.');
  }),
  out: z.string().min(1).optional(),
  keyFile: z.string().optional(),
  quiet: z.boolean().default(false),
});

export type ImportTool = 'gitleaks' | 'detect-secrets' | 'trufflehog';

/** `bitting import`: what another tool was told to ignore, as an exceptions file; says what it could not take. */
export async function importFrom(tool: ImportTool, file: string, raw: object, context: CommandContext): Promise<void> {
  const options = parseOptions(optionsSchema, raw);
  const { terminal } = context;
  const imported = parse(tool, await textOf(resolve(terminal.cwd, file), file), file);
  const key = await loadFingerprintKey(
    options.keyFile ? resolve(terminal.cwd, options.keyFile) : defaultKeyFile(terminal.env),
  );
  const left = [...imported.left];
  let accepted: ReadonlyMap<string, string> = new Map();
  if (imported.values.length > 0) {
    const matched = matchValues(imported.values, await valuesOf(imported, options, key, context));
    ({ accepted } = matched);
    for (const from of matched.unmatched)
      left.push(`${from}: nothing that is found in ${options.target} is meant by it.`);
    if (matched.late) left.push('The patterns took too long: not every value was compared with them.');
  }
  const { approver, expires } = options;
  const text = renderExceptions({
    tool,
    file,
    keyName: key.name,
    approver,
    expires,
    places: imported.places,
    accepted,
    left,
  });
  if (options.out === undefined) terminal.out(text);
  else await writeNew(resolve(terminal.cwd, options.out), text);
  if (options.quiet) return;
  const taken = imported.places.length + accepted.size;
  terminal.err(`bitting: ${taken} taken over, ${left.length} not${left.length > 0 ? ':' : '.'}\n`);
  for (const sentence of left) terminal.err(`bitting:   ${printable(sentence)}\n`);
}

const patternOf: PatternCheck = (source) => {
  const pattern = pathPattern(source, unboundedRepeatProblems);
  // Its sentence quotes the pattern, and people write secrets into these.
  return typeof pattern === 'string'
    ? 'the pattern is refused: not valid here, too long, or it could take too long.'
    : pattern;
};

function parse(tool: ImportTool, text: string, file: string): Imported {
  if (tool === 'trufflehog') return importTruffleHog(text, patternOf);
  if (tool === 'detect-secrets') return importDetectSecrets(text, file, patternOf);
  return /\.toml$/i.test(file) ? importGitleaks(text, file, patternOf) : importGitleaksIgnore(text);
}

/** What stands in the target now: its history only where a rule names a commit. */
async function valuesOf(
  { values }: Imported,
  { target, quiet }: { readonly target: string; readonly quiet: boolean },
  key: FingerprintKey,
  { terminal, signal }: CommandContext,
): Promise<readonly FoundValue[]> {
  const progress = showProgress(terminal, quiet);
  try {
    const report = await runAudit({
      targets: [resolve(terminal.cwd, target)],
      history: values.some(({ match }) => 'commit' in match),
      archives: false,
      gitignore: false,
      include: [],
      exclude: [],
      dumps: { aws: [], azure: [], github: [] },
      config: DEFAULT_CONFIG,
      key,
      outputs: [],
      jobs: Math.min(availableParallelism(), 4),
      progress,
      signal,
      now: terminal.now,
    });
    const found: FoundValue[] = [];
    for await (const each of foundValues(report)) found.push(each);
    return found;
  } finally {
    progress.end();
  }
}

async function textOf(path: string, file: string): Promise<string> {
  const bytes = await readSmallFile(path, MAX_FILE).catch((error: unknown) => {
    throw new BittingError('BITTING_E_IMPORT', `Cannot read ${file}: ${messageOf(error)}.`, { cause: error });
  });
  if (bytes === undefined) throw new BittingError('BITTING_E_IMPORT', `${file} is not there, or is no regular file.`);
  if (bytes.length === MAX_FILE) throw new BittingError('BITTING_E_IMPORT', `${file} has ${MAX_FILE} bytes or more.`);
  return bytes.toString('utf8');
}

async function writeNew(path: string, text: string): Promise<void> {
  try {
    await using handle = await open(path, 'wx');
    await handle.writeFile(text);
  } catch (error) {
    const why = errorCode(error) === 'EEXIST' ? 'it exists' : messageOf(error);
    throw new BittingError('BITTING_E_OUTPUT', `Cannot write ${path}: ${why}. Name another with --out.`, {
      cause: error,
    });
  }
}
