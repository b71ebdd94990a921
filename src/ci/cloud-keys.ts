import type { CiStaticKey } from '../model/ci-job.ts';

type Provider = CiStaticKey['provider'];

/**
 * Variables that carry a long-lived cloud key, by the names the vendors' tools read:
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html,
 * https://learn.microsoft.com/dotnet/api/azure.identity.environmentcredential,
 * https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs (ARM_…),
 * https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/provider_reference, and by the names
 * that vendors' CI guides gave to key files (`AZURE_CREDENTIALS`, `GCP_SA_KEY`, `GCLOUD_SERVICE_KEY`).
 */
const VARIABLES: Readonly<Record<string, Provider>> = {
  AWS_ACCESS_KEY_ID: 'aws',
  AWS_SECRET_ACCESS_KEY: 'aws',
  AZURE_CREDENTIALS: 'azure',
  AZURE_CLIENT_SECRET: 'azure',
  AZURE_PASSWORD: 'azure',
  AZURE_STORAGE_KEY: 'azure',
  AZURE_STORAGE_CONNECTION_STRING: 'azure',
  ARM_CLIENT_SECRET: 'azure',
  ARM_ACCESS_KEY: 'azure',
  GOOGLE_CREDENTIALS: 'gcp',
  GOOGLE_CLOUD_KEYFILE_JSON: 'gcp',
  GCLOUD_KEYFILE_JSON: 'gcp',
  GCLOUD_SERVICE_KEY: 'gcp',
  GCP_SA_KEY: 'gcp',
  GCP_CREDENTIALS: 'gcp',
  GOOGLE_SERVICE_ACCOUNT_KEY: 'gcp',
};

/** Provider whose long-lived key a variable of this name carries. */
export function cloudKeyVariable(name: string): Provider | undefined {
  return Object.hasOwn(VARIABLES, name) ? VARIABLES[name] : undefined;
}

/** Commands that log in with a long-lived key; `field` names the way. Bounded repeats: scripts are hostile text. */
export const KEY_COMMANDS: readonly {
  readonly pattern: RegExp;
  readonly provider: Provider;
  readonly field: string;
}[] = [
  {
    pattern: /aws configure set (?:profile\.\S{1,64}\.)?aws_secret_access_key/,
    provider: 'aws',
    field: 'aws configure set aws_secret_access_key',
  },
  {
    pattern: /gcloud auth activate-service-account\b[^\n]{0,200}--key-file/,
    provider: 'gcp',
    field: 'gcloud auth activate-service-account --key-file',
  },
  {
    pattern: /az login\b(?=[^\n]{0,300}--service-principal)[^\n]{0,300}\s(?:-p|--password)[ =]/,
    provider: 'azure',
    field: 'az login --service-principal --password',
  },
];
