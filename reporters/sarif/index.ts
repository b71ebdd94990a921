import type { Notification, Run } from 'sarif';
import type { LongReport } from '../../src/model/report.ts';
import { surveyFindings } from '../survey-findings.ts';
import { count } from '../text.ts';
import { uriBases, type UriBases } from './location.ts';
import { notifications } from './notifications.ts';
import { result } from './result.ts';
import { rules } from './rules.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * Results of one run that GitHub accepts; of more it takes none.
 * https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
const MOST_RESULTS = 25_000;

/**
 * The report as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), one line for each
 * result: checks as rules, findings as results, those set aside with their suppressions, coverage gaps as notifications of the invocation.
 */
export function* sarif(report: LongReport): Generator<string> {
  const { ranked } = surveyFindings(report);
  const results = Math.min(ranked.length, MOST_RESULTS);
  const known = rules(report);
  const indexes = new Map(known.map((rule, index) => [rule.id, index]));
  const bases = uriBases(report.sources);
  const run = {
    tool: {
      driver: { name: 'Bitting', semanticVersion: report.run.tool.version, rules: [...known] },
    },
    automationDetails: { id: `bitting/${report.run.command}/${report.run.id}` },
    invocations: [
      {
        executionSuccessful: true,
        startTimeUtc: utc(report.run.started),
        endTimeUtc: utc(report.run.finished),
        toolExecutionNotifications: [
          ...notifications(report),
          ...leftOut(ranked.length + (report.suppressed?.length ?? 0) - MOST_RESULTS),
        ],
      },
    ],
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: Object.fromEntries(
      [...bases].map(([source, base]) => [base, { description: { text: sourceName(report, source) } }]),
    ),
    ...provenance(report, bases),
  } satisfies Omit<Run, 'results'>;
  yield `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[${JSON.stringify(run).slice(0, -1)},"results":[`;
  for (let index = 0; index < results; index++) {
    const finding = ranked.at(index);
    if (finding === undefined) break;
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(result(finding, indexes.get(finding.check) ?? -1, bases))}`;
  }
  // Behind all others: services take so many and no more.
  let written = results;
  for (const finding of report.suppressed ?? []) {
    if (written === MOST_RESULTS) break;
    yield `${written === 0 ? '' : ','}\n${JSON.stringify(result(finding, indexes.get(finding.check) ?? -1, bases))}`;
    written += 1;
  }
  yield '\n]}]}\n';
}

function leftOut(number: number): readonly Notification[] {
  if (number <= 0) return [];
  const text = `${count(number, 'finding')} of the mildest not in this file, which code-scanning services limit; see report.json.`;
  return [{ level: 'warning', message: { text } }];
}

function sourceName(report: LongReport, id: string): string {
  return report.sources.find((source) => source.id === id)?.name ?? id;
}

/** A date and time as SARIF wants it: in UTC, ending with `Z` (section 3.9). */
function utc(date: string): string {
  const time = Date.parse(date);
  return new Date(Number.isNaN(time) ? 0 : time).toISOString();
}

function provenance(report: LongReport, bases: UriBases): Pick<Run, 'versionControlProvenance'> {
  const details = report.sources.flatMap((source) => {
    const repositoryUri = (source.repository?.remotes ?? []).map((remote) => repositoryUrl(remote)).find(Boolean);
    const base = bases.get(source.id);
    if (repositoryUri === undefined || base === undefined) return [];
    return [
      {
        repositoryUri,
        ...(source.digest === undefined ? {} : { revisionId: source.digest }),
        ...(source.repository?.branch === undefined ? {} : { branch: source.repository.branch }),
        mappedTo: { uriBaseId: base },
      },
    ];
  });
  return details.length === 0 ? {} : { versionControlProvenance: details };
}

/** A remote as an absolute URI: git's short form `host:path` is SSH by another spelling. */
function repositoryUrl(remote: string): string | undefined {
  const scp = /^(?:([^@/\s]+)@)?([^:/\s]+):(?!\/)(\S+)$/.exec(remote);
  const url = URL.parse(scp === null ? remote : `ssh://${scp[1] === undefined ? '' : `${scp[1]}@`}${scp[2]}/${scp[3]}`);
  return url === null || !['https:', 'http:', 'ssh:', 'git:'].includes(url.protocol) ? undefined : url.href;
}
