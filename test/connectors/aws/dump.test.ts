import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAwsDump } from '../../../src/connectors/aws/dump.ts';
import { BittingError } from '../../../src/model/errors.ts';
import { fixtureText, keyId, readText } from '../../analysis/privilege/support/aws-fixtures.ts';

const ROLE = 'arn:aws:iam::111122223333:role';
const page = async () => JSON.parse(await fixtureText('rights', 'dump.json'));

async function errorOf(text: string | Uint8Array): Promise<BittingError> {
  const error: unknown = await readText(text).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof BittingError)) throw new Error('a BittingError was expected', { cause: error });
  expect(error.code).toBe('BITTING_E_DUMP_INVALID');
  expect(error.exitCode).toBe(3);
  expect(error.cause).toBeUndefined();
  return error;
}

describe('authorisation details', () => {
  test('become identities, grants and trusts', async () => {
    const facts = await readText(JSON.stringify(await page()));
    expect(facts.source).toMatchObject({
      id: 'aws-dump:111122223333/authorization-details',
      kind: 'aws-dump',
      name: 'aws 111122223333 authorization details',
      status: 'read',
    });
    const user = facts.identities.find(({ name }) => name === 'admin-by-group');
    expect(user).toMatchObject({ kind: 'user', account: '111122223333', owner: 'platform@example.com' });
    expect(facts.grants.filter(({ identity }) => identity === user?.id)).toMatchObject([
      { policy: 'AdministratorAccess', through: 'group', group: 'admins' },
    ]);
    const bounded = facts.grants.filter(({ identity }) => identity.endsWith('user/admin-bounded'));
    expect(bounded.map(({ through }) => through)).toEqual(['managed', 'boundary']);
  });

  test('only the default version of a managed policy counts', async () => {
    const facts = await readText(JSON.stringify(await page()));
    const grant = facts.grants.find(({ identity }) => identity.endsWith('user/default-version-only'));
    expect(grant?.statements[0]?.actions).toEqual(['s3:GetObject', 's3:ListBucket']);
  });

  test('policies are kept whole: every version of a managed one, the trust policy of each role', async () => {
    const whole = await page();
    const facts = await readText(JSON.stringify(whole));
    const policy = facts.managedPolicies.find(({ name }) => name === 'only-s3');
    expect(policy?.versions.map(({ id, isDefault, statements }) => [id, isDefault, statements[0]?.actions])).toEqual([
      ['v2', true, ['s3:GetObject', 's3:ListBucket']],
      ['v1', false, ['*']],
    ]);
    expect(facts.managedPolicies).toHaveLength(whole.Policies.length);
    expect(facts.resourcePolicies.map(({ kind, resource, account }) => [kind, resource, account])).toEqual(
      whole.RoleDetailList.map(({ Arn }: { Arn: string }) => ['trust', Arn, '111122223333']),
    );
    const trust = facts.resourcePolicies.find(({ resource }) => resource.endsWith('/build-admin'));
    expect(trust?.statements).toMatchObject([{ effect: 'Allow', actions: ['sts:AssumeRole'] }]);
  });

  test('users tell their groups by ARN', async () => {
    const { identities } = await readText(JSON.stringify(await page()));
    const groupsOf = (name: string) => identities.find((identity) => identity.name === name)?.memberOf;
    expect(groupsOf('admin-by-group')).toEqual(['arn:aws:iam::111122223333:group/admins']);
    expect(groupsOf('default-version-only')).toBeUndefined();
  });

  test('pages in a list, appended to each other, with a byte order mark and in UTF-16 read like one page', async () => {
    const whole = await page();
    const one = await readText(JSON.stringify(whole));
    const first = { ...whole, RoleDetailList: [], Policies: [], IsTruncated: true, Marker: 'x' };
    const second = { RoleDetailList: whole.RoleDetailList, Policies: whole.Policies, IsTruncated: false };
    const variants = [
      JSON.stringify([first, second]),
      `${JSON.stringify(first, null, 2)}\n${JSON.stringify(second, null, 2)}\n`,
      `\uFEFF${JSON.stringify(whole)}`,
      Buffer.from(`\uFEFF${JSON.stringify(whole)}`, 'utf16le'),
    ];
    for (const variant of variants) {
      const { source: _source, folder: _folder, ...facts } = await readText(variant);
      const { source: _one, folder: _other, ...expected } = one;
      expect(facts).toEqual(expected);
    }
  });

  test('a document that is no answer of AWS is a gap beside those that are', async () => {
    const facts = await readText(`${JSON.stringify(await page())}\n{"password": "hunter2"}`);
    expect(facts.source).toMatchObject({ status: 'partial', why: expect.stringContaining('no answer of AWS') });
    expect(facts.coverage.at(-1)).toMatchObject({ outcome: 'unreadable', count: 1, examples: ['document 2'] });
    expect(facts.identities.length).toBeGreaterThan(5);
  });

  test('a last page that is not the last is a gap', async () => {
    const facts = await readText(JSON.stringify({ ...(await page()), IsTruncated: true, Marker: 'x' }));
    expect(facts.source.status).toBe('partial');
    expect(facts.coverage.map(({ outcome }) => outcome)).toEqual(['read', 'limited']);
  });

  test('a broken document and a broken entry are gaps, the rest is read', async () => {
    const whole = await page();
    whole.RoleDetailList[0].AssumeRolePolicyDocument = '%7Bbroken';
    delete whole.UserDetailList[0].Arn;
    whole.Policies = whole.Policies.slice(0, 1);
    whole.UserDetailList[1].GroupList = ['vanished'];
    const facts = await readText(JSON.stringify(whole));
    expect(facts.source.status).toBe('partial');
    expect(facts.coverage.slice(1)).toMatchObject([
      {
        outcome: 'unreadable',
        unit: 'documents',
        count: 1,
        examples: ['role build-admin, AssumeRolePolicyDocument: it is not valid JSON'],
      },
      { outcome: 'unreadable', count: 1, examples: ['UserDetailList[0]: Arn'] },
      { outcome: 'absent', count: 2, examples: ['arn:aws:iam::aws:policy/AdministratorAccess', 'group vanished'] },
    ]);
    expect(facts.identities.some(({ id }) => id === `${ROLE}/build-admin`)).toBe(true);
    expect(facts.trusts.length).toBe(whole.RoleDetailList.length - 1);
  });
});

