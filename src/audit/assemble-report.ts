import { overlapRows } from '../analysis/sharing/index.ts';
import { runChecks } from '../analysis/run-checks.ts';
import type { Check } from '../analysis/check.ts';
import type { Graph } from '../graph/graph.ts';
import type { Config } from '../model/config.ts';
import type { Domain } from '../model/domain.ts';
import type { Finding } from '../model/finding.ts';
import { REPORT_SCHEMA } from '../model/report.ts';
import type { Coverage, Report, Run } from '../model/report.ts';
import type { CoverageRow } from '../model/source.ts';
import { isGap } from './source-status.ts';

export interface ReportInput {
  readonly graph: Graph;
  readonly checks: readonly Check[];
  readonly config: Config;
  readonly coverage: readonly CoverageRow[];
  readonly totals: { readonly files: number; readonly blobs: number; readonly bytes: number };
  readonly run: Omit<Run, 'finished' | 'durationMs'>;
  readonly now: () => Date;
  /** Which findings are told; all of them unless said otherwise. */
  readonly counts?: (finding: Finding) => boolean;
}

/** Asks the graph every question and writes the answers down. Pure but for the clock it is given. */
export function assembleReport(input: ReportInput): Report {
  const { graph, checks, config, coverage, totals, run, now, counts = () => true } = input;
  const asked = now();
  const analysis = runChecks(graph, checks, { now: asked, config });
  const findings = analysis.findings.filter((finding) => counts(finding));
  const finished = now();
  return {
    schema: REPORT_SCHEMA,
    run: {
      ...run,
      finished: finished.toISOString(),
      durationMs: finished.getTime() - new Date(run.started).getTime(),
    },
    sources: graph.sources,
    coverage: coverageOf(graph, coverage, totals),
    domains: config.domains.map((domain) => domainRow(domain, graph, findings)),
    undecided: graph.undecided,
    identities: graph.identities,
    credentials: graph.credentials,
    stores: graph.stores,
    grants: graph.grants,
    trusts: graph.trusts,
    references: graph.references,
    jobs: graph.jobs,
    overlaps: overlapRows(graph, findings, config, asked),
    findings,
    checks: analysis.checks.map((check) => ({
      ...check,
      failed: findings.filter((finding) => finding.check === check.id).length,
    })),
  };
}

function coverageOf(graph: Graph, rows: readonly CoverageRow[], totals: ReportInput['totals']): Coverage {
  return {
    rows,
    totals: {
      sources: graph.sources.length,
      sourcesRead: graph.sources.filter(({ status }) => status === 'read').length,
      ...totals,
      gaps: rows.filter(isGap).length,
    },
  };
}

function domainRow(domain: Config['domains'][number], graph: Graph, findings: readonly Finding[]): Domain {
  const { id, class: kind, title, owner, sponsor, riskOwner, rules: _, ...policy } = domain;
  const inDomain = (row: { readonly domains: readonly string[] }): boolean => row.domains.includes(id);
  const places = [
    ...graph.credentials.flatMap((credential) => credential.places),
    ...graph.jobs.map(({ place }) => place),
  ];
  const sources = new Set(places.filter((place) => graph.domainOf(place) === id).map(({ source }) => source));
  return {
    id,
    class: kind,
    title,
    ...(owner !== undefined && { owner }),
    ...(sponsor !== undefined && { sponsor }),
    ...(riskOwner !== undefined && { riskOwner }),
    policy: Object.fromEntries(Object.entries(policy).map(([name, value]) => [name, String(value)])),
    assigned: {
      sources: sources.size,
      credentials: graph.credentials.filter(inDomain).length,
      identities: graph.identities.filter(inDomain).length,
      stores: graph.stores.filter(inDomain).length,
      findings: findings.filter(inDomain).length,
    },
  };
}
