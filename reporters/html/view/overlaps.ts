import type { Overlap } from '../../../src/model/finding.ts';
import { count, figure, placeText, visible } from '../../text.ts';
import { domainAnchor, overlapAnchor, type Names } from './names.ts';
import type { Page } from './page.ts';

/** Uses written of each overlap; the rest is told by number. */
const SHOWN_USES = 40;

const BY = {
  value: 'hold the same secret',
  'key-id': 'use the same key',
  identity: 'act as the same identity',
  reference: 'use the same stored secret or store',
} as const;

export function overlapsView(page: Page): object {
  const { report, overlaps, names } = page;
  const left = report.overlaps.length - overlaps.shown.length;
  return {
    total: count(report.overlaps.length, 'overlap'),
    some: report.overlaps.length > 0,
    declared: report.domains.length > 1,
    matrix: matrix(page),
    overlaps: overlaps.shown.map((overlap) => overlapView(overlap, names)),
    left: left > 0 ? `${count(left, 'more overlap')} in report.json.` : undefined,
  };
}

function overlapView(overlap: Overlap, names: Names): object {
  const left = overlap.uses.length - SHOWN_USES;
  return {
    anchor: overlapAnchor(overlap.id),
    title: visible(overlap.title),
    by: BY[overlap.by],
    subject: names.subject(overlap.subject),
    domains: overlap.domains.map((domain) => names.domain(domain)),
    accepted: overlap.accepted === undefined ? undefined : visible(overlap.accepted),
    finding: names.reporting(overlap),
    privileges: (overlap.privileges ?? []).map((sentence) => visible(sentence)),
    split: overlap.split.map((step) => visible(step)),
    uses: overlap.uses.slice(0, SHOWN_USES).map(({ domain, owner, place }) => ({
      domain: names.domain(domain),
      owner: owner === undefined ? 'nobody named' : visible(owner),
      source: names.source(place.source),
      where: placeText(place),
    })),
    left: left > 0 ? `${count(left, 'more use')} in report.json.` : undefined,
  };
}

/** How many things each two domains share, a row and a column for each domain; larger than a dozen is no picture. */
function matrix({ report, overlaps }: Page): object | undefined {
  const ids = report.domains.map(({ id }) => id);
  if (ids.length < 2 || ids.length > 12) return undefined;
  return {
    heads: ids.map((id) => visible(id)),
    rows: ids.map((row) => ({
      head: { text: visible(row), href: `#${domainAnchor(row)}` },
      cells: ids.map((column) => {
        if (row === column) return { same: true };
        const number = overlaps.between(row, column);
        return { number: figure(number), some: number > 0 };
      }),
    })),
  };
}