const assume = (principal: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Principal: principal,
  Action: 'sts:AssumeRole',
  ...more,
});

describe('trusts', () => {
  const trustsOf = async (...statements: readonly object[]) => {
    const role = { RoleName: 'r', Arn: `${ROLE}/r`, AssumeRolePolicyDocument: { Statement: statements } };
    return (await readText(JSON.stringify({ RoleDetailList: [role] }))).trusts;
  };
  test.each([
    [{ AWS: 'arn:aws:iam::999988887777:root' }, 'account', '999988887777'],
    [{ AWS: '999988887777' }, 'account', '999988887777'],
    [{ AWS: `${ROLE}/x` }, 'principal', `${ROLE}/x`],
    [{ AWS: '*' }, 'anyone', '*'],
    ['*', 'anyone', '*'],
    [{ Service: 'ec2.amazonaws.com' }, 'service', 'ec2.amazonaws.com'],
    [
      { Federated: 'arn:aws:iam::111122223333:saml-provider/okta' },
      'saml',
      'arn:aws:iam::111122223333:saml-provider/okta',
    ],
    [{ Federated: 'arn:aws:iam::111122223333:oidc-provider/gitlab.example.com/ci' }, 'oidc', 'gitlab.example.com/ci'],
    [{ Federated: 'cognito-identity.amazonaws.com' }, 'oidc', 'cognito-identity.amazonaws.com'],
  ])('%j is %s', async (principal, kind, trusted) => {
    expect(await trustsOf(assume(principal))).toMatchObject([
      { kind, trusted, identity: `${ROLE}/r`, effect: 'Allow' },
    ]);
  });

  test('one row for each statement and principal, with ids that outlive reordering', async () => {
    const a = assume({ AWS: ['999988887777', `${ROLE}/x`] });
    const b = assume({ Service: ['ec2.amazonaws.com'] });
    const ids = (await trustsOf(a, b)).map(({ id }) => id);
    expect(ids).toHaveLength(3);
    expect((await trustsOf(b, a)).map(({ id }) => id).sort()).toEqual(ids.sort());
    expect((await trustsOf(b, b)).map(({ id }) => id)).toEqual([
      `${ROLE}/r#trust:service:ec2.amazonaws.com`,
      `${ROLE}/r#trust:service:ec2.amazonaws.com:2`,
    ]);
  });

  test('subjects and audiences come from firm tests, the end from the date', async () => {
    const issuer = 'token.actions.githubusercontent.com';
    const [trust] = await trustsOf(
      assume(
        { Federated: `arn:aws:iam::111122223333:oidc-provider/${issuer}` },
        {
          Condition: {
            StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com' },
            StringLike: { [`${issuer}:sub`]: ['repo:acme/shop:*', 'repo:acme@123456/shop@456789:*'] },
            'ForAllValues:StringLike': { [`${issuer}:sub`]: 'repo:other/*' },
            StringNotLike: { [`${issuer}:sub`]: 'repo:third/*' },
            DateLessThan: { 'aws:CurrentTime': '2026-12-31T00:00:00Z' },
          },
        },
      ),
    );
    expect(trust).toMatchObject({
      subjects: ['repo:acme/shop:*', 'repo:acme@123456/shop@456789:*'],
      audiences: ['sts.amazonaws.com'],
      expires: '2026-12-31T00:00:00.000Z',
    });
  });

  test('everyone but one is everyone; a Deny of that kind is not', async () => {
    const but = { NotPrincipal: { AWS: `${ROLE}/x` }, Action: 'sts:AssumeRole' };
    expect(await trustsOf({ Effect: 'Allow', ...but })).toMatchObject([{ kind: 'anyone', trusted: '*' }]);
    expect(await trustsOf({ Effect: 'Deny', ...but })).toMatchObject([
      { effect: 'Deny', trusted: `* except ${ROLE}/x` },
    ]);
  });

  test('a statement that only tags sessions lets nobody in', async () => {
    expect(await trustsOf(assume('*', { Action: ['sts:TagSession', 'sts:SetSourceIdentity'] }))).toEqual([]);
  });
});

