import type { Severity } from '../../../src/model/credential.ts';
import type { Finding } from '../../../src/model/finding.ts';
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
  /** A finding, by its id, with its severity. */
  readonly finding: (id: string | undefined) => (Link & { readonly severity: Severity }) | undefined;
  /** Who answers for a finding: its owner, or the owners of the domains it touches; empty where nobody is named. */
  readonly owners: (finding: Pick<Finding, 'owner' | 'domains'>) => readonly string[];
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
  const domainOwners = new Map(report.domains.map(({ id, owner }) => [id, owner]));
  const subjects = new Map<string, Link>();
  for (const { id, name, kind } of report.identities) {
    subjects.set(id, { text: `${kind.replaceAll('-', ' ')} ${visible(name)}`, href: recordHref('identities', id) });
  }
  for (const { id, job, place } of report.jobs) {
    subjects.set(id, { text: `CI job ${visible(job)} in ${visible(place.path)}`, href: recordHref('jobs', id) });
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
  const byId = new Map(report.findings.map((finding) => [finding.id, finding]));
  const overlaps = Map.groupBy(report.overlaps, ({ subject }) => subject);
  return {
    finding: (id) => {
      const found = byId.get(id ?? '');
      if (found === undefined) return undefined;
      return { text: visible(found.title), href: recordHref('findings', found.id), severity: found.severity };
    },
    owners: ({ owner, domains: touched }) =>
      owner === undefined
        ? [...new Set(touched.flatMap((id) => domainOwners.get(id) ?? []))].map((name) => visible(name))
        : [visible(owner)],
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
