import type { CheckSummary } from '../model/report.ts';
import type { Finding } from '../model/finding.ts';
import { stableId } from '../model/ids.ts';
import type { Graph } from '../graph/graph.ts';
import type { Check, CheckContext, FindingDraft } from './check.ts';
import { SEVERITY_ORDER } from './severity.ts';

export interface Analysis {
  /** Worst first, then by check and title, so that two runs over the same facts write the same list. */
  readonly findings: readonly Finding[];
  readonly checks: readonly CheckSummary[];
}

/** Runs every check over the graph and completes what they report: ids, domains, owners, frameworks. */
export function runChecks(graph: Graph, checks: readonly Check[], context: CheckContext): Analysis {
  const domainsOf = subjectDomains(graph);
  const owners = new Map(context.config.domains.map((domain) => [domain.id, domain.owner]));
  const findings: Finding[] = [];
  const summaries: CheckSummary[] = [];
  for (const check of checks) {
    const { examined, findings: drafts } = check.run(graph, context);
    for (const draft of drafts) findings.push(complete(draft, check, graph, domainsOf, owners));
    summaries.push({
      id: check.id,
      title: check.title,
      why: check.why,
      frameworks: check.frameworks,
      examined,
      failed: drafts.length,
    });
  }
  findings.sort(
    (a, b) =>
      SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] ||
      compare(a.check, b.check) ||
      compare(a.title, b.title) ||
      compare(a.id, b.id),
  );
  return { findings, checks: summaries };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function complete(
  { discriminator, ...draft }: FindingDraft,
  check: Check,
  graph: Graph,
  domainsOf: ReadonlyMap<string, readonly string[]>,
  owners: ReadonlyMap<string, string | undefined>,
): Finding {
  const domains = new Set(draft.subjects.flatMap((subject) => domainsOf.get(subject) ?? []));
  for (const place of draft.places) {
    const domain = graph.domainOf(place);
    if (domain !== undefined) domains.add(domain);
  }
  const owner =
    draft.subjects.map((subject) => graph.identityById.get(subject)?.owner).find((name) => name !== undefined) ??
    (domains.size === 1 ? owners.get([...domains][0] ?? '') : undefined);
  return {
    ...draft,
    id: stableId('finding', check.id, ...[...draft.subjects].sort(), discriminator ?? ''),
    check: check.id,
    frameworks: check.frameworks,
    domains: [...domains].sort(),
    ...(owner !== undefined && { owner }),
    status: 'open',
  };
}

function subjectDomains(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const rows = [...graph.credentials, ...graph.identities, ...graph.stores, ...graph.trusts];
  return new Map(rows.map((row) => [row.id, row.domains]));
}
