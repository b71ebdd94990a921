import type { Key, Secret } from '@azure/arm-keyvault';
import type { z } from 'zod';
import { BittingError, EXIT } from '../../model/errors.ts';
import type { Progress } from '../../model/progress.ts';
import { byResource } from '../coverage.ts';
import { printable } from '../dump-file.ts';
import { field, isoTime } from '../fields.ts';
import { mapLimited } from '../map-limited.ts';
import { type AzureClientOptions, type AzureClients, openAzureClients } from './client.ts';
import { collectDirectory } from './collect-directory.ts';
import {
  AZURE_DUMP_FORMAT,
  deletedVault,
  NO_LISTS,
  vault as vaultSchema,
  type AzureDump,
  type AzureLists,
  type VaultItem,
  type VaultWithItems,
} from './dump-format.ts';
import { ReadCalls } from './read-calls.ts';
import { vaultAddress } from './resource-id.ts';
import {
  denyAssignmentRow,
  federatedRow,
  managedIdentityRow,
  roleAssignmentRow,
  roleDefinitionRow,
  workloadRow,
} from './role-format.ts';

export interface CollectAzureOptions extends AzureClientOptions {
  readonly progress: Progress;
  /** False leaves the directory (Microsoft Graph) out. Default: true. */
  readonly directory?: boolean;
  /** Time written into the dump. Default: now. */
  readonly now?: Date;
}

/** Vaults asked at once: enough to hide the way to the service, few enough not to be throttled for it. */
const AT_ONCE = 4;

/** Keys of a vault whose rotation policy is asked for, one call each. */
const MOST_ROTATIONS = 500;

const UNKNOWN_FORM = 'a row came in a form that this version does not know: look for a newer version';
const READER = 'the role Reader on the subscription allows it';

/**
 * Collects the key vaults of a subscription and who can come to what they keep, through Azure Resource Manager and
 * Microsoft Graph: settings, names and times of items, role assignments and definitions, managed identities and what
 * carries them, applications and service principals. Values are never asked for; every call is a GET.
 *
 * A list that is refused is recorded in `unread`. Throws {@link BittingError} `BITTING_E_COLLECT` (exit code 3) when
 * signing in fails or not one page of the list of vaults can be read, `BITTING_E_USAGE` for bad options, and the
 * signal's reason when it is aborted.
 */
export async function collectAzure(options: CollectAzureOptions): Promise<AzureDump> {
  const { signal, progress, subscription } = options;
  const clients = await openAzureClients(options);
  const calls = new ReadCalls(signal, progress);
  const collector = new Collector(clients, calls, progress, subscription);
  const vaults = await collector.vaults();
  const roles = await collector.roles();
  const carriers = await collector.identities();
  const tenant = await collector.tenant();
  const directory = await collector.directory(
    options.directory ?? true,
    tenant ?? subscription,
    namedObjects(vaults, roles),
  );
  const deletedVaults = await collector.deletedVaults();
  return {
    ...NO_LISTS,
    format: AZURE_DUMP_FORMAT,
    collected: (options.now ?? new Date()).toISOString(),
    subscription: subscription.toLowerCase(),
    ...field('tenant', tenant),
    operationsRead: calls.answered,
    vaults: [...vaults],
    deletedVaults,
    ...roles,
    ...carriers,
    ...directory,
    unread: calls.unread.toSorted(byResource),
  };
}

class Collector {
  readonly #clients: AzureClients;
  readonly #calls: ReadCalls;
  readonly #progress: Progress;
  readonly #subscription: string;

  constructor(clients: AzureClients, calls: ReadCalls, progress: Progress, subscription: string) {
    this.#clients = clients;
    this.#calls = calls;
    this.#progress = progress;
    this.#subscription = subscription;
  }

