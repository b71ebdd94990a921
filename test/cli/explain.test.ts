import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';

import { exampleMaker } from '../../src/engine/example-maker.ts';
import { temporaryFolder } from '../support/git-fixture.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFile } from '../support/temporary-file.ts';
import { writtenDetectors } from '../support/written-detectors.ts';

// Compiling all detectors takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const make = exampleMaker('explain command');

describe('bitting explain', () => {
  it('tells of a line why it is reported, custom detectors included, and never shows the value', async () => {
    const folder = temporaryFolder();
    const [token, acme] = [make.withCrc32Base62(`gh${'p_'}`, 30), `acme_${make(make.lowerAlnum, 32)}`];
    writeFileSync(join(folder, 'a.env'), `A=1\nGITHUB_TOKEN=${token}\nACME=${acme}\nDB_PASSWORD=changeme\n`);
    const custom = temporaryFile('acme.yaml', writtenDetectors());
    const whole = await runCli(['explain', 'a.env', '--detectors', custom], folder);
    expect(whole).toMatchObject({ code: 0, err: '' });
    expect(whole.out).toMatch(/line 2: ghp_.*reported with high confidence\n[^]*proven \(checksum\)/);
    expect(whole.out).toMatch(/line 3: acme_….*ACME service token \(acme-service-token\): reported/);
    expect(whole.out).toMatch(/line 4: .*generic-secret\): not reported\n[^]*DROPPED/);
    for (const value of [token.slice(4, 30), acme.slice(5, 30), 'changeme']) expect(whole.out).not.toContain(value);
    const one = await runCli(['explain', 'a.env:4'], folder);
    expect(one.out).not.toContain('line 2');
  });

  it('does not repeat what was given in place of a file', async () => {
    const value = make.withCrc32Base62(`gh${'p_'}`, 30);
    const run = await runCli(['explain', value], temporaryFolder());
    expect(run.code).toBe(2);
    expect(run.err).toContain('There is no such file');
    expect(run.out + run.err).not.toContain(value.slice(4, 20));
  });
});
