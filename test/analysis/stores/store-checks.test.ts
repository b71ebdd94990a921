import { beforeAll, describe, expect, test } from 'vitest';
import type { FindingDraft } from '../../../src/analysis/check.ts';
import { storeChecks } from '../../../src/analysis/stores/index.ts';
import { collectAzure } from '../../../src/connectors/azure/collect.ts';
import { readAzureDump } from '../../../src/connectors/azure/dump.ts';
import type { AzureDump } from '../../../src/connectors/azure/dump-format.ts';
import { collectGithub } from '../../../src/connectors/github/collect.ts';
import { readGithubDump } from '../../../src/connectors/github/dump.ts';
import type { GithubDump } from '../../../src/connectors/github/dump-format.ts';
import { buildGraph } from '../../../src/graph/build-graph.ts';
import type { Config, DomainConfig } from '../../../src/model/config.ts';
import { SILENT } from '../../../src/model/progress.ts';
import { sampleVaults } from '../../connectors/azure/sample-vaults.ts';
import { sampleOrganization } from '../../connectors/github/sample-organization.ts';
import { savedFile } from '../../connectors/saved-file.ts';
import { fakeCredential, startFakeAzure, SUBSCRIPTION } from '../../support/fake-azure.ts';
import { startFakeGithub } from '../../support/fake-github.ts';

const NOW = new Date('2026-11-23T00:00:00Z');

let azure: AzureDump;
let github: GithubDump;

beforeAll(async () => {
  const signal = new AbortController().signal;
  await using arm = await startFakeAzure(sampleVaults);
  azure = await collectAzure({
    subscription: SUBSCRIPTION,
    endpoint: arm.endpoint,
    graphEndpoint: arm.endpoint,
    ca: arm.ca,
    credential: fakeCredential('none'),
    signal,
    progress: SILENT,
  });
  await using api = await startFakeGithub(sampleOrganization());
  github = await collectGithub({ org: 'shop', token: 'none', baseUrl: api.baseUrl, signal, progress: SILENT });
});

function configOf(domains: readonly DomainConfig[] = []): Config {
  return {
    domains,
    allowedShared: [],
    ownAccounts: [],
    exclude: [],
    defaults: { rotationMaxDays: 90, unusedMaxDays: 90 },
  };
}

async function run(id: string, dump: AzureDump | GithubDump, config = configOf()) {
  const path = await savedFile(dump);
  const facts = 'vaults' in dump ? await readAzureDump(path) : await readGithubDump(path);
  const graph = buildGraph({ sources: [facts.source], sightings: [], facts: [facts], detectors: [], config });
  const check = storeChecks.find((each) => each.id === id);
  if (check === undefined) throw new Error(`no check ${id}`);
  const { examined, findings } = check.run(graph, { now: NOW, config });
  return { examined, findings: [...findings] };
}

/** Titles about stores of one repository when its domain wants changes so often. */
async function staleInCheckout(rotationMaxDays: number): Promise<readonly string[]> {
  const config = configOf([
    { id: 'customer', class: 'customer', title: 'Customers', rotationMaxDays, rules: [{ repositories: ['shop/*'] }] },
  ]);
  const { findings } = await run('store.secret-stale', github, config);
  return findings
    .filter((finding) => finding.subjects[0]?.startsWith('github:shop/checkout'))
    .map((finding) => finding.title);
}

function told(findings: readonly FindingDraft[]): readonly (readonly [string, string])[] {
  return findings
    .map((finding) => [finding.severity, finding.title] as const)
    .toSorted((a, b) => (a.join() < b.join() ? -1 : 1));
}

test('ids are unique, and every check says why, what to do and where it belongs', () => {
  expect(new Set(storeChecks.map((check) => check.id)).size).toBe(storeChecks.length);
  for (const check of storeChecks) {
    expect(check.why.length).toBeGreaterThan(40);
    expect(check.remediation.length).toBeGreaterThan(20);
    expect(check.frameworks.length).toBeGreaterThan(0);
  }
});

