import * as z from 'zod';
import { invalidDump, parseDump } from '../dump-file.ts';
import { field, isoTime, timeText } from '../fields.ts';
import { vault, type VaultItem, type VaultWithItems } from './dump-format.ts';
import { vaultAddress } from './resource-id.ts';

/** What the command line client's output holds of use. */
export interface AzOutput {
  readonly vaults: readonly VaultWithItems[];
  /** Items whose vault is not in the output, by the host of the vault. */
  readonly strays: ReadonlyMap<string, number>;
}

/** Text, or seconds since 1970 within what a date can hold. */
const time = z.union([timeText, z.number().min(0).max(8.64e12)]).nullish();

const identified = z.object({ id: z.string().optional(), kid: z.string().optional() });

/** A row of `az keyvault secret list` or `az keyvault key list`. */
const listedItem = z.object({
  attributes: z.object({ enabled: z.boolean().nullish(), created: time, updated: time, expires: time }).nullish(),
});

/** `https://shop.vault.azure.net/secrets/name/version`. */
const ITEM_URL = /^https:\/\/([^/]+)\/(secrets|keys)\/([^/]+)/i;

/**
 * Reads what `az keyvault show`, `az keyvault list`, `az keyvault secret list` and `az keyvault key list` print: one
 * object, an array, or the arrays of several calls in one array. Values that `az keyvault secret show` prints are
 * dropped.
 */
export function readAzOutput(value: unknown, path: string): AzOutput {
  const rows = Array.isArray(value) ? value.flat() : [value];
  const vaults = new Map<string, VaultWithItems>();
  const items = new Map<string, { secrets: VaultItem[]; keys: VaultItem[] }>();
  for (const [index, row] of rows.entries()) {
    const address = itemAddress(row);
    if (address === undefined) {
      const parsed = parseDump(vault, row, path, `Azure's list of key vaults (row ${index + 1})`);
      if (vaultAddress(parsed.id) === undefined) {
        const mend = 'Save the output of az keyvault show, az keyvault list or bitting collect azure.';
        throw invalidDump(path, `row ${index + 1} is no key vault`, mend);
      }
      // `az keyvault show` after a list says more of the same vault.
      const known = vaults.get(parsed.id.toLowerCase());
      if (known?.properties === undefined || known.properties === null) vaults.set(parsed.id.toLowerCase(), parsed);
    } else {
      const parsed = parseDump(listedItem, row, path, `Azure's list of secrets (row ${index + 1})`);
      const ofVault = items.get(address.host) ?? { secrets: [], keys: [] };
      ofVault[address.kind].push({
        name: address.name,
        ...field('enabled', parsed.attributes?.enabled),
        ...field('created', isoTime(parsed.attributes?.created)),
        ...field('updated', isoTime(parsed.attributes?.updated)),
        ...field('expires', isoTime(parsed.attributes?.expires)),
      });
      items.set(address.host, ofVault);
    }
  }
  const joined = [...vaults.values()].map((each): VaultWithItems => {
    const host = hostOf(each);
    const own = items.get(host);
    items.delete(host);
    if (own === undefined) return each;
    return {
      ...each,
      ...(own.secrets.length > 0 ? { secrets: own.secrets } : {}),
      ...(own.keys.length > 0 ? { keys: own.keys } : {}),
    };
  });
  const strays = [...items].map(([host, own]): [string, number] => [host, own.secrets.length + own.keys.length]);
  return { vaults: joined, strays: new Map(strays) };
}

function itemAddress(row: unknown): { host: string; kind: 'secrets' | 'keys'; name: string } | undefined {
  const parsed = identified.safeParse(row);
  const [, host, kind, name] = ITEM_URL.exec(parsed.data?.id ?? parsed.data?.kid ?? '') ?? [];
  if (host === undefined || kind === undefined || name === undefined) return undefined;
  return { host: host.toLowerCase(), kind: kind.toLowerCase() === 'keys' ? 'keys' : 'secrets', name };
}

/** Host that serves the vault's items; `az keyvault list` does not say it, and the name is its first label. */
function hostOf(each: VaultWithItems): string {
  return URL.parse(each.properties?.vaultUri ?? '')?.host ?? `${each.name.toLowerCase()}.vault.azure.net`;
}
