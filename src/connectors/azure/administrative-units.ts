import type { AzureLists } from './dump-format.ts';

interface Unit {
  readonly name: string;
  /** Whether only those who hold a role over the unit may change what it holds. */
  readonly restricted: boolean;
  /** Object ids in lower case. */
  readonly members: ReadonlySet<string>;
}

/** What a role of the directory is held over: object ids, or `*` for all of it. */
interface Reach {
  readonly objects: readonly string[];
  /** Follows the name of the role; empty where it needs no words. */
  readonly words: string;
}

const UNIT = /^\/administrativeunits\/([^/]+)$/i;
const OBJECT = /^\/([^/]+)$/;

/** Parts of the directory that roles may be held over, and what they hold. */
export class AdministrativeUnits {
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #restricted: ReadonlySet<string>;

  constructor(rows: readonly AzureLists['administrativeUnits'][number][]) {
    this.#units = new Map([...Map.groupBy(rows, ({ id }) => id.toLowerCase())].map(([id, same]) => [id, unit(same)]));
    this.#restricted = new Set(
      [...this.#units.values()].flatMap(({ restricted, members }) => (restricted ? [...members] : [])),
    );
  }

  /** Whether an object may be changed only by those who hold a role over its unit. */
  restricts(objectId: string): boolean {
    return this.#restricted.has(objectId.toLowerCase());
  }

  /**
   * All of the directory, one object of it, or what an administrative unit holds; undefined where that is not known.
   *
   * @param scope `directoryScopeId` of a role's holder, such as `/` or `/administrativeUnits/<id>`
   */
  heldOver(scope: string): Reach | undefined {
    if (scope === '/') return { objects: ['*'], words: '' };
    const [, object] = OBJECT.exec(scope) ?? [];
    if (object !== undefined) return { objects: [object], words: '' };
    const held = this.#units.get(UNIT.exec(scope)?.[1]?.toLowerCase() ?? '');
    if (held === undefined || held.members.size === 0) return undefined;
    return { objects: [...held.members], words: ` over administrative unit ${held.name}` };
  }
}

/** Several lists may each tell a part of one unit. */
function unit(rows: readonly AzureLists['administrativeUnits'][number][]): Unit {
  return {
    name: rows.find(({ displayName }) => displayName)?.displayName ?? rows[0]?.id ?? '',
    restricted: rows.some(({ isMemberManagementRestricted }) => isMemberManagementRestricted === true),
    members: new Set(rows.flatMap(({ members }) => (members ?? []).map(({ id }) => id.toLowerCase()))),
  };
}