describe('credential report', () => {
  test('CSV and the base64 of get-credential-report read alike', async () => {
    const csv = await fixtureText('collected', 'credential-report.csv');
    const { source: a, folder: _a, ...plain } = await readText(csv, 'report.csv');
    const json = JSON.stringify({ Content: Buffer.from(csv).toString('base64'), ReportFormat: 'text/csv' });
    const { source: b, folder: _b, ...wrapped } = await readText(json);
    expect(wrapped).toEqual(plain);
    expect([a.id, b.id]).toEqual([
      'aws-dump:111122223333/credential-report',
      'aws-dump:111122223333/credential-report',
    ]);
    expect(plain.identities.map(({ name, kind }) => `${kind} ${name}`)).toContain('user comma,name');
    expect(plain.identities.find(({ kind }) => kind === 'account-root')?.attributes).toEqual({
      'console password': 'enabled',
      'console last used': '2026-01-05T08:00:00.000Z',
      MFA: 'none',
    });
  });

  test('missing columns and malformed rows', async () => {
    const csv = await fixtureText('collected', 'credential-report.csv');
    const error = await errorOf(csv.replace(',mfa_active', ',other'));
    expect(error.message).toContain('lacks the column mfa_active in line 1');
    const facts = await readText(`${csv}broken,row\n`, 'report.csv');
    expect(facts.source.status).toBe('partial');
    expect(facts.coverage.at(-1)).toMatchObject({ outcome: 'unreadable', examples: ['line 8: 2 cells instead of 22'] });
  });
});

