import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { collectAccounts } from '../../../src/connectors/aws/collect-accounts.ts';
import type { CollectedAccounts } from '../../../src/connectors/aws/collect-accounts.ts';
import type { AwsDump } from '../../../src/connectors/aws/dump-format.ts';
import { leastPolicy } from '../../../src/connectors/aws/operations.ts';
import { readPolicyDocument } from '../../../src/connectors/aws/policy-document.ts';
import { SILENT } from '../../../src/model/progress.ts';
import { startFakeAws, type FakeAccount, type FakeOptions } from '../../support/fake-aws.ts';
import { FAKE_ROOT, type FakeOrganization } from '../../support/fake-organization.ts';
import { keyId } from '../../analysis/privilege/support/aws-fixtures.ts';
import { gapsOf, readFolder } from './read-folder.ts';

const MANAGEMENT = '111111111111';
const MEMBERS = ['222222222222', '333333333333', '444444444444'];
const [SHOP = '', LAB = '', OLD = ''] = MEMBERS;
const SECRETS = ['session-secret', 'session-token', 'fake-secret-for-loopback'];
const UNIT = 'ou-ab12-11111111';
const INNER = 'ou-ab12-22222222';
const REPORT =
  'user,arn,user_creation_time,password_enabled,password_last_used,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date\n';

const account = (id: string): FakeAccount => ({
  account: id,
  users: ['ada', 'ben', 'ci'].map((name) => ({ name, created: '2024-01-01T00:00:00Z', keys: [] })),
  roles: [],
  credentialReport: REPORT,
});

const ORGANIZATION: FakeOrganization = {
  members: MEMBERS.map(account),
  units: { [UNIT]: FAKE_ROOT, [INNER]: UNIT },
  unitOf: { [SHOP]: INNER, [LAB]: UNIT },
  role: 'security/audit',
  externalId: 'bitting-1',
  suspended: [OLD],
  policies: [
    {
      id: 'p-FullAWSAccess',
      kind: 'SERVICE_CONTROL_POLICY',
      document: { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } },
      targets: [FAKE_ROOT, UNIT, INNER, MANAGEMENT, ...MEMBERS],
    },
    {
      id: 'p-nousers1',
      kind: 'SERVICE_CONTROL_POLICY',
      document: { Statement: { Effect: 'Deny', Action: 'iam:CreateUser', Resource: '*' } },
      targets: [INNER],
    },
    {
      id: 'p-RCPFullAWSAccess',
      kind: 'RESOURCE_CONTROL_POLICY',
      document: { Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' } },
      targets: [FAKE_ROOT, UNIT, INNER, MANAGEMENT, ...MEMBERS],
    },
  ],
};

beforeAll(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', keyId('collector'));
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', SECRETS[2] ?? '');
  vi.stubEnv('AWS_CONFIG_FILE', '/dev/null');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/dev/null');
});

afterAll(() => {
  vi.unstubAllEnvs();
});

interface Run {
  readonly result: CollectedAccounts;
  readonly saved: Map<string, AwsDump>;
  readonly calls: readonly string[];
}

async function collect(
  options: FakeOptions & {
    readonly role?: string;
    readonly externalId?: string;
    readonly kept?: readonly string[];
  } = {},
): Promise<Run> {
  const { role = 'security/audit', externalId = 'bitting-1', kept = [], ...fakeOptions } = options;
  await using fake = await startFakeAws(account(MANAGEMENT), { organization: ORGANIZATION, ...fakeOptions });
  const saved = new Map<string, AwsDump>();
  const result = await collectAccounts({
    endpoint: fake.endpoint,
    role,
    externalId,
    parallel: 2,
    signal: new AbortController().signal,
    progress: SILENT,
    now: new Date('2026-06-01T00:00:00Z'),
    isCollected: (id) => Promise.resolve(kept.includes(id)),
    save: (name, dump) => {
      saved.set(name, dump);
      return Promise.resolve();
    },
  });
  return { result, saved, calls: [...fake.calls] };
}

const read = (saved: ReadonlyMap<string, AwsDump>) =>
  readFolder(Object.fromEntries([...saved].map(([name, dump]) => [`${name}.json`, dump])));

const scp = (id: string, levels: readonly string[]) =>
  levels.map((level) => `scp ${id} ${level} name of p-FullAWSAccess`);

