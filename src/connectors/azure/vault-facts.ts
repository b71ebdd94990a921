import type { Grant } from '../../model/grant.ts';
import type { Identity, Store, StoredSecret } from '../../model/identity.ts';
import type { ResourcePlace } from '../../model/place.ts';
import { field, isoTime } from '../fields.ts';
import type { AccessPolicy, AzureLists, VaultItem, VaultWithItems } from './dump-format.ts';
import type { AzureContext } from './records.ts';
import { vaultAddress } from './resource-id.ts';
import { MANAGEMENT_GROUPS } from './workload-facts.ts';

export interface VaultFacts {
  readonly store: Store;
  readonly identities: readonly Identity[];
  readonly grants: readonly Grant[];
}

/**
 * A vault as a store, its access policies as identities and grants.
 *
 * The store's id is the resource id in lower case, because Azure compares resource ids without regard to case and
 * writes them in varying case. A vault does not say what an object id stands for: its holders become identities of
 * kind `workload`, or `app` where the policy names the application that acts on the holder's behalf. A vault that
 * uses role assignments ignores its access policies (VaultProperties.enableRbacAuthorization), so they grant nothing;
 * an absent setting means access policies.
 */
export function vaultFacts(vault: VaultWithItems, source: string, context: AzureContext): VaultFacts {
  const id = vault.id.toLowerCase();
  const address = vaultAddress(vault.id);
  const account = address?.subscription;
  const place = (field_?: string): ResourcePlace => ({
    kind: 'resource',
    source,
    provider: 'azure',
    ...field('account', account),
    resource: id,
    ...field('field', field_),
  });
  const byRole = vault.properties?.enableRbacAuthorization === true;
  const holders = byRole
    ? []
    : (vault.properties?.accessPolicies ?? []).map((policy, index) => ({
        policy,
        identity: holder(policy, vault.name, place(`properties.accessPolicies[${index}]`)),
      }));
  const store: Store = {
    id,
    provider: 'azure',
    kind: 'key-vault',
    name: vault.name,
    scope: account ?? id,
    readers: [...new Set(holders.filter((each) => readsSecrets(each.policy)).map((each) => each.identity.id))].sort(),
    secrets: [
      ...(vault.secrets ?? []).map((item) => stored(item)),
      ...(vault.keys ?? []).map((item) => ({
        ...stored(item),
        kind: 'key' as const,
        ...field('rotation', item.rotation),
      })),
      ...(vault.certificates ?? []).map((item) => ({ ...stored(item), kind: 'certificate' as const })),
    ],
    attributes: attributesOf(vault, address?.resourceGroup, context),
    places: [place()],
    domains: [],
  };
  return {
    store,
    identities: holders.map((each) => each.identity),
    grants: holders.map(({ policy, identity }) => ({
      identity: identity.id,
      policy: `access policy of key vault ${vault.name}`,
      through: 'access-policy',
      statements: [
        {
          effect: 'Allow',
          actions: actionsOf(policy),
          notActions: [],
          resources: [id],
          notResources: [],
          principals: {},
          notPrincipals: {},
          conditions: {},
        },
      ],
      place: identity.places[0]!,
    })),
  };
}

function holder(policy: AccessPolicy, vaultName: string, place: ResourcePlace): Identity {
  const tenant = policy.tenantId.toLowerCase();
  const object = policy.objectId.toLowerCase();
  const application = policy.applicationId?.toLowerCase();
  return {
    id: application === undefined ? `azure:${tenant}/${object}` : `azure:${tenant}/${object}/${application}`,
    provider: 'azure',
    kind: application === undefined ? 'workload' : 'app',
    name: application === undefined ? `object ${object}` : `application ${application} on behalf of ${object}`,
    account: tenant,
    tags: {},
    attributes: {
      'object kind': 'not told by the vault: a user, a group or a service principal',
      'named in access policy of': vaultName,
    },
    places: [place],
    domains: [],
  };
}

