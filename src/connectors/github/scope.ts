import type { Grant } from '../../model/grant.ts';
import type { Identity } from '../../model/identity.ts';
import type { ResourcePlace } from '../../model/place.ts';
import { field } from '../fields.ts';

/** An organisation or a repository as the owner of what is read: the same beginnings for all its rows. */
export interface Scope {
  /** `shop` or `shop/checkout`. */
  readonly name: string;
  /** Account of {@link name}: `shop`. */
  readonly account: string;
  /** Place of something within the scope. */
  place(what: string): ResourcePlace;
  /** Tags by which the configuration's rules can match a repository's identities. */
  readonly tags: Readonly<Record<string, string>>;
}

export function scopeOf(name: string, source: string): Scope {
  const [account = name, repository] = name.split('/');
  return {
    name,
    account,
    place: (what) => ({ kind: 'resource', source, provider: 'github', account, resource: name, field: what }),
    tags: { ...field('repository', repository === undefined ? undefined : name) },
  };
}

/** What an identity may do, in GitHub's words: actions such as `contents:write` on repositories. */
export function grantOf(
  identity: Identity,
  policy: string,
  actions: readonly string[],
  resources: readonly string[],
): Grant {
  return {
    identity: identity.id,
    policy,
    through: 'role-assignment',
    statements: [
      {
        effect: 'Allow',
        actions,
        notActions: [],
        resources,
        notResources: [],
        principals: {},
        notPrincipals: {},
        conditions: {},
      },
    ],
    place: identity.places[0]!,
  };
}
