import type { Credential } from '../model/credential.ts';
import type { Identity } from '../model/identity.ts';

/** Who a client id stands for. */
export interface Client {
  /** Identities that a secret of the client may act as; more than one where it cannot be told. */
  readonly candidates: readonly string[];
  /** Identities whose records hold the client's secrets: application and service principals alike. */
  readonly holders: readonly string[];
  /** How it was told, as in "known by the client id beside it". */
  readonly by: string;
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Attributes under which connectors keep the id that a client gives when it signs in. */
const ATTRIBUTES = ['application id', 'app id', 'client id'] as const;

/** Identities by the id that a client signs in with: of applications in Microsoft Entra ID, and of GitHub Apps. */
export class ClientIds {
  readonly #byId = new Map<string, Identity[]>();

  constructor(identities: readonly Identity[]) {
    for (const identity of identities) {
      // A managed identity has a client id and no secret.
      if (identity.attributes['object kind'] === 'managed identity') continue;
      for (const attribute of ATTRIBUTES) {
        const id = identity.attributes[attribute];
        if (id === undefined) continue;
        const key = keyOf(identity.provider, id);
        const known = this.#byId.get(key);
        if (known === undefined) this.#byId.set(key, [identity]);
        else if (known.every((other) => other.id !== identity.id)) known.push(identity);
      }
    }
  }

  /**
   * Whose client id stands beside a secret, or in it. Roles are given to the service principal, so it is taken before
   * the application that it is made of; of several, the one in the tenant that stands beside the secret.
   */
  of({ provider, keyId, facts }: Credential): Client | undefined {
    const known = this.#idsOf(provider, keyId, facts);
    if (known === undefined) return undefined;
    const { identities, by } = known;
    const tenant = facts['tenant']?.toLowerCase();
    const inTenant = tenant === undefined ? [] : identities.filter(({ account }) => account?.toLowerCase() === tenant);
    const narrowed = inTenant.length > 0 ? inTenant : identities;
    const principals = narrowed.filter(({ kind }) => kind !== 'app' || provider === 'GitHub');
    return {
      candidates: (principals.length > 0 ? principals : narrowed).map(({ id }) => id),
      holders: identities.map(({ id }) => id),
      by: inTenant.length > 0 && inTenant.length < identities.length ? `${by} and the tenant beside it` : by,
    };
  }

  #idsOf(
    provider: string,
    keyId: string | undefined,
    facts: Credential['facts'],
  ): { readonly identities: readonly Identity[]; readonly by: string } | undefined {
    if (provider === 'GitHub') {
      const id = facts['iss'] ?? keyId;
      const identities = id === undefined ? undefined : this.#byId.get(keyOf('github', id));
      return identities && { identities, by: 'the id of the app that it names' };
    }
    const id = [keyId, facts['client_id'], facts['appid']].find((each) => each !== undefined && GUID.test(each));
    const identities = id === undefined ? undefined : this.#byId.get(keyOf('azure', id));
    return identities && { identities, by: 'the client id beside it' };
  }
}

function keyOf(provider: string, id: string): string {
  return `${provider} ${id.toLowerCase()}`;
}
