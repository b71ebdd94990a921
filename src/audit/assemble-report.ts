import { chainFactsOf } from '../analysis/chains/chain-facts.ts';
import { reachOf } from '../analysis/chains/reach.ts';
import { worstChains } from '../analysis/chains/worst.ts';
import { overlapRows } from '../analysis/sharing/index.ts';
import { runChecks, sortKey } from '../analysis/run-checks.ts';
import type { Check } from '../analysis/check.ts';
import type { Graph } from '../graph/graph.ts';
import { IN_MEMORY } from '../model/collection.ts';
import type { PrivilegePath } from '../model/access.ts';
import type { StoreReader } from '../model/chain.ts';
import type { Collection, CollectionBuilder, Collections } from '../model/collection.ts';
import type { Config } from '../model/config.ts';
import type { Domain } from '../model/domain.ts';
import type { Finding, Overlap } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import { REPORT_SCHEMA } from '../model/report.ts';
import type { Coverage, LongReport, Run } from '../model/report.ts';
import type { CoverageRow } from '../model/source.ts';
import type { SuppressedFinding, Suppression } from '../model/suppression.ts';
import { TextIndex } from '../model/text-index.ts';
import type { Suppressor } from '../suppression/suppressor.ts';
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
  /** Decides which findings are set aside; none is unless it is given. */
  readonly suppressor?: Suppressor;
  /** Where long lists are kept; in memory unless told otherwise. */
  readonly collections?: Collections;
  /** Shortest ways of identities to more, and who can come to what stores keep, where they were worked out. */
  readonly ways?: { readonly paths?: readonly PrivilegePath[]; readonly readers?: Iterable<StoreReader> };
}

/** Asks the graph every question and writes the answers down. Pure but for the clock it is given. */
export function assembleReport(input: ReportInput): LongReport {
  const { graph, checks, config, totals, run, now, counts, suppressor, collections = IN_MEMORY, ways } = input;
  const asked = now();
  const tallies = new Map(config.domains.map(({ id }) => [id, new DomainTally()]));
  const setAside = new SetAside(collections);
  const { findings, checks: summaries } = runChecks(
    graph,
    checks,
    { now: asked, config },
    {
      collections,
      counts: (finding) => {
        const told = (counts === undefined || counts(finding)) && !setAside.takes(finding, suppressor);
        if (told) for (const domain of finding.domains) tallies.get(domain)?.addFinding();
        return told;
      },
    },
  );
  const overlaps = collections.list<Overlap>();
  const isTold = counts === undefined && suppressor === undefined ? undefined : idsOf(findings);
  const reasonOf = (finding: string): string | undefined => setAside.reasonOf(finding);
  for (const overlap of overlapRows(graph, config, asked, isTold, reasonOf)) overlaps.push(overlap);
  tallyGraph(graph, tallies);
  const domains = config.domains.map((domain) => domainRow(domain, graph, tallies.get(domain.id) ?? new DomainTally()));
  const reach = reachOf(graph, ways?.readers);
  const paths = ways?.paths;
  const known = chainFactsOf({ ...graph, domains, reach, ...(paths !== undefined && { paths }) });
  const chains = worstChains(graph.credentials, known, asked);
  const finished = now();
  return {
    schema: REPORT_SCHEMA,
    run: {
      ...run,
      finished: finished.toISOString(),
      durationMs: finished.getTime() - new Date(run.started).getTime(),
    },
    sources: graph.sources,
    coverage: coverageOf(graph, [...input.coverage, ...graph.limits], totals),
    domains,
    undecided: graph.undecided,
    identities: graph.identities,
    credentials: graph.credentials,
    stores: graph.stores,
    grants: graph.grants,
    trusts: graph.trusts,
    references: graph.references,
    jobs: graph.jobs,
    overlaps: overlaps.finish(),
    findings,
    ...(paths !== undefined && { paths }),
    reach,
    chains,
    ...(suppressor !== undefined && { suppressed: setAside.finish(), suppression: suppressor.run() }),
    checks: summaries.map((check) => {
      const suppressed = setAside.numberOf(check.id);
      return suppressed === 0 ? check : { ...check, suppressed };
    }),
  };
}

/** Findings that are not told as open, with why. */
class SetAside {
  readonly #findings: CollectionBuilder<SuppressedFinding>;
  readonly #numbers = new Map<string, number>();
  /** Why an overlap's finding is set aside, for the overlap's row. */
  readonly #overlaps = new Map<string, string>();

  constructor(collections: Collections) {
    this.#findings = collections.sorted<SuppressedFinding>(sortKey);
  }

  takes(finding: Finding, suppressor: Suppressor | undefined): boolean {
    const suppressions = suppressor?.of(finding) ?? [];
    const [first] = suppressions;
    if (first === undefined) return false;
    this.#findings.push({ ...finding, status: 'suppressed', suppressions });
    this.#numbers.set(finding.check, this.numberOf(finding.check) + 1);
    if (finding.check.startsWith('overlap.')) this.#overlaps.set(finding.id, inWords(first));
    return true;
  }

  numberOf(check: string): number {
    return this.#numbers.get(check) ?? 0;
  }

  reasonOf(finding: string): string | undefined {
    return this.#overlaps.get(finding);
  }

  finish(): Collection<SuppressedFinding> {
    return this.#findings.finish();
  }
}

function inWords({ by, what, reason, expires }: Suppression): string {
  const until = expires === undefined || expires === 'never' ? '' : ` (until ${expires})`;
  return by === 'baseline' ? `known to the baseline ${what}` : `${reason ?? `set aside by ${what}`}${until}`;
}

function idsOf(findings: Collection<Finding>): (id: string) => boolean {
  const ids = new TextIndex();
  for (const { id } of findings) ids.add(id);
  return (id) => ids.has(id);
}

/** What was put into a domain. */
class DomainTally {
  readonly #sources = new Set<string>();
  #credentials = 0;
  #findings = 0;

  addPlace({ source }: Place): void {
    this.#sources.add(source);
  }

  addCredential(): void {
    this.#credentials += 1;
  }

  addFinding(): void {
    this.#findings += 1;
  }

  get counts(): Pick<Domain['assigned'], 'sources' | 'credentials' | 'findings'> {
    return { sources: this.#sources.size, credentials: this.#credentials, findings: this.#findings };
  }
}

function tallyGraph(graph: Graph, tallies: ReadonlyMap<string, DomainTally>): void {
  if (tallies.size === 0) return;
  const addPlace = (place: Place): void => tallies.get(graph.domainOf(place) ?? '')?.addPlace(place);
  for (const { places, domains } of graph.credentials) {
    for (const domain of domains) tallies.get(domain)?.addCredential();
    for (const place of places) addPlace(place);
  }
  for (const { place } of graph.jobs) addPlace(place);
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

function domainRow(domain: Config['domains'][number], graph: Graph, tally: DomainTally): Domain {
  const { id, class: kind, title, owner, sponsor, riskOwner, rules: _, ...policy } = domain;
  const inDomain = (row: { readonly domains: readonly string[] }): boolean => row.domains.includes(id);
  const { sources, credentials, findings } = tally.counts;
  return {
    id,
    class: kind,
    title,
    ...(owner !== undefined && { owner }),
    ...(sponsor !== undefined && { sponsor }),
    ...(riskOwner !== undefined && { riskOwner }),
    policy: Object.fromEntries(Object.entries(policy).map(([name, value]) => [name, String(value)])),
    assigned: {
      sources,
      credentials,
      identities: graph.identities.filter(inDomain).length,
      stores: graph.stores.filter(inDomain).length,
      findings,
    },
  };
}
