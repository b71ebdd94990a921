import type { Trust } from '../../model/grant.ts';
import { stableId } from '../../model/ids.ts';
import type { Identity } from '../../model/identity.ts';
import type { ResourcePlace } from '../../model/place.ts';
import { field } from '../fields.ts';
import { federatedTrusts } from './federated-trusts.ts';
import type { AzureContext, AzureRecords } from './records.ts';
import { subscriptionOf } from './resource-id.ts';
import type { ManagedIdentityRow, WorkloadRow } from './role-format.ts';

export interface WorkloadFacts {
  readonly identities: readonly Identity[];
  readonly trusts: readonly Trust[];
}

/** Attribute that names the management groups above a resource, nearest first. */
export const MANAGEMENT_GROUPS = 'management groups';

/**
 * Managed identities and the resources that carry them. A resource is an identity of its own, of kind `workload` with
 * the resource id in lower case; that it can act as a managed identity is a trust of kind `principal`.
 */
export function workloadFacts({ lists, source, federated }: AzureRecords, context: AzureContext): WorkloadFacts {
  const place = (id: string): ResourcePlace => ({
    kind: 'resource',
    source,
    provider: 'azure',
    ...field('account', subscriptionOf(id)),
    resource: id.toLowerCase(),
  });
  const byResource = new Map<string, string>();
  const assigned = lists.managedIdentities.flatMap((row): readonly (WorkloadFacts | undefined)[] => {
    if (!row.principalId) return [];
    const id = context.identityId(row.principalId, subscriptionOf(row.id));
    byResource.set(row.id.toLowerCase(), id);
    const more = federated.get(row.id.toLowerCase()) ?? [];
    return [
      {
        identities: [managedIdentity(id, row, row.principalId, context, place(row.id))],
        trusts: federatedTrusts(id, [...(row.federated ?? []), ...more], place(row.id)),
      },
    ];
  });
  const carriers = lists.workloads.map((row) => carrierFacts(row, context, byResource, place(row.id)));
  const all = [...assigned.filter((each) => each !== undefined), ...carriers];
  return { identities: all.flatMap((each) => each.identities), trusts: all.flatMap((each) => each.trusts) };
}

function managedIdentity(
  id: string,
  row: Pick<ManagedIdentityRow, 'id' | 'name' | 'clientId' | 'tags'>,
  principalId: string,
  context: AzureContext,
  place: ResourcePlace,
): Identity {
  return {
    id,
    provider: 'azure',
    kind: 'service-account',
    name: row.name,
    ...field('account', context.tenantOfObject(principalId)),
    tags: tagsOf(row.tags),
    attributes: {
      'object kind': 'managed identity',
      'object id': principalId.toLowerCase(),
      ...field('application id', row.clientId?.toLowerCase()),
      resource: row.id.toLowerCase(),
      ...groupsOf(row.id, context),
    },
    places: [place],
    domains: [],
  };
}

function carrierFacts(
  row: WorkloadRow,
  context: AzureContext,
  byResource: ReadonlyMap<string, string>,
  place: ResourcePlace,
): WorkloadFacts {
  const id = row.id.toLowerCase();
  const subscription = subscriptionOf(row.id);
  const { principalId, userAssignedIdentities } = row.identity;
  const own = principalId ? context.identityId(principalId, subscription) : undefined;
  const others = Object.entries(userAssignedIdentities ?? {}).flatMap(([resource, told]) => {
    const known = byResource.get(resource.toLowerCase());
    const named = told?.principalId ? context.identityId(told.principalId, subscription) : undefined;
    const identity = known ?? named;
    if (identity === undefined) return [];
    const name = resource.split('/').at(-1) ?? resource;
    const made =
      known === undefined && told?.principalId
        ? [
            managedIdentity(
              identity,
              { id: resource, name, clientId: told.clientId, tags: null },
              told.principalId,
              context,
              place,
            ),
          ]
        : [];
    return [{ identity, made }];
  });
  const carried = [...(own === undefined ? [] : [own]), ...others.map(({ identity }) => identity)];
  if (carried.length === 0) return { identities: [], trusts: [] };
  const system: readonly Identity[] =
    own === undefined || !principalId
      ? []
      : [
          managedIdentity(
            own,
            { id: row.id, name: row.name, clientId: null, tags: row.tags },
            principalId,
            context,
            place,
          ),
        ];
  return {
    identities: [
      {
        id,
        provider: 'azure',
        kind: 'workload',
        name: row.name,
        ...field('account', subscription),
        tags: tagsOf(row.tags),
        attributes: { ...field('resource type', row.type), ...groupsOf(row.id, context) },
        places: [place],
        domains: [],
      },
      ...system,
      ...others.flatMap(({ made }) => made),
    ],
    trusts: carried.map((identity) => ({
      id: stableId('trust', identity, id),
      identity,
      kind: 'principal',
      trusted: id,
      effect: 'Allow',
      subjects: [],
      audiences: [],
      conditions: {},
      place: { ...place, field: 'identity' },
      domains: [],
    })),
  };
}

function groupsOf(id: string, context: AzureContext): Readonly<Record<string, string>> {
  const groups = context.groupsAbove(subscriptionOf(id));
  return groups === undefined ? {} : { [MANAGEMENT_GROUPS]: groups.join(', ') };
}

function tagsOf(tags: Readonly<Record<string, string | null>> | null | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(tags ?? {}).map(([name, value]) => [name, value ?? '']));
}
