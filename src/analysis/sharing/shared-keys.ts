import { NumberList } from '../../model/number-list.ts';
import { TextIndex } from '../../model/text-index.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Credential } from '../../model/credential.ts';
import { isPublicName } from '../public-name.ts';

/** States of a key: no domain uses it, the one with that number does, several do, or it is told otherwise already. */
const NONE = 0;
const SEVERAL = 2 ** 32 - 2;
const TOLD = 2 ** 32 - 1;

/** Which keys, known by a text such as a key id, are used by several domains or an identity's: four bytes a key beside its text's own. */
class SharedKeys {
  readonly #keys = new TextIndex();
  readonly #states = new NumberList();
  readonly #domains = new Map<string, number>();
  #anyShared = false;

  /** False where it is certain that no key is shared. */
  get anyShared(): boolean {
    return this.#anyShared;
  }

  /** Different keys so far. */
  get size(): number {
    return this.#keys.size;
  }

  /** Takes a use of a key by domains. */
  use(key: string, domains: readonly string[]): void {
    const number = this.#numberOf(key);
    for (const domain of domains) {
      const known = this.#states.at(number);
      const own = this.#domainNumber(domain);
      if (known === NONE) this.#states.set(number, own);
      else if (known !== own && known !== TOLD) {
        this.#states.set(number, SEVERAL);
        this.#anyShared = true;
      }
    }
  }

  /** Leaves a key out: what shares it is told by a more exact one. */
  leaveOut(key: string): void {
    this.#states.set(this.#numberOf(key), TOLD);
  }

  isShared(key: string): boolean {
    const number = this.#keys.get(key);
    return number !== undefined && this.#states.at(number) === SEVERAL;
  }

  #numberOf(key: string): number {
    const number = this.#keys.add(key);
    if (number === this.#states.length) this.#states.push(NONE);
    return number;
  }

  #domainNumber(domain: string): number {
    const known = this.#domains.get(domain) ?? this.#domains.size + 1;
    this.#domains.set(domain, known);
    return known;
  }
}

/** What is shared between domains, by each way of telling: found in one pass over the credentials and references. */
export interface SharingSurvey {
  /** Credentials whose value several domains use. */
  readonly values: number;
  readonly keyIds: SharedKeys;
  readonly identities: SharedKeys;
  readonly stores: SharedKeys;
}

/** Whether several domains use the value itself. A public id is no secret: what shares it shares the key. */
export function isSharedValue({ severity, domains }: Credential): boolean {
  return severity !== 'info' && domains.length > 1;
}

/** Whether a credential's key id is looked at. */
export function hasKeyInTheOpen(credential: Credential): credential is Credential & { readonly keyId: string } {
  return credential.keyId !== undefined && credential.state === 'unmanaged';
}

const surveys = new WeakMap<Graph, SharingSurvey>();

/** The survey of a graph, made once. */
export function surveySharing(graph: Graph): SharingSurvey {
  const known = surveys.get(graph);
  if (known !== undefined) return known;
  const keyIds = new SharedKeys();
  const identities = new SharedKeys();
  const stores = new SharedKeys();
  let values = 0;
  const withSecret = new TextIndex();
  for (const { keyId, severity } of graph.credentials)
    if (keyId !== undefined && severity !== 'info') withSecret.add(keyId);
  for (const credential of graph.credentials) {
    const { keyId, identity, domains } = credential;
    const shared = isSharedValue(credential);
    if (shared) values += 1;
    if (hasKeyInTheOpen(credential) && shared) keyIds.leaveOut(credential.keyId);
    // Many may use one platform: a name is shared when a secret of it is.
    else if (keyId !== undefined && (!isPublicName(credential) || withSecret.has(keyId)))
      keyIds.use(keyId, hasKeyInTheOpen(credential) ? domains : []);
    if (identity !== undefined) {
      if (shared) identities.leaveOut(identity);
      else identities.use(identity, domains);
    }
  }
  for (const { kind, target, place } of graph.references) {
    const keys = kind === 'store' ? stores : kind === 'secret' ? undefined : identities;
    const domain = keys && graph.domainOf(place);
    if (domain !== undefined) keys?.use(target, [domain]);
  }
  const survey = { values, keyIds, identities, stores };
  surveys.set(graph, survey);
  return survey;
}
