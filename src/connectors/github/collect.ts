import type { Octokit } from '@octokit/rest';
import { BittingError, EXIT } from '../../model/errors.ts';
import { byResource } from '../coverage.ts';
import { printable } from '../dump-file.ts';
import { field } from '../fields.ts';
import { mapLimited } from '../map-limited.ts';
import { type Calls, recordCalls } from './calls.ts';
import { type GithubClientOptions, openGithub } from './client.ts';
import { collectOrganization } from './collect-organization.ts';
import { collectRepository, type ListedRepository } from './collect-repository.ts';
import { GITHUB_DUMP_FORMAT, type GithubDump, githubDump } from './dump-format.ts';

/** What to collect: all of an organisation, the repositories of a user, or repositories by full name. */
export type GithubTarget = { readonly org: string } | { readonly user: string } | { readonly repos: readonly string[] };

export type CollectGithubOptions = GithubTarget &
  GithubClientOptions & {
    /** Time written into the dump. Default: now. */
    readonly now?: Date;
  };

const REPOSITORIES_AT_ONCE = 4;

/**
 * Collects names, times and settings of machine access: repositories' deploy keys, secrets, environments, webhooks,
 * collaborators and workflow tokens; an organisation's secrets, apps and webhooks. Every call is a GET.
 *
 * A refused call is recorded in `unread`. Throws BittingError `BITTING_E_COLLECT` (exit code 3) when not even the
 * repositories can be listed, `BITTING_E_USAGE` for bad options, and the signal's reason when it is aborted.
 */
export async function collectGithub(options: CollectGithubOptions): Promise<GithubDump> {
  const { signal, progress } = options;
  const name = checkedName(options);
  const octokit = await openGithub(options);
  const calls = recordCalls(signal, progress, options.token);

  progress.step(`listing repositories of ${name}`);
  const listed = await listRepositories(octokit, calls, options);
  if (listed.length === 0 && calls.unread.length > 0) {
    throw new BittingError('BITTING_E_COLLECT', `${name} cannot be collected from GitHub: ${calls.unread[0]!.why}.`, {
      exitCode: EXIT.unread,
    });
  }
  let organization;
  if ('org' in options) {
    progress.step(`reading organisation ${options.org}`);
    organization = await collectOrganization(octokit, calls, options.org);
  }
  const repositories = await mapLimited(listed, REPOSITORIES_AT_ONCE, async (each) => {
    signal.throwIfAborted();
    progress.step(`reading ${printable(`${each.owner}/${each.name}`)}`);
    return collectRepository(octokit, calls, each);
  });
  const dump = githubDump.safeParse({
    format: GITHUB_DUMP_FORMAT,
    collected: (options.now ?? new Date()).toISOString(),
    name,
    ...field('organization', organization),
    repositories: repositories.toSorted((a, b) => (a.fullName < b.fullName ? -1 : 1)),
    operationsRead: calls.operationsRead(),
    unread: calls.unread.toSorted(byResource),
  });
  if (dump.success) return dump.data;
  const where = printable(dump.error.issues[0]?.path.join('.') ?? '');
  throw new BittingError(
    'BITTING_E_COLLECT',
    `GitHub answered in a form that this version does not know, at ${where}: look for a newer version.`,
    { exitCode: EXIT.unread },
  );
}

const ACCOUNT = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9_])?$/;
const FULL_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}\/[A-Za-z0-9._-]{1,100}$/;

function badName(what: string): BittingError {
  return new BittingError('BITTING_E_USAGE', `${printable(what)} is no name that GitHub could have.`);
}

/** Name of what is collected; throws for what GitHub would not take as a name. */
function checkedName(target: GithubTarget): string {
  if ('repos' in target) {
    const names = [...new Set(target.repos)].sort();
    const wrong = names.find((each) => !FULL_NAME.test(each));
    if (wrong !== undefined) throw badName(wrong);
    const [first, ...others] = names;
    if (first === undefined) throw new BittingError('BITTING_E_USAGE', 'No repository was named.');
    return others.length === 0 ? first : `${first} and ${others.length} more`;
  }
  const account = 'org' in target ? target.org : target.user;
  if (!ACCOUNT.test(account)) throw badName(account);
  return account;
}

async function listRepositories(
  octokit: Octokit,
  calls: Calls,
  target: GithubTarget,
): Promise<readonly ListedRepository[]> {
  const { paginate, rest } = octokit;
  if ('repos' in target) {
    const found = await mapLimited([...new Set(target.repos)].sort(), REPOSITORIES_AT_ONCE, async (fullName) => {
      const [owner = '', repo = ''] = fullName.split('/');
      return calls.one('repos.get', fullName, () => rest.repos.get({ owner, repo }));
    });
    return found.filter((each) => each !== undefined).map(listedOf);
  }
  if ('org' in target) {
    const org = { org: target.org, type: 'all', per_page: 100 } as const;
    const found = await calls.all('repos.listForOrg', target.org, () => paginate.iterator(rest.repos.listForOrg, org));
    return (found ?? []).map(listedOf);
  }
  // Asked about somebody else, GitHub lists public repositories only.
  const me = await calls.one('users.getAuthenticated', target.user, () => rest.users.getAuthenticated());
  const own = me?.login.toLowerCase() === target.user.toLowerCase();
  const found = own
    ? await calls.all('repos.listForAuthenticatedUser', target.user, () =>
        paginate.iterator(rest.repos.listForAuthenticatedUser, { affiliation: 'owner', per_page: 100 }),
      )
    : await calls.all('repos.listForUser', target.user, () =>
        paginate.iterator(rest.repos.listForUser, { username: target.user, type: 'owner', per_page: 100 }),
      );
  return (found ?? []).map(listedOf);
}

function listedOf(repository: {
  readonly name: string;
  readonly owner: { readonly login: string; readonly type?: string };
  readonly private: boolean;
  readonly visibility?: string;
  readonly archived?: boolean;
}): ListedRepository {
  return {
    owner: repository.owner.login,
    name: repository.name,
    visibility: repository.visibility ?? (repository.private ? 'private' : 'public'),
    archived: repository.archived ?? false,
    ownerIsOrganization: repository.owner.type === 'Organization',
  };
}
