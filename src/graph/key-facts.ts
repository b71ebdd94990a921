import type { Credential } from '../model/credential.ts';
import type { KeyFact } from '../model/facts.ts';
import type { Identity } from '../model/identity.ts';
import { stableId } from '../model/ids.ts';
import { ClientIds } from './client-ids.ts';
import type { Client } from './client-ids.ts';

/** Names of facts that name a key in public, each with what it is called. */
const PUBLIC_NAMES: Readonly<Record<string, string>> = {
  'ssh fingerprint': 'the fingerprint of its public key',
  certificate: 'the thumbprint of the certificate beside it',
  'certificate sha256': 'the thumbprint of the certificate beside it',
};

/** Identities named where it is not known which of them it is. */
const MOST_NAMED = 5;

/**
 * Joins what providers say of their keys and identities to what was seen: by public key id, by the fingerprint of the
 * public half, by the thumbprint of the certificate, or by the client id beside a secret. Where several identities
 * answer to one name, none is taken and the credential says so. A key nobody saw outside becomes a `managed` row, so
 * that the inventory is whole.
 */
export class KeyFacts {
  readonly #facts: readonly KeyFact[];
  readonly #byName = new Map<string, KeyFact[]>();
  readonly #byIdentity: ReadonlyMap<string, readonly KeyFact[]>;
  readonly #clients: ClientIds;
  readonly #seen = new Set<KeyFact>();

  constructor(facts: readonly KeyFact[], identities: readonly Identity[] = []) {
    this.#facts = facts;
    for (const fact of facts) {
      for (const name of new Set([fact.keyId, fact.thumbprint?.toLowerCase()])) {
        if (name === undefined) continue;
        const known = this.#byName.get(name);
        if (known === undefined) this.#byName.set(name, [fact]);
        else known.push(fact);
      }
    }
    this.#byIdentity = Map.groupBy(facts, ({ identity }) => identity);
    this.#clients = new ClientIds(identities);
  }

  /** The row with what the provider says of its key; the row itself where it says nothing. */
  join(credential: Credential): Credential {
    const { keyId, facts } = credential;
    const names: (readonly [name: string, by: string])[] = keyId === undefined ? [] : [[keyId, 'its key id']];
    for (const [fact, by] of Object.entries(PUBLIC_NAMES)) {
      const name = facts[fact];
      if (name !== undefined) names.push([name, by]);
    }
    for (const [name, by] of names) {
      const records = this.#byName.get(name);
      const [first] = records ?? [];
      if (records === undefined || first === undefined) continue;
      for (const record of records) this.#seen.add(record);
      const holders = [...new Set(records.map(({ identity }) => identity))];
      if (holders.length > 1) return ambiguous(credential, holders, by);
      return {
        ...credential,
        identity: first.identity,
        identityBy: by,
        status: first.status,
        ...datesOf(first),
        ...(keyId === undefined && first.keyId !== undefined && { keyId: first.keyId }),
      };
    }
    const client = this.#clients.of(credential);
    return client === undefined ? credential : this.#joinClient(credential, client);
  }

  /** Ids of the identities that answer to a thumbprint, in lower-case hex. */
  holdersOf(thumbprint: string): readonly string[] {
    return [...new Set((this.#byName.get(thumbprint) ?? []).map(({ identity }) => identity))];
  }

  /** Rows of the keys that were joined to nothing. */
  managed(): Iterable<Credential> {
    const rows = this.#facts.filter((fact) => !this.#seen.has(fact)).map((fact) => managedCredential(fact));
    // Two dumps may record one key: the first speaks for it.
    return new Map(rows.toReversed().map((row) => [row.id, row])).values();
  }

  /** Which of the client's secrets it is stands in no record: one alone is it, of several none is taken. */
  #joinClient(credential: Credential, { candidates, holders, by }: Client): Credential {
    const [identity] = candidates;
    if (identity === undefined) return credential;
    if (candidates.length > 1) return ambiguous(credential, candidates, by);
    const joined = { ...credential, identity, identityBy: by };
    const records = holders
      .flatMap((holder) => this.#byIdentity.get(holder) ?? [])
      .filter(({ kind }) => kind === credential.kind);
    const [record] = records;
    if (record === undefined) return joined;
    if (records.length === 1) {
      this.#seen.add(record);
      return { ...joined, status: record.status, ...datesOf(record) };
    }
    return {
      ...joined,
      facts: { ...credential.facts, record: `one of ${records.length} that are on record; which one is not known` },
    };
  }
}

function ambiguous(credential: Credential, holders: readonly string[], by: string): Credential {
  const more = holders.length > MOST_NAMED ? ` and ${holders.length - MOST_NAMED} more` : '';
  const told = `ambiguous by ${by}: ${holders.slice(0, MOST_NAMED).join(', ')}${more}`;
  return { ...credential, facts: { ...credential.facts, identity: told } };
}

/** Connectors name providers by their short ids; rows of credentials carry the names that detectors use. */
const PROVIDER_NAMES: Readonly<Record<string, string>> = { aws: 'AWS', azure: 'Azure', github: 'GitHub' };

function managedCredential(key: KeyFact): Credential {
  const provider = PROVIDER_NAMES[key.provider] ?? key.provider;
  return {
    id: stableId('key', key.provider, key.keyId ?? `${key.identity} ${key.slot ?? ''}`),
    detector: key.provider,
    title: `${provider} ${key.kind.replaceAll('-', ' ')}${key.slot === undefined ? '' : ` (${key.slot})`}`,
    provider,
    kind: key.kind,
    severity: 'info',
    preview: key.keyId ?? key.slot ?? '',
    ...(key.keyId !== undefined && { keyId: key.keyId }),
    identity: key.identity,
    state: 'managed',
    proof: 'structure',
    confidence: 'high',
    facts: {},
    status: key.status,
    ...datesOf(key),
    places: [key.place],
    domains: [],
  };
}

function datesOf(key: KeyFact): Pick<Credential, 'created' | 'lastUsed' | 'expires'> {
  return {
    ...(key.created !== undefined && { created: key.created }),
    ...(key.lastUsed !== undefined && { lastUsed: key.lastUsed }),
    ...(key.expires !== undefined && { expires: key.expires }),
  };
}
