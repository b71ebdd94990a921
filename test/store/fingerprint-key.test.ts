import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { defaultKeyFile, loadFingerprintKey } from '../../src/store/fingerprint-key.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bitting-key-'));
});
afterEach(async () => rm(folder, { recursive: true }));

describe('fingerprint key', () => {
  it('is made once, for the owner only, and is the same afterwards', async () => {
    const file = join(folder, 'state', 'fingerprint.key');
    const [first, second] = await Promise.all([loadFingerprintKey(file), loadFingerprintKey(file)]);
    expect(second.name).toBe(first.name);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(first.name).not.toContain((await readFile(file, 'utf8')).slice(0, 16));
  });

  it('is refused when it is too short to protect anything', async () => {
    const file = join(folder, 'short');
    await writeFile(file, 'short');
    await expect(loadFingerprintKey(file)).rejects.toThrow(/holds 5 bytes/);
  });

  it('gives a sentence when it cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(loadFingerprintKey(join(folder, 'file', 'key'))).rejects.toMatchObject({ code: 'BITTING_E_KEY_FILE' });
  });

  it('stands in the state folder unless told otherwise', () => {
    expect(defaultKeyFile({ XDG_STATE_HOME: '/state' })).toBe('/state/bitting/fingerprint.key');
    expect(defaultKeyFile({ BITTING_KEY_FILE: '/k' })).toBe('/k');
  });
});
