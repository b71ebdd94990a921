import type { Store, StoredSecret } from '../../model/identity.ts';
import { field, isoTime } from '../fields.ts';
import type { DumpedEnvironment, DumpedOrganizationSecret, DumpedRepository, DumpedSecret } from './dump-format.ts';
import { workflowTokenId } from './identity-facts.ts';
import type { Scope } from './scope.ts';

/** Who uses the secrets: jobs of GitHub Actions, or Dependabot's updates. */
export type SecretUser = 'actions' | 'dependabot';

const TITLE: Readonly<Record<SecretUser, string>> = { actions: 'Actions secrets', dependabot: 'Dependabot secrets' };

/**
 * An organisation's secrets as a store. Each secret is visible to the repositories chosen, or to all or all private
 * ones that the dump holds. Empty when there is no secret.
 */
export function organizationStore(
  secrets: readonly DumpedOrganizationSecret[] | null | undefined,
  user: SecretUser,
  scope: Scope,
  repositories: readonly DumpedRepository[],
): readonly Store[] {
  const stored = (secrets ?? []).map((secret): StoredSecret => {
    const visibleTo = visibleRepositories(secret, repositories);
    return { ...storedSecret(secret), ...field('visibleTo', visibleTo), ...field('visibility', secret.visibility) };
  });
  const readers = new Set(stored.flatMap((secret) => secret.visibleTo ?? []).map(workflowTokenId));
  return storeOf(scope, user, 'github-organization-secrets', stored, [...readers].sort(), {});
}

export function repositoryStore(
  secrets: readonly DumpedSecret[] | null | undefined,
  user: SecretUser,
  scope: Scope,
): readonly Store[] {
  const readers = [workflowTokenId(scope.name)];
  return storeOf(scope, user, 'github-repository-secrets', (secrets ?? []).map(storedSecret), readers, {});
}

/** An environment's secrets, with what stands before a job that wants them. */
export function environmentStore(environment: DumpedEnvironment, scope: Scope): readonly Store[] {
  const [store] = storeOf(
    scope,
    'actions',
    'github-environment-secrets',
    (environment.secrets ?? []).map(storedSecret),
    [workflowTokenId(scope.name)],
    {
      environment: environment.name,
      'required reviewers': String(environment.reviewers),
      'deployment branches': environment.branches,
    },
  );
  if (store === undefined) return [];
  return [
    {
      ...store,
      id: `github:${scope.name}:environment:${environment.name}:actions-secrets`,
      name: `${store.name}, environment ${environment.name}`,
      places: [scope.place(`environment ${environment.name}`)],
    },
  ];
}

function storeOf(
  scope: Scope,
  user: SecretUser,
  kind: Store['kind'],
  secrets: readonly StoredSecret[],
  readers: readonly string[],
  attributes: Store['attributes'],
): readonly Store[] {
  if (secrets.length === 0) return [];
  return [
    {
      id: `github:${scope.name}:${user}-secrets`,
      provider: 'github',
      kind,
      name: `${TITLE[user]} of ${scope.name}`,
      scope: scope.name,
      readers,
      secrets,
      attributes,
      places: [scope.place(TITLE[user])],
      domains: [],
    },
  ];
}

function visibleRepositories(
  secret: DumpedOrganizationSecret,
  repositories: readonly DumpedRepository[],
): readonly string[] | undefined {
  if (secret.visibility === 'all') return repositories.map((each) => each.fullName);
  if (secret.visibility === 'private') {
    return repositories.filter((each) => each.visibility !== 'public').map((each) => each.fullName);
  }
  return secret.repositories ?? undefined;
}

function storedSecret(secret: DumpedSecret): StoredSecret {
  return {
    name: secret.name,
    ...field('created', isoTime(secret.created)),
    ...field('updated', isoTime(secret.updated)),
  };
}
