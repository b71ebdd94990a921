// The scanners that are compared, and how each is asked for the same work: all of history or one tree, with every
// detector it has on by default, nothing verified over the network, and no secret value in what it writes.
import { join } from 'node:path';
import * as z from 'zod';
import type { Program } from './tools.ts';

export type Mode = 'history' | 'tree';

/** What a run may use: `scratch` is empty and removed afterwards. */
export interface Job {
  /** A bare repository, or a folder of files that has no `.git`. */
  readonly target: string;
  readonly scratch: string;
  readonly cache: string;
}

export interface Tool extends Program {
  readonly history?: (job: Job) => readonly string[];
  readonly tree?: (job: Job) => readonly string[];
  readonly env?: (job: Job) => Readonly<Record<string, string>>;
  /** Exit codes of a run that came to its end, with findings or without. */
  readonly finished: readonly number[];
  /** Reads the count from the report's text, or counts the lines of standard output that begin so. */
  readonly findings: { readonly report: string; readonly count: (text: string) => number } | { readonly lines: string };
}

const report = (job: Job): string => join(job.scratch, 'report.json');
const listLength = (text: string): number => z.array(z.unknown()).nullable().parse(JSON.parse(text))?.length ?? 0;

const bittingReport = z.object({ credentials: z.array(z.unknown()) });
const kingfisherReport = z.object({ findings: z.array(z.unknown()) });
const secretlintReport = z.array(z.object({ messages: z.array(z.unknown()) }));

/** This scanner, run as a user would run it. What it counts is credentials: one each, however often it stands. */
export function bitting(main: string): Tool {
  const audit = (job: Job): readonly string[] => [
    main,
    'audit',
    job.target,
    '--format',
    'json',
    '--out',
    job.scratch,
    '--key-file',
    join(job.scratch, 'key'),
    '--quiet',
  ];
  return {
    name: 'bitting',
    command: process.execPath,
    version: [main, '--version'],
    history: audit,
    tree: (job) => [...audit(job), '--no-history'],
    // Whatever it may keep between runs starts empty; the cache of compiled code is kept, as a user's is.
    env: (job) => ({ XDG_STATE_HOME: join(job.scratch, 'state'), XDG_CACHE_HOME: job.cache }),
    // 3: all was gone through, and something that stands under coverage could not be read.
    finished: [0, 1, 3],
    findings: { report: 'report.json', count: (text) => bittingReport.parse(JSON.parse(text)).credentials.length },
  };
}

/** Gitleaks and Betterleaks, which stems from it: https://github.com/gitleaks/gitleaks#usage */
function leaks(name: string): Tool {
  return {
    name,
    command: join('bin', name),
    version: ['version'],
    history: (job) => ['git', ...leaksFlags(job)],
    tree: (job) => ['dir', ...leaksFlags(job)],
    finished: [0],
    findings: { report: 'report.json', count: listLength },
  };
}

function leaksFlags(job: Job): readonly string[] {
  return [
    '--report-format',
    'json',
    '--report-path',
    report(job),
    '--no-banner',
    '--no-color',
    '--redact',
    '--log-level',
    'warn',
    '--exit-code',
    '0',
    job.target,
  ];
}

/** https://github.com/mongodb/kingfisher/blob/main/docs/USAGE.md: exits with 200 when it found something. */
const kingfisher: Tool = {
  name: 'kingfisher',
  command: 'bin/kingfisher',
  version: ['--version'],
  history: (job) => kingfisherScan(job, 'full'),
  tree: (job) => kingfisherScan(job, 'none'),
  env: (job) => ({ KF_RULE_CACHE_DIR: join(job.cache, 'kingfisher-rules') }),
  finished: [0, 200],
  findings: { report: 'report.json', count: (text) => kingfisherReport.parse(JSON.parse(text)).findings.length },
};

function kingfisherScan(job: Job, history: 'full' | 'none'): readonly string[] {
  return [
    'scan',
    job.target,
    '--git-history',
    history,
    '--no-validate',
    '--no-update-check',
    '--redact',
    '--format',
    'json',
    '--output',
    report(job),
  ];
}

/** https://github.com/trufflesecurity/trufflehog#usage: its JSON lines hold values, so they are only counted. */
const trufflehog: Tool = {
  name: 'trufflehog',
  command: 'bin/trufflehog',
  version: ['--version'],
  history: (job) => ['git', `file://${job.target}`, '--bare', ...truffleFlags],
  tree: (job) => ['filesystem', job.target, ...truffleFlags],
  finished: [0],
  findings: { lines: '{"SourceMetadata"' },
};
const truffleFlags = ['--no-verification', '--no-update', '--json', '--results=verified,unverified,unknown'];

/** https://github.com/secretlint/secretlint: JavaScript, files only. Masks values by itself; 1 means it found something. */
const secretlint: Tool = {
  name: 'secretlint',
  command: 'secretlint/node_modules/.bin/secretlint',
  version: ['--version'],
  tree: (job) => [
    '--secretlintrc',
    join(job.cache, 'secretlint', '.secretlintrc.json'),
    '--format',
    'json',
    '--output',
    report(job),
    join(job.target, '**', '*'),
  ],
  finished: [0, 1],
  findings: {
    report: 'report.json',
    count: (text) => secretlintReport.parse(JSON.parse(text)).reduce((sum, file) => sum + file.messages.length, 0),
  },
};

export const peers: readonly Tool[] = [kingfisher, leaks('betterleaks'), leaks('gitleaks'), trufflehog, secretlint];
