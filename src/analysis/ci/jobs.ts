import type { CiJob } from '../../model/ci-job.ts';
import type { Evidence } from '../../model/finding.ts';
import type { FilePlace } from '../../model/place.ts';

/**
 * Events by which somebody without rights starts a job that has the repository's secrets and a token that may write.
 * https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
const OUTSIDER_EVENTS: Readonly<Record<string, string>> = {
  pull_request_target: 'anyone who opens a pull request',
  workflow_run: "another workflow's run, which a fork's pull request may have started",
  issue_comment: 'anyone who comments',
  issues: 'anyone who opens an issue',
  discussion: 'anyone who opens a discussion',
  discussion_comment: 'anyone who comments on a discussion',
};

/** Events that outsiders can cause, in the order of the file. */
export function outsiderEvents(job: CiJob): readonly string[] {
  return job.system === 'github-actions' ? job.triggers.filter((event) => Object.hasOwn(OUTSIDER_EVENTS, event)) : [];
}

/** `Job "build" (.github/workflows/ci.yml)`; an action's steps are told as such. */
export function describe(job: CiJob): string {
  const [what, name] = isAction(job) ? ['Action', job.workflow] : ['Job', job.job];
  return `${what} "${name}" (${job.place.path})`;
}

/** A piece of a CI configuration as a fenced block, to stand between the sentences of a remediation. */
export function yaml(code: string): string {
  return `\n\`\`\`yaml\n${code}\n\`\`\`\n`;
}

/** A composite action has no triggers: it acts with what its caller has. */
export function isAction(job: CiJob): boolean {
  return job.system === 'github-actions' && job.triggers.length === 0;
}

/** Names of stored secrets that a job reads, each once: all but the job's own token. */
export function storedSecrets(job: CiJob): readonly string[] {
  const own = new Set(['GITHUB_TOKEN', 'CI_JOB_TOKEN']);
  return [...new Set(job.secrets.map(({ name }) => name))].filter((name) => !own.has(name));
}

/** Whether the job holds something worth stealing beyond its token: secrets, cloud keys or a cloud identity. */
export function holdsSecrets(job: CiJob): boolean {
  return (
    storedSecrets(job).length > 0 ||
    job.inheritsSecrets !== undefined ||
    job.staticCloudKeys.length > 0 ||
    job.assumes.length > 0
  );
}

/** Scopes of the job's token that may write; `all` for `write-all`, undefined where the file leaves it to a setting. */
export function writeScopes(job: CiJob): readonly string[] | undefined {
  if (job.permissions === 'default') return undefined;
  if (job.permissions === 'write-all') return ['all'];
  if (job.permissions === 'read-all') return [];
  return Object.entries(job.permissions).flatMap(([scope, level]) => (level === 'write' ? [scope] : []));
}

/** Evidence that outsiders can start the job. */
export function triggerEvidence(job: CiJob): readonly Evidence[] {
  return outsiderEvents(job).map((event) => ({
    what: `Event "${event}" starts it: ${OUTSIDER_EVENTS[event] ?? 'anyone'} can cause it.`,
    ...placed(job.triggerPlace),
  }));
}

/** Evidence of each stored secret that the job reads, at most ten. */
export function secretEvidence(job: CiJob): readonly Evidence[] {
  const names = storedSecrets(job);
  const shown = names.slice(0, 10).map((name) => ({
    what: name === '*' ? 'It reads all secrets, or one whose name is computed.' : `It reads the secret "${name}".`,
    ...placed(job.secrets.find((use) => use.name === name)?.place),
  }));
  return names.length > shown.length ? [...shown, { what: `It reads ${names.length - shown.length} more.` }] : shown;
}

/** A list in a sentence: quoted, at most five, then how many more. */
export function quoted(names: readonly string[]): string {
  const shown = names.slice(0, 5).map((name) => `"${name}"`);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

/** Places, each once, in order. */
export function distinctPlaces(places: readonly FilePlace[]): readonly FilePlace[] {
  const byPosition = new Map(places.map((place) => [`${place.path}:${place.line}:${place.column}`, place]));
  return [...byPosition.values()];
}

const placed = (place: FilePlace | undefined): { readonly place?: FilePlace } => (place === undefined ? {} : { place });
