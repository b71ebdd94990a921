import { describe, expect, test } from 'vitest';
import { gapsOf, readFolder } from './read-folder.ts';

const MANAGEMENT = '111111111111';
const SHOP = '222222222222';
const LAB = '333333333333';
const account = (id: string, more: object = {}) => ({
  Id: id,
  Arn: `arn:aws:organizations::${MANAGEMENT}:account/o-exampleorgid/${id}`,
  Name: `account ${id}`,
  State: 'ACTIVE',
  ...more,
});
const summary = (Id: string, Type = 'SERVICE_CONTROL_POLICY') => ({
  Id,
  Arn: `arn:aws:organizations::${MANAGEMENT}:policy/o-exampleorgid/service_control_policy/${Id}`,
  Name: `policy ${Id}`,
  Type,
  AwsManaged: false,
});
const describePolicy = (Id: string, Action: string, Type?: string) => ({
  Policy: {
    PolicySummary: summary(Id, Type),
    Content: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action, Resource: '*' }] }),
  },
});
const targets = (...ids: readonly string[]) => ({
  Targets: ids.map((TargetId) => ({ TargetId, Name: 'x', Type: 'ACCOUNT' })),
});
const ROOT = 'r-ab12';
const UNIT = 'ou-ab12-11111111';

/** An organisation as a loop over the commands saves it, files named after what was asked about. */
const FILES = {
  'accounts.json': { Accounts: [account(MANAGEMENT), account(SHOP), account(LAB)] },
  'roots.json': {
    Roots: [{ Id: ROOT, Name: 'Root', PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }] }],
  },
  'policies.json': { Policies: [summary('p-FullAWSAccess'), summary('p-nousers1')] },
  'describe.json': describePolicy('p-nousers1', 'iam:CreateUser'),
  'p-FullAWSAccess.json': targets(ROOT, UNIT, MANAGEMENT, SHOP, LAB),
  'p-nousers1.json': targets(UNIT),
  [`units-${ROOT}.json`]: { OrganizationalUnits: [{ Id: UNIT, Arn: 'arn', Name: 'shops' }] },
  [`parents-${SHOP}.json`]: { Parents: [{ Id: UNIT, Type: 'ORGANIZATIONAL_UNIT' }] },
  [`parents-${LAB}.json`]: { Parents: [{ Id: ROOT, Type: 'ROOT' }] },
};
type Joined = Awaited<ReturnType<typeof readFolder>>;
const rows = ({ facts }: Joined) =>
  facts.guardrails.map(({ kind, account: id, level, policy }) => `${kind} ${id} ${level} ${policy}`);

const EXPECTED = [
  `scp ${SHOP} ${ROOT} policy p-FullAWSAccess`,
  `scp ${SHOP} ${UNIT} policy p-FullAWSAccess`,
  `scp ${SHOP} ${UNIT} policy p-nousers1`,
  `scp ${SHOP} ${SHOP} policy p-FullAWSAccess`,
  `scp ${LAB} ${ROOT} policy p-FullAWSAccess`,
  `scp ${LAB} ${LAB} policy p-FullAWSAccess`,
];

