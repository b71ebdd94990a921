import type { PolicyStatement } from '../../model/grant.ts';
import type { Identity } from '../../model/identity.ts';
import { PatternIndex } from '../privilege/paths/pattern-index.ts';
import { patternsOf, withoutVariables } from '../privilege/paths/resource-pattern.ts';
import { matchesResource } from '../privilege/wildcard.ts';

/** A role that may assume others. */
export interface Assumer {
  readonly role: Identity;
  /** Where it stands among the roles of its account that may. */
  readonly index: number;
}

/**
 * The roles of an account that are allowed to assume others, by the roles that their policies name: each statement is
 * read once and not for each role that somebody may take.
 */
export class Assumers {
  readonly #free = new AssumerLists();
  readonly #limited = new AssumerLists();
  #count = 0;

  /**
   * @param statements Those that let the role assume others.
   * @param isLimited Whether anything stands against them, so that somebody has to decide each case.
   */
  add(role: Identity, statements: readonly PolicyStatement[], isLimited: boolean): void {
    const assumer: Assumer = { role, index: this.#count++ };
    const lists = isLimited ? this.#limited : this.#free;
    for (const statement of statements) lists.add(assumer, statement);
  }

  /** Lists of those who may assume a role, with nothing against it. Equal lists are the same object for every role. */
  free(to: string): readonly (readonly Assumer[])[] {
    return this.#free.about(to);
  }

  /** Those who may assume a role as far as their own policies allow it, where something stands against that. */
  limited(to: string): readonly Assumer[] {
    return [...new Set(this.#limited.about(to).flat())];
  }
}

/** Assumers under the patterns of their statements. */
class AssumerLists {
  readonly #named = new PatternIndex<Assumer>(matchesResource);
  /** Statements that say what they leave out, such lists once. */
  readonly #except = new Map<string, { readonly patterns: readonly string[]; readonly assumers: Assumer[] }>();

  add(assumer: Assumer, statement: PolicyStatement): void {
    const { role } = assumer;
    if (statement.notResources.length === 0) {
      for (const pattern of patternsOf(statement, role)) this.#named.add(pattern, assumer);
      return;
    }
    const patterns = [...new Set(statement.notResources.map((one) => withoutVariables(one, role)))].sort();
    const key = JSON.stringify(patterns);
    const known = this.#except.get(key);
    if (known === undefined) this.#except.set(key, { patterns, assumers: [assumer] });
    else if (known.assumers.at(-1) !== assumer) known.assumers.push(assumer);
  }

  about(to: string): readonly (readonly Assumer[])[] {
    const except = [...this.#except.values()].filter(
      ({ patterns }) => !patterns.some((pattern) => matchesResource(pattern, to)),
    );
    return [...this.#named.matching(to), ...except.map(({ assumers }) => assumers)];
  }
}
