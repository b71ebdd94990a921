import { expect, test } from 'vitest';
import type { FindingDraft } from '../../../src/analysis/check.ts';
import { storeChecks } from '../../../src/analysis/stores/index.ts';
import { vaultChecks } from '../../../src/analysis/vaults/index.ts';
import { DEFAULT_CONFIG } from '../../../src/config/default-config.ts';
import { buildGraph } from '../../../src/graph/build-graph.ts';
import { NO_FACTS } from '../../../src/model/facts.ts';
import { filePlace, TWO_DOMAINS } from '../../support/graph-builder.ts';
import {
  application,
  assignment,
  BY_ROLE,
  definition,
  eligible,
  graphOfRows,
  oid,
  policy,
  ROLE,
  SCOPE,
  servicePrincipal,
  user,
  vault,
} from './az-rows.ts';

const NOW = new Date('2026-11-23T00:00:00Z');
const CUSTOM = 'cccccccc-0000-0000-0000-000000000001';
const OTHER_TENANT = 'dddddddd-0000-0000-0000-000000000001';

type Rows = readonly Readonly<Record<string, unknown>>[];

function run(id: string, rows: Rows): readonly FindingDraft[] {
  const check = [...vaultChecks, ...storeChecks].find((each) => each.id === id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return [...check.run(graphOfRows(rows), { now: NOW, config: DEFAULT_CONFIG }).findings];
}

function told(id: string, rows: Rows): readonly string[] {
  return run(id, rows).map(({ severity, title }) => `${severity}: ${title}`);
}

const secret = (startDateTime: string, endDateTime: string | null) => ({
  keyId: oid(`key ${startDateTime}`),
  displayName: 'deploy',
  hint: 'x7Q',
  startDateTime,
  endDateTime,
});
const permission = (appRoleId: string) => ({
  appRoleId,
  resourceId: oid('graph'),
  resourceDisplayName: 'Microsoft Graph',
});

const cases: readonly (readonly [string, string, Rows, readonly string[]])[] = [
  [
    'azure.vault-self-grant',
    'Contributors of a vault with access policies',
    [
      vault({ accessPolicies: [policy('ben', { secrets: ['get'] })] }),
      user('ben'),
      assignment('ana', ROLE.contributor, SCOPE.subscription),
    ],
    ['high: 1 identity can let itself read key vault shop-vault'],
  ],
  [
    'azure.federated-subject-wide',
    'pull requests of a repository',
    [
      application('job', {
        federatedIdentityCredentials: [
          {
            name: 'deploy',
            issuer: 'https://token.actions.githubusercontent.com',
            subject: 'repo:acme/shop:pull_request',
            audiences: ['api://AzureADTokenExchange'],
          },
        ],
      }),
      servicePrincipal('job'),
    ],
    ['medium: Azure service account job lets in pull requests of a repository at GitHub Actions'],
  ],
  [
    'azure.vault-self-grant',
    'who reads it anyway is no news',
    [
      vault({ accessPolicies: [policy('ana', { secrets: ['get'] })] }),
      user('ana'),
      assignment('ana', ROLE.contributor, SCOPE.subscription),
    ],
    [],
  ],
  [
    'azure.vault-self-grant',
    'an eligible role depends on being activated',
    [vault(), eligible('ana', ROLE.contributor, SCOPE.subscription)],
    ['medium: 1 identity can let itself read key vault shop-vault'],
  ],
  [
    'azure.vault-self-grant',
    'people who own a vault with roles',
    [vault(BY_ROLE), assignment('ana', ROLE.owner, SCOPE.subscription)],
    [],
  ],
  [
    'azure.vault-self-grant',
    'a machine that owns a vault with roles',
    [vault(BY_ROLE), assignment('sp-deploy', ROLE.owner, SCOPE.subscription)],
    ['medium: 1 machine identity can let itself read key vault shop-vault'],
  ],
  [
    'azure.vault-reader-hop',
    'owner of an application that reads',
    [
      vault(BY_ROLE),
      servicePrincipal('sp-job'),
      application('sp-job', { owners: [user('ana')] }),
      assignment('sp-job', ROLE.secretsUser, SCOPE.vault),
    ],
    ['medium: 1 identity can read key vault shop-vault by acting as one of its readers'],
  ],
  [
    'azure.vault-reader-hop',
    'the owner reads it himself',
    [
      vault(BY_ROLE),
      servicePrincipal('sp-job'),
      application('sp-job', { owners: [user('ana')] }),
      assignment('sp-job', ROLE.secretsUser, SCOPE.vault),
      assignment('ana', ROLE.secretsUser, SCOPE.vault),
    ],
    [],
  ],
  [
    'azure.vault-third-party',
    'application of another tenant',
    [
      vault(BY_ROLE),
      servicePrincipal('sp-vendor', { appOwnerOrganizationId: OTHER_TENANT }),
      assignment('sp-vendor', ROLE.secretsUser, SCOPE.vault),
    ],
    ['high: The service principal sp-vendor of another organisation can read key vault shop-vault'],
  ],
  [
    'azure.vault-third-party',
    'an application of one’s own',
    [vault(BY_ROLE), servicePrincipal('sp-job'), assignment('sp-job', ROLE.secretsUser, SCOPE.vault)],
    [],
  ],
  [
    'azure.vault-template-deployment',
    'open, and a Contributor may deploy',
    [
      vault({ ...BY_ROLE, enabledForTemplateDeployment: true }),
      assignment('ana', ROLE.contributor, SCOPE.subscription),
    ],
    ['medium: Key vault shop-vault hands secrets to template deployments'],
  ],
  [
    'azure.vault-template-deployment',
    'not open',
    [vault(BY_ROLE), assignment('ana', ROLE.contributor, SCOPE.subscription)],
    [],
  ],
  [
    'azure.key-without-rotation',
    'a policy that only warns',
    [
      vault(BY_ROLE),
      { kid: 'https://shop-vault.vault.azure.net/keys/sign', name: 'sign', attributes: { enabled: true } },
      { id: 'https://shop-vault.vault.azure.net/keys/sign/rotationpolicy', lifetimeActions: [{ action: 'Notify' }] },
    ],
    ['low: 1 of 1 key in shop-vault has no rotation policy'],
  ],
  [
    'azure.key-without-rotation',
    'a policy that rotates',
    [
      vault(BY_ROLE),
      { kid: 'https://shop-vault.vault.azure.net/keys/sign', name: 'sign', attributes: { enabled: true } },
      {
        id: 'https://shop-vault.vault.azure.net/keys/sign/rotationpolicy',
        lifetimeActions: [{ action: { type: 'Rotate' } }],
      },
    ],
    [],
  ],
  [
    'azure.app-privileged-permission',
    'RoleManagement.ReadWrite.Directory',
    [
      vault(),
      servicePrincipal('sp-tool', { appRoleAssignments: [permission('9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8')] }),
    ],
    ['critical: Azure service account sp-tool makes anybody a global administrator'],
  ],
  [
    'azure.app-privileged-permission',
    'a permission that reads',
    [
      vault(),
      servicePrincipal('sp-tool', { appRoleAssignments: [permission('df021288-bdef-4463-88db-98f22de89214')] }),
    ],
    [],
  ],
  [
    'azure.app-secret-long-lived',
    'valid for two years',
    [
      vault(),
      servicePrincipal('sp-job', { passwordCredentials: [secret('2026-01-01T00:00:00Z', '2028-01-01T00:00:00Z')] }),
    ],
    ['medium: Azure service account sp-job has a client secret that is valid for more than a year'],
  ],
  [
    'azure.app-secret-long-lived',
    'valid for two centuries, at the application',
    [
      vault(),
      servicePrincipal('sp-job'),
      application('sp-job', { passwordCredentials: [secret('2026-01-01T00:00:00Z', '2299-12-30T00:00:00Z')] }),
    ],
    ['high: Azure service account sp-job has a client secret that is valid for more than a year'],
  ],
  [
    'azure.app-secret-long-lived',
    'valid for half a year',
    [
      vault(),
      servicePrincipal('sp-job', { passwordCredentials: [secret('2026-09-01T00:00:00Z', '2027-02-28T00:00:00Z')] }),
    ],
    [],
  ],
  [
    'azure.app-credential-expired',
    'the only one has ended',
    [
      vault(),
      servicePrincipal('sp-job', { passwordCredentials: [secret('2025-01-01T00:00:00Z', '2025-06-30T00:00:00Z')] }),
    ],
    ['low: Every credential of Azure service account sp-job has ended'],
  ],
  [
    'azure.app-without-owner',
    'owners were read and there is none',
    [
      vault(),
      application('job', { owners: [], passwordCredentials: [secret('2026-09-01T00:00:00Z', '2027-02-28T00:00:00Z')] }),
    ],
    ['low: Application job has credentials and no owner'],
  ],
  [
    'azure.app-without-owner',
    'owners were not read',
    [vault(), application('job', { passwordCredentials: [secret('2026-09-01T00:00:00Z', '2027-02-28T00:00:00Z')] })],
    [],
  ],
  [
    'azure.machine-broad-role',
    'Owner of the subscription',
    [vault(), assignment('sp-deploy', ROLE.owner, SCOPE.subscription)],
    [`high: Service principal sp-deploy administers subscription ${SCOPE.subscription.split('/').at(-1)}`],
  ],
  [
    'azure.machine-broad-role',
    'Contributor of a resource group',
    [vault(), assignment('sp-deploy', ROLE.contributor, SCOPE.resourceGroup)],
    [],
  ],
  ['azure.machine-broad-role', 'a person', [vault(), assignment('ana', ROLE.owner, SCOPE.subscription)], []],
  [
    'azure.custom-role-broad',
    'everything but the assignment of roles',
    [
      vault(),
      definition(CUSTOM, 'Deployer', [{ actions: ['*'], notActions: ['Microsoft.Authorization/*'] }]),
      assignment('sp-deploy', CUSTOM, SCOPE.resourceGroup),
    ],
    ['medium: Custom role Deployer allows everything'],
  ],
  [
    'azure.custom-role-broad',
    'a wildcard that only reads',
    [vault(), definition(CUSTOM, 'Viewer', [{ actions: ['*/read'] }]), assignment('ana', CUSTOM, SCOPE.resourceGroup)],
    [],
  ],
  [
    'azure.eligible-without-end',
    'eligible Owner',
    [vault(), eligible('ana', ROLE.owner, SCOPE.resourceGroup)],
    ['low: User ana may activate Owner at resource group shop without an end'],
  ],
  ['azure.eligible-without-end', 'eligible Reader', [vault(), eligible('ana', ROLE.reader, SCOPE.resourceGroup)], []],
  [
    'azure.assignment-orphaned',
    'a principal of no known type',
    [vault(), assignment('gone', ROLE.reader, SCOPE.resourceGroup, { principalType: 'Unknown', principalName: '' })],
    [`low: Roles are assigned to ${oid('gone')}, which is not in the directory`],
  ],
  ['azure.assignment-orphaned', 'a user', [vault(), assignment('ana', ROLE.reader, SCOPE.resourceGroup)], []],
  [
    'azure.vault-access-policies',
    'role assignments were read and nobody may change it',
    [vault(), assignment('ana', ROLE.reader, SCOPE.resourceGroup)],
    ['low: Whoever may change key vault shop-vault can let himself read its secrets'],
  ],
];

test.each(cases)('%s: %s', (id, _, rows, expected) => {
  expect(told(id, rows)).toEqual(expected);
});

test('every check is met by a case, says how bad it is, and writes sentences', () => {
  const met = new Set(cases.filter(([, , , expected]) => expected.length > 0).map(([id]) => id));
  for (const check of vaultChecks) {
    if (check.id !== 'azure.vault-two-domains') expect(met, check.id).toContain(check.id);
    expect(check.severity, check.id).toBeDefined();
    expect(check.why.length).toBeGreaterThan(60);
  }
  for (const [id, , rows] of cases) {
    for (const { evidence, places, subjects } of run(id, rows)) {
      expect(evidence.length, id).toBeGreaterThan(0);
      expect(places.length, id).toBeGreaterThan(0);
      expect(subjects.length, id).toBeGreaterThan(0);
      for (const { what } of evidence) expect(what).not.toMatch(/undefined|\[object/);
    }
  }
});

test('the lists of holders and of those who can let themselves in stand beside each other', () => {
  const [finding] = run('azure.vault-self-grant', cases[0]?.[2] ?? []);
  expect(finding?.evidence.map(({ what }) => what)).toEqual([
    'Permission model: access policies',
    'Can let themselves read: 1 identity',
    `user ana: The role Contributor of user ana at subscription ${SCOPE.subscription.split('/').at(-1)} lets it write access policies of key vault shop-vault (Microsoft.KeyVault/vaults/write), so it can give itself every permission on secrets, keys and certificates.`,
    'Read it now: 1 identity',
    'user ben: An access policy of key vault shop-vault lets user ben read secrets.',
    'Service principals of the directory were not read, so it is not known who owns or administers readers.',
  ]);
});

test('secrets that files of two domains name make one vault of two domains', () => {
  const check = vaultChecks.find(({ id }) => id === 'azure.vault-two-domains');
  const { stores } = graphOfRows([vault()]);
  const findings = (second: string, source: string) => {
    const graph = buildGraph({
      sources: ['shop', 'office'].map((name) => ({
        id: `source-${name}`,
        kind: 'repository' as const,
        name,
        locator: name,
        status: 'read' as const,
      })),
      sightings: [],
      detectors: [],
      config: TWO_DOMAINS,
      facts: [
        {
          ...NO_FACTS,
          stores,
          references: [
            { kind: 'secret', target: address('db'), place: filePlace('shop', 'a.tf') },
            { kind: 'secret', target: address(second), place: filePlace(source, 'b.tf') },
          ],
        },
      ],
    });
    return [...(check?.run(graph, { now: NOW, config: TWO_DOMAINS }).findings ?? [])].map(({ title }) => title);
  };
  expect(findings('mail', 'office')).toEqual(['Key vault shop-vault holds secrets of customer and workforce']);
  expect(findings('mail', 'shop')).toEqual([]);
  expect(findings('db', 'office')).toEqual([]);
});

function address(name: string): string {
  return `https://shop-vault.vault.azure.net/secrets/${name}`;
}