describe('guardrails', () => {
  test('are a row for each account, level and policy; the management account has none', async () => {
    const joined = await readFolder(FILES);
    expect(gapsOf(joined)).toEqual([]);
    expect(rows(joined)).toEqual(EXPECTED);
    expect(joined.facts.guardrails.map(({ above }) => above)).toEqual(
      EXPECTED.map((row) => (row.includes(SHOP) ? [ROOT, UNIT] : [ROOT])),
    );
    expect(new Set(joined.facts.guardrails.map(({ organization }) => organization))).toEqual(
      new Set(['o-exampleorgid']),
    );
    const denied = joined.facts.guardrails.find(({ policy }) => policy === 'policy p-nousers1');
    expect(denied?.statements).toMatchObject([{ effect: 'Deny', actions: ['iam:CreateUser'] }]);
    // Known by its id, as AWS publishes it: nobody described it.
    expect(joined.facts.guardrails[0]?.statements).toMatchObject([
      { effect: 'Allow', actions: ['*'], resources: ['*'] },
    ]);
  });

  test('come with the accounts of the organisation, the management account among them', async () => {
    const { facts } = await readFolder(FILES);
    expect(facts.organizationAccounts).toEqual([MANAGEMENT, SHOP, LAB].sort());
  });

  test('are the same from the paths of accounts and from fields that name what was asked', async () => {
    const {
      [`units-${ROOT}.json`]: _u,
      [`parents-${SHOP}.json`]: _p,
      [`parents-${LAB}.json`]: _q,
      'p-nousers1.json': nousers,
      ...rest
    } = FILES;
    const joined = await readFolder({
      ...rest,
      'accounts.json': {
        Accounts: [
          account(MANAGEMENT),
          account(SHOP, { Paths: [`o-exampleorgid/${ROOT}/${UNIT}/`] }),
          account(LAB, { Paths: [`o-exampleorgid/${ROOT}/`] }),
        ],
      },
      'whatever.json': { ...(nousers as object), About: 'p-nousers1' },
    });
    expect(gapsOf(joined)).toEqual([]);
    expect(rows(joined).sort()).toEqual([...EXPECTED].sort());
  });

  test('of resources are told from those of services, and count only where they are switched on', async () => {
    const rcp = 'RESOURCE_CONTROL_POLICY';
    const more = {
      'rcp.json': describePolicy('p-onlyorg1', 's3:*', rcp),
      'p-onlyorg1.json': targets(ROOT),
      'p-RCPFullAWSAccess.json': targets(ROOT, UNIT, SHOP, LAB),
    };
    const off = await readFolder({ ...FILES, ...more });
    expect(rows(off).filter((row) => row.startsWith('rcp'))).toEqual([]);
    const types = ['SERVICE_CONTROL_POLICY', rcp].map((Type) => ({ Type, Status: 'ENABLED' }));
    const on = await readFolder({ ...FILES, ...more, 'roots.json': { Roots: [{ Id: ROOT, PolicyTypes: types }] } });
    expect(
      rows(on)
        .filter((row) => row.startsWith(`rcp ${LAB}`))
        .sort(),
    ).toEqual([
      `rcp ${LAB} ${LAB} RCPFullAWSAccess`,
      `rcp ${LAB} ${ROOT} RCPFullAWSAccess`,
      `rcp ${LAB} ${ROOT} policy p-onlyorg1`,
    ]);
    const open = on.facts.guardrails.find(({ policy }) => policy === 'RCPFullAWSAccess');
    expect(open?.statements).toMatchObject([{ effect: 'Allow', principals: { '*': ['*'] } }]);
  });

  test.each([
    [
      'a policy nobody described',
      { 'describe.json': { Organization: { MasterAccountId: MANAGEMENT } } },
      /without a document/,
    ],
    ['attachments nobody listed', { 'p-FullAWSAccess.json': { Roots: [{ Id: ROOT }] } }, /there must be one/],
    ['an account without a place', { [`parents-${LAB}.json`]: { Roots: [{ Id: ROOT }] } }, /place in the organisation/],
    [
      'a listing that does not say of what',
      { 'p-nousers1.json': { Roots: [{ Id: ROOT }] }, 'x.json': targets(UNIT) },
      /does not say which policy/,
    ],
  ])('%s is a gap, and what is known stands', async (_, change, sentence) => {
    const joined = await readFolder({ ...FILES, ...change });
    expect(
      gapsOf(joined)
        .map(({ what }) => what)
        .join('\n'),
    ).toMatch(sentence);
    expect(EXPECTED).toEqual(expect.arrayContaining(rows(joined)));
  });

  test('accounts alone are a gap: nothing is known of what they are forbidden', async () => {
    const joined = await readFolder({ 'accounts.json': { Accounts: [account(SHOP)] } });
    expect(gapsOf(joined)[0]?.what).toMatch(/No service or resource control policy is known/);
  });

  test('a loop of units ends', async () => {
    const loop = {
      'a.json': { OrganizationalUnits: [{ Id: UNIT }], About: 'ou-ab12-22222222' },
      'b.json': { OrganizationalUnits: [{ Id: 'ou-ab12-22222222' }], About: UNIT },
    };
    const { [`units-${ROOT}.json`]: _, ...rest } = FILES;
    const joined = await readFolder({ ...rest, ...loop });
    expect(rows(joined).filter((row) => row.includes(` ${SHOP} ${UNIT} `))).toHaveLength(2);
  });
});
