/** How many tokens of an issuer a subject pattern lets in, widest first. */
export type Reach = 'anyone' | 'organisation' | 'several-projects' | 'one-project';

/**
 * How far a pattern over GitHub's `sub` claim reaches.
 *
 * Forms: `repo:owner/name:…`, the immutable `repo:owner@id/name@id:…`, and customised templates that begin with another
 * claim, such as `repository_owner:owner:…`.
 * https://docs.github.com/en/actions/reference/security/oidc
 */
export function reachOfGithubSubject(pattern: string): Reach {
  const found = /(?:^|:)repo(?:sitory)?:(.*)$/.exec(pattern);
  // A wildcard before the repository lets another's subject hold the rest as a mere part.
  if (found !== null) return hasWildcard(pattern.slice(0, found.index)) ? 'anyone' : reachOfPath(found[1] ?? '');
  if (/(?:^|:)repository_id:\d+(?::|$)/.test(pattern)) return 'one-project';
  if (/(?:^|:)repository_owner(?:_id)?:[^*?:]+(?::|$)/.test(pattern)) return 'organisation';
  // Anybody may build a subject of the other claims, such as an environment's name, from a template of his own.
  return /(?:^|:)job_workflow_ref:[^*?:/]+\//.test(pattern) && !startsOpen(pattern) ? 'several-projects' : 'anyone';
}

/** The same for GitLab: `project_path:group/project:ref_type:…`. https://docs.gitlab.com/ci/cloud_services/ */
export function reachOfGitlabSubject(pattern: string): Reach {
  const inner = /^project_path:(.*)$/.exec(pattern)?.[1];
  if (inner !== undefined) return reachOfPath(inner);
  return startsOpen(pattern) ? 'anyone' : 'several-projects';
}

/** Subjects that name `organization:NAME:…` first, such as those of HCP Terraform and Buildkite. */
export function reachOfOrganizationSubject(pattern: string): Reach {
  const [kind, organization, ...rest] = pattern.split(':');
  if (kind !== 'organization' || organization === undefined || hasWildcard(organization)) return 'anyone';
  return rest[1] === undefined || hasWildcard(rest[1]) ? 'organisation' : 'one-project';
}

/** `system:serviceaccount:NAMESPACE:NAME` of a Kubernetes cluster. */
export function reachOfServiceAccountSubject(pattern: string): Reach {
  const [, , namespace = '*', name = '*'] = pattern.split(':');
  if (hasWildcard(namespace)) return 'anyone';
  return hasWildcard(name) ? 'several-projects' : 'one-project';
}

/** `owner/name:rest`, either with an immutable id after `@`. */
function reachOfPath(path: string): Reach {
  const slash = path.indexOf('/');
  const owner = slash === -1 ? path : path.slice(0, slash);
  const [ownerName = '', ownerId] = owner.split('@');
  // `org*` is no owner: anybody may register a name that begins so. An open id beside a full name leaves the name.
  if (slash === -1 || hasWildcard(ownerName) || ownerName === '')
    return hasFixedId(ownerId) ? 'organisation' : 'anyone';
  const name = path.slice(slash + 1).split(':', 1)[0] ?? '';
  const [projectName = ''] = name.split('@');
  if (/^\*+$/.test(projectName)) return 'organisation';
  // Without a colon after it a trailing wildcard runs on into other names of the same owner.
  return hasWildcard(projectName) ? 'several-projects' : 'one-project';
}

function hasFixedId(id: string | undefined): boolean {
  return id !== undefined && /^\d+$/.test(id);
}

function hasWildcard(text: string): boolean {
  return text.includes('*') || text.includes('?');
}

function startsOpen(pattern: string): boolean {
  return /^[a-z_]*:?[*?]/.test(pattern) || pattern === '';
}
