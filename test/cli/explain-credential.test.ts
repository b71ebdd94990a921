import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import type { CredentialChain } from '../../src/model/chain.ts';
import { temporaryFolder } from '../support/git-fixture.ts';
import { runCli } from '../support/run-cli.ts';
import { SHARED_KEY, sampleReport } from '../support/sample-report.ts';

function folderWithReport(report: object = sampleReport()): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'report.json'), JSON.stringify(report));
  return folder;
}

const explain = (id: string, folder: string, ...more: readonly string[]) =>
  runCli(['explain', 'credential', id, '--report', 'report.json', ...more], folder);

describe('bitting explain credential', () => {
  it('tells the chain by id, by the beginning of the id and by key id', async () => {
    const folder = folderWithReport();
    const run = await explain(SHARED_KEY.id, folder);
    expect(run).toMatchObject({ code: 0, err: '' });
    for (const title of ['1. Where it stands', '2. What it is', '3. Whom it acts as', 'Owners']) {
      expect(run.out).toContain(title);
    }
    expect(run.out.replaceAll(/\s+/g, ' ')).toContain('It comes to administrator in 2 steps');
    expect(run.out).toContain('What cuts it: Take iam:PutRolePolicy');
    expect((await explain(SHARED_KEY.id.slice(0, 16), folder)).out).toBe(run.out);
    expect((await explain(SHARED_KEY.keyId ?? '', folder)).out).toContain(run.out.split('\n')[0]);
  });

  it('writes it as JSON', async () => {
    const { out } = await explain(SHARED_KEY.id, folderWithReport(), '--json');
    const chain = JSON.parse(out) as CredentialChain;
    expect(chain).toMatchObject({ credential: SHARED_KEY.id, reaches: 'perhaps administrator' });
    expect(chain.links.map(({ kind }) => kind)).toContain('path');
  });

  it('reads reports of the version before, and says that ways were not looked for', async () => {
    const { paths: _, reach: __, chains: ___, ...rest } = sampleReport();
    const { code, out } = await explain(SHARED_KEY.id, folderWithReport({ ...rest, schema: 'bitting-report/1.0' }));
    expect(code).toBe(0);
    expect(out).toContain('Ways to more rights were not looked for.');
  });

  it('does not repeat what was given where there is no such credential', async () => {
    const value = ['gh', 'p_', 'q'.repeat(36)].join('');
    const run = await explain(value, folderWithReport());
    expect(run.code).toBe(2);
    expect(run.err).toContain('The report has no credential of that id.');
    expect(run.out + run.err).not.toContain('qqqq');
  });

  it('shows text of scanned files without what moves a cursor', async () => {
    const report = sampleReport();
    const credentials = report.credentials.map((each) =>
      each.id === SHARED_KEY.id ? { ...each, title: 'key \u001B[2J' } : each,
    );
    const { out } = await explain(SHARED_KEY.id, folderWithReport({ ...report, credentials }));
    expect(out).toContain('\\x1b[2J');
    expect(out).not.toContain('\u001B');
  });
});
