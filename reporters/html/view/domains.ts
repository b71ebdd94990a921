import type { Domain, Undecided } from '../../../src/model/domain.ts';
import type { Overlap } from '../../../src/model/finding.ts';
import { FIRST } from '../../survey-findings.ts';
import { count, day, figure, listed, placeText, visible } from '../../text.ts';
import type { Detail, Link } from '../model.ts';
import { credentialLink, domainAnchor, findingLink, overlapAnchor, type Names } from './names.ts';
import type { Page } from './page.ts';

const CLASS = {
  customer: 'Customer identities (CIAM)',
  workforce: 'Workforce identities (IAM)',
  partner: 'Partner identities (PIAM)',
  machine: 'Machine identities',
  other: 'Other identities',
} as const;

/** One page for each domain: what it was declared to be, what was put into it, what is wrong, what it shares. */
export function domainView(domain: Domain, page: Page): object {
  const { report, names } = page;
  const within = <T extends { readonly domains: readonly string[] }>(list: readonly T[]): readonly T[] =>
    list.filter(({ domains }) => domains.includes(domain.id));
  const named = ({ id }: { readonly id: string }): Link => names.subject(id);
  const query = `?domain=${encodeURIComponent(domain.id)}`;
  const findings = page.findings.domains.get(domain.id) ?? { total: 0, first: [] };
  const overlaps = page.overlaps.ofDomain(domain.id);
  const identities = within(report.identities);
  const stores = within(report.stores);
  const credentials = page.credentials.ofDomain(domain.id);
  return {
    anchor: domainAnchor(domain.id),
    title: visible(domain.title),
    id: visible(domain.id),
    class: CLASS[domain.class],
    facts: facts(domain, report.run.finished),
    counts: [
      {
        what: domain.assigned.sources === 1 ? 'source' : 'sources',
        number: figure(domain.assigned.sources),
        href: '#coverage',
      },
      {
        what: domain.assigned.credentials === 1 ? 'credential' : 'credentials',
        number: figure(domain.assigned.credentials),
        href: `#credentials${query}`,
      },
      {
        what: domain.assigned.identities === 1 ? 'identity' : 'identities',
        number: figure(domain.assigned.identities),
        href: `#identities${query}`,
      },
      {
        what: domain.assigned.stores === 1 ? 'store' : 'stores',
        number: figure(domain.assigned.stores),
        href: `#stores${query}`,
      },
      {
        what: domain.assigned.findings === 1 ? 'finding' : 'findings',
        number: figure(domain.assigned.findings),
        href: `#findings${query}`,
      },
    ],
    findings: findings.first.map((finding) => ({
      ...findingLink(finding),
      owner: listed(names.owners(finding)) || 'nobody named',
    })),
    more:
      findings.total > FIRST
        ? { text: `All ${count(findings.total, 'finding')}`, href: `#findings${query}` }
        : undefined,
    identities: part(`#identities${query}`, identities.length, identities.slice(0, FIRST).map(named)),
    credentials: part(`#credentials${query}`, credentials.total, credentials.first.map(credentialLink)),
    stores: part(`#stores${query}`, stores.length, stores.slice(0, FIRST).map(named)),
    overlaps: overlaps.first.map((overlap) => sharedView(overlap, domain, names)),
    overlapsLeft: overlaps.total > FIRST ? `${figure(overlaps.total - FIRST)} more under Overlaps.` : undefined,
    undecided: claimedBy(domain.id, report.undecided).map((entry) => undecidedView(entry)),
  };
}

export function undecidedView({ what, candidates, because }: Undecided): object {
  return {
    what: visible(what),
    candidates: candidates.map((candidate) => visible(candidate)).join(' or '),
    because: because.map((reason) => visible(reason)),
  };
}

/** What a domain shares, seen from it: with whom, who answers there, where it stands here. */
function sharedView(overlap: Overlap, { id }: Domain, names: Names): object {
  const others = overlap.uses.filter(({ domain }) => domain !== id);
  const own = overlap.uses.filter(({ domain }) => domain === id);
  const [first] = own;
  return {
    severity: names.reporting(overlap)?.severity,
    title: visible(overlap.title),
    href: `#${overlapAnchor(overlap.id)}`,
    accepted: overlap.accepted !== undefined,
    others: overlap.domains.filter((other) => other !== id).map((other) => names.domain(other)),
    owners: listed([...new Set(others.map(({ owner }) => visible(owner ?? 'nobody named')))]),
    where: first === undefined ? '' : placeText(first.place),
    more: own.length > 1 ? `and ${count(own.length - 1, 'other place')}` : undefined,
  };
}

/** What a setting of `bitting.yaml` is called, and how its value reads. */
const POLICY: Readonly<Record<string, (value: string, today: string) => readonly [string, string]>> = {
  rotationMaxDays: (value) => ['Credentials are rotated', `at least every ${value} days`],
  unusedMaxDays: (value) => ['Unused access is removed', `after ${value} days`],
  reviewEveryDays: (value) => ['Access is reviewed', `every ${value} days`],
  contractRef: (value) => ['Contract', value],
  contractEnd: (value, today) => [value < today ? 'Contract ended' : 'Contract ends', value],
};

function facts(domain: Domain, finished: string): Detail['facts'] {
  const entries: readonly (readonly [string, string])[] = [
    ['Owner', domain.owner ?? 'nobody named'],
    ['Sponsor', domain.sponsor ?? 'nobody named'],
    ...(domain.riskOwner === undefined ? [] : [['Risk owner', domain.riskOwner] as const]),
    ...Object.entries(domain.policy).map(([name, value]) => {
      const reads = Object.hasOwn(POLICY, name) ? POLICY[name] : undefined;
      return reads?.(value, day(finished)) ?? ([name, value] as const);
    }),
  ];
  return entries.map(([term, value]) => ({ term: visible(term), values: [{ text: visible(value) }] }));
}

function part(href: string, total: number, links: readonly Link[]): object | undefined {
  if (total === 0) return undefined;
  return { links, more: total > links.length ? { text: `All ${figure(total)}`, href } : undefined };
}

/** The first things that a domain claims with no better right than another. */
function claimedBy(id: string, undecided: Iterable<Undecided>): readonly Undecided[] {
  const claimed: Undecided[] = [];
  for (const entry of undecided) {
    if (claimed.length === FIRST) break;
    if (entry.candidates.includes(id)) claimed.push(entry);
  }
  return claimed;
}
