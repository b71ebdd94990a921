import { describe, expect, it, vi } from 'vitest';
import { githubAnnotations } from '../../reporters/github-annotations.ts';
import { REPORT_FORMATS, REPORTERS } from '../../reporters/index.ts';
import { terminal } from '../../reporters/terminal.ts';
import { checks } from '../../src/analysis/checks.ts';
import { assembleReport } from '../../src/audit/assemble-report.ts';
import { buildGraph } from '../../src/graph/build-graph.ts';
import type { Sighting } from '../../src/graph/sighting.ts';
import { IN_MEMORY } from '../../src/model/collection.ts';
import type { Collections } from '../../src/model/collection.ts';
import type { Config } from '../../src/model/config.ts';
import { NO_FACTS } from '../../src/model/facts.ts';
import type { Reference } from '../../src/model/identity.ts';
import type { LongReport } from '../../src/model/report.ts';
import { openSpill } from '../../src/store/spill/open-spill.ts';
import { ACCOUNT_PLACE, NOW, TWO_DOMAINS, detector, filePlace, identity, sighting } from '../support/graph-builder.ts';

const KEY_ID = `AKI${'A'}TESTKEYID0000001`;
const USER = identity('arn:aws:iam::111122223333:user/uploader');
const ROLE = 'arn:aws:iam::111122223333:role/deploy';

/** Two domains of equal right to one folder, so that something is left undecided. */
const CONFIG: Config = {
  ...TWO_DOMAINS,
  domains: TWO_DOMAINS.domains.map((domain) => ({ ...domain, rules: [...domain.rules, { paths: ['both/**'] }] })),
};

function* sightings(): Generator<Sighting> {
  const database = { scheme: 'postgres', user: 'app', host: 'db.example.net' };
  for (let number = 0; number < 60; number++) {
    const repository = number % 3 === 0 ? 'office' : 'shop';
    const path = number % 7 === 0 ? `both/${number}.env` : `config/${number}.env`;
    const fingerprint = (number % 25).toString(16).padStart(2, '0');
    yield sighting(fingerprint, [filePlace(repository, path, number + 1)], {
      proof: number % 2 === 0 ? 'format' : 'context',
      confidence: number % 4 === 0 ? 'low' : 'high',
      ...(number % 25 === 3 && { keyId: KEY_ID }),
      ...(number % 25 === 4 && { facts: database }),
    });
  }
  // What only names something is a reference, not a credential.
  const place = filePlace('shop', 'deploy.yml');
  yield sighting('ff', [place, { ...place, line: 9 }], { detector: 'role', facts: { target: ROLE } });
}

function reportIn(collections: Collections): LongReport {
  const seen = collections.list<Sighting>();
  for (const each of sightings()) seen.push(each);
  const references: readonly Reference[] = [{ kind: 'role', target: ROLE, place: filePlace('office', 'ci.yml') }];
  const key = {
    kind: 'access-key',
    identity: USER.id,
    provider: 'aws',
    status: 'active',
    place: ACCOUNT_PLACE,
  } as const;
  const graph = buildGraph({
    sources: ['shop', 'office'].map((name) => ({
      id: `source-${name}`,
      kind: 'repository',
      name,
      locator: `/checkouts/${name}`,
      status: 'read',
    })),
    sightings: seen.finish(),
    facts: [
      {
        ...NO_FACTS,
        identities: [USER],
        references,
        keys: [
          { ...key, keyId: KEY_ID },
          { ...key, slot: '2' },
        ],
      },
    ],
    detectors: [detector('example-key'), detector('role', { reference: 'role' })],
    config: CONFIG,
    collections,
  });
  return assembleReport({
    graph,
    checks,
    config: CONFIG,
    coverage: [],
    totals: { files: 2, blobs: 0, bytes: 100 },
    run: {
      id: 'run-1',
      tool: { name: 'bitting', version: '0.0.0' },
      started: NOW.toISOString(),
      command: 'audit',
      targets: ['.'],
      detectors: { count: 2, digest: 'none' },
      fingerprintKey: 'key',
      history: false,
    },
    now: () => NOW,
    collections,
  });
}

describe('a report whose lists outgrew memory', () => {
  it('is written as one in memory is, in every format', () => {
    const onSpill = vi.fn<() => void>();
    using spill = openSpill({ inMemory: 0, onSpill });
    const spilled = reportIn(spill);
    const held = reportIn(IN_MEMORY);
    expect(onSpill).toHaveBeenCalled();
    for (const list of ['credentials', 'findings', 'overlaps', 'references', 'undecided'] as const) {
      expect(held[list].length, list).toBeGreaterThan(1);
      expect(Array.isArray(spilled[list]), list).toBe(false);
    }
    for (const format of REPORT_FORMATS) {
      const { render } = REPORTERS[format];
      expect([...render(spilled, spill)].join(''), format).toBe([...render(held)].join(''));
    }
    const options = { width: 100, color: false, written: [] };
    expect([...terminal(spilled, options)]).toEqual([...terminal(held, options)]);
    expect([...githubAnnotations(spilled)]).toEqual([...githubAnnotations(held)]);
  });

  it('may be written more than once', () => {
    using spill = openSpill({ inMemory: 0 });
    const report = reportIn(spill);
    expect([...REPORTERS.json.render(report)].join('')).toBe([...REPORTERS.json.render(report)].join(''));
  });
});
