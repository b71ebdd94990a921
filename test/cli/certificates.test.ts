import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';

import type { Report } from '../../src/model/report.ts';
import { temporaryFolder } from '../support/git-fixture.ts';
import { runCli } from '../support/run-cli.ts';
import { selfSigned } from '../support/self-signed.ts';

// Compiling all detectors takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const APP = '11111111-2222-4333-8444-555555555555';

/** What `az ad app list` and `az ad sp list` print of an application that signs in with a certificate. */
function directory(thumbprint: string): string {
  const common = { appId: APP, displayName: 'gateway', passwordCredentials: [] };
  const certificate = {
    keyId: 'ce000000-0000-4000-8000-0000000000c1',
    displayName: 'CN=gateway',
    customKeyIdentifier: thumbprint,
    type: 'AsymmetricX509Cert',
    usage: 'Verify',
    endDateTime: '2036-09-01T00:00:00Z',
  };
  return JSON.stringify([
    {
      ...common,
      id: 'aaaaaaaa-0000-4000-8000-000000000001',
      signInAudience: 'AzureADMyOrg',
      keyCredentials: [certificate],
    },
    {
      ...common,
      id: 'aaaaaaaa-0000-4000-8000-000000000002',
      servicePrincipalType: 'Application',
      appOwnerOrganizationId: 'bbbbbbbb-0000-4000-8000-000000000001',
      accountEnabled: true,
      keyCredentials: [],
    },
    {
      id: 'cccccccc-0000-4000-8000-000000000001',
      tenantId: 'bbbbbbbb-0000-4000-8000-000000000001',
      name: 'integration',
      isDefault: true,
    },
  ]);
}

async function audited(cert: string, key: string, thumbprint: string): Promise<{ folder: string; report: Report }> {
  const folder = temporaryFolder();
  await mkdir(join(folder, 'shop', 'keys'), { recursive: true });
  await mkdir(join(folder, 'shop', 'public'));
  await writeFile(join(folder, 'shop', 'keys', 'gateway.key'), key);
  await writeFile(join(folder, 'shop', 'public', 'gateway.crt'), cert);
  await writeFile(join(folder, 'shop', 'public', 'other.crt'), selfSigned().cert);
  await writeFile(join(folder, 'azure.json'), directory(thumbprint));
  const run = await runCli(['audit', 'shop', '--azure-dump', 'azure.json', '--format', 'json', '-q'], folder);
  expect(run.err).toBe('');
  const report = JSON.parse(await readFile(join(folder, 'bitting-report', 'report.json'), 'utf8')) as Report;
  return { folder, report };
}

test('a private key leads to the application that has its certificate on record', async () => {
  const { cert, key } = selfSigned();
  const { fingerprint } = new X509Certificate(cert);
  const hex = fingerprint.replaceAll(':', '').toLowerCase();
  const { folder, report } = await audited(cert, key, hex.toUpperCase());
  const credential = report.credentials.find(({ kind }) => kind === 'private-key');
  expect(credential).toMatchObject({
    identityBy: 'the thumbprint of the certificate beside it',
    status: 'active',
    keyId: 'ce000000-0000-4000-8000-0000000000c1',
    facts: { certificate: hex, 'certificate subject': 'CN=bitting test' },
  });
  const identity = report.identities.find(({ id }) => id === credential?.identity);
  expect(identity?.name).toBe('gateway');
  // The file that holds the certificate names the application; the other one names nobody.
  const named = report.references.filter(({ place }) => place.kind === 'file');
  expect(named.map(({ kind, target, place }) => [kind, target, place.kind === 'file' && place.path])).toEqual([
    ['identity', identity?.id, 'public/gateway.crt'],
  ]);
  const chain = await runCli(['explain', 'credential', credential?.id ?? ''], folder);
  expect(chain.out).toContain('gateway');
  expect(chain.out.replaceAll(/\s+/g, ' ')).toContain('the thumbprint of the certificate beside it');
});

test('a certificate of another key joins nothing', async () => {
  const [first, second] = [selfSigned(), selfSigned()];
  const { fingerprint256 } = new X509Certificate(second.cert);
  const { report } = await audited(second.cert, first.key, fingerprint256.replaceAll(':', '').toLowerCase());
  const credential = report.credentials.find(({ kind, state }) => kind === 'private-key' && state === 'unmanaged');
  expect(credential?.identity).toBeUndefined();
  expect(Object.keys(credential?.facts ?? {})).not.toContain('certificate');
});
