import type { Octokit } from '@octokit/rest';
import { field } from '../fields.ts';
import type { Calls } from './calls.ts';
import { secretOf, webhookOf, workflowTokenOf } from './collect-repository.ts';
import type { DumpedInstallation, DumpedOrganization, DumpedOrganizationSecret } from './dump-format.ts';

/** What belongs to an organisation as a whole. */
export async function collectOrganization(octokit: Octokit, calls: Calls, org: string): Promise<DumpedOrganization> {
  const { paginate, rest } = octokit;
  const target = { org, per_page: 100 };
  const secrets = await calls.all('actions.listOrgSecrets', org, () =>
    paginate.iterator(rest.actions.listOrgSecrets, target),
  );
  const dependabotSecrets = await calls.all('dependabot.listOrgSecrets', org, () =>
    paginate.iterator(rest.dependabot.listOrgSecrets, target),
  );
  const webhooks = await calls.all('orgs.listWebhooks', org, () => paginate.iterator(rest.orgs.listWebhooks, target));
  const installations = await calls.all('orgs.listAppInstallations', org, () =>
    paginate.iterator(rest.orgs.listAppInstallations, target),
  );
  const outsiders = await calls.all('orgs.listOutsideCollaborators', org, () =>
    paginate.iterator(rest.orgs.listOutsideCollaborators, target),
  );
  const token = await calls.one('actions.getGithubActionsDefaultWorkflowPermissionsOrganization', org, () =>
    rest.actions.getGithubActionsDefaultWorkflowPermissionsOrganization({ org }),
  );
  const chosenFor = {
    actions: (name: string) =>
      calls.all('actions.listSelectedReposForOrgSecret', `${org} secret ${name}`, () =>
        paginate.iterator(rest.actions.listSelectedReposForOrgSecret, { ...target, secret_name: name }),
      ),
    dependabot: (name: string) =>
      calls.all('dependabot.listSelectedReposForOrgSecret', `${org} Dependabot secret ${name}`, () =>
        paginate.iterator(rest.dependabot.listSelectedReposForOrgSecret, { ...target, secret_name: name }),
      ),
  };
  return {
    login: org,
    ...field('secrets', await withRepositories(secrets, chosenFor.actions)),
    ...field('dependabotSecrets', await withRepositories(dependabotSecrets, chosenFor.dependabot)),
    ...field('webhooks', webhooks?.map(webhookOf)),
    ...field('installations', installations?.map(installationOf)),
    ...field(
      'outsideCollaborators',
      outsiders?.map((each) => each.login),
    ),
    ...field('workflowToken', token === undefined ? undefined : workflowTokenOf(token)),
  };
}

type ListedSecret = Parameters<typeof secretOf>[0] & { readonly visibility: 'all' | 'private' | 'selected' };

async function withRepositories(
  secrets: readonly ListedSecret[] | undefined,
  chosen: (name: string) => Promise<readonly { readonly full_name: string }[] | undefined>,
): Promise<DumpedOrganizationSecret[] | undefined> {
  if (secrets === undefined) return undefined;
  const result: DumpedOrganizationSecret[] = [];
  for (const secret of secrets) {
    const repositories = secret.visibility === 'selected' ? await chosen(secret.name) : undefined;
    result.push({
      ...secretOf(secret),
      visibility: secret.visibility,
      ...field('repositories', repositories?.map((each) => each.full_name).toSorted()),
    });
  }
  return result;
}

function installationOf(installation: {
  readonly id: number;
  readonly app_slug: string;
  readonly app_id: number;
  readonly repository_selection: 'all' | 'selected';
  readonly permissions: object;
  readonly created_at: string;
  readonly suspended_at: string | null;
}): DumpedInstallation {
  return {
    id: installation.id,
    slug: installation.app_slug,
    appId: installation.app_id,
    repositories: installation.repository_selection,
    permissions: Object.fromEntries(
      Object.entries(installation.permissions).filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      ),
    ),
    created: installation.created_at,
    ...field('suspended', installation.suspended_at),
  };
}
