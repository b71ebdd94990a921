import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readAwsDump } from '../../../src/connectors/aws/dump.ts';
import { mergeAws } from '../../../src/connectors/aws/merge.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bitting-keys-'));
});
afterAll(async () => rm(folder, { recursive: true }));

const KEY_ID = `AKI${'A'}IOLDGENERATION01`;
const USER = {
  UserName: 'ci',
  UserId: 'AIDAEXAMPLEUSER000001',
  Arn: 'arn:aws:iam::111122223333:user/machines/ci',
  Path: '/machines/',
  CreateDate: '2024-01-01T00:00:00Z',
};

async function saved(name: string, value: unknown): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}

const listing = {
  AccessKeyMetadata: [
    { UserName: 'ci', AccessKeyId: KEY_ID, Status: 'Active', CreateDate: '2024-02-01T00:00:00Z' },
    { UserName: 'ci' },
  ],
};

describe('a listing of access keys', () => {
  it('ties key ids to users, also those with a path', async () => {
    const details = await readAwsDump(await saved('gaad.json', { UserDetailList: [USER] }));
    const keys = await readAwsDump(await saved('keys.json', listing));
    const [key] = mergeAws([details, keys]).keys;
    expect(key).toMatchObject({
      keyId: KEY_ID,
      identity: USER.Arn,
      status: 'active',
      created: '2024-02-01T00:00:00.000Z',
    });
  });

  it('may hold the answers for many users one after the other', async () => {
    const keys = await readAwsDump(await saved('many.json', JSON.stringify(listing) + JSON.stringify(listing)));
    expect(mergeAws([keys]).keys).toHaveLength(1);
    expect(keys.source.status).toBe('partial');
    expect(keys.coverage).toContainEqual(expect.objectContaining({ outcome: 'unreadable', count: 2 }));
  });

  it('that is no list gives a sentence', async () => {
    const file = await saved('bad.json', { AccessKeyMetadata: 'x' });
    await expect(readAwsDump(file)).rejects.toMatchObject({ code: 'BITTING_E_DUMP_INVALID', exitCode: 3 });
  });
});
