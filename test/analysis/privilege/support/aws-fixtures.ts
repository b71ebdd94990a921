import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAwsDump, type AwsDumpFacts } from '../../../../src/connectors/aws/dump.ts';
import { buildGraph } from '../../../../src/graph/build-graph.ts';
import type { Graph } from '../../../../src/graph/graph.ts';
import type { Config } from '../../../../src/model/config.ts';
import type { CollectedFacts } from '../../../../src/model/facts.ts';

/** The day the fixtures are judged. */
export const NOW = new Date('2026-06-01T12:00:00Z');

export const CONFIG: Config = {
  domains: [],
  allowedShared: [],
  ownAccounts: [],
  exclude: [],
  defaults: { rotationMaxDays: 90, unusedMaxDays: 90 },
};

const FIXTURES = new URL('../../../../fixtures/aws/', import.meta.url);

/** Text of a file of a fixture, with key ids put in. */
export async function fixtureText(name: string, file: string): Promise<string> {
  return withKeyIds(await readFile(new URL(`${name}/${file}`, FIXTURES), 'utf8'));
}

/** Key ids are made here, so that no file holds one: `{{key:deploy-1}}` becomes an id of AWS's shape. */
function withKeyIds(text: string): string {
  return text.replaceAll(/\{\{key:([a-z0-9-]+)\}\}/g, (_, name: string) => keyId(name));
}

export function keyId(name: string): string {
  const body = createHash('sha256')
    .update(name)
    .digest('hex')
    .toUpperCase()
    .replaceAll(/[0189]/g, 'Q')
    .slice(0, 16);
  return ['AK', 'IA', body].join('');
}

/** Reads a text as `readAwsDump` reads a file. */
export async function readText(text: string | Uint8Array, name = 'dump.json'): Promise<AwsDumpFacts> {
  const folder = await mkdtemp(join(tmpdir(), 'bitting-aws-'));
  try {
    const file = join(folder, name);
    await writeFile(file, text);
    return await readAwsDump(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export function graphOf(facts: readonly CollectedFacts[], config: Config = CONFIG): Graph {
  return buildGraph({ sources: facts.map(({ source }) => source), sightings: [], facts, detectors: [], config });
}

/** The same dump with every policy document as the IAM API itself sends it: JSON encoded by RFC 3986. */
export function encodeDocuments(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(encodeDocuments);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      name.endsWith('Document')
        ? encodeURIComponent(JSON.stringify(field)).replaceAll('*', '%2A')
        : encodeDocuments(field),
    ]),
  );
}
