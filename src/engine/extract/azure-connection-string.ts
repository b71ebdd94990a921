import { facts } from './facts.ts';
import type { Extracted } from './facts.ts';

/**
 * Account, endpoint and policy named beside the key in an Azure connection string. Only text that the names of such
 * resources may consist of is taken.
 * https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string
 * https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 */
export function azureConnectionString(text: string): Extracted {
  const field = (name: string, value: string): string | undefined =>
    new RegExp(`(?:^|[;"'\\s])${name}=(${value})(?=[;"'\\s]|$)`, 'i').exec(text)?.[1];
  return {
    facts: facts({
      account: field('AccountName', '[a-z0-9]{3,24}'),
      endpoint: field('(?:Account)?Endpoint', '(?:https|sb|amqps)://[a-z0-9.-]{3,253}(?::\\d{1,5})?/?'),
      policy: field('SharedAccessKeyName', '[\\w.~-]{1,256}'),
      entity: field('EntityPath', '[\\w./~-]{1,260}'),
    }),
  };
}
