import { NumberList } from '../model/number-list.ts';
import { TextIndex } from '../model/text-index.ts';

/** Domains of credentials by id. Few sets of domains are shared by all, so that a credential takes few bytes. */
export class CredentialDomains {
  readonly #ids = new TextIndex();
  readonly #setOfId = new NumberList();
  readonly #sets: (readonly string[])[] = [[]];
  readonly #numberOfSet = new Map<string, number>([['', 0]]);

  /** Takes a credential's domains; nothing is kept for one that has none. */
  add(id: string, domains: readonly string[]): void {
    if (domains.length === 0) return;
    const number = this.#ids.add(id);
    if (number === this.#setOfId.length) this.#setOfId.push(this.#numberOf(domains));
  }

  get(id: string): readonly string[] {
    const number = this.#ids.size === 0 ? undefined : this.#ids.get(id);
    return (number === undefined ? undefined : this.#sets[this.#setOfId.at(number)]) ?? [];
  }

  #numberOf(domains: readonly string[]): number {
    const key = domains.join('\0');
    const known = this.#numberOfSet.get(key);
    if (known !== undefined) return known;
    this.#numberOfSet.set(key, this.#sets.length);
    return this.#sets.push(domains) - 1;
  }
}