/** Whether the policy lets its holder read values. `all` stands for every permission. Certificates come as secrets. */
function readsSecrets(policy: AccessPolicy): boolean {
  return (policy.permissions?.secrets ?? []).some((each) => ['get', 'all'].includes(each.toLowerCase()));
}

function actionsOf({ permissions }: AccessPolicy): readonly string[] {
  return (['secrets', 'keys', 'certificates', 'storage'] as const).flatMap((kind) =>
    (permissions?.[kind] ?? []).map((each) => `${kind}/${each.toLowerCase()}`),
  );
}

function stored(item: VaultItem): StoredSecret {
  return {
    name: item.name,
    ...field('created', isoTime(item.created)),
    ...field('updated', isoTime(item.updated)),
    ...field('expires', isoTime(item.expires)),
    ...(item.enabled === false ? { status: 'inactive' as const } : {}),
  };
}

/** Settings in words; a setting whose value the dump does not hold is left out. */
function attributesOf(
  vault: VaultWithItems,
  resourceGroup: string | undefined,
  context: AzureContext,
): Readonly<Record<string, string>> {
  const settings = vault.properties;
  if (settings === undefined || settings === null) return { ...field('resource group', resourceGroup) };
  const open = settings.networkAcls?.defaultAction?.toLowerCase();
  return {
    'permission model': settings.enableRbacAuthorization === true ? 'Azure role assignments' : 'access policies',
    // A vault without network rules admits every network.
    'network default action': open === 'deny' ? 'deny' : 'allow',
    'public network access': settings.publicNetworkAccess?.toLowerCase() === 'disabled' ? 'disabled' : 'enabled',
    // On by default, and never off again once it was on (VaultProperties): only an explicit no is one.
    'soft delete': settings.enableSoftDelete === false ? 'off' : 'on',
    'purge protection': settings.enablePurgeProtection === true ? 'on' : 'off',
    ...field('soft delete retention in days', settings.softDeleteRetentionInDays?.toString()),
    ...field('vault URI', settings.vaultUri),
    ...field('tenant', settings.tenantId?.toLowerCase()),
    ...field('location', vault.location),
    ...field('resource group', resourceGroup),
    ...(settings.networkAcls?.ipRules?.length
      ? {
          'allowed addresses': settings.networkAcls.ipRules
            .slice(0, 20)
            .map((rule) => rule.value)
            .join(', '),
        }
      : {}),
    ...(settings.enabledForDeployment === true ? { 'open to virtual machine deployment': 'yes' } : {}),
    ...(settings.enabledForTemplateDeployment === true ? { 'open to template deployment': 'yes' } : {}),
    ...(settings.enabledForDiskEncryption === true ? { 'open to disk encryption': 'yes' } : {}),
    ...field(MANAGEMENT_GROUPS, context.groupsAbove(vaultAddress(vault.id)?.subscription)?.join(', ')),
    ...(settings.enableRbacAuthorization === true && !context.assignmentsRead
      ? { readers: 'decided by Azure role assignments, which were not read' }
      : {}),
  };
}

/** Vaults that were deleted and can still be had back with all they hold. */
export function deletedVaultStores(
  rows: AzureLists['deletedVaults'],
  source: string,
  living: ReadonlySet<string>,
): readonly Store[] {
  return rows.flatMap(({ name, vaultId, deletionDate, scheduledPurgeDate, purgeProtectionEnabled }): Store[] => {
    const id = vaultId?.toLowerCase();
    const address = vaultId ? vaultAddress(vaultId) : undefined;
    if (id === undefined || address === undefined || living.has(id)) return [];
    const { subscription } = address;
    return [
      {
        id,
        provider: 'azure',
        kind: 'key-vault',
        name,
        scope: subscription,
        readers: [],
        secrets: [],
        attributes: {
          state: 'deleted, and can be had back',
          ...field('deleted', isoTime(deletionDate)),
          ...field('purged', isoTime(scheduledPurgeDate)),
          ...(purgeProtectionEnabled === true && { 'purge protection': 'on' }),
        },
        places: [{ kind: 'resource', source, provider: 'azure', account: subscription, resource: id }],
        domains: [],
      },
    ];
  });
}
