import type { Credential } from '../model/credential.ts';
import type { FilePlace } from '../model/place.ts';
import type { Exception, Suppression } from '../model/suppression.ts';
import type { Notes } from './notes.ts';

/** Longest path that patterns are tried on: what others write decides how long a pattern takes. */
const MAX_PATH = 1024;

interface Entry {
  readonly exception: Exception;
  readonly suppression: Suppression;
  readonly expired: boolean;
  used: boolean;
}

export interface ExceptionRules {
  /** Today, ISO 8601, in UTC. */
  readonly today: string;
  readonly matchesPath: (path: string, globs: readonly string[]) => boolean;
  /** Name of a source by its id. */
  readonly sourceName: (id: string) => string;
}

/** The exceptions of a run, asked one by one, which remember what they were of use for. */
export class Exceptions {
  readonly #byId: ReadonlyMap<string, readonly Entry[]>;
  readonly #byPlace: readonly Entry[];
  readonly #all: readonly Entry[];
  readonly #rules: ExceptionRules;

  constructor(exceptions: readonly Exception[], rules: ExceptionRules) {
    this.#all = exceptions.map((exception) => ({
      exception,
      suppression: suppressionOf(exception),
      expired: exception.expires !== 'never' && exception.expires < rules.today,
      used: false,
    }));
    this.#byId = Map.groupBy(
      this.#all.filter(({ exception }) => exception.id !== undefined),
      ({ exception }) => exception.id ?? '',
    );
    this.#byPlace = this.#all.filter(({ exception }) => exception.id === undefined);
    this.#rules = rules;
  }

  get lookAtPlaces(): boolean {
    return this.#byPlace.length > 0;
  }

  /** What covers a finding or a credential by its id. */
  ofId(id: string): Suppression | undefined {
    return firstHolding(this.#byId.get(id) ?? []);
  }

  /** What covers one place of a credential. */
  covering(place: FilePlace, credential: Pick<Credential, 'detector'>): Suppression | undefined {
    return firstHolding(this.#byPlace.filter(({ exception }) => this.#names(exception, place, credential)));
  }

  /** @param whole Everything was looked at, so that what matched nothing is of no use */
  note(notes: Notes, whole: boolean): void {
    for (const { exception, expired, used } of this.#all) {
      const { file, line, approver, expires } = exception;
      const where = `${file}, line ${line}`;
      if (expired && used) {
        notes.add(
          `${where}: the exception that ${approver} approved expired on ${expires}; what it covered counts again.`,
        );
      } else if (!used && whole) {
        notes.add(`${where}: nothing that was found matches this exception${expired ? ', which has expired' : ''}.`);
      }
    }
  }

  #names(exception: Exception, place: FilePlace, { detector }: Pick<Credential, 'detector'>): boolean {
    const { paths, pathPatterns, sources, commits } = exception;
    return (
      (exception.detector === undefined || exception.detector === detector) &&
      (sources === undefined || sources.includes(this.#rules.sourceName(place.source))) &&
      (commits === undefined || (place.commit !== undefined && commits.includes(place.commit))) &&
      (paths === undefined || this.#rules.matchesPath(place.path, paths)) &&
      (pathPatterns === undefined ||
        (place.path.length <= MAX_PATH && pathPatterns.some((pattern) => pattern.test(place.path))))
    );
  }
}

/** The first that has not expired; all of them are of use. */
function firstHolding(entries: readonly Entry[]): Suppression | undefined {
  for (const entry of entries) entry.used = true;
  return entries.find(({ expired }) => !expired)?.suppression;
}

function suppressionOf({ file, reason, approver, expires }: Exception): Suppression {
  return { by: 'exception', what: file, reason, approver, expires };
}
