import { hasWildcard } from '../../glob.ts';
import type { Reach, Reading, Run } from './reading.ts';

const anyone = (why: string): Reading => ({ reach: 'anyone', run: 'any', why });

/** What is left when a pattern leaves nothing, or nothing but wildcards, of what it ought to fix. */
function isOpen(text: string | undefined): boolean {
  return text === undefined || /^[*?]*$/.test(text);
}

/**
 * Reads a pattern over GitHub's `sub` claim.
 *
 * Forms: `repo:owner/name:…`, the immutable `repo:owner@id/name@id:…`, and customised templates of other claims, such as
 * `repository_owner:owner:environment:…`. Values hold no colon: GitHub writes `%3A` for one, so what stands between two
 * colons is one value. https://docs.github.com/en/actions/reference/security/oidc
 */
export function readGithubSubject(pattern: string): Reading {
  const parts = pattern.split(':');
  let owner: Reading | undefined;
  let run: Run = 'any';
  for (let at = 0; at < parts.length; at += 2) {
    const key = parts[at] ?? '';
    const value = parts[at + 1];
    if (key === 'pull_request') {
      run = 'pull-request';
      at -= 1;
    } else if (hasWildcard(key)) {
      // What stands behind a wildcard may stand anywhere, also within another's value.
      if (owner === undefined) return anyone('the pattern begins with a wildcard, so the owner is not fixed');
      run = narrowerRun(run, runOfTail(parts.slice(at + 1)));
      break;
    } else {
      const found = value === undefined ? undefined : readGithubClaim(key, value, parts.length === at + 2);
      if (found?.reach !== undefined && found.reach !== 'anyone') owner = narrowerReading(owner, found);
      else if (found?.reach === 'anyone' && owner === undefined && /^repo(sitory)?$/.test(key)) return found;
      if (found !== undefined && found.run !== 'any') run = narrowerRun(run, found.run);
    }
  }
  if (owner === undefined) {
    return anyone('the pattern names neither a repository nor its owner, and anybody’s tokens may look like it');
  }
  return { ...owner, run };
}

/** A wildcard may swallow whole claims; behind it only the last one is certain. */
function runOfTail(tail: readonly string[]): Run {
  const [key, value] = tail.slice(-2);
  if (tail.at(-1) === 'pull_request') return 'pull-request';
  return key === 'ref' || key === 'environment' ? runOf(key, value) : 'any';
}

/** Claims that a template of subjects may hold, and which a condition may test by themselves. */
export function readGithubClaim(claim: string, value: string, last = true): Reading | undefined {
  switch (claim) {
    case 'repo':
    case 'repository':
      return readGithubRepository(value, claim === 'repo' && last);
    case 'repository_id':
      return fixed(value, 'one-project', 'the repository’s id is not fixed');
    case 'repository_owner':
    case 'repository_owner_id':
    case 'enterprise':
    case 'enterprise_id':
      return fixed(value, 'organisation', `${claim} is not fixed`, 'every repository of the owner is let in');
    case 'job_workflow_ref':
      return readWorkflowRef(value);
    case 'ref':
    case 'environment':
      return { reach: 'anyone', run: runOf(claim, value), why: `${claim} is no owner: anybody may use that name` };
    case 'event_name':
      return {
        reach: 'anyone',
        run: value === 'pull_request' ? 'pull-request' : 'any',
        why: 'the event says nothing about the owner',
      };
    default:
      // Names of workflows, actors and the like are in everybody's hand, or say who and not what.
      return anyone(`${claim} does not say which repository the token is for`);
  }
}

function fixed(value: string, reach: Reach, open: string, why = 'one repository is fixed'): Reading {
  return hasWildcard(value) || value === '' ? anyone(open) : { reach, run: 'any', why };
}

function readWorkflowRef(value: string): Reading {
  const owner = value.split('/', 1)[0] ?? '';
  return !value.includes('/') || hasWildcard(owner)
    ? anyone('the owner of the workflow is not fixed')
    : {
        reach: 'several-projects',
        run: 'not-told',
        why: 'job_workflow_ref names the workflow that is called, whichever repository calls it',
      };
}

/** `owner/name`, either with an immutable id behind `@`. `runsOn`: nothing stands behind it, so a wildcard goes on. */
function readGithubRepository(path: string, runsOn: boolean): Reading {
  const slash = path.indexOf('/');
  const [ownerName = '', ownerId] = (slash === -1 ? path : path.slice(0, slash)).split('@');
  const name = slash === -1 ? undefined : path.slice(slash + 1);
  const [projectName = '', projectId] = (name ?? '').split('@');
  if (isNumber(projectId)) return { reach: 'one-project', run: 'any', why: 'the repository’s id is fixed' };
  if (isOpen(ownerName) && !isNumber(ownerId)) return anyone('the pattern does not fix the owner');
  if (!isNumber(ownerId) && (slash === -1 || hasWildcard(ownerName))) {
    return anyone(`anybody may register an owner whose name matches ${ownerName}`);
  }
  if (name === undefined || isOpen(projectName)) {
    return { reach: 'organisation', run: 'any', why: 'every repository of the owner is let in, also new ones' };
  }
  if (hasWildcard(projectName)) {
    return {
      reach: 'several-projects',
      run: 'any',
      why: `every repository of the owner whose name matches ${projectName} is let in`,
    };
  }
  return {
    reach: 'one-project',
    run: 'any',
    why: runsOn ? 'one repository is fixed, and nothing of its runs' : 'one repository is fixed',
  };
}

