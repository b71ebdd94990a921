import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAwsDump } from '../../../src/connectors/aws/dump.ts';
import { joinDumps } from '../../../src/connectors/aws/join.ts';
import { BittingError } from '../../../src/model/errors.ts';
import { savedFile } from '../saved-file.ts';
import { gapsOf, readFolder } from './read-folder.ts';

/** Fields by which answers are known, each with anything in it, or with items that look right from outside. */
const FIELDS = [
  'UserDetailList',
  'Policies',
  'Users',
  'Roles',
  'AccessKeyMetadata',
  'AccessKeyLastUsed',
  'ServiceSpecificCredentials',
  'Certificates',
  'SSHPublicKeys',
  'ServerCertificateMetadataList',
  'SummaryMap',
  'OpenIDConnectProviderList',
  'Url',
  'ClientIDList',
  'SAMLProviderList',
  'SAMLMetadataDocument',
  'trustAnchors',
  'profiles',
  'ServicesLastAccessed',
  'Accounts',
  'Organization',
  'Policy',
  'Targets',
  'Roots',
  'OrganizationalUnits',
  'Parents',
  'Children',
  'Attributes',
  'About',
  'IsTruncated',
  'NextToken',
] as const;

const text = fc.oneof(
  fc.string(),
  fc.constantFrom(
    'arn:aws:iam::111122223333:user/ci',
    'arn:aws:iam:::root',
    'p-FullAWSAccess',
    'r-ab12',
    '111122223333',
    '__proto__',
  ),
);
const item = fc.dictionary(
  fc.constantFrom(
    'Arn',
    'Id',
    'UserName',
    'AccessKeyId',
    'Status',
    'Name',
    'TargetId',
    'Type',
    'Paths',
    'ServiceNamespace',
    '__proto__',
    'CreateDate',
  ),
  fc.oneof(text, fc.jsonValue({ maxDepth: 2 }), fc.array(text, { maxLength: 3 })),
);
const answer = fc.dictionary(
  fc.constantFrom(...FIELDS),
  fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.array(item, { maxLength: 4 }), item, text),
  { maxKeys: 4 },
);

const idsOf = ({ facts }: ReturnType<typeof joinDumps>) => facts.identities.map(({ id }) => id).sort();
const unitId = (number: number) => `ou-ab12-${String(number).padStart(8, '0')}`;
test('whatever answers hold, they are read or refused with a sentence, and what is made of them can be joined', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 4 }), async (documents) => {
      const result = await readAwsDump(await savedFile(documents)).catch((error: unknown) => error);
      if (result instanceof BittingError) {
        expect(result).toMatchObject({ code: 'BITTING_E_DUMP_INVALID', exitCode: 3 });
        return;
      }
      expect(result).toHaveProperty('source.digest');
      if (typeof result !== 'object' || result === null || !('lastUses' in result)) throw result;
      read += 1;
    }),
    { numRuns: 400 },
  );
  expect(read).toBeGreaterThan(100);
});

test('joined dumps name no identity without an account, in whatever order the files are given', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 2, maxLength: 4 }), async (documents) => {
      const dumps = [];
      for (const document of documents) {
        const dump = await readAwsDump(await savedFile(document)).catch(() => undefined);
        if (dump !== undefined) dumps.push(dump);
      }
      const joined = joinDumps(dumps);
      expect(idsOf(joined).filter((id) => id.startsWith('arn:aws:iam:::'))).toEqual([]);
      expect(idsOf(joinDumps(dumps.toReversed()))).toEqual(idsOf(joined));
    }),
    { numRuns: 150 },
  );
});

const ACCOUNTS = { Accounts: ['222222222222', '333333333333'].map((Id) => ({ Id, Arn: 'x' })) };

test('units that stand in each other, and units without end, end', async () => {
  const chain = Array.from({ length: 5000 }, (_, number) => ({
    About: unitId(number),
    OrganizationalUnits: [{ Id: unitId(number + 1) }],
  }));
  const loop = [{ About: unitId(1), OrganizationalUnits: [{ Id: unitId(0) }] }];
  const parents = { About: '222222222222', Parents: [{ Id: unitId(4000) }] };
  const everywhere = {
    About: 'p-FullAWSAccess',
    Targets: Array.from({ length: 5000 }, (_, number) => ({ TargetId: unitId(number) })),
  };
  const { facts } = await readFolder({ 'a.json': [...chain, ...loop, parents, ACCOUNTS, everywhere] });
  expect(facts.guardrails.length).toBeLessThan(20);
});

test('a path through a thousand levels is cut', async () => {
  const Paths = [`o-x/${Array.from({ length: 1000 }, () => 'ou-ab12-11111111').join('/')}/`];
  const everywhere = { About: 'p-FullAWSAccess', Targets: [{ TargetId: 'ou-ab12-11111111' }] };
  const { facts } = await readFolder({
    'a.json': [{ Accounts: [{ Id: '222222222222', Arn: 'x', Paths }] }, everywhere],
  });
  expect(facts.guardrails.length).toBeLessThanOrEqual(10);
});

test('names from a dump that are names of every object do no harm', async () => {
  const policy = { PolicySummary: { Id: 'p-constructor', Type: 'constructor' }, Content: '{}' };
  const joined = await readFolder({
    'a.json': [
      ACCOUNTS,
      { Policy: policy },
      { About: 'p-constructor', Targets: [{ TargetId: '222222222222' }, { TargetId: '__proto__' }] },
      { About: '222222222222', SummaryMap: { __proto__: 1, constructor: 2, AccountMFAEnabled: 1 } },
    ],
  });
  expect(joined.facts.guardrails).toEqual([]);
  expect(Object.prototype).not.toHaveProperty('AccountMFAEnabled');
  expect(gapsOf(joined).length).toBeGreaterThan(0);
});

test('a folder in a folder without end is read to its bound, and the rest is a row', async () => {
  const deep = `${'a/'.repeat(12)}users.json`;
  const joined = await readFolder({ [deep]: { Users: [] }, 'users.json': { Users: [] } });
  expect(gapsOf(joined)).toMatchObject([{ what: expect.stringContaining('deeper than 6 folders') }]);
});

test('a certificate that is none, or a megabyte long, has no end', async () => {
  const one = { UserName: 'ci', CertificateId: 'C1', Status: 'Active' };
  const certificates = ['nonsense', '-'.repeat(1_000_000)].map((CertificateBody, index) => ({
    ...one,
    CertificateId: `C${index}`,
    CertificateBody,
  }));
  const { facts } = await readFolder({ '111122223333/a.json': { Certificates: certificates } });
  expect(facts.keys.map(({ expires }) => expires)).toEqual([undefined, undefined]);
});
