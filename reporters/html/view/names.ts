import type { Report } from '../../../src/model/report.ts';
import { short, visible } from '../../text.ts';
import type { Link } from '../model.ts';
import { recordHref } from '../rows.ts';

/** What ids are called and where the page shows them. */
export interface Names {
  readonly source: (id: string) => string;
  readonly domain: (id: string) => Link;
  /** A credential, identity, store, trust or anything else that a finding or an overlap is about. */
  readonly subject: (id: string) => Link;
  /** Findings about a subject, and overlaps of it. */
  readonly findingsAbout: (id: string) => readonly Link[];
  readonly overlapsOf: (id: string) => readonly Link[];
}

export function domainAnchor(id: string): string {
  return `domain/${encodeURIComponent(id)}`;
}

export function overlapAnchor(id: string): string {
  return `overlap/${encodeURIComponent(id)}`;
}

export function namesOf(report: Report): Names {
  const sources = new Map(report.sources.map(({ id, name }) => [id, visible(name)]));
  const domains = new Set(report.domains.map(({ id }) => id));
  const subjects = new Map<string, Link>();
  const jobs = new Set(report.jobs.map(({ id }) => id));
  for (const { id, name, kind } of report.identities) {
    const href = recordHref(jobs.has(id) ? 'jobs' : 'identities', id);
    subjects.set(id, { text: `${kind} ${visible(name)}`, href });
  }
  for (const { id, identity, kind } of report.trusts) {
    const holder = subjects.get(identity);
    if (holder !== undefined) subjects.set(id, { ...holder, text: `${kind} trust of ${holder.text}` });
  }
  for (const { id, title, keyId, preview } of report.credentials) {
    subjects.set(id, { text: `${visible(title)} ${visible(keyId ?? preview)}`, href: recordHref('credentials', id) });
  }
  for (const { id, name } of report.stores) subjects.set(id, { text: visible(name), href: recordHref('stores', id) });

  const findings = Map.groupBy(
    report.findings.flatMap((finding) => finding.subjects.map((subject) => ({ subject, finding }))),
    ({ subject }) => subject,
  );
  const overlaps = Map.groupBy(report.overlaps, ({ subject }) => subject);
  return {
    source: (id) => sources.get(id) ?? visible(id),
    domain: (id) => ({ text: visible(id), ...(domains.has(id) ? { href: `#${domainAnchor(id)}` } : {}) }),
    subject: (id) => subjects.get(id) ?? { text: short(id) },
    findingsAbout: (id) =>
      (findings.get(id) ?? []).map(({ finding }) => ({
        text: `${finding.severity}: ${visible(finding.title)}`,
        href: recordHref('findings', finding.id),
      })),
    overlapsOf: (id) =>
      (overlaps.get(id) ?? []).map((overlap) => ({
        text: overlap.domains.map((domain) => visible(domain)).join(' and '),
        href: `#${overlapAnchor(overlap.id)}`,
      })),
  };
}
