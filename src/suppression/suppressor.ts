import type { Graph } from '../graph/graph.ts';
import type { Credential } from '../model/credential.ts';
import type { Finding } from '../model/finding.ts';
import { isPast } from '../model/place.ts';
import type { FilePlace } from '../model/place.ts';
import { COMMENT_TOOLS } from '../model/suppression.ts';
import type { CommentTool, Exception, Suppression, SuppressionRun } from '../model/suppression.ts';
import { TextIndex } from '../model/text-index.ts';
import type { Baseline } from './baseline.ts';
import { credentialOf } from './credential-of.ts';
import { Exceptions } from './exceptions.ts';
import { HeededComments } from './heeded-comments.ts';
import { KnownFindings } from './known-findings.ts';
import { Notes } from './notes.ts';

/** Suppressions told of one finding. */
const TOLD = 10;

export interface SuppressionSettings {
  /** Tools whose comments are heeded. */
  readonly comments: readonly CommentTool[];
  readonly exceptions?: readonly Exception[];
  readonly exceptionFiles?: readonly string[];
  readonly baseline?: Baseline;
  readonly detectorIds: Iterable<string>;
  /** Today, ISO 8601, in UTC. */
  readonly today: string;
  readonly matchesPath: (path: string, globs: readonly string[]) => boolean;
  /** The id that a credential of this value would have. */
  readonly idOf: (value: string) => string;
  /** Everything was looked at, and not only a change. */
  readonly whole: boolean;
}

/**
 * Decides which findings are set aside. A comment and an exception by path speak for places: a secret is set aside when
 * each of its places is covered, so that a copy of it elsewhere is told.
 */
export class Suppressor {
  readonly #settings: SuppressionSettings;
  readonly #notes = new Notes();
  readonly #comments: HeededComments;
  readonly #exceptions: Exceptions;
  readonly #known: KnownFindings | undefined;
  readonly #byCredential = new Map<string, readonly Suppression[]>();

  constructor(graph: Pick<Graph, 'credentials' | 'comments' | 'sources'>, settings: SuppressionSettings) {
    const { comments, exceptions = [], baseline, detectorIds, today, matchesPath, idOf } = settings;
    const names = new Map(graph.sources.map(({ id, name }) => [id, name]));
    this.#settings = settings;
    const ids = new TextIndex();
    const rules = {
      tools: new Set(comments),
      detectorIds: new Set(detectorIds),
      today,
      isValue: (word: string) => word !== '' && ids.has(idOf(word)),
    };
    this.#comments = new HeededComments(graph.comments, rules, this.#notes);
    this.#exceptions = new Exceptions(exceptions, { today, matchesPath, sourceName: (id) => names.get(id) ?? id });
    this.#known = baseline && new KnownFindings(baseline);
    if (this.#comments.isEmpty && !this.#exceptions.lookAtPlaces) return;
    for (const { id } of graph.credentials) ids.add(id);
    for (const credential of graph.credentials) {
      const found = this.#ofPlaces(credential);
      if (found.length > 0) this.#byCredential.set(credential.id, found);
    }
  }

  /** What sets a finding aside; empty where it counts. */
  of(finding: Finding): readonly Suppression[] {
    const credential = credentialOf(finding);
    const byId = this.#exceptions.ofId(finding.id) ?? (credential && this.#exceptions.ofId(credential));
    if (byId) return [byId];
    const byPlace = credential === undefined ? undefined : this.#byCredential.get(credential);
    // Asked in any case: the baseline remembers what it has met.
    const known = this.#known?.covering(finding, this.#notes);
    return byPlace ?? (known === undefined ? [] : [known]);
  }

  /** What there is to say of it all, once every finding was asked for. */
  run(): SuppressionRun {
    const { comments, baseline, exceptionFiles = [], whole } = this.#settings;
    this.#exceptions.note(this.#notes, whole);
    if (whole) this.#known?.note(this.#notes);
    return {
      comments: COMMENT_TOOLS.filter((tool) => comments.includes(tool)),
      commentsMet: this.#comments.met,
      commentsIgnored: this.#comments.ignored,
      ...(baseline !== undefined && { baseline: baseline.file }),
      ...(exceptionFiles.length > 0 && { exceptions: exceptionFiles }),
      notes: this.#notes.list(),
    };
  }

  /** What covers all places of a credential; empty where one is left. */
  #ofPlaces(credential: Credential): readonly Suppression[] {
    if (credential.state !== 'unmanaged' || credential.places.length === 0) return [];
    const found = new Set<Suppression>();
    /** What covers a value where it stands in a file now, if all of that is covered. */
    const present = new Map<string, Suppression | undefined>();
    let left = false;
    const past: FilePlace[] = [];
    for (const place of credential.places) {
      if (place.kind !== 'file') return [];
      if (isPast(place)) {
        past.push(place);
        continue;
      }
      const covered = this.#covering(place, credential);
      const key = fileOf(place);
      present.set(key, covered && present.has(key) ? present.get(key) && covered : covered);
      if (covered === undefined) left = true;
      else found.add(covered);
    }
    for (const place of past) {
      // What is accepted in a file as it is was no worse in earlier versions of the file.
      const covered = present.get(fileOf(place)) ?? this.#covering(place, credential);
      if (covered === undefined) left = true;
      else found.add(covered);
    }
    return left ? [] : [...found].slice(0, TOLD);
  }

  #covering(place: FilePlace, credential: Credential): Suppression | undefined {
    return this.#exceptions.covering(place, credential) ?? this.#comments.covering(place, credential);
  }
}

function fileOf({ source, path }: FilePlace): string {
  return `${source}\0${path}`;
}