function isNumber(text: string | undefined): boolean {
  return text !== undefined && /^\d+$/.test(text);
}

/** How far a ref or an environment goes. */
export function runOf(kind: 'ref' | 'environment', value: string | undefined): Run {
  if (value === undefined || isOpen(value)) return kind === 'environment' ? 'many' : 'any';
  if (!hasWildcard(value)) return value.startsWith('refs/pull/') ? 'pull-request' : 'one';
  if (/^refs\/[*?]*$/.test(value) || value.startsWith('refs/pull/') || !value.startsWith('refs/')) {
    return kind === 'environment' ? 'some' : 'any';
  }
  return /^refs\/(heads|tags)\/?[*?]*$/.test(value) ? 'many' : 'some';
}

const RUN_ORDER: readonly Run[] = ['any', 'pull-request', 'many', 'some', 'not-told', 'one'];

function narrowerRun(a: Run, b: Run): Run {
  return RUN_ORDER.indexOf(a) >= RUN_ORDER.indexOf(b) ? a : b;
}

const REACH_ORDER: readonly Reach[] = ['anyone', 'organisation', 'several-projects', 'one-project'];

function narrowerReading(a: Reading | undefined, b: Reading): Reading {
  return a !== undefined && REACH_ORDER.indexOf(a.reach) >= REACH_ORDER.indexOf(b.reach) ? a : b;
}

/**
 * Reads a pattern over GitLab's `sub`: `project_path:group/project:ref_type:branch:ref:main`. Components beyond the path
 * can be chosen. https://docs.gitlab.com/ci/secrets/id_token_authentication/
 */
export function readGitlabSubject(pattern: string): Reading {
  const [key, path, ...rest] = pattern.split(':');
  if (key !== 'project_path' || path === undefined) {
    return hasWildcard(pattern) || pattern === ''
      ? anyone('the pattern does not fix the group')
      : { reach: 'several-projects', run: 'not-told', why: 'the subject names no project' };
  }
  const project = readGitlabPath(path);
  if (project.reach === 'anyone') return project;
  const claims = new Map<string, string>();
  for (let at = 0; at + 1 < rest.length; at += 2) claims.set(rest[at] ?? '', rest[at + 1] ?? '');
  return { ...project, run: gitlabRun(claims) };
}

function gitlabRun(claims: ReadonlyMap<string, string>): Run {
  const environment = claims.get('environment');
  if (environment !== undefined && !hasWildcard(environment)) return 'one';
  const type = claims.get('ref_type');
  const ref = claims.get('ref');
  if (ref === undefined || isOpen(ref)) return type === undefined || hasWildcard(type) ? 'any' : 'many';
  if (hasWildcard(ref)) return 'some';
  return type === undefined || hasWildcard(type) ? 'some' : 'one';
}

/** A path of groups and a project; the first group is the owner. */
export function readGitlabPath(path: string): Reading {
  const [owner = '', ...rest] = path.split('/');
  const project = rest.join('/');
  if (isOpen(owner)) return anyone('the pattern does not fix the group');
  if (rest.length === 0 || hasWildcard(owner)) {
    return anyone(`anybody may register a group whose name matches ${owner}`);
  }
  if (isOpen(project)) return { reach: 'organisation', run: 'any', why: 'every project of the group is let in' };
  return hasWildcard(project)
    ? { reach: 'several-projects', run: 'any', why: `every project that matches ${project} is let in` }
    : { reach: 'one-project', run: 'any', why: 'one project is fixed' };
}

/** What a subject of pairs names: which key is the owner's, which the member's, and which say what may run. */
export interface PairShape {
  readonly owner: string;
  /** From the wider to the narrower; the last is the member itself. */
  readonly members: readonly string[];
  readonly runs: readonly string[];
  /** The issuer belongs to one customer, so that the owner need not be fixed. */
  readonly tenant?: boolean;
}

