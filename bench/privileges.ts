// How the checks over an account grow with the number of its users and roles, the search for escalation paths among them.
//
//   node bench/privileges.ts [--smallest 1250] [--steps 4] [--everybody 'iam:*']
//
// The account is made from numbers alone, so that it is the same on every machine. Each size runs in a process of its
// own; with --everybody each user and role may do an action more. What is printed is CPU time and the highest resident
// memory, beside the size before, as Markdown; then the checks that took longest. What several checks ask for, such as
// the paths, is found once: the search is run first, and its time counts for no check but in the whole.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Check } from '../src/analysis/check.ts';
import { checks } from '../src/analysis/checks.ts';
import { foundPaths } from '../src/analysis/privilege/paths/privilege-paths.ts';
import { runChecks } from '../src/analysis/run-checks.ts';
import { buildGraph } from '../src/graph/build-graph.ts';
import type { Config } from '../src/model/config.ts';
import { accountOf } from './privileges/generate.ts';

const CONFIG: Config = {
  domains: [],
  allowedShared: [],
  ownAccounts: [],
  exclude: [],
  defaults: { rotationMaxDays: 90, unusedMaxDays: 90 },
};
const NOW = new Date('2026-01-01T00:00:00Z');
/** So many checks are listed. */
const SLOWEST = 8;

/** Times are seconds of CPU. */
interface Measured {
  readonly paths: number;
  readonly search: number;
  readonly findings: number;
  /** Search and all checks. */
  readonly whole: number;
  readonly megabytes: number;
  readonly byCheck: Readonly<Record<string, number>>;
}

function secondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function measure(count: number, everybody: string | undefined): Measured {
  const facts = [accountOf(count, everybody)];
  const graph = buildGraph({ sources: [], sightings: [], facts, detectors: [], config: CONFIG });
  let paths = 0;
  const search = secondsOf(() => {
    paths = foundPaths(graph, CONFIG).paths.length;
  });
  const byCheck: Record<string, number> = {};
  const timed = checks.map((check): Check => ({
    ...check,
    run(...asked) {
      let result: ReturnType<Check['run']> = { examined: 0, findings: [] };
      byCheck[check.id] = secondsOf(() => {
        const { examined, findings } = check.run(...asked);
        result = { examined, findings: [...findings] };
      });
      return result;
    },
  }));
  let findings = 0;
  const after = secondsOf(() => {
    findings = runChecks(graph, timed, { now: NOW, config: CONFIG }).findings.length;
  });
  const megabytes = process.resourceUsage().maxRSS / 1024;
  return { paths, search, findings, whole: search + after, megabytes, byCheck };
}

function times(now: number, before: number | undefined): string {
  return before === undefined ? '' : `${(now / before).toFixed(2)}x`;
}

const { values } = parseArgs({
  options: {
    smallest: { type: 'string', default: '1250' },
    steps: { type: 'string', default: '4' },
    everybody: { type: 'string' },
    one: { type: 'string' },
  },
});

if (values.one !== undefined) {
  process.stdout.write(JSON.stringify(measure(Number(values.one), values.everybody)));
} else {
  const rows = [
    '| users and roles | paths | search (s) | to the size before | findings | search and checks (s) | to the size before | memory (MB) |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
  ];
  const sizes = Array.from({ length: Number(values.steps) }, (_, step) => Number(values.smallest) * 2 ** step);
  const measured: Measured[] = [];
  for (const count of sizes) {
    const more = values.everybody === undefined ? [] : ['--everybody', values.everybody];
    const output = execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--one', String(count), ...more], {
      encoding: 'utf8',
    });
    const found = JSON.parse(output) as Measured;
    const { paths, search, findings, whole, megabytes } = found;
    const before = measured.at(-1);
    const cells = [count, paths, search.toFixed(1), times(search, before?.search), findings];
    rows.push(`| ${[...cells, whole.toFixed(1), times(whole, before?.whole), megabytes.toFixed(0)].join(' | ')} |`);
    measured.push(found);
  }
  rows.push('', `| check (ms) | ${sizes.join(' | ')} |`, `| --- |${' --- |'.repeat(sizes.length)}`);
  const slowest = Object.entries(measured.at(-1)?.byCheck ?? {}).sort(([, a], [, b]) => b - a);
  for (const [id] of slowest.slice(0, SLOWEST)) {
    const cells = measured.map(({ byCheck }) => ((byCheck[id] ?? 0) * 1000).toFixed(0));
    rows.push(`| ${[id, ...cells].join(' | ')} |`);
  }
  process.stdout.write(`${rows.join('\n')}\n`);
}
