import { type CollectedFacts, NO_FACTS } from '../../model/facts.ts';
import { stableId } from '../../model/ids.ts';
import type { Identity, Store } from '../../model/identity.ts';
import { operationRows, statusOf } from '../coverage.ts';
import { parseDump, printable, readJsonDump } from '../dump-file.ts';
import { type DumpedOrganization, type DumpedRepository, githubDump, GITHUB_DUMP_FORMAT } from './dump-format.ts';
import {
  collaboratorFacts,
  deployKeyFacts,
  type IdentityFacts,
  installationFacts,
  outsider,
  webhookFacts,
  workflowTokenFacts,
} from './identity-facts.ts';
import { scopeOf } from './scope.ts';
import { environmentStore, organizationStore, repositoryStore } from './store-facts.ts';

/**
 * Facts of a dump that `bitting collect github` wrote.
 *
 * Throws BittingError `BITTING_E_DUMP_INVALID` (exit code 3).
 */
export async function readGithubDump(path: string): Promise<CollectedFacts> {
  const { value, digest } = await readJsonDump(path);
  const dump = parseDump(githubDump, value, path, `a dump of the format ${GITHUB_DUMP_FORMAT}`);
  const source = stableId('source', 'github-dump', dump.name);
  const coverage = operationRows(source, dump.operationsRead, dump.unread);
  const parts = [
    ...(dump.organization ? [organizationFacts(dump.organization, dump.repositories, source)] : []),
    ...dump.repositories.map((each) => repositoryFacts(each, source)),
  ];
  return {
    ...NO_FACTS,
    source: {
      id: source,
      kind: 'github-dump',
      name: `GitHub ${printable(dump.name)}`,
      locator: path,
      ...statusOf(coverage),
      digest,
    },
    identities: mergePeople(parts.flatMap((part) => part.identities)),
    keys: parts.flatMap((part) => part.keys),
    stores: parts.flatMap((part) => part.stores),
    grants: parts.flatMap((part) => part.grants),
    coverage,
  };
}

interface PartFacts extends IdentityFacts {
  readonly stores: readonly Store[];
}

function organizationFacts(
  organization: DumpedOrganization,
  repositories: readonly DumpedRepository[],
  source: string,
): PartFacts {
  const scope = scopeOf(organization.login, source);
  const people = organization.outsideCollaborators ?? [];
  return {
    ...joined([
      workflowTokenFacts(organization.workflowToken, scope),
      ...(organization.webhooks ?? []).map((hook) => webhookFacts(hook, scope)),
      ...(organization.installations ?? []).map((app) => installationFacts(app, scope)),
      { identities: people.map((login) => outsider(login, scope, 'outside collaborators')), keys: [], grants: [] },
    ]),
    stores: [
      ...organizationStore(organization.secrets, 'actions', scope, repositories),
      ...organizationStore(organization.dependabotSecrets, 'dependabot', scope, repositories),
    ],
  };
}

function repositoryFacts(repository: DumpedRepository, source: string): PartFacts {
  const scope = scopeOf(repository.fullName, source);
  return {
    ...joined([
      workflowTokenFacts(repository.workflowToken, scope),
      ...(repository.deployKeys ?? []).map((key) => deployKeyFacts(key, scope)),
      ...(repository.webhooks ?? []).map((hook) => webhookFacts(hook, scope)),
      ...(repository.collaborators ?? []).map((person) => collaboratorFacts(person, scope)),
    ]),
    stores: [
      ...repositoryStore(repository.secrets, 'actions', scope),
      ...repositoryStore(repository.dependabotSecrets, 'dependabot', scope),
      ...(repository.environments ?? []).flatMap((environment) => environmentStore(environment, scope)),
    ],
  };
}

function joined(facts: readonly IdentityFacts[]): IdentityFacts {
  return {
    identities: facts.flatMap((each) => each.identities),
    keys: facts.flatMap((each) => each.keys),
    grants: facts.flatMap((each) => each.grants),
  };
}

/** One row a person, however many repositories name it. */
function mergePeople(identities: readonly Identity[]): readonly Identity[] {
  return [...Map.groupBy(identities, (identity) => identity.id).values()].map((group) => ({
    ...group[0]!,
    places: group.flatMap((each) => each.places),
  }));
}
