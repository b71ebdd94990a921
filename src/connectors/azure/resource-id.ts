export interface VaultAddress {
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly name: string;
}

const VAULT_ID =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.KeyVault\/vaults\/([^/]+)$/i;

/**
 * Parts of a vault's resource id; undefined when it is not one. Resource ids compare without regard to case:
 * https://learn.microsoft.com/en-us/azure/azure-resource-manager/management/resource-name-rules
 */
export function vaultAddress(id: string): VaultAddress | undefined {
  const [, subscription, resourceGroup, name] = VAULT_ID.exec(id) ?? [];
  if (subscription === undefined || resourceGroup === undefined || name === undefined) return undefined;
  return { subscription: subscription.toLowerCase(), resourceGroup, name };
}

/** Subscription of a resource id, in lower case; undefined where it names none. */
export function subscriptionOf(id: string): string | undefined {
  return /^\/subscriptions\/([^/]+)/i.exec(id)?.[1]?.toLowerCase();
}
