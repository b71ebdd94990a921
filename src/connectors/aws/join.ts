import { basename } from 'node:path';
import { accountOfArn } from '../../model/aws.ts';
import type { CollectedFacts, Facts, KeyFact } from '../../model/facts.ts';
import type { IdentityProvider, ResourcePolicy, Trust } from '../../model/grant.ts';
import type { Identity } from '../../model/identity.ts';
import type { Place } from '../../model/place.ts';
import type { CoverageRow } from '../../model/source.ts';
import type { AwsDumpFacts } from './dump.ts';
import { whyPartial } from './dump.ts';
import { guardrailsOf } from './guardrails.ts';
import { mergeAws } from './merge.ts';
import { OrganizationParts } from './organization-parts.ts';

const EXAMPLES = 10;

export interface JoinedDumps {
  /** Every dump with the gaps that only showed when all were read. */
  readonly dumps: readonly CollectedFacts[];
  /** Facts of all dumps, each once. */
  readonly facts: Facts;
}

/**
 * Joins the files of accounts and organisations: fills in the accounts that answers leave out, ties uses to keys and
 * providers to trusts, and says what limits each account.
 */
export function joinDumps(dumps: readonly AwsDumpFacts[]): JoinedDumps {
  const gaps: CoverageRow[] = [];
  const owners = new Owners(dumps);
  const filled = dumps.map((dump) => {
    const owner = owners.of(dump);
    return owner === undefined ? dump : withOwner(dump, owner);
  });
  const merged = mergeAws(filled);
  const keys = withUses(merged.keys, filled, gaps);
  const providers = new Map(merged.providers.map((provider) => [provider.id, provider]));
  const organization = new OrganizationParts();
  for (const dump of dumps) organization.join(dump.organization);
  const guardrails = guardrailsOf(organization);
  gaps.push(...guardrails.gaps, ...ownerless(filled, keys));
  return {
    dumps: dumps.map((dump) => withGaps(dump, gaps)),
    facts: {
      ...merged,
      identities: merged.identities.filter(({ id }) => !lacksAccount(id)),
      keys,
      providers: merged.providers.filter(({ id }) => !lacksAccount(id)),
      trusts: merged.trusts.map((trust) => withProvider(trust, providers)),
      guardrails: guardrails.rows,
      ...accountsOf(organization),
    },
  };
}

function accountsOf({ accounts, management }: OrganizationParts): Pick<Facts, 'organizationAccounts'> {
  const all = [...new Set([...accounts.keys(), ...management])].sort();
  return all.length === 0 ? {} : { organizationAccounts: all };
}

interface Owner {
  readonly account: string;
  /** Such as `aws`, `aws-cn`. */
  readonly partition: string;
}

/** Whose the files of each folder are: of one account as far as they tell, or of the one the folder is named after. */
class Owners {
  readonly #byFolder = new Map<string, Set<string>>();
  readonly #partitions = new Map<string, string>();
  readonly #all = new Set<string>();

  constructor(dumps: readonly AwsDumpFacts[]) {
    for (const { folder, accounts, identities } of dumps) {
      const known = this.#byFolder.get(folder) ?? new Set();
      this.#byFolder.set(folder, known);
      for (const account of accounts) {
        known.add(account);
        this.#all.add(account);
      }
      const [first] = identities;
      if (first?.account !== undefined) this.#partitions.set(first.account, first.id.split(':')[1] ?? 'aws');
    }
  }

