import { basename } from 'node:path';
import { NO_FACTS, type CollectedFacts } from '../../model/facts.ts';
import { stableId } from '../../model/ids.ts';
import type { Identity } from '../../model/identity.ts';
import type { CoverageRow } from '../../model/source.ts';
import { operationRows, statusOf } from '../coverage.ts';
import { parseDump, printable, readJsonDump } from '../dump-file.ts';
import { readAzOutput } from './az-output.ts';
import { AZURE_DUMP_FORMAT, azureDump, type VaultWithItems } from './dump-format.ts';
import { vaultAddress } from './resource-id.ts';
import { vaultFacts } from './vault-facts.ts';

/**
 * Facts of a saved dump: what `bitting collect azure` wrote, or the output of `az keyvault list`, `az keyvault show`
 * and `az keyvault secret list`.
 *
 * Throws BittingError `BITTING_E_DUMP_INVALID` (exit code 3).
 */
export async function readAzureDump(path: string): Promise<CollectedFacts> {
  const { value, digest } = await readJsonDump(path);
  const ours = typeof value === 'object' && value !== null && 'format' in value;
  if (ours) {
    const dump = parseDump(azureDump, value, path, `a dump of the format ${AZURE_DUMP_FORMAT}`);
    const source = sourceId(dump.subscription);
    const rows = operationRows(source, dump.operationsRead, dump.unread);
    return assemble(dump.vaults, { id: source, name: dump.subscription, path, digest }, rows);
  }
  const { vaults, strays } = readAzOutput(value, path);
  const name = nameOf(vaults, path);
  const source = sourceId(name);
  return assemble(vaults, { id: source, name, path, digest }, azRows(source, vaults, strays));
}

function sourceId(name: string): string {
  return stableId('source', 'azure-dump', name);
}

function assemble(
  vaults: readonly VaultWithItems[],
  {
    id,
    name,
    path,
    digest,
  }: { readonly id: string; readonly name: string; readonly path: string; readonly digest: string },
  coverage: readonly CoverageRow[],
): CollectedFacts {
  const facts = vaults.map((vault) => vaultFacts(vault, id));
  return {
    ...NO_FACTS,
    source: { id, kind: 'azure-dump', name: `Azure ${printable(name)}`, locator: path, ...statusOf(coverage), digest },
    identities: mergeById(facts.flatMap((each) => each.identities)),
    stores: facts.map((each) => each.store),
    grants: facts.flatMap((each) => each.grants),
    coverage,
  };
}

/** One row an identity, with the places of all its access policies. */
function mergeById(identities: readonly Identity[]): readonly Identity[] {
  const vaultNames = 'named in access policy of';
  return [...Map.groupBy(identities, (identity) => identity.id).values()].map((group) => ({
    ...group[0]!,
    attributes: {
      ...group[0]!.attributes,
      [vaultNames]: [...new Set(group.map((each) => each.attributes[vaultNames]))].join(', '),
    },
    places: group.flatMap((each) => each.places),
  }));
}

/** What the output of `az` leaves out, vault by vault. */
function azRows(
  source: string,
  vaults: readonly VaultWithItems[],
  strays: ReadonlyMap<string, number>,
): readonly CoverageRow[] {
  const row = (vaultsOfRow: readonly VaultWithItems[], outcome: CoverageRow['outcome'], what: string): CoverageRow[] =>
    vaultsOfRow.length === 0
      ? []
      : [
          {
            source,
            outcome,
            unit: 'documents',
            count: vaultsOfRow.length,
            what,
            examples: vaultsOfRow.slice(0, 10).map((each) => printable(each.name)),
          },
        ];
  const bare = vaults.filter((each) => each.properties === undefined || each.properties === null);
  return [
    ...row(
      vaults.filter((each) => !bare.includes(each)),
      'read',
      'Settings and access policies of key vaults.',
    ),
    ...row(
      bare,
      'absent',
      'Key vaults stand in the file without their settings: save az keyvault show for each of them.',
    ),
    ...row(
      vaults.filter((each) => each.secrets === undefined),
      'absent',
      'The file lists no secrets of these vaults, so their age and expiry were not judged: add the output of ' +
        'az keyvault secret list, or use bitting collect azure.',
    ),
    ...[...strays].map(([host, count]): CoverageRow => ({
      source,
      outcome: 'absent',
      unit: 'documents',
      count,
      what: `The file lists secrets or keys of ${printable(host)} and not the vault itself: add az keyvault show.`,
    })),
  ];
}

/** The subscription, or the first of several; the file's name when there is none. */
function nameOf(vaults: readonly VaultWithItems[], path: string): string {
  const subscriptions = [...new Set(vaults.map((each) => vaultAddress(each.id)?.subscription ?? ''))].sort();
  const [first, ...others] = subscriptions;
  if (first === undefined) return printable(basename(path));
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
