import type { CiJob } from '../../model/ci-job.ts';
import type { FilePlace } from '../../model/place.ts';
import { clip } from '../clip.ts';
import { beyond } from '../facts-of-job.ts';
import type { ParsedJob } from '../facts-of-job.ts';
import { at, entriesOf, itemsOf, textOf } from '../yaml/node.ts';
import type { YamlEntry, YamlNode } from '../yaml/node.ts';
import type { YamlFile } from '../yaml/read-yaml.ts';
import { untrustedCheckout } from './checkouts.ts';
import { cloudOfStep, keysInEnvironment } from './cloud.ts';
import { withEnvironment } from './environment.ts';
import type { Environment } from './environment.ts';
import { restrictsOutsiders } from './guard.ts';
import { narrowedBy } from './condition-refs.ts';
import { injectionsOf } from './injections.ts';
import { readPermissions } from './permissions.ts';
import { secretsBelow } from './secrets.ts';

/** What a job inherits from its workflow. */
export interface WorkflowScope {
  readonly yaml: YamlFile;
  readonly name: string;
  readonly triggers: readonly string[];
  readonly triggerPlace?: FilePlace;
  readonly pushRefs?: readonly string[];
  readonly permissions?: YamlEntry;
  /** Root of the workflow, for the `env:` that every job gets. */
  readonly root: YamlNode;
  readonly secrets: CiJob['secrets'];
}

/** Most secret uses and most steps kept of one job. */
const MAX_USES = 200;
const MAX_STEPS = 500;
/** Most variables of the workflow's and of the job's `env:` that are followed into steps. */
const MAX_VARIABLES = 300;
const NO_ENVIRONMENT: Environment = new Map();

/** Reads one job. `guarded` says whether the triggers or a job it needs already keep outsiders out. */
export function readJob(scope: WorkflowScope, { key, value: node }: YamlEntry, guarded: boolean): ParsedJob {
  const { yaml } = scope;
  const id = `github-actions:${yaml.file.sourceName}/${yaml.file.path}#${clip(key.value)}`;
  const environment = [scope.root, node].reduce(
    (outer, level) => withEnvironment(outer, level, MAX_VARIABLES),
    NO_ENVIRONMENT,
  );
  const allSteps = itemsOf(at(node, 'steps'));
  const steps = allSteps.slice(0, MAX_STEPS).map((step) => readStep(yaml, step, environment));
  const uses = [...scope.secrets, ...secretsBelow(yaml, node)];
  const secrets = uses.slice(0, MAX_USES);
  const inherit = at(node, 'secrets');
  const permissions = node.kind === 'map' ? (node.entries.get('permissions') ?? scope.permissions) : scope.permissions;
  const deployment = at(node, 'environment');
  const environmentName = textOf(deployment) ?? textOf(at(deployment, 'name'));
  const calls = textOf(at(node, 'uses'));
  const runner = selfHosted(at(node, 'runs-on'));
  const injections = steps.flatMap((step) => step.injections);
  const job: CiJob = {
    id,
    system: 'github-actions',
    workflow: scope.name,
    job: clip(key.value),
    place: yaml.place(key),
    triggers: scope.triggers,
    ...(scope.triggerPlace === undefined ? {} : { triggerPlace: scope.triggerPlace }),
    ...(scope.pushRefs === undefined ? {} : { pushRefs: scope.pushRefs }),
    ...narrowedBy(textOf(at(node, 'if')) ?? ''),
    ...(environmentName === undefined ? {} : { environment: clip(environmentName) }),
    permissions: permissions === undefined ? 'default' : readPermissions(permissions.value),
    ...(permissions === undefined ? {} : { permissionsPlace: yaml.place(permissions.key) }),
    secrets,
    ...(textOf(inherit) === 'inherit' && inherit !== undefined ? { inheritsSecrets: yaml.place(inherit) } : {}),
    ...(calls === undefined ? {} : { calls: clip(calls) }),
    assumes: steps.flatMap((step) => step.assumes),
    staticCloudKeys: [
      ...keysInEnvironment(yaml, scope.root),
      ...keysInEnvironment(yaml, node),
      ...steps.flatMap((step) => step.staticCloudKeys),
    ],
    untrustedCheckouts: steps.flatMap((step) => step.untrustedCheckouts),
    ...(injections.length === 0 ? {} : { injections }),
    ...(runner === undefined ? {} : { selfHostedRunner: yaml.place(runner) }),
    guarded: guarded || restrictsOutsiders(textOf(at(node, 'if')) ?? ''),
  };
  const variables = Math.max(...[scope.root, node].map((level) => entriesOf(at(level, 'env')).length));
  const leftOut = [
    ...beyond(uses.length, MAX_USES, 'uses of secrets'),
    ...beyond(allSteps.length, MAX_STEPS, 'steps'),
    ...beyond(variables, MAX_VARIABLES, 'variables of one env'),
  ];
  return { job, references: secretReferences(id, secrets), leftOut };
}

/** The job's own token is no stored secret, so naming it is no reference. */
function secretReferences(by: string, secrets: CiJob['secrets']): ParsedJob['references'] {
  return secrets
    .filter(({ name }) => name !== 'GITHUB_TOKEN')
    .map(({ name, place }) => ({ kind: 'secret', target: `github:secret:${name}`, by, place }));
}

function readStep(yaml: YamlFile, step: YamlNode, outer: Environment) {
  const environment = withEnvironment(outer, step);
  const { assumes, staticCloudKeys } = cloudOfStep(yaml, step, environment);
  const guarded = restrictsOutsiders(textOf(at(step, 'if')) ?? '');
  const checkout = guarded ? undefined : untrustedCheckout(yaml.file.text, step, environment);
  return {
    assumes,
    staticCloudKeys: [...keysInEnvironment(yaml, step), ...staticCloudKeys],
    untrustedCheckouts: checkout === undefined ? [] : [yaml.place(checkout)],
    injections: guarded ? [] : injectionsOf(yaml, step),
  };
}

/** `runs-on` in its forms: a label, a list of labels, a map with `group` and `labels`. */
function selfHosted(runsOn: YamlNode | undefined): YamlNode | undefined {
  const labels = runsOn?.kind === 'map' ? at(runsOn, 'labels') : runsOn;
  return itemsOf(labels).find((label) => textOf(label)?.toLowerCase() === 'self-hosted');
}
