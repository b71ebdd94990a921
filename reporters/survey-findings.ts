import type { Collection, CollectionBuilder, Collections } from '../src/model/collection.ts';
import type { Severity } from '../src/model/credential.ts';
import type { Finding, FrameworkRef } from '../src/model/finding.ts';
import type { LongReport } from '../src/model/report.ts';
import { byRank, RANKS, rankOf } from './rank.ts';
import { SubjectIndex } from './subject-index.ts';
import { severityRank } from './text.ts';

/** Findings that a domain's page names. */
export const FIRST = 15;

/** What there is to say of all findings together, found in one pass: there may be a million of them. */
export interface FindingSurvey {
  /** In the order in which they should be dealt with. */
  readonly ranked: Collection<Finding>;
  readonly severities: ReadonlyMap<Severity, number>;
  /** Worst severity of each check's findings. */
  readonly worst: ReadonlyMap<string, Severity>;
  /** Findings that bear on an item of a framework. */
  readonly bearingOn: (ref: FrameworkRef) => number;
  readonly domains: ReadonlyMap<string, DomainFindings>;
  /** Findings about a subject; absent where nobody asked for it. */
  readonly about?: (subject: string, most: number) => FindingsAbout;
}

/** How many findings there are about a subject, and the first of them, in the report's order. */
interface FindingsAbout {
  readonly total: number;
  readonly first: readonly FindingBrief[];
}

/** What a link to a finding says. Kept on its own: reading whole findings for links alone takes most of the time. */
export type FindingBrief = Pick<Finding, 'id' | 'title' | 'severity'>;

/** Findings that touch a domain. */
interface DomainFindings {
  readonly total: number;
  /** Critical or high. */
  readonly urgent: number;
  /** The first {@link FIRST} of them to be dealt with. */
  readonly first: readonly Finding[];
}

const surveys = new WeakMap<Collection<Finding>, FindingSurvey>();

/**
 * The survey of a report's findings, made once.
 *
 * @param subjects - Where to keep which findings are about what, where that is asked for: it takes memory for each
 */
export function surveyFindings({ findings }: Pick<LongReport, 'findings'>, subjects?: Collections): FindingSurvey {
  const known = surveys.get(findings);
  if (known !== undefined && (subjects === undefined || known.about !== undefined)) return known;
  const about = subjects && new AboutBuilder(subjects);
  const survey = passOver(findings, about);
  surveys.set(findings, survey);
  return survey;
}

function passOver(findings: Collection<Finding>, about: AboutBuilder | undefined): FindingSurvey {
  const ranks = new Uint8Array(findings.length);
  const severities = new Map<Severity, number>();
  const worst = new Map<string, Severity>();
  const frameworks = new Map<string, number>();
  const domains = new Map<string, DomainTally>();
  let position = 0;
  for (const finding of findings) {
    const { severity, check } = finding;
    const rank = rankOf(finding);
    ranks[position] = rank;
    count(severities, severity);
    const known = worst.get(check);
    if (known === undefined || severityRank(severity) < severityRank(known)) worst.set(check, severity);
    for (const item of new Set(finding.frameworks.map((ref) => nameOf(ref)))) count(frameworks, item);
    for (const domain of finding.domains) {
      const tally = domains.get(domain) ?? new DomainTally();
      domains.set(domain, tally);
      tally.add(rank, position, severity === 'critical' || severity === 'high');
    }
    about?.add(finding, position);
    position += 1;
  }
  return {
    ranked: byRank(findings, ranks),
    severities,
    worst,
    bearingOn: (ref) => frameworks.get(nameOf(ref)) ?? 0,
    domains: new Map([...domains].map(([domain, tally]) => [domain, tally.of(findings)])),
    ...(about !== undefined && { about: about.finish() }),
  };
}

class AboutBuilder {
  readonly #index = new SubjectIndex();
  readonly #briefs: CollectionBuilder<FindingBrief>;

  constructor(collections: Collections) {
    this.#briefs = collections.list();
  }

  add({ id, title, severity, subjects }: Finding, position: number): void {
    this.#briefs.push({ id, title, severity });
    for (const subject of subjects) this.#index.add(subject, position);
  }

  finish(): (subject: string, most: number) => FindingsAbout {
    const briefs = this.#briefs.finish();
    return (subject, most) => {
      const { total, first } = this.#index.of(subject, most);
      return { total, first: first.flatMap((position) => briefs.at(position) ?? []) };
    };
  }
}

class DomainTally {
  #total = 0;
  #urgent = 0;
  readonly #firstOfRank: number[][] = [];

  add(rank: number, position: number, urgent: boolean): void {
    this.#total += 1;
    if (urgent) this.#urgent += 1;
    const first = (this.#firstOfRank[rank] ??= []);
    if (first.length < FIRST) first.push(position);
  }

  of(findings: Collection<Finding>): DomainFindings {
    const ordered = Array.from({ length: RANKS }, (_, rank) => this.#firstOfRank[rank] ?? []).flat();
    const first = ordered.slice(0, FIRST).flatMap((position) => findings.at(position) ?? []);
    return { total: this.#total, urgent: this.#urgent, first };
  }
}

function nameOf({ framework, id }: FrameworkRef): string {
  return `${framework} ${id}`;
}

function count<K>(numbers: Map<K, number>, key: K): void {
  numbers.set(key, (numbers.get(key) ?? 0) + 1);
}
