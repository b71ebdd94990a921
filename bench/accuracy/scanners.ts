// The scanners whose findings are scored, each with the detectors it has on by default, nothing verified over the
// network, over the files of one folder. Peers print values: what they print is read from a pipe and lives in memory.
import { isAbsolute, join, relative } from 'node:path';
import * as z from 'zod';
import { bitting, peers } from '../compare/peers.ts';
import type { Program } from '../compare/tools.ts';
import type { RawFinding } from './finding.ts';
import { bittingFindings } from './own.ts';

/** What a run may use: `scratch` is empty and removed afterwards. */
export interface Job {
  readonly folder: string;
  readonly scratch: string;
  readonly cache: string;
}

export interface Scanner extends Program {
  readonly args: (job: Job) => readonly string[];
  /** Where its report goes: standard output, file descriptor 3, or a file of the scratch folder that holds no value. */
  readonly report: 'stdout' | 'descriptor 3' | { readonly file: string };
  readonly env?: (job: Job) => Readonly<Record<string, string>>;
  /** Exit codes of a run that came to its end. */
  readonly finished: readonly number[];
  /** Reads a report. Paths may be absolute or relative to the folder. */
  readonly read: (report: string, job: Job) => Iterable<RawFinding>;
}

const line = z.int().min(0);

/** This scanner, as a user would run it. Its report has no value: places are cut from the files. */
export function ownScanner(main: string): Scanner {
  const { name, command, version, env, finished } = bitting(main);
  return {
    name,
    command,
    version,
    finished,
    ...(env !== undefined && { env: ({ folder, ...job }: Job) => env({ ...job, target: folder }) }),
    args: ({ folder, scratch }) => [
      main,
      'audit',
      folder,
      '--no-history',
      '--format',
      'json',
      '--out',
      scratch,
      '--key-file',
      join(scratch, 'key'),
      '--quiet',
    ],
    report: { file: 'report.json' },
    read: (report, { folder }) => bittingFindings(report, folder),
  };
}

/** Its command, as `npm run bench` knows it. */
function program(wanted: string): Program {
  const found = peers.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`bench/compare/peers.ts does not know ${wanted}`);
  const { name, command, version } = found;
  return { name, command, version };
}

const leaksReport = z
  .array(z.object({ RuleID: z.string(), StartLine: line, EndLine: line, Secret: z.string(), File: z.string() }))
  .nullable();

/** Gitleaks and Betterleaks: https://github.com/gitleaks/gitleaks#usage */
function leaks(name: string): Scanner {
  return {
    ...program(name),
    args: ({ folder }) => [
      'dir',
      ...flags('--report-format json --report-path - --log-level error --exit-code 0 --no-banner --no-color'),
      folder,
    ],
    report: 'stdout',
    finished: [0],
    read: (report) =>
      (leaksReport.parse(JSON.parse(report)) ?? []).map((each) => ({
        file: each.File,
        line: each.StartLine,
        endLine: each.EndLine,
        secret: each.Secret,
        detector: each.RuleID,
      })),
  };
}

const kingfisherReport = z.object({
  findings: z.array(
    z.object({
      rule: z.object({ id: z.string() }),
      finding: z.object({ snippet: z.string(), line, path: z.string() }),
    }),
  ),
});

/** https://github.com/mongodb/kingfisher/blob/main/docs/USAGE.md: the report is the first line, a summary the second. */
const kingfisher: Scanner = {
  ...program('kingfisher'),
  args: ({ folder }) => ['scan', folder, ...flags('--git-history none --no-validate --no-update-check --format json')],
  report: 'stdout',
  env: (job) => ({ KF_RULE_CACHE_DIR: join(job.cache, 'kingfisher-rules') }),
  finished: [0, 200],
  read: (report) =>
    kingfisherReport.parse(JSON.parse(report.split('\n', 1)[0] ?? '')).findings.map(({ rule, finding }) => ({
      file: finding.path,
      line: finding.line,
      secret: finding.snippet,
      detector: rule.id,
    })),
};

