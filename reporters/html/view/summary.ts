import type { Finding } from '../../../src/model/finding.ts';
import type { Report } from '../../../src/model/report.ts';
import { gapsOf } from '../../coverage.ts';
import { inOrder } from '../../rank.ts';
import { bytes, count, day, figure, listed, placeText, SEVERITIES, visible } from '../../text.ts';
import { recordHref } from '../rows.ts';
import { domainAnchor, type Names } from './names.ts';

/** What the first page says. */
export function summaryView(report: Report, names: Names): object {
  const gaps = gapsOf(report).length;
  return {
    audited: day(report.run.finished),
    tool: `Bitting ${visible(report.run.tool.version)}`,
    sentences: [readSentence(report), foundSentence(report)],
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

function readSentence(report: Report): string {
  const { totals } = report.coverage;
  const history = report.run.history
    ? ` and ${count(totals.blobs, 'object')} of their history`
    : '; history was not asked for';
  const domains =
    report.domains.length === 0 ? '' : ` They were judged against ${count(report.domains.length, 'declared domain')}.`;
  return (
    `${count(totals.sourcesRead, 'source was', 'sources were')} read in full out of ${figure(totals.sources)}: ` +
    `${count(totals.files, 'file')}${history}, ${bytes(totals.bytes)} in all.${domains}`
  );
}

function foundSentence(report: Report): string {
  const { findings, overlaps, credentials, identities } = report;
  if (findings.length === 0) return 'No check failed on anything that was read.';
  const open = overlaps.filter(({ accepted }) => accepted === undefined).length;
  return (
    `${count(credentials.length, 'credential')} and ${count(identities.length, 'identity', 'identities')} were seen. ` +
    `${count(findings.length, 'finding calls', 'findings call')} for action` +
    `${open === 0 ? '' : `, and ${count(open, 'thing is', 'things are')} shared between domains that should be apart`}.`
  );
}

/** The worst findings, no two of the same check while there are others. */
function firstThings(findings: readonly Finding[]): readonly Finding[] {
  const ordered = inOrder(findings);
  const checks = new Set<string>();
  const distinct = ordered.filter(({ check }) => checks.size < 3 && !checks.has(check) && checks.add(check));
  return inOrder([...new Set([...distinct, ...ordered.slice(0, 3)])].slice(0, 3));
}

function firstThing(finding: Finding, names: Names): object {
  const [place] = finding.places;
  return {
    href: recordHref('findings', finding.id),
    severity: finding.severity,
    title: visible(finding.title),
    remediation: visible(finding.remediation),
    owner: finding.owner === undefined ? undefined : visible(finding.owner),
    where: place === undefined ? undefined : placeText(place),
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
function measures(report: Report): readonly object[] {
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
  ];
}

function measure(what: string, part: readonly unknown[], whole: readonly unknown[]): object {
  return { what, part: figure(part.length), whole: figure(whole.length) };
}
