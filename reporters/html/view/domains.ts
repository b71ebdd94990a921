import type { Domain } from '../../../src/model/domain.ts';
import type { Report } from '../../../src/model/report.ts';
import { inOrder } from '../../rank.ts';
import { count, figure, visible } from '../../text.ts';
import type { Detail } from '../model.ts';
import { recordHref } from '../rows.ts';
import { domainAnchor, type Names } from './names.ts';
import { overlapView } from './overlaps.ts';

const SHOWN = 15;

const CLASS = {
  customer: 'Customer identities (CIAM)',
  workforce: 'Workforce identities (IAM)',
  partner: 'Partner identities (PIAM)',
  machine: 'Machine identities',
  other: 'Other identities',
} as const;

/** One page for each domain: what it was declared to be, what was put into it, what is wrong, what it shares. */
export function domainView(domain: Domain, report: Report, names: Names): object {
  const within = <T extends { readonly domains: readonly string[] }>(list: readonly T[]): readonly T[] =>
    list.filter(({ domains }) => domains.includes(domain.id));
  const query = `?domain=${encodeURIComponent(domain.id)}`;
  const findings = inOrder(within(report.findings));
  const overlaps = within(report.overlaps);
  return {
    anchor: domainAnchor(domain.id),
    title: visible(domain.title),
    id: visible(domain.id),
    class: CLASS[domain.class],
    facts: facts(domain),
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
    findings: findings.slice(0, SHOWN).map(({ id, title, severity, owner }) => ({
      href: recordHref('findings', id),
      title: visible(title),
      severity,
      owner: visible(owner ?? 'nobody named'),
    })),
    more:
      findings.length > SHOWN
        ? { text: `All ${count(findings.length, 'finding')}`, href: `#findings${query}` }
        : undefined,
    identities: part('identities', within(report.identities), names, query),
    credentials: part('credentials', within(report.credentials), names, query),
    stores: part('stores', within(report.stores), names, query),
    overlaps: overlaps.slice(0, SHOWN).map((overlap) => overlapView(overlap, names)),
    overlapsLeft: overlaps.length > SHOWN ? `${figure(overlaps.length - SHOWN)} more under Overlaps.` : undefined,
    undecided: report.undecided
      .filter(({ candidates }) => candidates.includes(domain.id))
      .slice(0, SHOWN)
      .map((entry) => undecidedView(entry)),
  };
}

export function undecidedView({ what, candidates, because }: Report['undecided'][number]): object {
  return {
    what: visible(what),
    candidates: candidates.map((candidate) => visible(candidate)).join(' or '),
    because: because.map((reason) => visible(reason)),
  };
}

function facts(domain: Domain): Detail['facts'] {
  const entries: readonly (readonly [string, string])[] = [
    ['Owner', domain.owner ?? 'nobody named'],
    ['Sponsor', domain.sponsor ?? 'nobody named'],
    ...(domain.riskOwner === undefined ? [] : [['Risk owner', domain.riskOwner] as const]),
    ...Object.entries(domain.policy),
  ];
  return entries.map(([term, value]) => ({ term: visible(term), values: [{ text: visible(value) }] }));
}

function part(
  name: 'identities' | 'credentials' | 'stores',
  list: readonly { readonly id: string }[],
  names: Names,
  query: string,
): object | undefined {
  if (list.length === 0) return undefined;
  return {
    links: list.slice(0, SHOWN).map(({ id }) => names.subject(id)),
    more: list.length > SHOWN ? { text: `All ${figure(list.length)}`, href: `#${name}${query}` } : undefined,
  };
}