describe('a collected dump', () => {
  test('joins details, listing and report', async () => {
    const facts = await readText(await fixtureText('collected', 'dump.json'));
    const deploy = facts.keys.filter(({ identity, kind }) => identity.endsWith('user/deploy') && kind === 'access-key');
    expect(deploy.map(({ keyId: id }) => id)).toEqual([keyId('deploy-1'), keyId('deploy-2')]);
    expect(facts.keys.find(({ keyId: id }) => id === keyId('legacy-1'))).toMatchObject({ neverUsed: true });
    expect(facts.identities.filter(({ name }) => name === 'mara')).toMatchObject([
      { attributes: { 'console password': 'enabled', MFA: 'none', path: '/' } },
    ]);
    expect(facts.trusts[0]?.audiences).toEqual(['sts.amazonaws.com']);
    expect(facts.coverage.at(-1)).toMatchObject({
      outcome: 'absent',
      unit: 'operations',
      what: expect.stringContaining('AWS denied iam:ListSAMLProviders'),
    });
  });

  test('another version or a damaged one is refused', async () => {
    const text = await fixtureText('collected', 'dump.json');
    expect((await errorOf(text.replace('bitting-aws-dump/1', 'bitting-aws-dump/9'))).message).toContain(
      'another format',
    );
    const dump = JSON.parse(text);
    dump.accessKeys[1].accessKeyId = 7;
    expect((await errorOf(JSON.stringify(dump))).message).toContain('damaged at accessKeys.1.accessKeyId');
  });
});

describe('a file that cannot be used is a sentence with a place and a way out, and is never quoted', () => {
  const secret = `hunter${'2'.repeat(20)}`;

  test.each([
    ['', 'is empty'],
    [`password: ${secret}`, 'is neither JSON nor a credential report'],
    [`{"UserDetailList": [{"UserName": "${secret}"`, 'ends in the middle of its JSON at line 1, column'],
    [`{\n "UserDetailList": [],\n "x": ${secret}\n}`, 'is not valid JSON at line 3, column 7'],
    [`{"UserDetailList": []} ${secret}`, 'line 1, column 24 begins neither an object nor a list'],
    [`{"password": "${secret}"}`, 'nothing in it has the fields of an answer of AWS'],
    [`{"UserDetailList": "${secret}"}`, 'has a list in page 1 that is no list'],
    [`{"Content": "${secret}"}`, 'no credential report in base64'],
    ['[]', 'nothing in it has the fields of an answer of AWS'],
    ['['.repeat(101), 'is nested deeper than 100 levels at line 1, column 101'],
    ['"just text"', 'is neither JSON nor a credential report'],
  ])('%j', async (text, what) => {
    const { message } = await errorOf(text);
    expect(message).toContain(what);
    expect(message).toMatch(/\. (Give|Export|Run|Check) /);
    expect(message).not.toContain(secret);
  });

  test('bytes that are no text', async () => {
    expect((await errorOf(Uint8Array.of(0x7b, 0xff, 0xff, 0x80))).message).toContain('is not text in UTF-8');
  });

  test('a missing file, a folder, a file over the bound', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bitting-aws-'));
    try {
      await expect(readAwsDump(join(folder, 'absent.json'))).rejects.toThrow(/cannot be read \(ENOENT/);
      await expect(readAwsDump(folder)).rejects.toThrow(/is a folder/);
      // Sparse: takes no room on the disk.
      const big = join(folder, 'big.json');
      await writeFile(big, '{');
      await truncate(big, 512_000_001);
      await expect(readAwsDump(big)).rejects.toThrow(/is longer than 512 MB/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
