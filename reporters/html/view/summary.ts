import type { Finding } from '../../../src/model/finding.ts';
import type { Report } from '../../../src/model/report.ts';
import { gapsOf, readSentence } from '../../coverage.ts';
import { firstSentence, prose } from '../../prose.ts';
import { inOrder } from '../../rank.ts';
import { bytes, count, day, figure, listed, placeText, resourceText, SEVERITIES, visible } from '../../text.ts';
import { recordHref } from '../rows.ts';
import { hints } from './hints.ts';
import { domainAnchor, type Names } from './names.ts';

/** What the first page says. */
export function summaryView(report: Report, names: Names): object {
  const gaps = gapsOf(report).length;
  return {
    audited: day(report.run.finished),
    tool: `Bitting ${visible(report.run.tool.version)}`,
    sentences: [extentSentence(report), foundSentence(report)],
    hints: hints(report),
    gaps: gaps === 0 ? undefined : count(gaps, 'gap'),
    severities: SEVERITIES.map((severity) => {
      const number = report.findings.filter((finding) => finding.severity === severity).length;
      return { severity, number: figure(number), href: `#findings?severity=${severity}`, some: number > 0 };
    }),
    first: firstThings(report.findings).map((finding) => firstThing(finding, names)),
    domains: report.domains.map((domain) => {
      const own = report.findings.filter(({ domains }) => domains.includes(domain.id));
      return {
        href: `#${domainAnchor(domain.id)}`,
        title: visible(domain.title),
        class: domain.class,
        owner: domain.owner === undefined ? undefined : visible(domain.owner),
        urgent: figure(own.filter(({ severity }) => severity === 'critical' || severity === 'high').length),
        findings: figure(own.length),
        shared: listed(sharedWith(report, domain.id)),
      };
    }),
    measures: measures(report),
  };
}

function extentSentence(report: Report): string {
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

function foundSentence(report: Report): string {
  const { findings, overlaps, credentials, identities } = report;
  if (findings.length === 0) return 'No check failed on anything that was read.';
  const open = overlaps.filter(({ accepted }) => accepted === undefined).length;
  const ids = credentials.filter(({ severity }) => severity === 'info').length;
  const apart =
    ids === 0 ? '' : ` (${figure(ids)} of them ${ids === 1 ? 'a public id' : 'public ids'}, no secret alone)`;
  return (
    `${count(credentials.length, 'credential')}${apart} and ${count(identities.length, 'identity', 'identities')} were ` +
    `seen. ${count(findings.length, 'finding calls', 'findings call')} for action` +
    `${open === 0 ? '' : `, and ${count(open, 'thing is', 'things are')} shared between domains that should be apart`}.`
  );
}

const FIRST_THINGS = 3;

/** The worst findings, no two of one check, with one remedy or about one thing while there are others as bad. */
function firstThings(findings: readonly Finding[]): readonly Finding[] {
  const ordered = inOrder(findings);
  const worst = ordered.filter(({ severity }) => severity === ordered[0]?.severity);
  const chosen = [
    ...distinct(worst, ({ check, subjects }) => [check, ...subjects]),
    ...distinct(worst, ({ remediation }) => [firstSentence(remediation)]),
    ...ordered,
  ];
  return inOrder([...new Set(chosen)].slice(0, FIRST_THINGS));
}

/** The first findings that have no key in common. */
function distinct(findings: readonly Finding[], keysOf: (finding: Finding) => readonly string[]): readonly Finding[] {
  const seen = new Set<string>();
  const chosen: Finding[] = [];
  for (const finding of findings) {
    if (chosen.length === FIRST_THINGS) break;
    const keys = keysOf(finding);
    if (keys.some((key) => seen.has(key))) continue;
    for (const key of keys) seen.add(key);
    chosen.push(finding);
  }
  return chosen;
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

function sharedWith(report: Report, id: string): readonly string[] {
  const others = report.overlaps
    .filter(({ domains, accepted }) => accepted === undefined && domains.includes(id))
    .flatMap(({ domains }) => domains.filter((other) => other !== id));
  return [...new Set(others)].map((other) => visible(other));
}

/** Numbers that stand for themselves, each with what it is a part of. */
function measures(report: Report): readonly Measure[] {
  const { credentials, identities, checks, domains, coverage } = report;
  const { totals } = coverage;
  const judged = checks.filter(({ examined }) => examined > 0);
  const machines = identities.filter(({ kind }) => kind !== 'human' && kind !== 'group');
  return [
    measure(
      'Credentials that stand in the open',
      credentials.filter(({ state }) => state === 'unmanaged'),
      credentials,
    ),
    measure(
      'Credentials whose identity is known',
      credentials.filter(({ identity }) => identity !== undefined),
      credentials,
    ),
    measure(
      'Non-human identities with an owner',
      machines.filter(({ owner }) => owner !== undefined),
      machines,
    ),
    measure(
      'Domains with an owner',
      domains.filter(({ owner }) => owner !== undefined),
      domains,
    ),
    measure(
      'Checks that found something',
      judged.filter(({ failed }) => failed > 0),
      judged,
    ),
    measure('Checks with something to judge', judged, checks),
    { what: 'Sources read in full', part: figure(totals.sourcesRead), whole: figure(totals.sources) },
  ].filter(({ whole }) => whole !== '0');
}

interface Measure {
  readonly what: string;
  readonly part: string;
  readonly whole: string;
}

function measure(what: string, part: readonly unknown[], whole: readonly unknown[]): Measure {
  return { what, part: figure(part.length), whole: figure(whole.length) };
}