// Together: the waits are those of reports and of the SDK's retries.
describe.concurrent('collecting an organisation with the AWS SDK', () => {
  test('every active account arrives through its role, with the policies that limit it', async () => {
    const { result, saved } = await collect();
    expect(result).toEqual({ collected: 3, kept: 0, refused: [] });
    expect([...saved.keys()].sort()).toEqual([MANAGEMENT, SHOP, LAB, 'organization'].sort());
    const joined = await read(saved);
    expect(gapsOf(joined)).toEqual([]);
    const users = joined.facts.identities.filter(({ kind }) => kind === 'user');
    expect(new Set(users.map((user) => user.account))).toEqual(new Set([MANAGEMENT, SHOP, LAB]));
    const rows = joined.facts.guardrails.map(
      ({ kind, account: id, level, policy }) => `${kind} ${id} ${level} ${policy}`,
    );
    expect(rows.filter((row) => row.startsWith('scp')).sort()).toEqual(
      [
        ...scp(SHOP, [FAKE_ROOT, UNIT, INNER, SHOP]),
        `scp ${SHOP} ${INNER} name of p-nousers1`,
        ...scp(LAB, [FAKE_ROOT, UNIT, LAB]),
        ...scp(OLD, [FAKE_ROOT, OLD]),
      ].sort(),
    );
    expect(rows.filter((row) => row.startsWith('rcp'))).toHaveLength(9);
  });

  test('units are not walked where the listing of accounts tells where each stands', async () => {
    const organization = { ...ORGANIZATION, paths: true };
    const { saved, calls } = await collect({ organization });
    expect(calls).not.toContain('ListAccountsForParent');
    const walked = await read((await collect()).saved);
    const told = await read(saved);
    const rows = ({ facts }: typeof told) =>
      facts.guardrails.map(({ kind, account: id, level, policy }) => [kind, id, level, policy].join(' ')).sort();
    expect(rows(told)).toEqual(rows(walked));
  });

  test('a role that cannot be assumed leaves a gap for its account alone', async () => {
    const { result, saved } = await collect({ organization: { ...ORGANIZATION, refuses: [LAB] } });
    expect(result).toEqual({ collected: 2, kept: 0, refused: [LAB] });
    expect(saved.get(LAB)?.denied).toMatchObject([{ operation: 'sts:AssumeRole', outcome: 'denied', examples: [LAB] }]);
    expect(saved.get(SHOP)?.denied).toEqual([]);
  });

  test('a role that no account trusts the caller with ends as many gaps, the caller’s own account stands', async () => {
    const { result } = await collect({ externalId: 'wrong-one' });
    expect(result).toEqual({ collected: 1, kept: 0, refused: [SHOP, LAB] });
  });

  test('what was refused is a row of the report, with what is not known without it', async () => {
    const { saved } = await collect({ externalId: 'wrong-one' });
    const gaps = gapsOf(await read(saved));
    expect(gaps).toHaveLength(2);
    expect(gaps[0]).toMatchObject({ outcome: 'absent', unit: 'operations', examples: [SHOP] });
    expect(gaps[0]?.what).toContain('nothing of the account is known');
  });

  test('accounts that were collected before are kept', async () => {
    const { result, saved, calls } = await collect({ kept: [SHOP, MANAGEMENT] });
    expect(result).toEqual({ collected: 1, kept: 2, refused: [] });
    expect([...saved.keys()].sort()).toEqual([LAB, 'organization']);
    expect(calls.filter((action) => action === 'AssumeRole')).toHaveLength(1);
  });

  test('denied and throttled calls of one account do not touch the others', async () => {
    const { saved } = await collect({
      faults: [
        { action: 'ListUsers', kind: 'denied', account: SHOP },
        { action: 'DescribePolicy', kind: 'throttled', times: 1 },
        { action: 'ListRoots', kind: 'throttled', times: 1 },
        { action: 'AssumeRole', kind: 'throttled', times: 1 },
      ],
    });
    const denied = [...saved].map(([name, dump]) => [name, dump.denied.map(({ operation }) => operation)]);
    expect(Object.fromEntries(denied)).toEqual({
      organization: [],
      [MANAGEMENT]: [],
      [SHOP]: ['iam:ListUsers'],
      [LAB]: [],
    });
    expect(gapsOf(await read(saved))).toMatchObject([
      { what: expect.stringContaining('Not known without it: when passwords were last used.') },
    ]);
  });

  test('policies that may not be read are gaps', async () => {
    const { saved } = await collect({ faults: [{ action: 'DescribePolicy', kind: 'denied' }] });
    expect(
      gapsOf(await read(saved))
        .map(({ what }) => what)
        .join('\n'),
    ).toMatch(/what the organisation forbids[\s\S]*without a document/);
  });

  test('accounts that cannot be listed end it with a sentence', async () => {
    const failed = collect({ faults: [{ action: 'ListAccounts', kind: 'denied' }] });
    await expect(failed).rejects.toMatchObject({ code: 'BITTING_E_COLLECT', exitCode: 3 });
    await expect(failed).rejects.toThrow(/delegated administration/);
  });

  test('every call is in the policy that is printed, and the policy holds nothing else', async () => {
    const { calls } = await collect();
    const reading = readPolicyDocument(
      leastPolicy({ accessAdvisor: false, organization: true, role: 'security/audit' }),
    );
    const allowed =
      'problem' in reading
        ? []
        : reading.statements.flatMap(({ actions }) => actions.map((action) => action.split(':')[1] ?? ''));
    // Asked for each key and each provider, and there is none here.
    const idle = ['GetAccessKeyLastUsed', 'GetOpenIDConnectProvider'];
    const made = new Set([...calls, ...idle].filter((action) => action !== 'GetCallerIdentity'));
    expect([...made].sort()).toEqual([...new Set(allowed)].sort());
  });

  test('no credential and no address of an owner is in any dump', async () => {
    const text = JSON.stringify([...(await collect()).saved]);
    for (const secret of [...SECRETS, keyId('collector'), '@example.com']) expect(text).not.toContain(secret);
  });
});
