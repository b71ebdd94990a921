import type { Severity } from '../../../src/model/credential.ts';
import type { Finding, Overlap } from '../../../src/model/finding.ts';
import type { LongReport } from '../../../src/model/report.ts';
import type { FindingBrief, FindingSurvey } from '../../survey-findings.ts';
import { suppressionText } from '../../set-aside.ts';
import { short, visible } from '../../text.ts';
import type { Link } from '../model.ts';
import { recordHref } from '../rows.ts';
import type { CredentialBrief, CredentialSurvey } from '../survey-credentials.ts';
import type { OverlapSurvey } from '../survey-overlaps.ts';

/** What ids are called and where the page shows them. */
export interface Names {
  readonly source: (id: string) => string;
  readonly domain: (id: string) => Link;
  /** A credential, identity, store, trust or anything else that a finding or an overlap is about. */
  readonly subject: (id: string) => Link;
  /** The finding that reports an overlap, with its severity. */
  readonly reporting: (overlap: Overlap) => (Link & { readonly severity: Severity }) | undefined;
  /** Who answers for a finding: its owner, or the owners of the domains it touches; empty where nobody is named. */
  readonly owners: (finding: Pick<Finding, 'owner' | 'domains'>) => readonly string[];
  /** Findings about a subject, and overlaps of it: how many, and links to the first of them. */
  readonly findingsAbout: (id: string) => Links;
  readonly overlapsOf: (id: string) => Links;
  /** What sets the findings about a credential aside; undefined where nothing does. */
  readonly setAside: (id: string) => string | undefined;
}

/** Links to some things, of which there may be more. */
export interface Links {
  readonly total: number;
  readonly links: readonly Link[];
}

/** Links shown of one kind. */
export const SHOWN_LINKS = 50;

/** Findings looked at for the one that reports an overlap. */
const LOOKED_AT = 500;

/** Subjects of findings set aside that are remembered. */
const MOST_SET_ASIDE = 50_000;

export function domainAnchor(id: string): string {
  return `domain/${encodeURIComponent(id)}`;
}

export function overlapAnchor(id: string): string {
  return `overlap/${encodeURIComponent(id)}`;
}

export function credentialLink({ id, title, keyId, preview }: CredentialBrief): Link {
  return { text: `${visible(title)} ${visible(keyId ?? preview)}`, href: recordHref('credentials', id) };
}

export function findingLink({ id, title, severity }: FindingBrief): Link & { readonly severity: Severity } {
  return { text: visible(title), href: recordHref('findings', id), severity };
}

export function namesOf(
  report: LongReport,
  surveys: {
    readonly findings: FindingSurvey;
    readonly credentials: CredentialSurvey;
    readonly overlaps: OverlapSurvey;
  },
): Names {
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
  for (const { id, name } of report.stores) subjects.set(id, { text: visible(name), href: recordHref('stores', id) });

  const setAside = new Map<string, string>();
  for (const { subjects: about, suppressions } of report.suppressed ?? []) {
    const text = suppressions.map((each) => suppressionText(each)).join('; ');
    for (const id of about) if (setAside.size < MOST_SET_ASIDE) setAside.set(id, text);
  }

  const { about = () => ({ total: 0, first: [] }) } = surveys.findings;
  return {
    reporting: ({ finding: id, subject }) => {
      if (id === undefined) return undefined;
      const found = about(subject, LOOKED_AT).first.find((finding) => finding.id === id);
      return found && findingLink(found);
    },
    owners: ({ owner, domains: touched }) =>
      owner === undefined
        ? [...new Set(touched.flatMap((id) => domainOwners.get(id) ?? []))].map((name) => visible(name))
        : [visible(owner)],
    source: (id) => sources.get(id) ?? visible(id),
    domain: (id) => ({ text: visible(id), ...(domains.has(id) ? { href: `#${domainAnchor(id)}` } : {}) }),
    subject: (id) => {
      const known = subjects.get(id);
      if (known !== undefined) return known;
      const credential = surveys.credentials.byId(id);
      return credential === undefined ? { text: short(id) } : credentialLink(credential);
    },
    setAside: (id) => setAside.get(id),
    findingsAbout: (id) => {
      const { total, first } = about(id, SHOWN_LINKS);
      const links = first.map((finding) => ({
        text: `${finding.severity}: ${visible(finding.title)}`,
        href: recordHref('findings', finding.id),
      }));
      return { total, links };
    },
    overlapsOf: (id) => {
      const { total, first } = surveys.overlaps.ofSubject(id, SHOWN_LINKS);
      const links = first.map((overlap) => ({
        text: overlap.domains.map((domain) => visible(domain)).join(' and '),
        href: `#${overlapAnchor(overlap.id)}`,
      }));
      return { total, links };
    },
  };
}
