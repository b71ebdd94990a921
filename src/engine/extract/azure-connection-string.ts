import { facts } from './facts.ts';
import type { Extracted } from './facts.ts';

/**
 * Account, endpoint and policy named beside the key in an Azure connection string.
 * https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string
 */
export function azureConnectionString(text: string): Extracted {
  const field = (name: string): string | undefined =>
    new RegExp(`(?:^|[;"'\\s=])${name}=([^;"'\\s]{1,256})`, 'i').exec(text)?.[1];
  return {
    facts: facts({
      account: field('AccountName'),
      endpoint: field('(?:Account)?Endpoint'),
      policy: field('SharedAccessKeyName'),
      entity: field('EntityPath'),
    }),
  };
}
