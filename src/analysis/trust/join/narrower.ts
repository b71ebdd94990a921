import type { TrustedToken } from '../trusted-tokens.ts';
import { globContains, hasWildcard } from '../../glob.ts';
import { judgeToken } from '../tokens/judge.ts';
import { accepts } from './accepts.ts';
import type { Repository } from './repositories.ts';
import type { RoleUser, RoleUsers } from './role-users.ts';

/** Who of the scanned repositories uses a trust. */
export interface TrustUse {
  /** Jobs that name the role and that the trust lets in, wholly or in part. */
  readonly users: readonly RoleUser[];
  /** Repositories that the subject names, where it names them all in full. */
  readonly named: readonly string[] | undefined;
  /** Those of them that were not scanned. */
  readonly missing: readonly string[];
  /** Something of theirs may use the role in a way that is not told. */
  readonly uncertain: boolean;
}

/** What is known of the users of a trust; undefined where its issuer is no CI system that is read. */
export function useOf(one: TrustedToken, users: RoleUsers): TrustUse | undefined {
  const { role, verdict } = one;
  const system = verdict.issuer.ci;
  if (system === undefined || verdict.grade === 'unusable') return undefined;
  const letIn = users
    .of(role.id)
    .filter(({ job }) => job.system === system)
    .filter(
      ({ tokens }) => tokens === undefined || tokens.some((token) => accepts(verdict.tests, token).answer !== 'no'),
    );
  const named = repositoriesNamed(one);
  const scanned = (path: string): Repository | undefined =>
    users.repositories.find((repository) => repository.certain && repository.path.toLowerCase() === path.toLowerCase());
  const found = (named ?? []).flatMap((path) => scanned(path) ?? []);
  const asked = named === undefined ? users.repositories : found;
  return {
    users: letIn,
    named,
    missing: (named ?? []).filter((path) => scanned(path) === undefined),
    uncertain:
      letIn.some(({ tokens }) => tokens === undefined) || asked.some(({ source }) => users.mayUse(role.id, source)),
  };
}

/** Repositories that the subjects, or the claim of the repository, name in full; undefined where one is open. */
function repositoriesNamed({ verdict }: TrustedToken): readonly string[] | undefined {
  const bySubject = verdict.subjects.map((subject) => {
    const path = /^(?:repo|project_path):([^:]*)/.exec(subject)?.[1];
    // Ids behind `@` may be open; the names before them count.
    return path?.replaceAll(/@[^/]*/g, '');
  });
  const byClaim = verdict.tests
    .filter(
      ({ claim, mode, whenAbsent }) =>
        /^(?:repository|project_path)$/.test(claim) && mode === 'is' && whenAbsent === 'fails',
    )
    .flatMap(({ patterns }) => patterns.map(({ text }) => text));
  const paths = byClaim.length > 0 ? byClaim : bySubject;
  const whole = paths.filter((path) => path !== undefined && path.includes('/') && !hasWildcard(path));
  return paths.length > 0 && whole.length === paths.length
    ? [...new Set(whole.flatMap((path) => path ?? []))]
    : undefined;
}

/** Subjects that the users of a trust need and that are narrower than what it lets in; undefined where there are none. */
export function narrowerSubjects(one: TrustedToken, use: TrustUse): readonly string[] | undefined {
  const { verdict, trust } = one;
  if (use.users.length === 0 || use.uncertain || use.missing.length > 0 || verdict.subjects.length === 0)
    return undefined;
  if (use.users.some(({ repository }) => !repository.certain)) return undefined;
  const needed = use.users.flatMap(({ tokens }) =>
    (tokens ?? []).filter((token) => accepts(verdict.tests, token).answer !== 'no').map(({ subject }) => subject),
  );
  const subjects = [...new Set(needed)].filter(
    (subject, _, all) => !all.some((other) => other !== subject && globContains(other, subject)),
  );
  const inside = subjects.every((subject) => verdict.subjects.some((pattern) => globContains(pattern, subject)));
  const covered = verdict.subjects.every((pattern) => subjects.some((subject) => globContains(subject, pattern)));
  if (subjects.length === 0 || !inside || covered) return undefined;
  const proposed = judgeToken({
    issuer: trust.trusted,
    tests: [
      {
        claim: 'sub',
        mode: 'is',
        patterns: subjects.map((text) => ({ text, wildcards: true })),
        whenAbsent: 'fails',
        operator: 'StringLike',
      },
    ],
  });
  // Only what fixes more is worth a change: every branch, or every pull request, spelled out is not.
  const wide = proposed.run === 'any' || proposed.run === 'many' || proposed.run === 'pull-request';
  const fixesMore = proposed.reach !== verdict.reach || (proposed.run !== verdict.run && !wide);
  return fixesMore ? subjects.sort() : undefined;
}

/** A Condition element with the subjects; whole ones with StringEquals. */
export function conditionFor(issuer: string, audience: string, subjects: readonly string[]) {
  const subject = { [`${issuer}:sub`]: subjects.length === 1 ? subjects[0] : subjects };
  const aud = { [`${issuer}:aud`]: audience };
  return subjects.some(hasWildcard)
    ? { Condition: { StringEquals: aud, StringLike: subject } }
    : { Condition: { StringEquals: { ...aud, ...subject } } };
}
