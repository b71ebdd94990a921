import { buildGraph } from '../../src/graph/build-graph.ts';
import type { GraphInput } from '../../src/graph/build-graph.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { Sighting } from '../../src/graph/sighting.ts';
import { DEFAULT_CONFIG } from '../../src/config/default-config.ts';
import type { Config } from '../../src/model/config.ts';
import type { Detector } from '../../src/model/detector.ts';
import type { Facts } from '../../src/model/facts.ts';
import { NO_FACTS } from '../../src/model/facts.ts';
import type { Identity } from '../../src/model/identity.ts';
import type { FilePlace, ResourcePlace } from '../../src/model/place.ts';
import type { Match } from '../../src/model/segment.ts';
import type { Source } from '../../src/model/source.ts';

export const NOW = new Date('2026-11-23T00:00:00Z');

function source(name: string): Source {
  return { id: `source-${name}`, kind: 'repository', name, locator: `/checkouts/${name}`, status: 'read' };
}

export function filePlace(name: string, path: string, line = 1): FilePlace {
  return { kind: 'file', source: `source-${name}`, path, line, column: 1, endLine: line, endColumn: 41 };
}

export const ACCOUNT_PLACE: ResourcePlace = {
  kind: 'resource',
  source: 'source-aws',
  provider: 'aws',
  account: '111122223333',
  resource: 'arn:aws:iam::111122223333:user/uploader',
};

/** A detector of its own for graph tests: the graph asks it only for words. */
export function detector(id: string, fields: Partial<Detector> = {}): Detector {
  return {
    id,
    title: id.replaceAll('-', ' '),
    provider: 'example',
    kind: 'api-key',
    identity: 'unknown',
    severity: 'high',
    match: { anchors: ['xyz'], pattern: /xyz/, proof: 'format' },
    rotate: 'Rotate it.',
    docs: 'https://example.com',
    examples: { match: () => [], noMatch: () => [] },
    ...fields,
  };
}

export function sighting(fingerprint: string, places: readonly FilePlace[], fields: Partial<Match> = {}): Sighting {
  const match: Match = {
    segment: 0,
    detector: 'example-key',
    start: 0,
    end: 40,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 41,
    fingerprint: fingerprint.padEnd(32, '0'),
    preview: 'xyz…',
    proof: 'format',
    confidence: 'high',
    facts: {},
    ...fields,
  };
  return { match, places };
}

export function identity(id: string, fields: Partial<Identity> = {}): Identity {
  return {
    id,
    provider: 'aws',
    kind: 'user',
    name: id.slice(id.lastIndexOf('/') + 1),
    tags: {},
    attributes: {},
    places: [ACCOUNT_PLACE],
    domains: [],
    ...fields,
  };
}

/** Customer owns `shop`, workforce owns `office`. */
export const TWO_DOMAINS: Config = {
  ...DEFAULT_CONFIG,
  domains: [
    { id: 'customer', class: 'customer', title: 'Shop', owner: 'team-shop', rules: [{ repositories: ['shop'] }] },
    {
      id: 'workforce',
      class: 'workforce',
      title: 'Office',
      owner: 'team-office',
      rules: [{ repositories: ['office'] }],
    },
  ],
};

export function graphOf(input: Partial<Omit<GraphInput, 'facts'>> & { readonly facts?: Partial<Facts> }): Graph {
  return buildGraph({
    sources: [source('shop'), source('office')],
    sightings: [],
    detectors: [detector('example-key')],
    config: TWO_DOMAINS,
    ...input,
    facts: [{ ...NO_FACTS, ...input.facts }],
  });
}