  async vaults(): Promise<readonly VaultWithItems[]> {
    const { vaults: client } = this.#clients;
    this.#progress.step(`listing key vaults of subscription ${this.#subscription}`);
    const operation = 'vaults.listBySubscription';
    const found = await this.#calls.list(operation, this.#subscription, READER, () =>
      client.vaults.listBySubscription().byPage(),
    );
    if (found === undefined) {
      const why = this.#calls.unread[0]?.why ?? 'no answer';
      throw new BittingError('BITTING_E_COLLECT', `The key vaults of ${this.#subscription} cannot be listed: ${why}.`, {
        exitCode: EXIT.unread,
      });
    }
    const vaults = await mapLimited(found, AT_ONCE, async (raw) => {
      // The schema keeps the fields that it names and nothing else of the answer.
      const parsed = vaultSchema.safeParse(raw);
      const address = parsed.success ? vaultAddress(parsed.data.id) : undefined;
      if (!parsed.success || address === undefined) {
        this.#calls.refuse(operation, raw.id ?? this.#subscription, UNKNOWN_FORM);
        return [];
      }
      const kept = parsed.data;
      const { resourceGroup, name } = address;
      this.#progress.step(`reading key vault ${printable(kept.name)}`);
      const [secrets, keys] = await Promise.all([
        this.#calls.list('secrets.list', kept.id, READER, () => client.secrets.list(resourceGroup, name).byPage()),
        this.#calls.list('keys.list', kept.id, READER, () => client.keys.list(resourceGroup, name).byPage()),
      ]);
      const rotating = await mapLimited(keys ?? [], AT_ONCE, (key) =>
        this.#rotation(resourceGroup, name, key, kept.id),
      );
      const left = (keys?.length ?? 0) - MOST_ROTATIONS;
      if (left > 0)
        this.#calls.refuse('keys.get', kept.id, `rotation policies of ${left} further keys were not asked for`);
      return [
        {
          ...kept,
          ...field('secrets', secrets?.map(secretItem)),
          ...field(
            'keys',
            keys?.map((key, index) => ({ ...keyItem(key), ...field('rotation', rotating[index]) })),
          ),
        },
      ];
    });
    return vaults.flat().toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  #asked = 0;

