import { IN_MEMORY } from '../model/collection.ts';
import type { Collection, Collections } from '../model/collection.ts';
import type { CheckSummary } from '../model/report.ts';
import type { Finding } from '../model/finding.ts';
import type { Graph } from '../graph/graph.ts';
import type { Check, CheckContext, FindingDraft } from './check.ts';
import { findingId } from './finding-id.ts';
import { SEVERITY_ORDER } from './severity.ts';

export interface Analysis {
  /** Worst first, then by check and title, so that two runs over the same facts write the same list. */
  readonly findings: Collection<Finding>;
  readonly checks: readonly CheckSummary[];
}

export interface CheckOptions {
  /** Where long lists are kept; in memory unless told otherwise. */
  readonly collections?: Collections;
  /** Which findings are told; all of them unless said otherwise. */
  readonly counts?: (finding: Finding) => boolean;
}

/** Runs every check over the graph and completes what they report: ids, domains, owners, frameworks. */
export function runChecks(
  graph: Graph,
  checks: readonly Check[],
  context: CheckContext,
  { collections = IN_MEMORY, counts = () => true }: CheckOptions = {},
): Analysis {
  const domainsOf = subjectDomains(graph);
  const owners = new Map(context.config.domains.map((domain) => [domain.id, domain.owner]));
  const findings = collections.sorted<Finding>(sortKey);
  const summaries: CheckSummary[] = [];
  for (const check of checks) {
    const { id, title, why, frameworks } = check;
    const before = findings.length;
    const { examined, findings: drafts } = check.run(graph, context);
    for (const draft of drafts) {
      const finding = complete(draft, check, graph, domainsOf, owners);
      if (counts(finding)) findings.push(finding);
    }
    summaries.push({ id, title, why, frameworks, examined, failed: findings.length - before });
  }
  return { findings: findings.finish(), checks: summaries };
}

/** Worst first, then by check and title. */
export function sortKey({ severity, check, title, id }: Pick<Finding, 'severity' | 'check' | 'title' | 'id'>): string {
  return `${SEVERITY_ORDER[severity]}\0${check}\0${title}\0${id}`;
}

function complete(
  { discriminator, ...draft }: FindingDraft,
  check: Check,
  graph: Graph,
  domainsOf: (subject: string) => readonly string[],
  owners: ReadonlyMap<string, string | undefined>,
): Finding {
  const domains = new Set(draft.subjects.flatMap((subject) => domainsOf(subject)));
  for (const place of draft.places) {
    const domain = graph.domainOf(place);
    if (domain !== undefined) domains.add(domain);
  }
  const owner =
    draft.subjects.map((subject) => graph.identityById.get(subject)?.owner).find((name) => name !== undefined) ??
    (domains.size === 1 ? owners.get([...domains][0] ?? '') : undefined);
  return {
    ...draft,
    id: findingId(check, { subjects: draft.subjects, ...(discriminator !== undefined && { discriminator }) }),
    check: check.id,
    frameworks: check.frameworks,
    domains: [...domains].sort(),
    ...(owner !== undefined && { owner }),
    status: 'open',
  };
}

function subjectDomains(graph: Graph): (subject: string) => readonly string[] {
  const rows = [...graph.identities, ...graph.stores, ...graph.trusts];
  const known = new Map(rows.map((row) => [row.id, row.domains]));
  return (subject) => known.get(subject) ?? graph.domainsOfCredential(subject);
}
