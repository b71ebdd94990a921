import { createHash } from 'node:crypto';
import type { Octokit, RestEndpointMethodTypes } from '@octokit/rest';
import { field } from '../fields.ts';
import type { Calls } from './calls.ts';
import type {
  DumpedDeployKey,
  DumpedEnvironment,
  DumpedRepository,
  DumpedSecret,
  DumpedWebhook,
} from './dump-format.ts';

/** What a list of repositories tells of each. */
export interface ListedRepository {
  readonly owner: string;
  readonly name: string;
  readonly visibility: string;
  readonly archived: boolean;
  readonly ownerIsOrganization: boolean;
}

/** Everything of one repository; the calls run one after another, repositories beside each other. */
export async function collectRepository(
  octokit: Octokit,
  calls: Calls,
  listed: ListedRepository,
): Promise<DumpedRepository> {
  const { paginate, rest } = octokit;
  const fullName = `${listed.owner}/${listed.name}`;
  const target = { owner: listed.owner, repo: listed.name, per_page: 100 };
  const deployKeys = await calls.all('repos.listDeployKeys', fullName, () =>
    paginate.iterator(rest.repos.listDeployKeys, target),
  );
  const secrets = await calls.all('actions.listRepoSecrets', fullName, () =>
    paginate.iterator(rest.actions.listRepoSecrets, target),
  );
  const dependabotSecrets = await calls.all('dependabot.listRepoSecrets', fullName, () =>
    paginate.iterator(rest.dependabot.listRepoSecrets, target),
  );
  const webhooks = await calls.all('repos.listWebhooks', fullName, () =>
    paginate.iterator(rest.repos.listWebhooks, target),
  );
  // A user's own repository has no outsiders; there everyone but the owner counts.
  const affiliation = listed.ownerIsOrganization ? 'outside' : 'direct';
  const collaborators = await calls.all('repos.listCollaborators', fullName, () =>
    paginate.iterator(rest.repos.listCollaborators, { ...target, affiliation }),
  );
  const token = await calls.one('actions.getGithubActionsDefaultWorkflowPermissionsRepository', fullName, () =>
    rest.actions.getGithubActionsDefaultWorkflowPermissionsRepository(target),
  );
  return {
    fullName,
    visibility: listed.visibility,
    archived: listed.archived,
    ...field('deployKeys', deployKeys?.map(deployKeyOf)),
    ...field('secrets', secrets?.map(secretOf)),
    ...field('dependabotSecrets', dependabotSecrets?.map(secretOf)),
    ...field('environments', await collectEnvironments(octokit, calls, target, fullName)),
    ...field('webhooks', webhooks?.map(webhookOf)),
    ...field(
      'collaborators',
      collaborators
        ?.filter((each) => each.login !== listed.owner)
        .map((each) => ({ login: each.login, role: roleOf(each) })),
    ),
    ...field('workflowToken', token === undefined ? undefined : workflowTokenOf(token)),
  };
}

/** Older servers name no role and say only what it allows. */
function roleOf(person: { readonly role_name?: string; readonly permissions?: object }): string {
  if (person.role_name !== undefined) return person.role_name;
  const may = new Map<string, unknown>(Object.entries(person.permissions ?? {}));
  const role = ['admin', 'maintain', 'push', 'triage'].find((each) => may.get(each) === true) ?? 'read';
  return role === 'push' ? 'write' : role;
}

type Environment = NonNullable<
  RestEndpointMethodTypes['repos']['getAllEnvironments']['response']['data']['environments']
>[number];

async function collectEnvironments(
  { paginate, rest }: Octokit,
  calls: Calls,
  target: { readonly owner: string; readonly repo: string; readonly per_page: number },
  fullName: string,
): Promise<DumpedEnvironment[] | undefined> {
  const environments = await calls.all('repos.getAllEnvironments', fullName, () =>
    // The client's types do not know that it unpacks this answer as it does the others.
    paginate.iterator<Environment>({ url: '/repos/{owner}/{repo}/environments', method: 'GET', ...target }),
  );
  if (environments === undefined) return undefined;
  const result: DumpedEnvironment[] = [];
  for (const each of environments) {
    const secrets = await calls.all('actions.listEnvironmentSecrets', `${fullName} environment ${each.name}`, () =>
      paginate.iterator(rest.actions.listEnvironmentSecrets, { ...target, environment_name: each.name }),
    );
    result.push({
      name: each.name,
      reviewers: (each.protection_rules ?? []).reduce(
        (sum, rule) => sum + ('reviewers' in rule ? (rule.reviewers?.length ?? 0) : 0),
        0,
      ),
      branches: each.deployment_branch_policy ? 'restricted' : 'all',
      ...field('secrets', secrets?.map(secretOf)),
    });
  }
  return result;
}

export function secretOf(secret: {
  readonly name: string;
  readonly created_at: string;
  readonly updated_at: string;
}): DumpedSecret {
  return { name: secret.name, created: secret.created_at, updated: secret.updated_at };
}

type Webhook =
  | RestEndpointMethodTypes['repos']['listWebhooks']['response']['data'][number]
  | RestEndpointMethodTypes['orgs']['listWebhooks']['response']['data'][number];

/** GitHub shows a row of asterisks where a secret is set. `insecure_ssl` comes as `"1"` or `1`. */
export function webhookOf(hook: Webhook): DumpedWebhook {
  const url = URL.parse(hook.config.url ?? '');
  return {
    id: hook.id,
    active: hook.active,
    events: hook.events,
    ...field('scheme', url?.protocol.replace(':', '')),
    ...field('host', url?.host),
    secretSet: (hook.config.secret ?? '') !== '',
    insecureSsl: String(hook.config.insecure_ssl ?? '0') === '1',
    ...field('created', hook.created_at),
  };
}

export function workflowTokenOf(answer: {
  readonly default_workflow_permissions: 'read' | 'write';
  readonly can_approve_pull_request_reviews: boolean;
}): DumpedRepository['workflowToken'] {
  return {
    permissions: answer.default_workflow_permissions,
    canApprovePullRequests: answer.can_approve_pull_request_reviews,
  };
}

type DeployKey = RestEndpointMethodTypes['repos']['listDeployKeys']['response']['data'][number];

function deployKeyOf(key: DeployKey): DumpedDeployKey {
  return {
    id: key.id,
    title: key.title,
    ...field('fingerprint', fingerprintOf(key.key)),
    readOnly: key.read_only,
    verified: key.verified,
    ...field('enabled', key.enabled),
    ...field('addedBy', key.added_by),
    created: key.created_at,
    ...(key.last_used === undefined ? {} : { lastUsed: key.last_used }),
  };
}

/** Of a public key line such as `ssh-ed25519 AAAA… comment`: base64 of the SHA-256 of the key's bytes, unpadded. */
function fingerprintOf(line: string): string | undefined {
  const body = line.trim().split(/\s+/)[1];
  if (body === undefined) return undefined;
  const digest = createHash('sha256').update(Buffer.from(body, 'base64')).digest('base64');
  return `SHA256:${digest.replace(/=+$/, '')}`;
}
