import type { CiAssumedIdentity, CiStaticKey } from '../../model/ci-job.ts';
import { clip } from '../clip.ts';
import { KEY_COMMANDS, cloudKeyVariable } from '../cloud-keys.ts';
import type { YamlEntry, YamlScalar } from '../yaml/node.ts';
import type { YamlFile } from '../yaml/read-yaml.ts';
import { pieceFinder } from '../yaml/source-search.ts';
import { valueOf } from './job-map.ts';
import { assignedIn, variablesIn } from './variables.ts';

type Variables = ReadonlyMap<string, YamlEntry>;

/** Commands that turn the job's ID token into a cloud identity; group `who` names it. */
const ASSUMING: readonly { readonly pattern: RegExp; readonly provider: CiAssumedIdentity['provider'] }[] = [
  // https://docs.gitlab.com/ci/cloud_services/aws/
  {
    pattern: /assume-role-with-web-identity\b[\s\S]{0,500}?--role-arn[\s=]+["']?(?<who>[^\s"')]{1,300})/,
    provider: 'aws',
  },
  // https://docs.gitlab.com/ci/cloud_services/google_cloud/
  { pattern: /create-cred-config\b[\s\S]{0,500}?--service-account[\s=]+["']?(?<who>[^\s"')]{1,300})/, provider: 'gcp' },
  // https://docs.gitlab.com/ci/cloud_services/azure/
  {
    pattern:
      /az login\b(?=[^\n]{0,500}--federated-token)[^\n]{0,500}?(?:-u|--username)[\s=]+["']?(?<who>[^\s"')]{1,300})/,
    provider: 'azure',
  },
];

/** Variables by which the cloud's own tools assume an identity, when the job has an ID token. */
const ASSUMING_VARIABLES: Readonly<Record<string, CiAssumedIdentity['provider']>> = {
  AWS_ROLE_ARN: 'aws',
  ROLE_ARN: 'aws',
  GCP_SERVICE_ACCOUNT: 'gcp',
  GOOGLE_SERVICE_ACCOUNT: 'gcp',
  SERVICE_ACCOUNT_EMAIL: 'gcp',
  AZURE_CLIENT_ID: 'azure',
  ARM_CLIENT_ID: 'azure',
};

/** Cloud identities that a job assumes with its ID token, by command or by variable, each once. */
export function assumedIdentities(
  yaml: YamlFile,
  lines: readonly YamlScalar[],
  variables: Variables,
  hasIdToken: boolean,
): readonly CiAssumedIdentity[] {
  const found = new Map<string, CiAssumedIdentity>();
  const add = (provider: CiAssumedIdentity['provider'], written: string, scalar: YamlScalar): void => {
    const identity = clip(resolve(written, variables));
    const name = `${provider} ${identity}`;
    if (!found.has(name)) found.set(name, { provider, identity, place: yaml.place(scalar) });
  };
  for (const line of lines) {
    for (const { pattern, provider } of ASSUMING) {
      const who = pattern.exec(line.value)?.groups?.['who'];
      if (who !== undefined) add(provider, who, line);
    }
  }
  if (!hasIdToken) return [...found.values()];
  for (const [name, variable] of variables) {
    const value = valueOf(variable);
    const provider = Object.hasOwn(ASSUMING_VARIABLES, name) ? ASSUMING_VARIABLES[name] : undefined;
    if (provider !== undefined && value !== undefined && value.value !== '') add(provider, value.value, value);
  }
  return [...found.values()];
}

/** Long-lived cloud keys in a job's variables and scripts. Keys got for an ID token in the same script are temporary. */
export function staticKeys(yaml: YamlFile, lines: readonly YamlScalar[], variables: Variables): readonly CiStaticKey[] {
  const keys: CiStaticKey[] = [];
  for (const [field, variable] of variables) {
    const provider = cloudKeyVariable(field);
    const value = valueOf(variable);
    if (provider === undefined || value === undefined) continue;
    const secret = variablesIn(yaml.file.text, value)[0]?.name;
    if (secret === undefined && !/^AKIA[A-Z2-7]{16}$/.test(value.value)) continue;
    keys.push({ provider, field, ...(secret === undefined ? {} : { secret }), place: yaml.place(value) });
  }
  const temporary = lines.some(({ value }) => value.includes('assume-role-with-web-identity'));
  const assigned = new Set(lines.flatMap(({ value }) => assignedIn(value)));
  for (const line of lines) {
    const uses = variablesIn(yaml.file.text, line);
    for (const { pattern, provider, field } of KEY_COMMANDS) {
      if (temporary && provider === 'aws') continue;
      const command = uses.length > 0 ? pattern.exec(line.value)?.[0] : undefined;
      if (command === undefined) continue;
      keys.push({ provider, field, place: yaml.place(pieceFinder(yaml.file.text, line)(command)) });
    }
    for (const use of uses) {
      const provider = cloudKeyVariable(use.name);
      if (provider === undefined || (temporary && provider === 'aws') || assigned.has(use.name)) continue;
      keys.push({ provider, field: use.name, secret: use.name, place: yaml.place(use) });
    }
  }
  return keys;
}

/** Puts literal variables of the file in place of `$NAME` and `${NAME}`, once; what is kept elsewhere stays. */
function resolve(written: string, variables: Variables): string {
  return written.replaceAll(/\$\{(\w+)\}|\$(\w+)/g, (text: string, braced?: string, bare?: string) => {
    const variable = variables.get(braced ?? bare ?? '');
    const value = variable === undefined ? undefined : valueOf(variable)?.value;
    return value === undefined || value === '' || value.includes('$') ? text : value.slice(0, 300);
  });
}
