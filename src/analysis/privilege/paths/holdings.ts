import type { Grant, PolicyStatement } from '../../../model/grant.ts';
import { matchesPattern } from '../wildcard.ts';
import { statementsOf } from '../statements.ts';

/** A statement that allows, with the grant it came through. */
export interface Holding {
  readonly grant: Grant;
  readonly statement: PolicyStatement;
}

type ByAction = ReadonlyMap<string, readonly PolicyStatement[]>;

/**
 * Which statements allow which of a fixed list of actions. A list of statements is read once, however many identities
 * hold it: policies are shared, and a dump of ten thousand identities has few of them.
 */
export class Holdings {
  readonly #byLowerCase: ReadonlyMap<string, string>;
  readonly #byService = new Map<string, string[]>();
  readonly #read = new WeakMap<readonly PolicyStatement[], ByAction>();
  readonly #actions = new WeakMap<readonly Grant[], ReadonlySet<string>>();

  /** @param actions The actions that will be asked about, in the provider's spelling. */
  constructor(actions: Iterable<string>) {
    this.#byLowerCase = new Map(Array.from(actions, (action) => [action.toLowerCase(), action]));
    for (const action of this.#byLowerCase.values()) {
      const service = serviceOf(action);
      const known = this.#byService.get(service);
      if (known === undefined) this.#byService.set(service, [action]);
      else known.push(action);
    }
  }

  /** Statements among these grants that allow an action on anything, whatever else denies it. */
  allowing(grants: readonly Grant[], action: string): readonly Holding[] {
    const found: Holding[] = [];
    for (const grant of grants) {
      if (grant.through === 'boundary') continue;
      for (const statement of this.#of(grant).get(action) ?? []) found.push({ grant, statement });
    }
    return found;
  }

  /** The actions of the list that these grants allow on anything, and that a boundary among them leaves open. */
  actionsOf(grants: readonly Grant[]): ReadonlySet<string> {
    const known = this.#actions.get(grants);
    if (known !== undefined) return known;
    let actions = new Set<string>();
    for (const grant of grants) {
      if (grant.through !== 'boundary') for (const action of this.#of(grant).keys()) actions.add(action);
    }
    for (const grant of grants) {
      // A boundary whose text was not read limits too, but nobody knows how.
      if (grant.through !== 'boundary' || grant.statements.length === 0) continue;
      actions = actions.intersection(new Set(this.#of(grant).keys()));
    }
    this.#actions.set(grants, actions);
    return actions;
  }

  #of(grant: Grant): ByAction {
    const statements = statementsOf(grant);
    const known = this.#read.get(statements);
    if (known !== undefined) return known;
    const read = new Map<string, PolicyStatement[]>();
    for (const statement of statements) {
      if (statement.effect !== 'Allow') continue;
      for (const action of this.#coveredBy(statement)) {
        const others = read.get(action);
        if (others === undefined) read.set(action, [statement]);
        else others.push(statement);
      }
    }
    this.#read.set(statements, read);
    return read;
  }

  #coveredBy(statement: PolicyStatement): ReadonlySet<string> {
    const covered = new Set(statement.actions.flatMap((pattern) => this.#matching(pattern)));
    if (statement.notActions.length > 0) {
      const excepted = new Set(statement.notActions.flatMap((pattern) => this.#matching(pattern)));
      for (const action of this.#byLowerCase.values()) if (!excepted.has(action)) covered.add(action);
    }
    return covered;
  }

  #matching(pattern: string): readonly string[] {
    if (!/[*?]/.test(pattern)) {
      const action = this.#byLowerCase.get(pattern.toLowerCase());
      return action === undefined ? [] : [action];
    }
    const service = serviceOf(pattern);
    const candidates = /[*?]/.test(service) ? [...this.#byLowerCase.values()] : (this.#byService.get(service) ?? []);
    return candidates.filter((action) => matchesPattern(pattern, action));
  }
}

function serviceOf(action: string): string {
  const colon = action.indexOf(':');
  return (colon === -1 ? action : action.slice(0, colon)).toLowerCase();
}