const expected: Readonly<Record<string, { examined: number; findings: readonly (readonly [string, string])[] }>> = {
  'azure.vault-access-policies': {
    examined: 3,
    findings: [
      ['high', 'Whoever may change key vault bare-vault can let himself read its secrets'],
      ['high', 'Whoever may change key vault shop-vault can let himself read its secrets'],
    ],
  },
  'azure.vault-network-open': {
    examined: 3,
    findings: [
      ['medium', 'Key vault bare-vault answers requests from every network'],
      ['medium', 'Key vault shop-vault answers requests from every network'],
    ],
  },
  'azure.vault-no-purge-protection': {
    examined: 3,
    findings: [
      ['low', 'Key vault bare-vault can be destroyed for good'],
      ['low', 'Key vault shop-vault can be destroyed for good'],
    ],
  },
  'azure.secret-without-expiry': {
    examined: 4,
    findings: [['low', '2 of 3 secrets and keys in shop-vault never expire']],
  },
  'github.org-secret-all-repositories': {
    examined: 3,
    findings: [
      ['low', 'Secret PRIVATE_ONE of shop is visible to every private and internal repository'],
      ['medium', 'Secret DEPLOY of shop is visible to every repository'],
    ],
  },
  'github.deploy-key-write': {
    examined: 3,
    findings: [['medium', 'Deploy key ci may push to shop/checkout']],
  },
  'github.deploy-key-unused': {
    examined: 3,
    findings: [
      ['low', 'Deploy key never of shop/checkout has not been used for 1057 days'],
      ['medium', 'Deploy key ci of shop/checkout has not been used for 1026 days'],
    ],
  },
  'github.webhook-no-secret': {
    examined: 3,
    findings: [['medium', 'No signing secret on webhook of shop/checkout to chat.example.com']],
  },
  'github.webhook-insecure-ssl': {
    examined: 3,
    findings: [
      ['medium', 'Deliveries of webhook of shop/checkout to chat.example.com go over an unchecked connection'],
    ],
  },
  'github.app-broad-permissions': {
    examined: 1,
    findings: [['high', 'App release-bot may write in every repository of shop']],
  },
  'github.default-token-write': {
    examined: 4,
    findings: [
      ['high', 'GITHUB_TOKEN of shop may write by default'],
      ['high', 'GITHUB_TOKEN of shop/checkout may write by default'],
    ],
  },
  'github.outside-collaborator-admin': {
    examined: 3,
    findings: [['high', 'Outside collaborator ann administers 1 repository']],
  },
};

test.each(Object.entries(expected))('%s judges what the SDKs collected', async (id, { examined, findings }) => {
  const result = await run(id, id.startsWith('azure.') ? azure : github);
  expect(result.examined).toBe(examined);
  expect(told(result.findings)).toEqual(findings);
  for (const finding of result.findings) {
    expect(finding.places.length).toBeGreaterThan(0);
    expect(finding.subjects.length).toBeGreaterThan(0);
  }
});

describe('store.secret-stale', () => {
  test('judges stores of every provider by the day of the last change', async () => {
    const vaults = await run('store.secret-stale', azure);
    expect(vaults.examined).toBe(4);
    expect(told(vaults.findings)).toEqual([['medium', '2 entries in shop-vault not changed for more than 90 days']]);
    const secrets = await run('store.secret-stale', github);
    expect(secrets.examined).toBe(7);
    expect(told(secrets.findings)).toEqual([
      ['medium', '1 entry in Actions secrets of shop not changed for more than 90 days'],
      ['medium', '1 entry in Actions secrets of shop/checkout not changed for more than 90 days'],
    ]);
  });

  test('takes the limit of the domain of the store, and its last day is within it', async () => {
    // A and B were changed 22 days before.
    expect(await staleInCheckout(22)).toEqual([
      '1 entry in Actions secrets of shop/checkout not changed for more than 22 days',
    ]);
    expect(await staleInCheckout(21)).toEqual([
      '3 entries in Actions secrets of shop/checkout not changed for more than 21 days',
      '1 entry in Actions secrets of shop/checkout, environment production/eu not changed for more than 21 days',
    ]);
  });
});

