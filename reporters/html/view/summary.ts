import type { Collection } from '../../../src/model/collection.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { LongReport } from '../../../src/model/report.ts';
import { gapsOf, readSentence } from '../../coverage.ts';
import { firstSentence, prose } from '../../prose.ts';
import { rankOf } from '../../rank.ts';
import { setAsideSentence } from '../../set-aside.ts';
import { bytes, count, day, figure, listed, placeText, resourceText, SEVERITIES, visible } from '../../text.ts';
import { recordHref } from '../rows.ts';
import { hints } from './hints.ts';
import { domainAnchor, type Names } from './names.ts';
import type { Page } from './page.ts';

/** What the first page says. */
export function summaryView(page: Page): object {
  const { report, names, findings, overlaps } = page;
  const gaps = gapsOf(report).length;
  return {
    audited: day(report.run.finished),
    tool: `Bitting ${visible(report.run.tool.version)}`,
    sentences: [extentSentence(report), foundSentence(page), setAsideSentence(report)].filter(Boolean),
    hints: hints(report),
    gaps: gaps === 0 ? undefined : count(gaps, 'gap'),
    severities: SEVERITIES.map((severity) => {
      const number = findings.severities.get(severity) ?? 0;
      return { severity, number: figure(number), href: `#findings?severity=${severity}`, some: number > 0 };
    }),
    first: firstThings(findings.ranked).map((finding) => firstThing(finding, names)),
    domains: report.domains.map((domain) => {
      const own = findings.domains.get(domain.id);
      return {
        href: `#${domainAnchor(domain.id)}`,
        title: visible(domain.title),
        class: domain.class,
        owner: domain.owner === undefined ? undefined : visible(domain.owner),
        urgent: figure(own?.urgent ?? 0),
        findings: figure(own?.total ?? 0),
        shared: listed(overlaps.sharingWith(domain.id).map((other) => visible(other))),
      };
    }),
    measures: measures(page),
  };
}

function extentSentence(report: LongReport): string {
  const { totals } = report.coverage;
  const history = report.run.history
    ? ` and ${count(totals.blobs, 'object')} of their history`
    : '; history was not asked for';
  const domains =
    report.domains.length === 0 ? '' : ` They were judged against ${count(report.domains.length, 'declared domain')}.`;
  const files = `: ${count(totals.files, 'file')}${history}, ${bytes(totals.bytes)} in all`;
  // An audit of exports alone reads no files.
  return `${readSentence(report)}${totals.files + totals.blobs === 0 ? '' : files}.${domains}`;
}

function foundSentence({ report, overlaps: { open }, credentials: { publicIds: ids } }: Page): string {
  const { findings, credentials, identities } = report;
  if (findings.length === 0) {
    const but = (report.suppressed?.length ?? 0) > 0 ? ' but for what is set aside' : '';
    return `No check failed on anything that was read${but}.`;
  }
  const apart =
    ids === 0 ? '' : ` (${figure(ids)} of them ${ids === 1 ? 'a public id' : 'public ids'}, no secret alone)`;
  return (
    `${count(credentials.length, 'credential')}${apart} and ${count(identities.length, 'identity', 'identities')} were ` +
    `seen. ${count(findings.length, 'finding calls', 'findings call')} for action` +
    `${open === 0 ? '' : `, and ${count(open, 'thing is', 'things are')} shared between domains that should be apart`}.`
  );
}

const FIRST_THINGS = 3;

/** Findings among which the first things are chosen. */
const LOOKED_AT = 5000;

/** The worst findings, no two of one check, with one remedy or about one thing while there are others as bad. */
function firstThings(ranked: Collection<Finding>): readonly Finding[] {
  const worst = ranked.at(0)?.severity;
  const byCheck = new Distinct();
  const byRemedy = new Distinct();
  let position = 0;
  for (const { severity, check, subjects, remediation } of ranked) {
    if (position === LOOKED_AT || severity !== worst || byCheck.isFull) break;
    byCheck.offer(position, [check, ...subjects]);
    byRemedy.offer(position, [firstSentence(remediation)]);
    position += 1;
  }
  const others = Array.from({ length: Math.min(FIRST_THINGS, ranked.length) }, (_, index) => index);
  const chosen = new Set([...byCheck.positions, ...byRemedy.positions, ...others]);
  return [...chosen]
    .slice(0, FIRST_THINGS)
    .flatMap((each) => ranked.at(each) ?? [])
    .sort((a, b) => rankOf(a) - rankOf(b));
}

/** The first findings that have no key in common. */
class Distinct {
  readonly positions: number[] = [];
  readonly #seen = new Set<string>();

  get isFull(): boolean {
    return this.positions.length === FIRST_THINGS;
  }

  offer(position: number, keys: readonly string[]): void {
    if (this.isFull || keys.some((key) => this.#seen.has(key))) return;
    for (const key of keys) this.#seen.add(key);
    this.positions.push(position);
  }
}

function firstThing(finding: Finding, names: Names): object {
  const [place] = finding.places;
  return {
    href: recordHref('findings', finding.id),
    severity: finding.severity,
    title: visible(finding.title),
    remediation: prose(visible(firstSentence(finding.remediation))),
    owner: listed(names.owners(finding)),
    where: place === undefined ? undefined : place.kind === 'file' ? placeText(place) : resourceText(place.resource),
    source: place === undefined ? undefined : names.source(place.source),
  };
}

/** Numbers that stand for themselves, each with what it is a part of. */
function measures({ report, credentials }: Page): readonly Measure[] {
  const { identities, checks, domains, coverage } = report;
  const all = report.credentials.length;
  const { totals } = coverage;
  const judged = checks.filter(({ examined }) => examined > 0);
  const machines = identities.filter(({ kind }) => kind !== 'human' && kind !== 'group');
  return [
    measure('Credentials that stand in the open', credentials.unmanaged, all),
    measure('Credentials whose identity is known', credentials.identified, all),
    measure(
      'Non-human identities with an owner',
      machines.filter(({ owner }) => owner !== undefined).length,
      machines.length,
    ),
    measure('Domains with an owner', domains.filter(({ owner }) => owner !== undefined).length, domains.length),
    measure('Checks that found something', judged.filter(({ failed }) => failed > 0).length, judged.length),
    measure('Checks with something to judge', judged.length, checks.length),
    measure('Sources read in full', totals.sourcesRead, totals.sources),
  ].filter(({ whole }) => whole !== '0');
}

interface Measure {
  readonly what: string;
  readonly part: string;
  readonly whole: string;
}

function measure(what: string, part: number, whole: number): Measure {
  return { what, part: figure(part), whole: figure(whole) };
}
