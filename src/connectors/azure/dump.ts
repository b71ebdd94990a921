import { createHash } from 'node:crypto';
import { opendir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { BittingError, messageOf } from '../../model/errors.ts';
import type { CollectedFacts, Facts } from '../../model/facts.ts';
import { stableId } from '../../model/ids.ts';
import type { CoverageRow } from '../../model/source.ts';
import { operationRows, statusOf } from '../coverage.ts';
import { invalidDump, parseDump, printable, readJsonDump } from '../dump-file.ts';
import { readAzOutput, type AzOutput } from './az-output.ts';
import { AZURE_DUMP_FORMAT, azureDump, type AzureLists, type VaultWithItems } from './dump-format.ts';
import { azureFacts } from './facts.ts';
import { joinOutputs } from './join-outputs.ts';
import { groupsAmong, type AzureRecords } from './records.ts';
import { vaultAddress } from './resource-id.ts';

/** Facts of one dump or folder, with the records that {@link mergeAzure} joins with those of others. */
export interface AzureCollectedFacts extends CollectedFacts {
  readonly records: AzureRecords;
}

/** Files of a folder; more are a coverage row. */
const MOST_FILES = 5_000;
const DEEPEST_FOLDER = 4;

/**
 * Facts of a saved dump: what `bitting collect azure` wrote, the output of commands of `az`, or a folder of either.
 *
 * Throws BittingError `BITTING_E_DUMP_INVALID` (exit code 3). In a folder, a file that cannot be read is a coverage row;
 * only a folder in which nothing can be read is an error.
 */
export async function readAzureDump(path: string): Promise<AzureCollectedFacts> {
  const folder = await stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
  return folder ? readFolder(path) : readFile(path);
}

/** Facts of several dumps as one. */
export function mergeAzure(dumps: readonly AzureCollectedFacts[]): Facts {
  return azureFacts(dumps.map(({ records }) => records)).facts;
}

/** The dumps again, without the gap that roles have no definition where another of them defines all. */
export function settleAzure(dumps: readonly AzureCollectedFacts[]): readonly AzureCollectedFacts[] {
  if (dumps.length < 2 || azureFacts(dumps.map(({ records }) => records)).undefinedRoles.length > 0) return dumps;
  return dumps.map((dump) => {
    const coverage = dump.coverage.filter(({ what }) => what !== UNDEFINED_ROLES);
    const { status: _, why: __, ...source } = dump.source;
    return { ...dump, coverage, source: { ...source, ...statusOf(coverage) } };
  });
}

const UNDEFINED_ROLES =
  'Roles are assigned whose definition is not in the dump and not known, so what they allow was not judged: add the ' +
  'output of az role definition list.';

async function readFile(path: string): Promise<AzureCollectedFacts> {
  const { value, digest } = await readJsonDump(path);
  if (typeof value === 'object' && value !== null && 'format' in value) {
    const dump = parseDump(azureDump, value, path, `a dump of the format ${AZURE_DUMP_FORMAT}`);
    const source = sourceId(dump.subscription);
    const subscription = dump.subscription.toLowerCase();
    const records: AzureRecords = {
      source,
      subscription,
      lists: dump,
      tenants: new Map(dump.tenant ? [[subscription, dump.tenant.toLowerCase()]] : []),
      parents: new Map(),
      federated: new Map(),
    };
    const rows = operationRows(source, dump.operationsRead, dump.unread);
    return assemble(records, { name: dump.subscription, path, digest }, rows);
  }
  return fromOutput([readAzOutput(value, path)], path, digest, []);
}

async function readFolder(path: string): Promise<AzureCollectedFacts> {
  const { files, left } = await filesOf(path);
  const outputs: AzOutput[] = [];
  const problems: string[] = left ? [`The folder holds more than ${MOST_FILES} files; the others were not read.`] : [];
  const digest = createHash('sha256');
  for (const file of files) {
    try {
      const json = await readJsonDump(file);
      const ours = typeof json.value === 'object' && json.value !== null && 'format' in json.value;
      outputs.push(ours ? ownOutput(json.value, file) : readAzOutput(json.value, file));
      digest.update(json.digest);
    } catch (error) {
      if (!(error instanceof BittingError)) throw error;
      problems.push(`${printable(relative(path, file))}: ${error.message}`);
    }
  }
  if (outputs.length === 0) {
    throw invalidDump(
      path,
      `holds no file that can be read${problems[0] ? ` (${problems[0]})` : ''}`,
      'Save dumps as .json in it.',
    );
  }
  return fromOutput(outputs, path, digest.digest('hex'), problems);
}

/** A collected dump among files of the command line client. */
function ownOutput(value: unknown, path: string): AzOutput {
  const dump = parseDump(azureDump, value, path, `a dump of the format ${AZURE_DUMP_FORMAT}`);
  const subscription = dump.subscription.toLowerCase();
  return {
    // The list of a subscription names what it inherits, and nothing of other branches.
    lists: {
      ...dump,
      ancestors: [
        ...dump.ancestors,
        { subscription, groups: groupsAmong(dump.roleAssignments.map(({ scope }) => scope)) },
      ],
    },
    items: new Map(),
    rotations: new Map(),
    tenants: new Map(dump.tenant ? [[subscription, dump.tenant.toLowerCase()]] : []),
    parents: new Map(),
    federated: new Map(),
    unused: new Map(
      dump.unread.map(({ operation, resource, why }) => [
        `${operation} of ${printable(resource)}: ${printable(why)}.`,
        1,
      ]),
    ),
  };
}

/** JSON files below a folder, sorted. Links are not followed. */
async function filesOf(folder: string): Promise<{ readonly files: readonly string[]; readonly left: boolean }> {
  const files: string[] = [];
  const visit = async (at: string, depth: number): Promise<void> => {
    try {
      for await (const entry of await opendir(at)) {
        if (files.length > MOST_FILES) return;
        if (entry.isDirectory() && depth < DEEPEST_FOLDER) await visit(join(at, entry.name), depth + 1);
        else if (entry.isFile() && entry.name.toLowerCase().endsWith('.json')) files.push(join(at, entry.name));
      }
    } catch (error) {
      throw invalidDump(at, `cannot be listed (${printable(messageOf(error))})`, 'Check its name and permissions.');
    }
  };
  await visit(folder, 0);
  return { files: files.sort().slice(0, MOST_FILES), left: files.length > MOST_FILES };
}

function fromOutput(
  outputs: readonly AzOutput[],
  path: string,
  digest: string,
  problems: readonly string[],
): AzureCollectedFacts {
  const joined = joinOutputs(outputs);
  const name = nameOf(joined.records.lists.vaults, path);
  const source = sourceId(name);
  const records: AzureRecords = { ...joined.records, source };
  const rows = [
    ...azRows(source, records.lists, joined.strays),
    ...[...joined.unused].map(([what, count]) => absent(source, what, count)),
    ...problems.map((what): CoverageRow => ({ source, outcome: 'unreadable', unit: 'documents', count: 1, what })),
  ];
  return assemble(records, { name, path, digest }, rows);
}

function assemble(
  records: AzureRecords,
  { name, path, digest }: { readonly name: string; readonly path: string; readonly digest: string },
  known: readonly CoverageRow[],
): AzureCollectedFacts {
  const { facts, undefinedRoles } = azureFacts([records]);
  const { source: id } = records;
  const coverage = [
    ...known,
    ...(undefinedRoles.length === 0
      ? []
      : [
          {
            ...absent(id, UNDEFINED_ROLES, undefinedRoles.length),
            examples: undefinedRoles.slice(0, 10).map((role) => printable(role)),
          },
        ]),
  ];
  return {
    ...facts,
    source: { id, kind: 'azure-dump', name: `Azure ${printable(name)}`, locator: path, ...statusOf(coverage), digest },
    coverage,
    records,
  };
}

function sourceId(name: string): string {
  return stableId('source', 'azure-dump', name);
}

function absent(source: string, what: string, count: number): CoverageRow {
  return { source, outcome: 'absent', unit: 'documents', count, what };
}

/** What the output of `az` holds, and what it leaves out, vault by vault. */
function azRows(source: string, lists: AzureLists, strays: AzOutput['items']): readonly CoverageRow[] {
  const { vaults } = lists;
  const row = (vaultsOfRow: readonly VaultWithItems[], outcome: CoverageRow['outcome'], what: string): CoverageRow[] =>
    vaultsOfRow.length === 0
      ? []
      : [
          {
            ...absent(source, what, vaultsOfRow.length),
            outcome,
            examples: vaultsOfRow.slice(0, 10).map((each) => printable(each.name)),
          },
        ];
  const bare = vaults.filter((each) => each.properties === undefined || each.properties === null);
  const others = Object.entries(lists)
    .filter(([name]) => name !== 'vaults')
    .reduce((sum, [, rows]) => sum + rows.length, 0);
  return [
    ...row(
      vaults.filter((each) => !bare.includes(each)),
      'read',
      'Settings and access policies of key vaults.',
    ),
    ...(others === 0
      ? []
      : [
          {
            ...absent(source, 'Rows on roles, identities and the directory.', others),
            outcome: 'read' as const,
          },
        ]),
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
    ...[...strays].map(([host, items]) =>
      absent(
        source,
        `The file lists secrets or keys of ${printable(host)} and not the vault itself: add az keyvault show.`,
        Object.values(items).reduce((sum, rows) => sum + (rows?.length ?? 0), 0),
      ),
    ),
  ];
}

/** The subscription, or the first of several; the file's name when there is none. */
function nameOf(vaults: readonly VaultWithItems[], path: string): string {
  const subscriptions = [...new Set(vaults.map((each) => vaultAddress(each.id)?.subscription ?? ''))].sort();
  const [first, ...others] = subscriptions;
  if (first === undefined) return printable(basename(path));
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
