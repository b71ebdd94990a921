import { homedir, tmpdir } from 'node:os';
import { mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export const USAGE = `usage: npm run accuracy -- [CORPUS…] [option…]

  CORPUS…               folders with labels.jsonl and data/
  --clean DIR…          folders of repositories that hold hardly any credential: findings for each 100,000 lines
  --vectors FILE…       rule-test vectors, {rule, text, path?, expect, secret?} a line
  --findings NAME=FILE  score what another scanner found, {file, line, end_line?, secret?} a line; needs one CORPUS
  --bitting FILE        bin/bitting.js of an installed package (default: this checkout)
  --only NAME,…         scanners to run
  --timeout SECONDS     for each run of a scanner (default 3600)
  --out DIR             folder of the results (default: a temporary one, named at the end)
  --record FILE         bring figures up to date in FILE; those of scanners that did not run stay
  --page FILE           write the record's tables between the marks of a Markdown page
`;

/** What was said of lines of clean repositories. */
export const JUDGED = fileURLToPath(new URL('judged.txt', import.meta.url));

const LISTS = new Set(['--clean', '--vectors', '--findings']);

export interface Options {
  readonly corpora: readonly string[];
  readonly clean: readonly string[];
  readonly vectors: readonly string[];
  readonly findings: readonly { readonly name: string; readonly file: string }[];
  readonly bitting: string;
  readonly only: readonly string[] | undefined;
  readonly timeout: number;
  readonly out: string;
  readonly record: string | undefined;
  readonly page: string | undefined;
  readonly cache: string;
}

/** Undefined when the arguments make no sense. */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values, positionals } = parseArgs({
    args: repeatLists(args),
    allowPositionals: true,
    options: {
      clean: { type: 'string', multiple: true, default: [] },
      vectors: { type: 'string', multiple: true, default: [] },
      findings: { type: 'string', multiple: true, default: [] },
      bitting: { type: 'string', default: fileURLToPath(new URL('../../bin/bitting.js', import.meta.url)) },
      only: { type: 'string' },
      timeout: { type: 'string', default: '3600' },
      out: { type: 'string' },
      record: { type: 'string' },
      page: { type: 'string' },
    },
  });
  const timeout = Number(values.timeout);
  const findings = values.findings.map((each) => {
    const [name = '', ...file] = each.split('=');
    return { name, file: resolve(file.join('=')) };
  });
  const nothing = positionals.length + values.clean.length + values.vectors.length === 0 && values.page === undefined;
  if (nothing || !(timeout > 0) || (findings.length > 0 && positionals.length !== 1)) return undefined;
  const caches = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return {
    corpora: positionals.map((folder) => resolve(folder)),
    clean: values.clean.map((folder) => resolve(folder)),
    vectors: values.vectors.map((file) => resolve(file)),
    findings,
    bitting: resolve(values.bitting),
    only: values.only?.split(','),
    timeout,
    out: values.out === undefined ? mkdtempSync(join(tmpdir(), 'bitting-accuracy-')) : resolve(values.out),
    record: values.record === undefined ? undefined : resolve(values.record),
    page: values.page === undefined ? undefined : resolve(values.page),
    cache: resolve(process.env['BITTING_BENCH_CACHE'] ?? join(caches, 'bitting-bench')),
  };
}

/** `--clean a b` as `--clean a --clean b`. */
function repeatLists(args: readonly string[]): string[] {
  let list: string | undefined;
  return args.flatMap((arg, index) => {
    if (arg.startsWith('--')) {
      list = LISTS.has(arg) ? arg : undefined;
      return list === undefined ? [arg] : [];
    }
    // What follows an option that takes one value is that value.
    return list === undefined || (index > 0 && arg === '') ? [arg] : [list, arg];
  });
}
