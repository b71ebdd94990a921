// How the search for escalation paths grows with the number of users and roles of an account.
//
//   node bench/privileges.ts [--smallest 1250] [--steps 4] [--everybody 'iam:*']
//
// The account is made from numbers alone, so that it is the same on every machine. Each size runs in a process of its
// own; with --everybody each user and role may do an action more. What is printed is CPU time and the highest resident
// memory, beside the size before, as Markdown.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { privilegePaths } from '../src/analysis/privilege/paths/privilege-paths.ts';
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

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
  readonly paths: number;
}

function measure(count: number, everybody: string | undefined): Measured {
  const facts = [accountOf(count, everybody)];
  const graph = buildGraph({ sources: [], sightings: [], facts, detectors: [], config: CONFIG });
  const before = process.cpuUsage();
  const { length } = privilegePaths(graph, CONFIG);
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024, paths: length };
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
    '| users and roles | paths | CPU seconds | to the size before | memory (MB) |',
    '| --- | --- | --- | --- | --- |',
  ];
  let last: Measured | undefined;
  for (let step = 0; step < Number(values.steps); step++) {
    const count = Number(values.smallest) * 2 ** step;
    const more = values.everybody === undefined ? [] : ['--everybody', values.everybody];
    const output = execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--one', String(count), ...more], {
      encoding: 'utf8',
    });
    const found = JSON.parse(output) as Measured;
    const ratio = last === undefined ? '' : `${(found.seconds / last.seconds).toFixed(2)}x`;
    rows.push(`| ${count} | ${found.paths} | ${found.seconds.toFixed(1)} | ${ratio} | ${found.megabytes.toFixed(0)} |`);
    last = found;
  }
  process.stdout.write(`${rows.join('\n')}\n`);
}
