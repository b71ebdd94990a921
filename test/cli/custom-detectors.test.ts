import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';

import { exampleMaker } from '../../src/engine/example-maker.ts';
import { gitFixture, temporaryFolder } from '../support/git-fixture.ts';
import { assertValidReport } from '../support/report-validator.ts';
import { readJsonReport, runCli } from '../support/run-cli.ts';
import { temporaryFile } from '../support/temporary-file.ts';
import { writtenDetectors } from '../support/written-detectors.ts';

// Each starts worker threads, which takes long on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

const make = exampleMaker('custom detectors');
const acmeToken = (): string => `acme_${make(make.lowerAlnum, 32)}`;

const detectorFile = (): string => temporaryFile('acme.yaml', writtenDetectors());

/** A repository whose history has two tokens, and whose work tree one of them and a token of GitHub's. */
function planted() {
  const repo = gitFixture();
  const [gone, here, github] = [acmeToken(), acmeToken(), make.withCrc32Base62(`gh${'p_'}`, 30)];
  repo.write('old.env', `ACME_TOKEN=${gone}\n`);
  repo.commit('first');
  repo.write('old.env', 'ACME_TOKEN=\n');
  repo.write('new.env', `A=1\nACME_TOKEN=${here}\nGITHUB_TOKEN=${github}\n`);
  repo.commit('second');
  return { repo, values: [gone, here, github] };
}

describe('bitting audit --detectors', () => {
  it('finds custom tokens in work tree and history, twice over with --paranoid, and tells which detectors were custom', async () => {
    const { repo, values } = planted();
    const out = temporaryFolder();
    const run = await runCli(
      ['audit', '.', '--detectors', detectorFile(), '--paranoid', '--jobs', '1', '--out', out],
      repo.path,
    );
    const report = await readJsonReport(out);
    assertValidReport(report);
    const acme = report.credentials.filter(({ detector }) => detector === 'acme-service-token');
    expect(acme.map(({ places }) => places.length).toSorted((a, b) => a - b)).toEqual([1, 2]);
    expect(acme[0]).toMatchObject({ title: 'ACME service token', provider: 'ACME', severity: 'high' });
    expect(run.out).toContain('both agree');
    expect(report.run.detectors.custom).toEqual(['acme-service-token']);
    expect(run.out).toContain('1 custom detector');
    const html = readFileSync(join(out, 'index.html'), 'utf8');
    expect(html).toContain('acme-service-token');
    for (const value of values)
      expect(run.out + run.err + html + JSON.stringify(report)).not.toContain(value.slice(5, 25));
  });

  it('with a store reads history again when detectors are added or disabled', async () => {
    const { repo } = planted();
    const [out, store] = [temporaryFolder(), temporaryFolder()];
    const found = async (...args: readonly string[]) => {
      const fixed = ['--store', store, '--out', out, '--format', 'json', '--jobs', '1'];
      await runCli(['audit', '.', ...fixed, ...args], repo.path);
      const { credentials, run } = await readJsonReport(out);
      return { ids: credentials.map(({ detector }) => detector).toSorted(), run };
    };
    const plain = await found();
    expect(plain.ids).not.toContain('acme-service-token');
    const config = temporaryFile(
      'bitting.yaml',
      `version: 1\ndetectors:\n  files: [${detectorFile()}]\n  disable: [github-personal-access-token]\n`,
    );
    const changed = await found('--config', config);
    expect(changed.ids.filter((id) => id === 'acme-service-token')).toHaveLength(2);
    expect(changed.ids).not.toContain('github-personal-access-token');
    expect(changed.run.detectors).toMatchObject({ disabled: ['github-personal-access-token'] });
    expect(changed.run.detectors.count).toBe(plain.run.detectors.count);
  });

  it('takes files, disabled ids and severities from the configuration', async () => {
    const { repo } = planted();
    const config = temporaryFile(
      'bitting.yaml',
      `version: 1\ndetectors:\n  files: [${detectorFile()}]\n  severity: { acme-service-token: critical }\n`,
    );
    const out = temporaryFolder();
    const args = [
      'audit',
      '.',
      '--no-history',
      '--jobs',
      '1',
      '--config',
      config,
      '--out',
      out,
      '--fail-on',
      'critical',
    ];
    const run = await runCli(args, repo.path);
    expect((await readJsonReport(out)).credentials.find(({ provider }) => provider === 'ACME')?.severity).toBe(
      'critical',
    );
    expect(run.out).toContain('acme-service-token as critical');
  });

  it('ends with 2 and a sentence when a file has a mistake', async () => {
    const wrong = temporaryFile('acme.yaml', writtenDetectors().replace('[a-z0-9]{32}', '(?:[a-z]*)*'));
    const run = await runCli(['audit', '.', '--detectors', wrong], temporaryFolder());
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/acme\.yaml:11:16: detectors\.1\.match\.pattern: .*upper bound/);
  });
});

