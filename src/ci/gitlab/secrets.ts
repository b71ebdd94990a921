import type { CiSecretUse } from '../../model/ci-job.ts';
import type { Reference } from '../../model/identity.ts';
import { clip } from '../clip.ts';
import { at, entriesOf, scalarsOf, textOf } from '../yaml/node.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../yaml/node.ts';
import type { YamlFile } from '../yaml/read-yaml.ts';
import { valueOf } from './job-map.ts';
import { assignedIn, isSecretName, variablesIn } from './variables.ts';

export interface NamedSecret extends CiSecretUse {
  /** Target of the reference; absent for the job's own token and for names that are computed. */
  readonly target?: string;
}

/** Secret stores that `secrets:` can name, and the prefix of a reference to one. https://docs.gitlab.com/ci/yaml/#secrets */
const STORES: Readonly<Record<string, string>> = {
  vault: 'vault:secret:',
  azure_key_vault: 'azure-key-vault:secret:',
  gcp_secret_manager: 'gcp-secret-manager:secret:',
  aws_secrets_manager: 'aws-secrets-manager:secret:',
  gitlab_secrets_manager: 'gitlab-secrets-manager:secret:',
};

/** Secrets a job reads: settings' variables by name, and what `secrets:` fetches from a store. */
export function secretsOf(
  yaml: YamlFile,
  job: YamlMap,
  lines: readonly YamlScalar[],
  variables: ReadonlyMap<string, YamlEntry>,
): readonly NamedSecret[] {
  const fetched = entriesOf(at(job, 'secrets'));
  const elsewhere = new Set([
    ...lines.flatMap(({ value }) => assignedIn(value)),
    ...entriesOf(at(job, 'id_tokens')).map(({ key }) => key.value),
    ...fetched.map(({ key }) => key.value),
    ...[...variables].filter(([, variable]) => (valueOf(variable)?.value ?? '') !== '').map(([name]) => name),
  ]);
  const values = [...variables.values()].flatMap((variable) => valueOf(variable) ?? []);
  const images = [...scalarsOf(at(job, 'image')), ...scalarsOf(at(job, 'services'))].map(({ scalar }) => scalar);
  const read = [...lines, ...values, ...images].flatMap((scalar) =>
    variablesIn(yaml.file.text, scalar)
      // A variable that stands for a secret of its own name is still the settings' one.
      .filter(({ name }) => isSecretName(name) && (!elsewhere.has(name) || readsItself(variables.get(name), name)))
      .map((use) => settingsSecret(use.name, yaml.place(use))),
  );
  return [...fetched.map((entry) => fetchedSecret(yaml, entry)), ...read];
}

/** References to the secrets that are kept somewhere. */
export function secretReferences(by: string, secrets: readonly NamedSecret[]): readonly Reference[] {
  return secrets.flatMap(({ target, place }) => (target === undefined ? [] : [{ kind: 'secret', target, by, place }]));
}

function settingsSecret(name: string, place: NamedSecret['place']): NamedSecret {
  return name === 'CI_JOB_TOKEN' ? { name, place } : { name, place, target: `gitlab:variable:${name}` };
}

function readsItself(variable: YamlEntry | undefined, name: string): boolean {
  const value = variable === undefined ? undefined : valueOf(variable)?.value;
  return value === `$${name}` || value === `\${${name}}`;
}

function fetchedSecret(yaml: YamlFile, { key, value }: YamlEntry): NamedSecret {
  const store = entriesOf(value).find((entry) => Object.hasOwn(STORES, entry.key.value));
  const path = store === undefined ? undefined : pathOf(store.value);
  const named = { name: clip(key.value), place: yaml.place(key) };
  if (store === undefined || path === undefined || path.includes('$')) return named;
  return { ...named, target: `${STORES[store.key.value] ?? ''}${clip(path)}` };
}

/** Text form, `path/field@engine`, or the map forms' parts joined to it. */
function pathOf(store: YamlNode): string | undefined {
  const text = textOf(store);
  if (text !== undefined) return text;
  const name = textOf(at(store, 'path')) ?? textOf(at(store, 'name')) ?? textOf(at(store, 'secret_id'));
  if (name === undefined) return undefined;
  const field = textOf(at(store, 'field'));
  const engine = textOf(at(store, 'engine', 'path'));
  return `${name}${field === undefined ? '' : `/${field}`}${engine === undefined ? '' : `@${engine}`}`;
}