const truffleLine = z.object({
  SourceMetadata: z.object({
    Data: z.object({ Filesystem: z.object({ file: z.string(), line: line.default(1) }) }),
  }),
  DetectorName: z.string(),
  Raw: z.string(),
});

/** https://github.com/trufflesecurity/trufflehog#usage */
const trufflehog: Scanner = {
  ...program('trufflehog'),
  args: ({ folder }) => [
    'filesystem',
    folder,
    ...flags('--no-verification --no-update --json --results=verified,unverified,unknown'),
  ],
  report: 'stdout',
  finished: [0],
  read: (report) =>
    report
      .split('\n')
      .filter((text) => text.startsWith('{"SourceMetadata"'))
      .map((text) => {
        const { SourceMetadata, DetectorName, Raw } = truffleLine.parse(JSON.parse(text));
        const { file, line: first } = SourceMetadata.Data.Filesystem;
        return { file, line: first, secret: Raw, detector: DetectorName };
      }),
};

const position = z.object({ line, column: line });
const secretlintReport = z.array(
  z.object({
    filePath: z.string(),
    messages: z.array(
      z.object({ ruleId: z.string(), messageId: z.string(), loc: z.object({ start: position, end: position }) }),
    ),
  }),
);

/** https://github.com/secretlint/secretlint: masks values by itself, and some of its places are off, so lines count. */
const secretlint: Scanner = {
  ...program('secretlint'),
  args: ({ folder, cache }) => [
    '--secretlintrc',
    join(cache, 'secretlint', '.secretlintrc.json'),
    ...flags('--format json --no-color'),
    join(folder, '**', '*'),
  ],
  report: 'stdout',
  finished: [0, 1],
  read: (report) =>
    secretlintReport.parse(JSON.parse(report)).flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, messageId, loc }) => ({
        file: filePath,
        line: loc.start.line,
        endLine: loc.end.line,
        detector: `${ruleId.split('/').at(-1)}/${messageId}`,
      })),
    ),
};

const detectSecretsReport = z.object({
  results: z.record(z.string(), z.array(z.object({ type: z.string(), filename: z.string(), line_number: line }))),
});

/** https://github.com/Yelp/detect-secrets: tells lines, and only hashes of values. */
const detectSecrets: Scanner = {
  name: 'detect-secrets',
  command: 'detect-secrets/bin/detect-secrets',
  version: ['--version'],
  args: ({ folder }) => ['-C', folder, 'scan', '--all-files', '--no-verify', '.'],
  report: 'stdout',
  finished: [0],
  read: (report) =>
    Object.values(detectSecretsReport.parse(JSON.parse(report)).results)
      .flat()
      .map(({ type, filename, line_number }) => ({ file: filename, line: line_number, detector: type })),
};

const credSweeperReport = z.array(
  z.object({
    rule: z.string(),
    line_data_list: z.array(z.object({ line_num: line, path: z.string(), value: z.string() })),
  }),
);

/** https://github.com/Samsung/CredSweeper, with its model at the threshold it has by default. */
const credSweeper: Scanner = {
  name: 'credsweeper',
  command: 'credsweeper/bin/credsweeper',
  version: ['--version'],
  args: ({ folder }) => ['--path', folder, '--save-json', '/dev/fd/3', '--log', 'silence'],
  report: 'descriptor 3',
  finished: [0],
  read: (report) =>
    credSweeperReport.parse(JSON.parse(report.trim() || '[]')).flatMap(({ rule, line_data_list }) =>
      line_data_list.map(({ line_num, path, value }) => ({
        file: path,
        line: line_num,
        secret: value,
        detector: rule,
      })),
    ),
};

export const peerScanners: readonly Scanner[] = [
  kingfisher,
  leaks('betterleaks'),
  leaks('gitleaks'),
  trufflehog,
  secretlint,
  detectSecrets,
  credSweeper,
];

function flags(text: string): readonly string[] {
  return text.split(' ');
}

/** A path of a report, as one relative to the folder. */
export function relativeTo(folder: string, path: string): string {
  const below = isAbsolute(path) ? relative(folder, path) : path;
  return below.replaceAll('\\', '/').replace(/^\.\//, '');
}