it('bitting check --detectors finds what a change adds', async () => {
  const repo = gitFixture();
  repo.write('a.env', 'A=1\n');
  repo.commit('first');
  const value = acmeToken();
  repo.write('a.env', `A=1\nACME_TOKEN=${value}\n`);
  repo.git('add', '--all');
  const plain = { GITHUB_ACTIONS: '', GIT_INDEX_FILE: '' };
  const run = await runCli(['check', '--staged', '--detectors', detectorFile()], repo.path, plain);
  expect(run.code).toBe(1);
  expect(run.out).toMatch(/ACME service token[^]*a\.env:2/);
  expect(run.out + run.err).not.toContain(value.slice(5));
});

describe('bitting detectors', () => {
  it('test runs the examples and says what was found', async () => {
    const run = await runCli(['detectors', 'test', detectorFile()], temporaryFolder());
    expect(run.out).toMatch(/ok +line 19: found acme_…/);
    expect(run.out).toContain('1 detector, 3 promises: all hold.');
    expect(run.code).toBe(0);
  });

  it('test ends with 1 and says which example fails, without its value', async () => {
    const secret = acmeToken();
    const text = writtenDetectors()
      .replace("'acme_{{lowerAlnum 32}}'", `'${secret}x'`)
      .replace('acme_{{lowerAlnum 12}}', `${secret} is found`);
    const run = await runCli(['detectors', 'test', temporaryFile('acme.yaml', text)], temporaryFolder());
    expect(run.code).toBe(1);
    expect(run.out).toMatch(/failed +line 19: the secret was found, but by generic-secret/);
    expect(run.out).toMatch(/failed +line 20: nothing may be found here, and acme_…/);
    expect(run.out + run.err).not.toContain(secret.slice(5, 25));
  });

  it('show prints everything about one, and that nothing is sent', async () => {
    const run = await runCli(
      ['detectors', 'show', 'acme-service-token', '--detectors', detectorFile()],
      temporaryFolder(),
    );
    for (const part of [
      'ACME service token (custom)',
      'service account',
      'at least 3 bits',
      'Revoke the token',
      'Bearer {value}',
      'sends nothing',
    ])
      expect(run.out).toContain(part);
    const json = await runCli(['detectors', 'show', 'stripe-secret-key', '--json'], temporaryFolder());
    expect(JSON.parse(json.out)).toMatchObject({
      id: 'stripe-secret-key',
      match: { anchors: ['sk_live_', 'sk_prod_'] },
    });
    expect(await runCli(['detectors', 'show', 'stripe-secret-ky'], temporaryFolder())).toMatchObject({
      code: 2,
      err: expect.stringContaining('did you mean stripe-secret-key?') as string,
    });
  });

  it('lists by provider and kind, custom ones too', async () => {
    const run = await runCli(['detectors', '--provider', 'acme', '--detectors', detectorFile()], temporaryFolder());
    expect(run.out).toBe('acme-service-token  high  format  ACME  ACME service token (custom)\n');
    const keys = await runCli(['detectors', '--provider', 'stripe', '--kind', 'signing-key'], temporaryFolder());
    expect(keys.out.trimEnd().split('\n')).toHaveLength(1);
  });
});
