import type { KeyFact } from '../../model/facts.ts';
import type { Grant } from '../../model/grant.ts';
import type { Identity } from '../../model/identity.ts';
import { field, isoTime } from '../fields.ts';
import type {
  DumpedCollaborator,
  DumpedDeployKey,
  DumpedInstallation,
  DumpedWebhook,
  DumpedWorkflowToken,
} from './dump-format.ts';
import { grantOf, type Scope } from './scope.ts';

export interface IdentityFacts {
  readonly identities: readonly Identity[];
  readonly keys: readonly KeyFact[];
  readonly grants: readonly Grant[];
}

/** Id of the identity that jobs of a repository act as on GitHub. */
export function workflowTokenId(scope: string): string {
  return `github:workflow-token:${scope}`;
}

/** The token that each job of a repository is given, with what it may do where the workflow does not say. */
export function workflowTokenFacts(token: DumpedWorkflowToken | null | undefined, scope: Scope): IdentityFacts {
  const identity: Identity = {
    ...common(scope, 'default workflow permissions'),
    id: workflowTokenId(scope.name),
    kind: 'workload',
    name: `GITHUB_TOKEN of ${scope.name}`,
    attributes:
      token === undefined || token === null
        ? { 'default permissions': 'not read' }
        : {
            'default permissions': token.permissions,
            'can approve pull requests': token.canApprovePullRequests ? 'yes' : 'no',
          },
  };
  const policy = 'default workflow permissions';
  const grants = token ? [grantOf(identity, policy, [`repository:${token.permissions}`], [scope.name])] : [];
  return { identities: [identity], keys: [], grants };
}

export function deployKeyFacts(key: DumpedDeployKey, scope: Scope): IdentityFacts {
  const lastUsed = isoTime(key.lastUsed);
  const status = key.enabled === false ? 'inactive' : 'active';
  const identity: Identity = {
    ...common(scope, `deploy key ${key.id}`),
    id: `github:deploy-key:${scope.name}/${key.id}`,
    kind: 'deploy-key',
    name: key.title,
    ...field('created', isoTime(key.created)),
    ...field('lastUsed', lastUsed),
    status,
    attributes: {
      access: key.readOnly ? 'read-only' : 'read and write',
      repository: scope.name,
      ...field('added by', key.addedBy),
      ...(key.lastUsed === null ? { 'last used': 'never' } : {}),
    },
  };
  const fact: KeyFact = {
    provider: 'github',
    ...field('keyId', key.fingerprint),
    slot: `deploy key ${key.id}`,
    kind: 'private-key',
    identity: identity.id,
    status,
    ...field('created', isoTime(key.created)),
    ...field('lastUsed', lastUsed),
    ...(key.lastUsed === null ? { neverUsed: true } : {}),
    place: identity.places[0]!,
  };
  const action = key.readOnly ? 'contents:read' : 'contents:write';
  return { identities: [identity], keys: [fact], grants: [grantOf(identity, 'deploy key', [action], [scope.name])] };
}

/**
 * A webhook is listed as a bot: it acts on the receiver in the repository's name, and the receiver knows it by the
 * signing secret alone.
 */
export function webhookFacts(hook: DumpedWebhook, scope: Scope): IdentityFacts {
  const identity: Identity = {
    ...common(scope, `webhook ${hook.id}`),
    id: `github:webhook:${scope.name}/${hook.id}`,
    kind: 'bot',
    name: `webhook of ${scope.name} to ${hook.host ?? 'an unknown host'}`,
    ...field('created', isoTime(hook.created)),
    status: hook.active ? 'active' : 'inactive',
    attributes: {
      'delivers to': hook.host ?? 'not told',
      transport: hook.scheme ?? 'not told',
      'signing secret': hook.secretSet ? 'set' : 'none',
      'certificate check': hook.insecureSsl ? 'off' : 'on',
      events: hook.events.join(', '),
    },
  };
  return { identities: [identity], keys: [], grants: [] };
}

export function installationFacts(app: DumpedInstallation, scope: Scope): IdentityFacts {
  const suspended = isoTime(app.suspended);
  const permissions = Object.entries(app.permissions).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const everywhere = app.repositories === 'all';
  const identity: Identity = {
    ...common(scope, `app installation ${app.id}`),
    id: `github:app-installation:${scope.name}/${app.slug}`,
    kind: 'app',
    name: app.slug,
    ...field('created', isoTime(app.created)),
    status: suspended === undefined ? 'active' : 'inactive',
    attributes: {
      'app id': String(app.appId),
      'repository access': everywhere ? 'all repositories' : 'selected repositories',
      permissions: permissions.map(([scopeName, level]) => `${scopeName}: ${level}`).join(', '),
      ...field('suspended', suspended),
    },
  };
  const actions = permissions.map(([scopeName, level]) => `${scopeName}:${level}`);
  const resources = [everywhere ? `${scope.name}/*` : `selected repositories of ${scope.name}`];
  return { identities: [identity], keys: [], grants: [grantOf(identity, 'app installation', actions, resources)] };
}

export function collaboratorFacts(person: DumpedCollaborator, scope: Scope): IdentityFacts {
  const identity = outsider(person.login, scope, `collaborator ${person.login}`);
  const actions = [`repository:${person.role}`];
  return { identities: [identity], keys: [], grants: [grantOf(identity, 'collaborator', actions, [scope.name])] };
}

/** Somebody with access who is no member of the organisation. */
export function outsider(login: string, scope: Scope, field_: string): Identity {
  return {
    ...common(scope, field_),
    // One person with access to many repositories is one identity: no repository is its own.
    tags: {},
    id: `github:user:${login}`,
    kind: 'human',
    name: login,
    attributes: { relation: 'outside collaborator' },
  };
}

function common(scope: Scope, what: string): Pick<Identity, 'provider' | 'account' | 'tags' | 'places' | 'domains'> {
  return { provider: 'github', account: scope.account, tags: scope.tags, places: [scope.place(what)], domains: [] };
}
