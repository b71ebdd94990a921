import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { collectAws } from '../../../src/connectors/aws/collect.ts';
import { joinDumps } from '../../../src/connectors/aws/join.ts';
import { leastPolicy } from '../../../src/connectors/aws/operations.ts';
import { readPolicyDocument } from '../../../src/connectors/aws/policy-document.ts';
import type { AwsDump } from '../../../src/connectors/aws/dump-format.ts';
import { SILENT } from '../../../src/model/progress.ts';
import { selfSigned } from '../../support/self-signed.ts';
import { startFakeAws, type FakeAccount, type FakeOptions } from '../../support/fake-aws.ts';
import { keyId, readText } from '../../analysis/privilege/support/aws-fixtures.ts';

const ISSUER = 'token.actions.githubusercontent.com';

const SECRET_KEY = ['fake', 'secret', 'for', 'loopback'].join('-');

const ACCOUNT: FakeAccount = {
  account: '111122223333',
  users: ['ada', 'ben', 'ci', 'dora', 'eve'].map((name, index) => ({
    name,
    created: '2024-03-01T09:00:00Z',
    inline: { own: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: `s3:Get*`, Resource: '*' } } },
    attached: name === 'ci' ? ['arn:aws:iam::111122223333:policy/deploy'] : [],
    ...(name === 'ada' ? { passwordLastUsed: '2026-05-01T00:00:00Z' } : {}),
    ...(name === 'ci'
      ? { certificates: [selfSigned().cert], sshKeys: ['APKAEXAMPLE1', 'APKAEXAMPLE2', 'APKAEXAMPLE3'] }
      : {}),
    keys: [
      {
        id: keyId(name),
        created: '2025-01-01T00:00:00Z',
        ...(index % 2 === 0 ? { lastUsed: '2026-05-30T00:00:00Z' } : {}),
      },
    ],
  })),
  roles: [
    {
      name: 'github-deploy',
      created: '2024-03-01T09:00:00Z',
      trust: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${ISSUER}` },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: { StringLike: { [`${ISSUER}:sub`]: 'repo:acme/shop:*' } },
          },
        ],
      },
      lastUsed: '2026-05-30T00:00:00Z',
    },
  ],
  policies: [
    {
      name: 'deploy',
      arn: 'arn:aws:iam::111122223333:policy/deploy',
      document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'lambda:*', Resource: '*' }] },
    },
  ],
  oidcProviders: [{ host: ISSUER, clientIds: ['sts.amazonaws.com'] }],
  samlProviders: [{ name: 'okta', validUntil: '2027-01-01T00:00:00Z' }],
  serviceCredentials: ['ada', 'ben', 'ci'].map((user) => ({
    user,
    service: 'codecommit.amazonaws.com',
    id: `ssc-${user}`,
  })),
  summary: { AccountAccessKeysPresent: 1, AccountMFAEnabled: 1 },
  serverCertificates: ['one', 'two', 'three'].map((name) => ({ name, expires: '2026-07-01T00:00:00Z' })),
  uses: {
    'arn:aws:iam::111122223333:user/ci': { s3: '2026-05-30T00:00:00Z', lambda: undefined, iam: undefined },
    'arn:aws:iam::111122223333:role/github-deploy': { s3: undefined },
  },
  credentialReport:
    'user,arn,user_creation_time,password_enabled,password_last_used,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date\n' +
    'ada,arn:aws:iam::111122223333:user/ada,2024-03-01T09:00:00+00:00,true,2026-05-01T00:00:00+00:00,false,true,2025-01-01T00:00:00+00:00,2026-05-30T00:00:00+00:00,false,N/A,N/A\n',
};

beforeAll(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', keyId('collector'));
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', SECRET_KEY);
  vi.stubEnv('AWS_CONFIG_FILE', '/dev/null');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/dev/null');
});

afterAll(() => {
  vi.unstubAllEnvs();
});

async function collect(
  options: FakeOptions = {},
  account = ACCOUNT,
  accessAdvisor = false,
): Promise<{ dump: AwsDump; calls: readonly string[] }> {
  await using fake = await startFakeAws(account, options);
  const signal = new AbortController().signal;
  const dump = await collectAws({
    endpoint: fake.endpoint,
    accessAdvisor,
    signal,
    progress: SILENT,
    now: new Date('2026-06-01T00:00:00Z'),
  });
  return { dump, calls: [...fake.calls] };
}

function actionsOf(policy: object): string[] {
  const reading = readPolicyDocument(policy);
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.statements.flatMap(({ actions }) => [...actions]);
}

// Together: the waits are those of the SDK's retries and of the report.
describe.concurrent('collecting an account with the AWS SDK', () => {
  test('every page of every operation arrives, and the dump reads back as facts', async () => {
    const { dump, calls } = await collect();
    expect(dump.denied).toEqual([]);
    expect(dump).toMatchObject({
      format: 'bitting-aws-dump/1',
      collected: '2026-06-01T00:00:00.000Z',
      account: '111122223333',
    });
    expect(dump.accessKeys).toHaveLength(5);
    expect(dump.serviceSpecificCredentials).toHaveLength(3);
    expect(calls.filter((action) => action === 'GetAccountAuthorizationDetails')).toHaveLength(4);
    expect(calls.filter((action) => action === 'GenerateCredentialReport')).toHaveLength(2);

    const facts = await readText(JSON.stringify(dump));
    expect(facts.source).toMatchObject({ id: 'aws-dump:111122223333/collected', status: 'read' });
    expect(facts.identities.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'user ada',
      'user ben',
      'user ci',
      'user dora',
      'user eve',
      'role github-deploy',
      'account-root root',
    ]);
    expect(facts.identities[0]?.attributes).toMatchObject({ MFA: 'none', 'console password': 'enabled' });
    expect(
      facts.keys.filter(({ kind, keyId: id }) => kind === 'access-key' && id !== undefined).map(({ keyId: id }) => id),
    ).toEqual(ACCOUNT.users.map(({ name }) => keyId(name)));
    expect(facts.keys.find(({ keyId: id }) => id === keyId('ben'))).toMatchObject({ neverUsed: true });
    expect(facts.grants.filter(({ identity }) => identity.endsWith('/ci')).map(({ policy }) => policy)).toEqual([
      'own',
      'deploy',
    ]);
    expect(facts.trusts).toMatchObject([
      { kind: 'oidc', trusted: ISSUER, subjects: ['repo:acme/shop:*'], audiences: ['sts.amazonaws.com'] },
    ]);
  });

  test('certificates, SSH keys and the state of the root user', async () => {
    const { dump } = await collect();
    const { facts, dumps } = joinDumps([await readText(JSON.stringify(dump))]);
    const { keys } = facts;
    const of = (word: string) => keys.filter(({ slot = '' }) => slot.startsWith(word));
    expect(of('server certificate').map(({ slot, expires }) => [slot, expires])).toEqual(
      ['one', 'two', 'three'].map((name) => [`server certificate ${name}`, '2026-07-01T00:00:00.000Z']),
    );
    expect(of('signing certificate')).toMatchObject([{ identity: 'arn:aws:iam::111122223333:user/ci' }]);
    expect(of('SSH public key').map(({ keyId: id }) => id)).toEqual(['APKAEXAMPLE1', 'APKAEXAMPLE2', 'APKAEXAMPLE3']);
    expect(of('access key of the account summary')).toMatchObject([{ identity: 'arn:aws:iam::111122223333:root' }]);
    expect(dumps.map(({ source }) => source.status)).toEqual(['read']);
  });

  test('users without a certificate by the credential report are not asked about', async () => {
    const { credentialReport: report = '', ...account } = ACCOUNT;
    const told = report
      .trimEnd()
      .split('\n')
      .map((row, index) =>
        index === 0
          ? `${row},cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated`
          : `${row},false,N/A,false,N/A`,
      )
      .join('\n');
    const { calls } = await collect({}, { ...account, credentialReport: told });
    expect(calls.filter((action) => action === 'ListSigningCertificates')).toHaveLength(ACCOUNT.users.length - 1);
  });

  test('last uses of services, waited for and with all their pages, when they are asked for', async () => {
    const { dump, calls } = await collect({}, ACCOUNT, true);
    const { facts } = joinDumps([await readText(JSON.stringify(dump))]);
    expect(facts.uses.map(({ identity, service, lastUsed }) => [identity.split('/')[1], service, lastUsed])).toEqual([
      ['ci', 's3', '2026-05-30T00:00:00.000Z'],
      ['ci', 'lambda', undefined],
      ['ci', 'iam', undefined],
      ['github-deploy', 's3', undefined],
    ]);
    expect(facts.uses[0]?.actions).toEqual([{ action: 'GetObject', lastUsed: '2026-05-30T00:00:00.000Z' }]);
    expect(calls.filter((action) => action === 'GenerateServiceLastAccessedDetails')).toHaveLength(6);
    expect((await collect()).calls).not.toContain('GenerateServiceLastAccessedDetails');
  });

  test('every call that is made is in the policy that is printed, and the policy holds nothing else', async () => {
    const { calls } = await collect({}, ACCOUNT, true);
    const policy = leastPolicy({ accessAdvisor: true, organization: false });
    expect([...new Set(calls.map((action) => `iam:${action}`))].sort()).toEqual(actionsOf(policy).sort());
  });

  test('denied operations are noted and the rest is collected', async () => {
    const { dump } = await collect({
      faults: [
        { action: 'ListAccessKeys', kind: 'denied' },
        { action: 'GenerateCredentialReport', kind: 'denied' },
        { action: 'GetCredentialReport', kind: 'denied' },
        { action: 'ListSAMLProviders', kind: 'denied' },
      ],
    });
    expect(dump.denied.map(({ operation, outcome, count }) => `${operation} ${outcome} ${count}`)).toEqual([
      'iam:ListAccessKeys denied 5',
      'iam:ListSAMLProviders denied 1',
      'iam:GenerateCredentialReport denied 1',
      'iam:GetCredentialReport denied 1',
    ]);
    const facts = await readText(JSON.stringify(dump));
    expect(facts.identities).toHaveLength(7);
    expect(facts.source.status).toBe('partial');
    expect(facts.coverage.filter(({ unit, outcome }) => unit === 'operations' && outcome === 'absent')).toHaveLength(4);
  });

  test('everything denied still is an answer', async () => {
    const actions = [
      'GetAccountAuthorizationDetails',
      'ListUsers',
      'ListOpenIDConnectProviders',
      'ListSAMLProviders',
      'ListServiceSpecificCredentials',
      'GetAccountSummary',
      'ListServerCertificates',
      'GenerateCredentialReport',
      'GetCredentialReport',
    ];
    const { dump } = await collect({ faults: actions.map((action) => ({ action, kind: 'denied' as const })) });
    expect(dump.denied.map(({ operation }) => operation)).toEqual(actions.map((action) => `iam:${action}`));
    expect((await readText(JSON.stringify(dump))).source.status).toBe('partial');
  });

  test('throttled calls are tried again', async () => {
    const { dump, calls } = await collect({ faults: [{ action: 'ListUsers', kind: 'throttled', times: 1 }] });
    expect(dump.denied).toEqual([]);
    expect(dump.users).toHaveLength(5);
    expect(calls.filter((action) => action === 'ListUsers').length).toBe(3 + 1);
  });

  test('a malformed answer and an error of the service are gaps', async () => {
    const { dump } = await collect({
      faults: [
        { action: 'ListSAMLProviders', kind: 'malformed' },
        { action: 'ListServiceSpecificCredentials', kind: 'error' },
      ],
    });
    expect(dump.denied.map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual([
      'iam:ListSAMLProviders failed',
      'iam:ListServiceSpecificCredentials failed',
    ]);
  });

  test('a user deleted while collecting is no gap, a report that is not there is one', async () => {
    const { credentialReport: _none, ...account } = ACCOUNT;
    const { dump } = await collect({ faults: [{ action: 'ListAccessKeys', kind: 'gone', times: 1 }] }, account);
    expect(dump.accessKeys).toHaveLength(4);
    expect(dump.denied).toMatchObject([
      { operation: 'iam:GetCredentialReport', outcome: 'failed', reason: expect.stringContaining('HTTP 410') },
    ]);
  });

  test('an unknown key ends it with a sentence', async () => {
    const failed = collect({ faults: [{ action: 'GetAccountAuthorizationDetails', kind: 'unknown-key' }] });
    await expect(failed).rejects.toMatchObject({ code: 'BITTING_E_COLLECT', exitCode: 3 });
    await expect(failed).rejects.toThrow(/AWS does not know the access key.*\(InvalidClientTokenId\)/);
  });

  test('an unreachable endpoint ends it with a sentence', async () => {
    const fake = await startFakeAws(ACCOUNT);
    await fake[Symbol.asyncDispose]();
    const failed = collectAws({ endpoint: fake.endpoint, signal: new AbortController().signal, progress: SILENT });
    await expect(failed).rejects.toThrow(/AWS could not be reached \(ECONNREFUSED\)/);
  });

  test('an aborted signal ends it', async () => {
    await using fake = await startFakeAws(ACCOUNT);
    const stop = new AbortController();
    stop.abort(new Error('stopped'));
    await expect(collectAws({ endpoint: fake.endpoint, signal: stop.signal, progress: SILENT })).rejects.toThrow(
      'stopped',
    );
    expect(fake.calls).toEqual([]);
  });

  test('the credentials are in no dump', async () => {
    const { dump } = await collect();
    expect(JSON.stringify(dump)).not.toContain(SECRET_KEY);
    expect(JSON.stringify(dump)).not.toContain(keyId('collector'));
  });
});
