import { describe, expect, it, onTestFinished, vi } from 'vitest';

import { openAuditWorkers } from '../../src/audit/audit-workers.ts';
import { changedSet, detectorSet } from '../../src/audit/detector-set.ts';
import { openEngine } from '../../src/engine/pool.ts';
import { scanInline } from '../../src/engine/scan-inline.ts';
import { exampleMaker } from '../../src/engine/example-maker.ts';
import type { Match, Segment } from '../../src/model/segment.ts';
import { testDetector } from '../engine/support/detector.ts';

// One starts worker threads, which takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const make = exampleMaker('detector set');
const key = new Uint8Array(32).fill(5);
const acme = testDetector('acme-token', { anchors: ['acme_'], pattern: /acme_[a-z0-9]{32}/, proof: 'format' });
const block = testDetector('acme-block', {
  anchors: ['<acme>'],
  pattern: /<acme>\s{1,20}(?<secret>[a-z0-9]{32})\s{1,20}<\/acme>/,
  proof: 'context',
  multiLine: true,
  paths: /\.xml$/,
});

const github = make.withCrc32Base62(`gh${'p_'}`, 30);
const text = [
  `a = "acme_${make(make.lowerAlnum, 32)}"`,
  `GITHUB_TOKEN=${github}`,
  `both: ${github} acme_${make(make.lowerAlnum, 32)}`,
  `both: ${github} acme_${make(make.lowerAlnum, 32)}`,
  `<acme>\n  ${make(make.lowerAlnum, 32)}\n</acme>`,
  '',
].join('\n');
const segment: Segment = { id: 0, path: 'a.xml', bytes: Buffer.from(text) };
const rows = (matches: readonly Match[]) => matches.map(({ detector, line }) => `${detector} ${line}`);

describe('a changed set of detectors', () => {
  const set = changedSet({ added: [acme, block], disabled: ['github-personal-access-token'], severity: {} });
  const expected = ['acme-token 1', 'acme-token 3', 'acme-token 4', 'acme-block 6'];

  it('finds what was added and not what was disabled, on the calling thread', () => {
    const { shipped: detectors, changes } = set;
    const { matches, problems } = scanInline([segment], { detectors, changes, key });
    expect(rows(matches)).toEqual(expect.arrayContaining(expected));
    expect(rows(matches).filter((row) => row.startsWith('github'))).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('finds the same in worker threads', async () => {
    const workers = openAuditWorkers(set, { bytes: key }, 1);
    onTestFinished(() => workers.close());
    const { shipped: detectors, changes } = set;
    const { matches } = await openEngine(workers).scan([segment]);
    expect(matches).toEqual(scanInline([segment], { detectors, changes, key }).matches);
  });

  it('finds with one table for each part what it finds with one for all', () => {
    const { shipped, changes } = set;
    const apart = scanInline([segment], { detectors: shipped, changes, key });
    const together = scanInline([segment], {
      detectors: [...shipped, ...changes.added],
      changes: { added: [], disabled: changes.disabled },
      key,
    });
    expect(apart).toEqual(together);
  });

  it('has another digest, which tells any change of what is looked for', () => {
    const severity = {};
    const other = testDetector('acme-token', { anchors: ['acme_'], pattern: /acme_[a-z0-9]{33}/, proof: 'format' });
    const digests = [
      detectorSet,
      set,
      changedSet({ added: [acme], disabled: [], severity }),
      changedSet({ added: [other], disabled: [], severity }),
      changedSet({ added: [], disabled: ['generic-key'], severity }),
      changedSet({ added: [], disabled: ['generic-secret'], severity }),
    ].map(({ digest }) => digest());
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('of ratings alone looks for the same, and so needs no scan', () => {
    const rated = changedSet({ added: [], disabled: [], severity: { 'generic-key': 'info' } });
    expect(rated.digest()).toBe(detectorSet.digest());
    expect(rated.detectors.find(({ id }) => id === 'generic-key')?.severity).toBe('info');
    expect(rated.told()).toMatchObject({ severity: { 'generic-key': 'info' } });
  });
});