/** Reads subjects of `key:value:key:value…`, such as those of HCP Terraform, Buildkite, Spacelift and Vercel. */
export function readPairs({ owner, members, runs, tenant = false }: PairShape): (pattern: string) => Reading {
  return (pattern) => {
    const parts = pattern.split(':');
    const claims = new Map<string, string>();
    for (let at = 0; at < parts.length; at += 2) {
      if (hasWildcard(parts[at] ?? '')) break;
      claims.set(parts[at] ?? '', parts[at + 1] ?? '');
    }
    const whose = claims.get(owner);
    const named = whose !== undefined && !isOpen(whose);
    if (!named && !tenant) return anyone(`the pattern does not fix the ${owner}`);
    // A wildcard within the owner's name takes in names that others may register; nothing behind it helps.
    if (named && hasWildcard(whose) && !tenant) return anyone(`anybody may register a name that matches ${whose}`);
    const given = members.map((member) => claims.get(member));
    const lastGiven = given.at(-1);
    const run = runs.length === 0 ? 'not-told' : pairsRun(runs.map((key) => claims.get(key)));
    if (!isOpen(lastGiven) && !hasWildcard(lastGiven ?? '')) {
      return { reach: 'one-project', run, why: `one ${members.at(-1)} is fixed` };
    }
    const part = given.some((value) => !isOpen(value)) || (tenant && named && !hasWildcard(whose));
    return part
      ? { reach: 'several-projects', run, why: `the pattern takes in several values of ${members.at(-1)}` }
      : { reach: 'organisation', run, why: `the pattern fixes nothing but the ${owner}` };
  };
}

function pairsRun(values: readonly (string | undefined)[]): Run {
  if (values.some((value) => !isOpen(value) && !hasWildcard(value ?? ''))) return 'one';
  return values.some((value) => !isOpen(value)) ? 'some' : 'any';
}

/** Kubernetes: `system:serviceaccount:NAMESPACE:NAME`. */
export function readServiceAccount(pattern: string): Reading {
  const [, , namespace, name] = pattern.split(':');
  if (isOpen(namespace) || hasWildcard(namespace ?? '')) {
    return {
      reach: 'organisation',
      run: 'not-told',
      why: 'service accounts of every namespace that matches are let in',
    };
  }
  return isOpen(name) || hasWildcard(name ?? '')
    ? {
        reach: 'several-projects',
        run: 'not-told',
        why: `every service account of namespace ${namespace} that matches is let in`,
      }
    : { reach: 'one-project', run: 'not-told', why: 'one service account is fixed' };
}

/**
 * CircleCI: `org/ORG/project/PROJECT/user/USER`, since 2023 with `/vcs-origin/ORIGIN/vcs-ref/REF` behind it. The
 * organisation is in the issuer's address. https://circleci.com/docs/openid-connect-tokens/
 */
export function readCircleSubject(pattern: string): Reading {
  const project = /(?:^|\/)project\/([^/]*)/.exec(pattern)?.[1];
  const ref = /\/vcs-ref\/(.*)$/.exec(pattern)?.[1];
  const run = ref === undefined ? 'not-told' : runOf('ref', ref);
  return project === undefined || isOpen(project) || hasWildcard(project)
    ? { reach: 'organisation', run, why: 'every project of the organisation is let in' }
    : { reach: 'one-project', run, why: 'one project is fixed' };
}

/**
 * Bitbucket: `{REPOSITORY}:{STEP}` or `{REPOSITORY}:{ENVIRONMENT}:{STEP}`, all UUIDs. The workspace is in the issuer's
 * address. https://support.atlassian.com/bitbucket-cloud/docs/integrate-pipelines-with-resource-servers-using-oidc/
 */
export function readBitbucketSubject(pattern: string): Reading {
  const repository = /^\{[0-9a-f-]{36}\}/i.test(pattern);
  if (!repository) return { reach: 'organisation', run: 'any', why: 'every repository of the workspace is let in' };
  const environment = /^\{[0-9a-f-]{36}\}:\{[0-9a-f-]{36}\}:/i.test(pattern);
  return { reach: 'one-project', run: environment ? 'one' : 'not-told', why: 'one repository is fixed' };
}

/** Azure DevOps: `sc://ORGANISATION/PROJECT/SERVICE-CONNECTION`. The organisation is in the issuer's address. */
export function readServiceConnection(pattern: string): Reading {
  const [project, connection] = pattern.replace(/^sc:\/\/[^/]*\/?/, '').split('/');
  if (!pattern.startsWith('sc://') || isOpen(project) || hasWildcard(project ?? '')) {
    return { reach: 'organisation', run: 'not-told', why: 'service connections of every project are let in' };
  }
  return isOpen(connection) || hasWildcard(connection ?? '')
    ? {
        reach: 'several-projects',
        run: 'not-told',
        why: `every service connection of project ${project} that matches is let in`,
      }
    : { reach: 'one-project', run: 'not-told', why: 'one service connection is fixed' };
}

/** A subject of which nothing is known but whether it is one text or a pattern. */
export function readOpaque(pattern: string): Reading {
  if (isOpen(pattern)) return anyone('the pattern takes in every subject');
  return hasWildcard(pattern)
    ? { reach: 'several-projects', run: 'not-told', why: 'every subject that matches the pattern is let in' }
    : { reach: 'one-project', run: 'not-told', why: 'one subject is fixed' };
}
