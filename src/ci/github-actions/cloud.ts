import type { CiAssumedIdentity, CiStaticKey } from '../../model/ci-job.ts';
import { clip } from '../clip.ts';
import { KEY_COMMANDS, cloudKeyVariable } from '../cloud-keys.ts';
import { at, entriesOf, textOf } from '../yaml/node.ts';
import type { YamlNode, YamlScalar } from '../yaml/node.ts';
import type { YamlFile } from '../yaml/read-yaml.ts';
import { pieceFinder } from '../yaml/source-search.ts';
import { actionOf } from './action.ts';
import { resolveEnvironment } from './environment.ts';
import type { Environment } from './environment.ts';
import { usesIn } from './located-expression.ts';
import { secretName } from './secrets.ts';

/** How a login action is told whom to become, and by which inputs it takes a long-lived key instead. */
interface LoginAction {
  readonly provider: CiStaticKey['provider'];
  /** First input that is set names the identity. */
  readonly identity: readonly string[];
  readonly keys: readonly string[];
}

/** Inputs by the actions' own README files: https://github.com/<owner>/<name>#readme */
const LOGIN_ACTIONS: Readonly<Record<string, LoginAction>> = {
  'aws-actions/configure-aws-credentials': {
    provider: 'aws',
    identity: ['role-to-assume'],
    keys: ['aws-access-key-id', 'aws-secret-access-key'],
  },
  'azure/login': { provider: 'azure', identity: ['client-id'], keys: ['creds'] },
  'azure/aks-set-context': { provider: 'azure', identity: [], keys: ['creds'] },
  'azure/webapps-deploy': { provider: 'azure', identity: [], keys: ['publish-profile'] },
  'azure/functions-action': { provider: 'azure', identity: [], keys: ['publish-profile'] },
  'google-github-actions/auth': {
    provider: 'gcp',
    identity: ['service_account', 'workload_identity_provider'],
    keys: ['credentials_json'],
  },
  'google-github-actions/setup-gcloud': { provider: 'gcp', identity: [], keys: ['service_account_key'] },
};

export interface CloudAccess {
  readonly assumes: readonly CiAssumedIdentity[];
  readonly staticCloudKeys: readonly CiStaticKey[];
}

/** What a step logs in with: an identity assumed by OIDC, or long-lived keys in inputs or in a script. */
export function cloudOfStep(yaml: YamlFile, step: YamlNode, environment: Environment): CloudAccess {
  const script = at(step, 'run');
  if (script?.kind === 'scalar') return { assumes: [], staticCloudKeys: keysInScript(yaml, script, environment) };
  const name = actionOf(step)?.name ?? '';
  const action = Object.hasOwn(LOGIN_ACTIONS, name) ? LOGIN_ACTIONS[name] : undefined;
  if (action === undefined) return { assumes: [], staticCloudKeys: [] };
  const { provider } = action;
  const inputs = at(step, 'with');
  // A session token belongs to temporary keys.
  const keys =
    at(inputs, 'aws-session-token') === undefined
      ? action.keys.flatMap((field) => storedKey(yaml, at(inputs, field), provider, field))
      : [];
  const input = action.identity.map((field) => at(inputs, field)).find((node) => textOf(node) !== undefined);
  const identity = textOf(input);
  const byKey = action.keys.some((field) => textOf(at(inputs, field)) !== undefined);
  if (byKey || input === undefined || identity === undefined) return { assumes: [], staticCloudKeys: keys };
  const audience = resolveEnvironment(textOf(at(inputs, 'audience')) ?? '', environment);
  const assumed = {
    provider,
    identity: resolveEnvironment(identity, environment),
    ...(audience === '' ? {} : { audience: clip(audience) }),
    place: yaml.place(input),
  };
  return { assumes: [assumed], staticCloudKeys: keys };
}

/** A store with the protocol of S3 that is not AWS's: it has keys of the same names and no OIDC. */
const OTHER_ENDPOINT = /AWS_ENDPOINT_URL|--endpoint(?:-url)?\b|\br2\.cloudflarestorage\.com/;

/** Long-lived keys that the `env:` of a workflow, job or step hands on. */
export function keysInEnvironment(yaml: YamlFile, node: YamlNode | undefined): readonly CiStaticKey[] {
  const entries = entriesOf(at(node, 'env'));
  const temporary = entries.some(({ key }) => key.value === 'AWS_SESSION_TOKEN');
  const elsewhere =
    entries.some(({ key }) => OTHER_ENDPOINT.test(key.value)) || OTHER_ENDPOINT.test(textOf(at(node, 'run')) ?? '');
  return entries.flatMap(({ key, value }) => {
    const provider = cloudKeyVariable(key.value);
    if (provider === undefined || (provider === 'aws' && (temporary || elsewhere))) return [];
    return storedKey(yaml, value, provider, key.value);
  });
}

function keysInScript(yaml: YamlFile, script: YamlScalar, environment: Environment): readonly CiStaticKey[] {
  const fromEnvironment = [...environment.values()].some(
    (value) => value.kind === 'scalar' && storedSecret(yaml, value) !== undefined,
  );
  const secret = storedSecret(yaml, script);
  if (secret === undefined && !fromEnvironment) return [];
  return KEY_COMMANDS.flatMap(({ pattern, provider, field }) => {
    const command = pattern.exec(script.value)?.[0];
    if (command === undefined) return [];
    const place = yaml.place(pieceFinder(yaml.file.text, script)(command));
    return [{ provider, field, ...(secret === undefined ? {} : { secret }), place }];
  });
}

/** A key that comes out of a store or an input, or an AWS key id that stands in the file; step outputs are temporary. */
function storedKey(
  yaml: YamlFile,
  value: YamlNode | undefined,
  provider: CiStaticKey['provider'],
  field: string,
): readonly CiStaticKey[] {
  if (value?.kind !== 'scalar') return [];
  const secret = storedSecret(yaml, value);
  if (secret !== undefined) return [{ provider, field, secret, place: yaml.place(value) }];
  const handedOn = usesIn(yaml.file.text, value).some(({ path }) => path[0] === 'inputs' || path[0] === 'vars');
  return handedOn || /^AKIA[A-Z2-7]{16}$/.test(value.value) ? [{ provider, field, place: yaml.place(value) }] : [];
}

function storedSecret(yaml: YamlFile, value: YamlScalar): string | undefined {
  return usesIn(yaml.file.text, value)
    .map(({ path }) => secretName(path))
    .find((name) => name !== undefined && name !== 'GITHUB_TOKEN');
}
