import type { Collection } from '../../src/model/collection.ts';
import type { Overlap } from '../../src/model/finding.ts';
import { SubjectIndex } from '../subject-index.ts';
import { FIRST } from '../survey-findings.ts';

/** Overlaps written on the page; the rest is told by number. */
const SHOWN_OVERLAPS = 300;

/** What there is to say of all overlaps together, found in one pass. */
export interface OverlapSurvey {
  /** Not accepted by the configuration. */
  readonly open: number;
  /** The first {@link SHOWN_OVERLAPS}, accepted ones behind the others. */
  readonly shown: readonly Overlap[];
  /** Open overlaps between two domains. */
  readonly between: (a: string, b: string) => number;
  /** Domains that share something with a domain, accepted overlaps aside. */
  readonly sharingWith: (id: string) => readonly string[];
  /** Of a domain: how many, and the first {@link FIRST} of them. */
  readonly ofDomain: (id: string) => { readonly total: number; readonly first: readonly Overlap[] };
  /** Of something that is shared. */
  readonly ofSubject: (id: string, most: number) => { readonly total: number; readonly first: readonly Overlap[] };
}

export function surveyOverlaps(overlaps: Collection<Overlap>): OverlapSurvey {
  const openFirst: number[] = [];
  const acceptedFirst: number[] = [];
  const pairs = new Map<string, number>();
  const sharing = new Map<string, Set<string>>();
  const domains = new Map<string, { total: number; readonly first: number[] }>();
  const subjects = new SubjectIndex();
  const at = (positions: readonly number[]): Overlap[] => positions.flatMap((each) => overlaps.at(each) ?? []);
  let open = 0;
  let position = 0;
  for (const overlap of overlaps) {
    const isOpen = overlap.accepted === undefined;
    if (isOpen) open += 1;
    const first = isOpen ? openFirst : acceptedFirst;
    if (first.length < SHOWN_OVERLAPS) first.push(position);
    subjects.add(overlap.subject, position);
    for (const domain of overlap.domains) {
      const tally = domains.get(domain) ?? { total: 0, first: [] };
      domains.set(domain, tally);
      tally.total += 1;
      if (tally.first.length < FIRST) tally.first.push(position);
      if (!isOpen) continue;
      const others = sharing.get(domain) ?? new Set();
      sharing.set(domain, others);
      for (const other of overlap.domains) {
        if (other === domain) continue;
        others.add(other);
        pairs.set(`${domain}\0${other}`, (pairs.get(`${domain}\0${other}`) ?? 0) + 1);
      }
    }
    position += 1;
  }
  return {
    open,
    shown: at([...openFirst, ...acceptedFirst].slice(0, SHOWN_OVERLAPS)),
    between: (a, b) => pairs.get(`${a}\0${b}`) ?? 0,
    sharingWith: (id) => [...(sharing.get(id) ?? [])],
    ofDomain: (id) => {
      const { total, first } = domains.get(id) ?? { total: 0, first: [] };
      return { total, first: at(first) };
    },
    ofSubject: (id, most) => {
      const { total, first } = subjects.of(id, most);
      return { total, first: at(first) };
    },
  };
}