describe('what was not read is not judged', () => {
  test('vaults without settings', async () => {
    const bare = { ...azure, vaults: azure.vaults.map(({ id, name }) => ({ id, name })) };
    for (const id of ['azure.vault-access-policies', 'azure.vault-network-open', 'azure.vault-no-purge-protection']) {
      expect(await run(id, bare)).toEqual({ examined: 0, findings: [] });
    }
  });

  test('deploy keys of a server that does not tell the last use', async () => {
    const silent = mapCheckout((repository) => ({
      ...repository,
      deployKeys: repository.deployKeys?.map((key) => ({ ...key, lastUsed: undefined })),
    }));
    expect(await run('github.deploy-key-unused', silent)).toEqual({ examined: 0, findings: [] });
  });

  test('workflow tokens whose permissions were refused', async () => {
    const silent = mapCheckout((repository) => ({ ...repository, workflowToken: undefined }));
    expect((await run('github.default-token-write', silent)).examined).toBe(3);
  });
});

describe('what is switched off is not reported', () => {
  test('deploy keys and webhooks', async () => {
    const off = mapCheckout((repository) => ({
      ...repository,
      deployKeys: repository.deployKeys?.map((key) => ({ ...key, enabled: false })),
      webhooks: repository.webhooks?.map((hook) => ({ ...hook, active: false })),
    }));
    for (const id of [
      'github.deploy-key-write',
      'github.deploy-key-unused',
      'github.webhook-no-secret',
      'github.webhook-insecure-ssl',
    ]) {
      expect((await run(id, off)).findings).toEqual([]);
    }
  });

  test('suspended apps, and apps that only read or are on chosen repositories', async () => {
    const organization = github.organization!;
    const apps = (change: object): GithubDump => ({
      ...github,
      organization: {
        ...organization,
        installations: organization.installations?.map((app) => ({ ...app, ...change })),
      },
    });
    const id = 'github.app-broad-permissions';
    expect((await run(id, apps({ suspended: '2026-01-01T00:00:00Z' }))).findings).toEqual([]);
    expect((await run(id, apps({ permissions: { contents: 'read' } }))).findings).toEqual([]);
    expect((await run(id, apps({ repositories: 'selected' }))).findings).toEqual([]);
    // The other app of the sample is suspended.
    const issues = await run(id, apps({ permissions: { issues: 'write' } }));
    expect(issues.findings.map((finding) => finding.severity)).toEqual(['medium']);
  });
});

test('soft delete that is off makes a vault worse', async () => {
  const vaults = azure.vaults.map((vault) => ({
    ...vault,
    properties: { ...vault.properties, enableSoftDelete: false },
  }));
  const { findings } = await run('azure.vault-no-purge-protection', { ...azure, vaults });
  expect(findings.map((finding) => finding.severity)).toEqual(['medium', 'medium', 'medium']);
});

test('a long list of secrets is counted, not spelled out', async () => {
  const secrets = Array.from({ length: 500 }, (_, index) => ({ name: `secret-${index}` }));
  const vaults = azure.vaults.slice(0, 1).map((vault) => ({ ...vault, secrets, keys: [] }));
  const { findings } = await run('azure.secret-without-expiry', { ...azure, vaults });
  expect(findings[0]?.evidence).toHaveLength(21);
  expect(findings[0]?.evidence.at(-1)).toEqual({ what: 'and 480 more' });
});

function mapCheckout(
  change: (repository: GithubDump['repositories'][number]) => GithubDump['repositories'][number],
): GithubDump {
  return {
    ...github,
    repositories: github.repositories.map((each) => (each.fullName === 'shop/checkout' ? change(each) : each)),
  };
}