  /** A list of keys does not tell their rotation policies. */
  async #rotation(group: string, vault: string, key: Key, id: string): Promise<VaultItem['rotation']> {
    const { name } = key;
    this.#asked += 1;
    if (name === undefined || this.#asked > MOST_ROTATIONS) return undefined;
    const answer = await this.#calls.one('keys.get', id, READER, () =>
      this.#clients.vaults.keys.get(group, vault, name),
    );
    if (answer === undefined) return undefined;
    const actions = answer.rotationPolicy?.lifetimeActions ?? [];
    return actions.some(({ action }) => action?.type?.toLowerCase() === 'rotate') ? 'automatic' : 'none';
  }

  async deletedVaults(): Promise<AzureLists['deletedVaults']> {
    const found = await this.#calls.list('vaults.listDeleted', this.#subscription, READER, () =>
      this.#clients.vaults.vaults.listDeleted().byPage(),
    );
    return this.#rows(
      'vaults.listDeleted',
      deletedVault,
      found?.map(({ name, properties }) => ({
        name,
        ...properties,
        deletionDate: isoTime(properties?.deletionDate),
        scheduledPurgeDate: isoTime(properties?.scheduledPurgeDate),
      })),
    );
  }

  async roles(): Promise<Pick<AzureLists, 'roleAssignments' | 'roleDefinitions' | 'denyAssignments'>> {
    const { authorization } = this.#clients;
    const scope = `subscriptions/${this.#subscription}`;
    this.#progress.step('reading role assignments');
    const assignments = await this.#calls.list('roleAssignments.listForSubscription', scope, READER, () =>
      authorization.roleAssignments.listForSubscription().byPage(),
    );
    const eligible = await this.#calls.list('roleEligibilityScheduleInstances.listForScope', scope, READER, () =>
      authorization.roleEligibilityScheduleInstances.listForScope(scope).byPage(),
    );
    const definitions = await this.#calls.list('roleDefinitions.list', scope, READER, () =>
      authorization.roleDefinitions.list(scope).byPage(),
    );
    const denials = await this.#calls.list('denyAssignments.list', scope, READER, () =>
      authorization.denyAssignments.list().byPage(),
    );
    const rows = [
      ...(assignments ?? []),
      ...(eligible ?? []).map((row) => ({ ...row, eligible: true, endDateTime: isoTime(row.endDateTime) })),
    ];
    return {
      roleAssignments: this.#rows('roleAssignments.listForSubscription', roleAssignmentRow, rows),
      roleDefinitions: this.#rows('roleDefinitions.list', roleDefinitionRow, definitions),
      denyAssignments: this.#rows('denyAssignments.list', denyAssignmentRow, denials),
    };
  }

  async identities(): Promise<Pick<AzureLists, 'managedIdentities' | 'workloads'>> {
    const { identities: client, rest } = this.#clients;
    this.#progress.step('reading managed identities and what carries them');
    const found = await this.#calls.list('userAssignedIdentities.listBySubscription', this.#subscription, READER, () =>
      client.userAssignedIdentities.listBySubscription().byPage(),
    );
    const rows = this.#rows('userAssignedIdentities.listBySubscription', managedIdentityRow, found);
    const managedIdentities = await mapLimited(rows, AT_ONCE, async (row) => {
      const [, group, name] = /\/resourceGroups\/([^/]+)\/.*\/([^/]+)$/i.exec(row.id) ?? [];
      if (group === undefined || name === undefined) return row;
      const federated = await this.#calls.list('federatedIdentityCredentials.list', row.id, READER, () =>
        client.federatedIdentityCredentials.list(group, name).byPage(),
      );
      return { ...row, federated: this.#rows('federatedIdentityCredentials.list', federatedRow, federated) };
    });
    const path = `/subscriptions/${this.#subscription}/resources?api-version=2021-04-01`;
    const resources = await this.#calls.list('resources.list', this.#subscription, READER, () => rest.pages(path));
    const carrying = resources?.filter(
      (row) => typeof row === 'object' && row !== null && 'identity' in row && row.identity,
    );
    return {
      managedIdentities: [...managedIdentities],
      workloads: this.#rows('resources.list', workloadRow, carrying),
    };
  }

  async tenant(): Promise<string | undefined> {
    const path = `/subscriptions/${this.#subscription}?api-version=2022-12-01`;
    const answer = await this.#calls.one('subscriptions.get', this.#subscription, READER, () =>
      this.#clients.rest.get(path),
    );
    const { tenantId } = (typeof answer === 'object' && answer !== null ? answer : {}) as { tenantId?: unknown };
    return typeof tenantId === 'string' ? tenantId.toLowerCase() : undefined;
  }

  async directory(wanted: boolean, tenant: string, named: ReadonlySet<string>): Promise<Partial<AzureLists>> {
    if (!wanted) return {};
    const { graph } = this.#clients;
    if (graph === undefined) {
      this.#calls.refuse(
        'graph',
        tenant,
        'no Microsoft Graph is known for this endpoint: name one with --graph-endpoint',
      );
      return {};
    }
    this.#progress.step('reading applications and service principals');
    return collectDirectory(graph, this.#calls, tenant, named);
  }

  #rows<T>(operation: string, schema: z.ZodType<T>, raw: readonly unknown[] | undefined): T[] {
    return (raw ?? []).flatMap((row) => {
      const parsed = schema.safeParse(row);
      if (parsed.success) return [parsed.data];
      this.#calls.refuse(operation, this.#subscription, UNKNOWN_FORM);
      return [];
    });
  }
}

/** Object ids that access policies and role assignments name. */
function namedObjects(
  vaults: readonly VaultWithItems[],
  { roleAssignments }: Pick<AzureLists, 'roleAssignments'>,
): ReadonlySet<string> {
  return new Set([
    ...roleAssignments.map(({ principalId }) => principalId.toLowerCase()),
    ...vaults.flatMap(({ properties }) =>
      (properties?.accessPolicies ?? []).map(({ objectId }) => objectId.toLowerCase()),
    ),
  ]);
}

function secretItem(secret: Secret): VaultItem {
  return item(secret.name, secret.properties?.attributes);
}

function keyItem(key: Key): VaultItem {
  return item(key.name, key.attributes);
}

function item(
  name: string | undefined,
  times: {
    readonly enabled?: boolean;
    readonly created?: Date | number;
    readonly updated?: Date | number;
    readonly expires?: Date | number;
  } = {},
): VaultItem {
  return {
    name: name ?? '(no name)',
    ...field('enabled', times.enabled),
    ...field('created', isoTime(times.created)),
    ...field('updated', isoTime(times.updated)),
    ...field('expires', isoTime(times.expires)),
  };
}
