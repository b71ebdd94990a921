import type { FilePlace } from './place.ts';

/** One job of a CI configuration and what it can reach, as written in the file. */
export interface CiJob {
  /** Id of the workload {@link Identity} the job is. */
  readonly id: string;
  readonly system: 'github-actions' | 'gitlab-ci';
  /** Workflow's name or file name; for GitLab the file. */
  readonly workflow: string;
  /** Key of the job in the file. */
  readonly job: string;
  readonly place: FilePlace;
  /** Events that start it, such as `push`, `pull_request_target`, `merge_request_event`. */
  readonly triggers: readonly string[];
  /** Where the triggers are written. */
  readonly triggerPlace?: FilePlace;
  /**
   * Full names of the refs whose pushes start it, such as `refs/heads/main`, with `*` for any run of characters; absent
   * where nothing narrows them.
   */
  readonly pushRefs?: readonly string[];
  /** Full names of the refs that it runs for by its own conditions, in the same form; absent where they say nothing. */
  readonly onlyRefs?: readonly string[];
  /** Events that it runs for by its own conditions; absent where they say nothing. */
  readonly onlyEvents?: readonly string[];
  /** OIDC tokens that the job asks for by name, where the CI system has such a list. */
  readonly idTokens?: readonly CiIdToken[];
  readonly environment?: string;
  /** Effective token permissions: scope to level; `default` when the file sets none. */
  readonly permissions: 'default' | 'read-all' | 'write-all' | Readonly<Record<string, 'read' | 'write' | 'none'>>;
  /** Where the permissions are written. */
  readonly permissionsPlace?: FilePlace;
  readonly secrets: readonly CiSecretUse[];
  /** Place of `secrets: inherit`, where the job passes on everything it can read. */
  readonly inheritsSecrets?: FilePlace;
  /** Reusable workflow that the job calls. */
  readonly calls?: string;
  /** Cloud identities assumed by OIDC. */
  readonly assumes: readonly CiAssumedIdentity[];
  /** Places where long-lived cloud keys are handed to a step or job. */
  readonly staticCloudKeys: readonly CiStaticKey[];
  /** Places where code of an outsider's change is checked out. */
  readonly untrustedCheckouts: readonly FilePlace[];
  /** Places where text that an outsider chooses is pasted into a script. */
  readonly injections?: readonly CiInjection[];
  /** Where the job asks for a self-hosted runner. */
  readonly selfHostedRunner?: FilePlace;
  /** True when a condition on the job or workflow restricts who may start it, as far as it can be told. */
  readonly guarded: boolean;
}

interface CiIdToken {
  readonly name: string;
  readonly audiences: readonly string[];
}

export interface CiSecretUse {
  readonly name: string;
  readonly place: FilePlace;
}

export interface CiInjection {
  /** Context that is pasted, such as `github.event.issue.title`. */
  readonly expression: string;
  readonly place: FilePlace;
}

export interface CiAssumedIdentity {
  readonly provider: 'aws' | 'azure' | 'gcp';
  /** Role ARN, client id or service-account e-mail; an expression such as `${{ vars.ROLE }}` stays as written. */
  readonly identity: string;
  /** Audience that the token is asked for, where the file names one. */
  readonly audience?: string;
  readonly place: FilePlace;
}

export interface CiStaticKey {
  readonly provider: 'aws' | 'azure' | 'gcp';
  /** Input or variable that carries it, such as `aws-access-key-id`. */
  readonly field: string;
  /** Secret it comes from, where it is one. */
  readonly secret?: string;
  readonly place: FilePlace;
}
