import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildOrganisation } from '../../fixtures/organisation/build.ts';
import type { BuiltOrganisation } from '../../fixtures/organisation/build.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { assertValidReport } from '../support/report-validator.ts';
import { readJsonReport, runCli } from '../support/run-cli.ts';
import type { CliRun } from '../support/run-cli.ts';

/** When the organisation is looked at: what is old, unused or expired in it follows from that. */
const NOW = new Date('2026-11-23T12:00:00Z');
const EXPECTED = new URL('../../fixtures/organisation/expected.json', import.meta.url);

let folder: string;
let organisation: BuiltOrganisation;
let run: CliRun;
let report: Report;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bitting-organisation-'));
  organisation = buildOrganisation(folder);
  const { repositories, awsDump, azureDump, config } = organisation;
  run = await runCli(
    [
      'audit',
      repositories,
      '--aws-dump',
      awsDump,
      '--azure-dump',
      azureDump,
      '--config',
      config,
      '--out',
      'report',
      '--jobs',
      '2',
    ],
    folder,
    {},
    NOW,
  );
  report = await readJsonReport(join(folder, 'report'));
}, 120_000);
afterAll(async () => rm(folder, { recursive: true, force: true }));

describe('the sample organisation', () => {
  it('ends with findings and a report in three formats', () => {
    expect(run.code).toBe(1);
    for (const file of ['index.html', 'report.json', 'report.sarif']) {
      expect(existsSync(join(folder, 'report', file))).toBe(true);
    }
  });

  it('writes a report that follows the published schema', () => {
    assertValidReport(report);
  });

  it('finds exactly what is expected', async () => {
    const expected: unknown = JSON.parse(await readFile(EXPECTED, 'utf8'));
    expect(report.findings.map(summary)).toEqual(expected);
  });

  it('states the shared key: both places, both owners, its IAM user and what that user can do', () => {
    const shared = report.findings.find(
      ({ check, domains }) => check === 'overlap.value' && domains.join() === 'customer,workforce',
    );
    expect(shared?.title).toContain('shop-uploader');
    const paths = shared?.places.map((place) => (place.kind === 'file' ? place.path : ''));
    expect(paths).toEqual(expect.arrayContaining(['config/production.env', 'admin/settings.py']));
    const evidence = shared?.evidence.map(({ what }) => what).join('\n');
    expect(evidence).toMatch(/team-storefront/);
    expect(evidence).toMatch(/team-backoffice/);
    expect(evidence).toMatch(/s3/i);
    expect(shared?.subjects).toContain('arn:aws:iam::111122223333:user/shop-uploader');
    const { credentials } = report;
    const secret = credentials.find(({ id }) => id === shared?.subjects[0]);
    expect(secret).toMatchObject({ identity: 'arn:aws:iam::111122223333:user/shop-uploader', status: 'active' });
  });

  it('follows a leaked key over the policy of a group to administrator, link by link', async () => {
    const chain = report.chains?.[0];
    expect(chain).toMatchObject({
      title: 'AWS secret access key of user release-bot',
      reaches: expect.stringMatching('administrator'),
    });
    const says = (kind: string): string => chain?.links.find((link) => link.kind === kind)?.says ?? '';
    expect(says('places')).toBe('It stands in scripts/publish.env, line 4, in infra.');
    expect(says('identity')).toContain('arn:aws:iam::111122223333:user/release-bot');
    expect(says('policies')).toBe('It is in the group release and has the policy publish.');
    expect(says('privileges')).toContain('can make itself an administrator');
    expect(says('path')).toBe('It comes to administrator in 1 step; every step is certain.');
    expect(says('owners')).toBe('Who answers: team-platform for platform.');
    const explained = await runCli(
      ['explain', 'credential', chain?.credential ?? '', '--report', 'report/report.json'],
      folder,
    );
    expect(explained).toMatchObject({ code: 0, err: '' });
    expect(explained.out).toMatch(/^AWS secret access key of user release-bot\n/);
  });

  it('follows an Azure client secret to its service principal and the vault that it reads', () => {
    const chain = report.chains?.find(({ title }) => title.includes('client secret'));
    expect(chain).toMatchObject({
      title: 'Microsoft Entra ID client secret of Azure service account gateway',
      reaches: 'stores',
    });
    const link = (kind: string) => chain?.links.find((each) => each.kind === kind);
    expect(link('identity')?.says).toMatch(/known by the client id beside it\.$/);
    expect(link('stores')?.says).toBe('It can come to the secret store gateway-kv.');
    expect(link('stores')?.details[0]?.what).toBe('gateway-kv: it reads it now. It keeps acme-api-token.');
  });

  it('finds what history hides: a deleted file, a secret born in a merge', () => {
    const inHistory = report.findings.filter(({ places }) =>
      places.every((place) => place.kind === 'file' && place.commit !== undefined),
    );
    const paths = inHistory.flatMap(({ places }) => places.map((place) => (place.kind === 'file' ? place.path : '')));
    expect(paths).toEqual(expect.arrayContaining(['release.sh', 'mirror.ini']));
  });

  it('joins the password inside a base64 Kubernetes secret to the same one in the shop', () => {
    const database = report.overlaps.find(({ domains }) => domains.includes('customer') && domains.includes('partner'));
    expect(database).toBeDefined();
  });

  it('holds no planted value in any file it wrote or line it printed', async () => {
    const texts = [run.out, run.err];
    for (const file of await readdir(join(folder, 'report'))) {
      texts.push(await readFile(join(folder, 'report', file), 'utf8'));
    }
    for (const [name, value] of Object.entries(organisation.planted)) {
      if (name.endsWith('KeyId')) continue; // A public id, shown on purpose.
      const forms = [value, JSON.stringify(value).slice(1, -1), Buffer.from(value).toString('base64').slice(0, -4)];
      for (const text of texts) for (const form of forms) expect(text.includes(form), name).toBe(false);
    }
  });

  it('is the same report again from its JSON', async () => {
    const again = await runCli(
      ['report', 'report/report.json', '--out', 'again', '--format', 'html,json,sarif'],
      folder,
    );
    expect(again.code).toBe(0);
    for (const file of ['index.html', 'report.json', 'report.sarif']) {
      const [before, after] = await Promise.all([
        readFile(join(folder, 'report', file), 'utf8'),
        readFile(join(folder, 'again', file), 'utf8'),
      ]);
      expect(after === before, file).toBe(true);
    }
  });

  it('is judged as of the time of the run: a year later, keys are unused that were not', async () => {
    const later = new Date(NOW);
    later.setUTCFullYear(NOW.getUTCFullYear() + 1);
    expect(await unused(NOW)).toEqual([]);
    expect((await unused(later)).length).toBeGreaterThan(0);
  });

  it('keeps every finding id in a second run', async () => {
    const { repositories, awsDump, azureDump, config } = organisation;
    await runCli(
      [
        'audit',
        repositories,
        '--aws-dump',
        awsDump,
        '--azure-dump',
        azureDump,
        '--config',
        config,
        '--out',
        'second',
        '-q',
      ],
      folder,
      {},
      NOW,
    );
    const second = await readJsonReport(join(folder, 'second'));
    expect(second.findings.map(({ id }) => id)).toEqual(report.findings.map(({ id }) => id));
  });
});

/** What the expected report fixes of a finding: not the ids, which follow from the key of the machine. */
function summary({ check, severity, title, domains, places }: Finding) {
  const [first] = places;
  const where = first === undefined ? '' : first.kind === 'file' ? `${first.path}:${first.line}` : first.resource;
  return { check, severity, title, domains, where };
}

/** Titles of the findings on keys, users and roles that nobody uses, at a time. */
async function unused(now: Date): Promise<readonly string[]> {
  const args = ['audit', '--aws-dump', organisation.awsDump, '--out', 'later', '--format', 'json'];
  await runCli(args, folder, {}, now);
  const { findings } = await readJsonReport(join(folder, 'later'));
  return findings.flatMap(({ check, title }) => (/unused/.test(check) ? [title] : []));
}
