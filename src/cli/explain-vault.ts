import { resolve } from 'node:path';

import * as z from 'zod';

import { vaultReaders, type VaultAccess, type VaultReader } from '../analysis/vaults/readers.ts';
import { readDumps } from '../audit/read-dumps.ts';
import { DEFAULT_CONFIG } from '../config/default-config.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { BittingError, EXIT } from '../model/errors.ts';
import { SILENT } from '../model/progress.ts';
import { parseOptions } from './parse-options.ts';
import type { CommandContext } from './program.ts';
import { printable } from './progress.ts';

const optionsSchema = z.object({
  azureDump: z.array(z.string()).default([]),
  json: z.boolean().default(false),
});

const WAYS: Readonly<Record<VaultReader['way'], string>> = {
  holder: 'Reads it now',
  'self-grant': 'Can let himself read it',
  deployment: 'Can take secrets by a template deployment',
  hop: 'Can act as one of those',
};

/** `bitting explain vault`: who can come to what a key vault keeps, each with the chain that shows why. */
export async function explainVault(name: string, raw: object, { terminal }: CommandContext): Promise<void> {
  const options = parseOptions(optionsSchema, raw);
  if (options.azureDump.length === 0) {
    throw new BittingError('BITTING_E_USAGE', '--azure-dump: name at least one dump or folder.');
  }
  const paths = options.azureDump.map((path) => resolve(terminal.cwd, path));
  const dumps = await readDumps({ aws: [], azure: paths, github: [] }, SILENT);
  const failed = dumps.sources.find(({ status }) => status === 'failed');
  if (failed !== undefined) {
    throw new BittingError('BITTING_E_DUMP_INVALID', failed.why ?? `${failed.name} cannot be read.`, {
      exitCode: EXIT.unread,
    });
  }
  const graph = buildGraph({ ...dumps, sightings: [], detectors: [], config: DEFAULT_CONFIG });
  const all = [...vaultReaders(graph).values()];
  const wanted = name.toLowerCase();
  const found = all.filter(({ store }) => store.name.toLowerCase() === wanted || store.id === wanted);
  if (found.length === 0) {
    const names = all.slice(0, 20).map(({ store }) => store.name);
    const there = names.length === 0 ? 'The dump holds none.' : `The dump holds ${names.join(', ')}.`;
    throw new BittingError('BITTING_E_USAGE', printable(`There is no key vault ${name}. ${there}`));
  }
  if (options.json) {
    const rows = found.map(({ store, ...access }) => ({ vault: store.id, ...access }));
    terminal.out(`${JSON.stringify(rows, undefined, 2)}\n`);
    return;
  }
  const gaps = dumps.coverage.filter(({ outcome }) => outcome === 'unreadable').map(({ what }) => what);
  for (const access of found) for (const line of linesOf(access, gaps)) terminal.out(`${printable(line)}\n`);
}

function linesOf({ store, model, readers, left, unknown }: VaultAccess, gaps: readonly string[]): readonly string[] {
  const ways = (Object.keys(WAYS) as VaultReader['way'][]).flatMap((way) => {
    const rows = readers.filter((reader) => reader.way === way);
    return rows.length === 0 ? [] : ['', `${WAYS[way]}: ${rows.length}`, ...rows.flatMap(readerLines)];
  });
  const missing = [
    ...(left > 0 ? [`${left} further readers are left out because there are too many to tell.`] : []),
    ...unknown,
    ...gaps,
  ];
  return [
    `Key vault ${store.name} (${store.id})`,
    `Permission model: ${model}`,
    ...(readers.length === 0 ? ['', 'No reader is known.'] : ways),
    ...(missing.length === 0 ? [] : ['', 'Not known:', ...missing.map((what) => `  ${what}`)]),
  ];
}

function readerLines({ words, rights, only, certainty, steps }: VaultReader): readonly string[] {
  const what = [
    rights.join(' and '),
    ...(only === undefined ? [] : [`of ${only.split('/').slice(-2).join(' ')} alone`]),
  ];
  return [
    `  ${words} (${what.join(' ')}${certainty === 'certain' ? '' : '; it depends'})`,
    ...steps.flatMap(({ says, needs }) => [
      `    ${says}`,
      ...(needs === undefined ? [] : [`      provided that ${needs}`]),
    ]),
  ];
}
