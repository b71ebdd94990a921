import type { Key, Secret } from '@azure/arm-keyvault';
import { BittingError, EXIT, messageOf } from '../../model/errors.ts';
import type { Progress } from '../../model/progress.ts';
import { byResource, type UnreadOperation } from '../coverage.ts';
import { printable } from '../dump-file.ts';
import { field, isoTime } from '../fields.ts';
import { mapLimited } from '../map-limited.ts';
import { type AzureClientOptions, openKeyVaultClient } from './client.ts';
import { AZURE_DUMP_FORMAT, type AzureDump, vault as vaultSchema, type VaultItem } from './dump-format.ts';
import { vaultAddress } from './resource-id.ts';

export interface CollectAzureOptions extends AzureClientOptions {
  readonly progress: Progress;
  /** Time written into the dump. Default: now. */
  readonly now?: Date;
}

/** Vaults asked at once: enough to hide the way to the service, few enough not to be throttled for it. */
const VAULTS_AT_ONCE = 4;

const UNKNOWN_FORM = 'a vault came in a form that this version does not know: look for a newer version';

/**
 * Collects the key vaults of a subscription through Azure Resource Manager: their settings, access policies, and the
 * names and times of their secrets and keys. Values are never asked for; every call is a GET.
 *
 * A list that is refused is recorded in `unread`. Throws {@link BittingError} `BITTING_E_COLLECT` (exit code 3) when
 * signing in fails or not one page of the list of vaults can be read, `BITTING_E_USAGE` for bad options, and the
 * signal's reason when it is aborted.
 */
export async function collectAzure(options: CollectAzureOptions): Promise<AzureDump> {
  const { signal, progress, subscription } = options;
  const client = await openKeyVaultClient(options);
  const unread: UnreadOperation[] = [];
  let operationsRead = 0;

  /** All items of a paged list as far as they can be had; undefined when not even the first page came. */
  const list = async <T>(operation: string, resource: string, pages: AsyncIterable<readonly T[]>) => {
    const items: T[] = [];
    let any = false;
    try {
      for await (const page of pages) {
        any = true;
        items.push(...page);
        progress.advance({ items: page.length });
      }
      operationsRead += 1;
      return items;
    } catch (error) {
      signal.throwIfAborted();
      unread.push({ operation, resource, ...reasonOf(error) });
      return any ? items : undefined;
    }
  };

  progress.step(`listing key vaults of subscription ${subscription}`);
  const found = await list('vaults.listBySubscription', subscription, client.vaults.listBySubscription().byPage());
  if (found === undefined) {
    const why = unread[0]?.why ?? 'no answer';
    throw new BittingError('BITTING_E_COLLECT', `The key vaults of ${subscription} cannot be listed: ${why}.`, {
      exitCode: EXIT.unread,
    });
  }

  const vaults = await mapLimited(found, VAULTS_AT_ONCE, async (raw) => {
    // The schema keeps the fields that it names and nothing else of the answer.
    const parsed = vaultSchema.safeParse(raw);
    const address = parsed.success ? vaultAddress(parsed.data.id) : undefined;
    if (!parsed.success || address === undefined) {
      unread.push({ operation: 'vaults.listBySubscription', resource: raw.id ?? subscription, why: UNKNOWN_FORM });
      return [];
    }
    const kept = parsed.data;
    progress.step(`reading key vault ${printable(kept.name)}`);
    const [secrets, keys] = await Promise.all([
      list('secrets.list', kept.id, client.secrets.list(address.resourceGroup, address.name).byPage()),
      list('keys.list', kept.id, client.keys.list(address.resourceGroup, address.name).byPage()),
    ]);
    return [{ ...kept, ...field('secrets', secrets?.map(secretItem)), ...field('keys', keys?.map(keyItem)) }];
  });

  return {
    format: AZURE_DUMP_FORMAT,
    collected: (options.now ?? new Date()).toISOString(),
    subscription: subscription.toLowerCase(),
    operationsRead,
    vaults: vaults.flat().toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    unread: unread.toSorted(byResource),
  };
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

/** What an error of the SDK comes to, without anything of the request. */
function reasonOf(error: unknown): Pick<UnreadOperation, 'status' | 'why'> {
  const { statusCode: status, code, name } = error as { statusCode?: unknown; code?: unknown; name?: unknown };
  if (error instanceof BittingError) return { why: error.message.replace(/\.$/, '') };
  if (
    name === 'AggregateAuthenticationError' ||
    name === 'CredentialUnavailableError' ||
    name === 'AuthenticationError'
  ) {
    return {
      why: `signing in failed: run az login or set the environment of a service principal (${firstWords(error)})`,
    };
  }
  if (typeof status !== 'number') return { why: `no answer (${firstWords(error)})` };
  const answer = typeof code === 'string' ? `${status} ${printable(code)}` : `${status}`;
  if (status === 401) return { status, why: `signing in was refused (${answer}): sign in to the right tenant` };
  if (status === 403) return { status, why: `refused (${answer}): the role Reader on the subscription allows it` };
  if (status === 404) return { status, why: `not found (${answer}): check the subscription id` };
  return { status, why: `failed (${answer}): try again later` };
}

function firstWords(error: unknown): string {
  return printable(messageOf(error)).slice(0, 200);
}