  of({ folder, accounts }: AwsDumpFacts): Owner | undefined {
    const named = /^\d{12}$/.exec(basename(folder))?.[0];
    const account =
      only(accounts) ??
      named ??
      only(this.#byFolder.get(folder) ?? new Set()) ??
      (this.#all.size > 1 ? undefined : only(this.#all));
    return account === undefined ? undefined : { account, partition: this.#partitions.get(account) ?? 'aws' };
  }
}

function only(set: ReadonlySet<string>): string | undefined {
  return set.size === 1 ? [...set][0] : undefined;
}

/** `arn:aws:iam:::user/ci`, an ARN whose account no answer told. */
function lacksAccount(arn: string): boolean {
  return arn.startsWith('arn:aws:iam:::');
}

function withOwner(dump: AwsDumpFacts, { account, partition }: Owner): AwsDumpFacts {
  const arnOf = (arn: string): string =>
    lacksAccount(arn) ? arn.replace('arn:aws:iam::', `arn:${partition}:iam::${account}`) : arn;
  const placed = (place: Place): Place =>
    place.kind === 'resource' && lacksAccount(place.resource)
      ? { ...place, account, resource: arnOf(place.resource) }
      : place;
  const identity = (one: Identity): Identity =>
    lacksAccount(one.id) ? { ...one, id: arnOf(one.id), account, places: one.places.map(placed) } : one;
  const key = (one: KeyFact): KeyFact =>
    lacksAccount(one.identity) ? { ...one, identity: arnOf(one.identity), place: placed(one.place) } : one;
  const provider = (one: IdentityProvider): IdentityProvider =>
    lacksAccount(one.id) ? { ...one, id: arnOf(one.id), account, place: placed(one.place) } : one;
  // The ARN of a bucket names no account.
  const policy = (one: ResourcePolicy): ResourcePolicy => (one.account === undefined ? { ...one, account } : one);
  return {
    ...dump,
    identities: dump.identities.map(identity),
    keys: dump.keys.map(key),
    providers: dump.providers.map(provider),
    resourcePolicies: dump.resourcePolicies.map(policy),
    accounts: new Set([account]),
  };
}

/** A last use names a user and not the key: it is the key's where the user has one. */
function withUses(keys: readonly KeyFact[], dumps: readonly AwsDumpFacts[], gaps: CoverageRow[]): readonly KeyFact[] {
  if (dumps.every(({ lastUses }) => lastUses.length === 0)) return keys;
  const byUser = Map.groupBy(
    keys.filter(({ kind, keyId }) => kind === 'access-key' && keyId !== undefined),
    ({ identity }) => `${accountOfArn(identity) ?? ''}/${identity.slice(identity.lastIndexOf('/') + 1)}`,
  );
  const used = new Map<KeyFact, KeyFact>();
  for (const { source, accounts, lastUses } of dumps) {
    const open: string[] = [];
    for (const { user, lastUsed } of lastUses) {
      const own = byUser.get(`${only(accounts) ?? ''}/${user}`) ?? [];
      const [key] = own;
      if (key === undefined || own.length > 1) open.push(user);
      else if (lastUsed === undefined) used.set(key, { ...key, neverUsed: true });
      else used.set(key, { ...key, lastUsed });
    }
    if (open.length === 0) continue;
    const what =
      'Last uses of access keys that could not be tied to a key, because the answer names the user alone and the user has several keys, or none that is listed. The credential report tells them too.';
    gaps.push({
      source: source.id,
      outcome: 'unreadable',
      unit: 'documents',
      count: open.length,
      what,
      examples: open.slice(0, EXAMPLES),
    });
  }
  return keys.map((key) => {
    const { neverUsed, ...known } = used.get(key) ?? key;
    return neverUsed === true && known.lastUsed === undefined ? { ...known, neverUsed } : known;
  });
}

/** What no file says the account of. */
function ownerless(dumps: readonly AwsDumpFacts[], keys: readonly KeyFact[]): readonly CoverageRow[] {
  const loose = new Set(keys.filter(({ identity }) => lacksAccount(identity)).map(({ identity }) => identity));
  return dumps.flatMap(({ source, identities, keys: own, providers }) => {
    const names = [
      ...identities.filter(({ id }) => lacksAccount(id)).map(({ id }) => id),
      ...own.filter(({ identity }) => loose.has(identity)).map(({ identity }) => identity),
      ...providers.filter(({ id }) => lacksAccount(id)).map(({ id }) => id),
    ];
    if (names.length === 0) return [];
    const different = [...new Set(names)];
    const what =
      'Things of which no file says the account. Put the files of an account into a folder named after it, or add the output of "aws sts get-caller-identity".';
    return [
      {
        source: source.id,
        outcome: 'unreadable' as const,
        unit: 'documents' as const,
        count: different.length,
        what,
        examples: different.slice(0, EXAMPLES).map((arn) => arn.slice('arn:aws:iam:::'.length)),
      },
    ];
  });
}

/** Audiences and end of a trust in a provider, where another file tells them. */
function withProvider(trust: Trust, providers: ReadonlyMap<string, IdentityProvider>): Trust {
  if (trust.kind !== 'oidc' && trust.kind !== 'saml') return trust;
  const partition = trust.identity.split(':')[1] ?? 'aws';
  const arn =
    trust.kind === 'saml'
      ? trust.trusted
      : `arn:${partition}:iam::${accountOfArn(trust.identity) ?? ''}:oidc-provider/${trust.trusted}`;
  const provider = providers.get(arn);
  if (provider === undefined) return trust;
  const expires = trust.expires ?? provider.expires;
  return {
    ...trust,
    audiences: trust.audiences.length > 0 ? trust.audiences : provider.audiences,
    ...(expires === undefined ? {} : { expires }),
  };
}

function withGaps(dump: AwsDumpFacts, gaps: readonly CoverageRow[]): CollectedFacts {
  const own = gaps.filter(({ source }) => source === dump.source.id);
  const [first] = own;
  if (first === undefined) return dump;
  const { status, why } = dump.source;
  const all = dump.coverage.filter(({ outcome }) => outcome !== 'read').length + own.length;
  return {
    ...dump,
    source: {
      ...dump.source,
      status: status === 'read' ? 'partial' : status,
      why: why === undefined || all === own.length ? whyPartial(first.what, own.length) : why,
    },
    coverage: [...dump.coverage, ...own],
  };
}
