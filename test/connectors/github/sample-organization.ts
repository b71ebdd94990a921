import { generateKeyPairSync } from 'node:crypto';
import type { FakeRoute } from '../../support/fake-github.ts';

const owner = { login: 'shop', type: 'Organization' };

const repository = (name: string, visibility: string) => ({
  name,
  full_name: `shop/${name}`,
  owner,
  private: visibility !== 'public',
  visibility,
  archived: false,
});

const secret = (name: string, updated: string, more: object = {}) => ({
  name,
  created_at: '2024-01-01T00:00:00Z',
  updated_at: updated,
  ...more,
});

const list = (key: string, rows: readonly unknown[]): FakeRoute => ({ list: key, rows });

/** A string of the SSH wire format: RFC 4251 section 5. */
function part(bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([0, 0, 0, bytes.length]), bytes]);
}

/** A public key line as people hand it to GitHub, made for the occasion. */
function publicKeyLine(): string {
  const { publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  return `ssh-ed25519 ${Buffer.concat([part(Buffer.from('ssh-ed25519')), part(raw)]).toString('base64')}`;
}

export const DEPLOY_KEY = publicKeyLine();

/** Last part of a webhook's address, as chat services use it: it lets whoever knows it post. */
export const HOOK_TOKEN = ['hook', 'path', 'token'].join('-');

const hook = (id: number, config: object) => ({
  id,
  name: 'web',
  active: true,
  events: ['push'],
  created_at: '2025-01-01T00:00:00Z',
  config: { content_type: 'json', ...config },
});

const WRITE = { default_workflow_permissions: 'write', can_approve_pull_request_reviews: true };
const READ = { default_workflow_permissions: 'read', can_approve_pull_request_reviews: false };

/** An organisation of three repositories; what it leaves out is answered with 404. */
export function sampleOrganization(): Record<string, FakeRoute> {
  return {
    '/orgs/shop/repos': [
      repository('checkout', 'private'),
      repository('admin', 'internal'),
      repository('site', 'public'),
    ],
    '/orgs/shop/actions/secrets': list('secrets', [
      secret('DEPLOY', '2024-06-01T00:00:00Z', { visibility: 'all' }),
      secret('PRIVATE_ONE', '2026-11-01T00:00:00Z', { visibility: 'private' }),
      secret('CHOSEN', '2026-11-01T00:00:00Z', { visibility: 'selected' }),
    ]),
    '/orgs/shop/actions/secrets/CHOSEN/repositories': list('repositories', [
      repository('checkout', 'private'),
      repository('admin', 'internal'),
    ]),
    '/orgs/shop/dependabot/secrets': list('secrets', []),
    '/orgs/shop/hooks': [hook(1, { url: 'https://hooks.example.com/in', secret: '********', insecure_ssl: '0' })],
    '/orgs/shop/installations': list('installations', [
      {
        id: 7,
        app_slug: 'release-bot',
        app_id: 70,
        repository_selection: 'all',
        permissions: { contents: 'write', metadata: 'read' },
        created_at: '2025-01-01T00:00:00Z',
        suspended_at: null,
      },
      {
        id: 8,
        app_slug: 'reader-bot',
        app_id: 80,
        repository_selection: 'all',
        permissions: { metadata: 'read' },
        created_at: '2025-01-01T00:00:00Z',
        suspended_at: '2025-06-01T00:00:00Z',
      },
    ]),
    '/orgs/shop/outside_collaborators': [{ login: 'ann' }, { login: 'bob' }, { login: 'cem' }],
    '/orgs/shop/actions/permissions/workflow': WRITE,
    ...repositoryRoutes('checkout'),
    ...repositoryRoutes('site'),
    ...repositoryRoutes('admin'),
    '/repos/shop/checkout': repository('checkout', 'private'),
    '/repos/shop/checkout/keys': [
      {
        id: 11,
        key: DEPLOY_KEY,
        title: 'ci',
        verified: true,
        created_at: '2024-01-01T00:00:00Z',
        read_only: false,
        added_by: 'ann',
        last_used: '2024-02-01T00:00:00Z',
        enabled: true,
      },
      {
        id: 12,
        key: publicKeyLine(),
        title: 'never',
        verified: true,
        created_at: '2024-01-01T00:00:00Z',
        read_only: true,
        last_used: null,
      },
      {
        id: 13,
        key: publicKeyLine(),
        title: 'fresh',
        verified: true,
        created_at: '2026-11-20T00:00:00Z',
        read_only: true,
        last_used: null,
      },
    ],
    '/repos/shop/checkout/actions/secrets': list('secrets', [
      secret('A', '2026-11-01T00:00:00Z'),
      secret('B', '2026-11-01T00:00:00Z'),
      secret('C', '2023-01-01T00:00:00Z'),
    ]),
    '/repos/shop/checkout/hooks': [
      hook(21, { url: `http://chat.example.com/${HOOK_TOKEN}`, insecure_ssl: '1' }),
      hook(22, { url: 'https://ci.example.com/hook', secret: '********', insecure_ssl: 0 }),
    ],
    '/repos/shop/checkout/collaborators': [
      { login: 'ann', role_name: 'admin', permissions: { admin: true } },
      { login: 'bob', permissions: { admin: false, pull: true } },
    ],
    '/repos/shop/checkout/environments': list('environments', [
      {
        id: 31,
        name: 'production/eu',
        protection_rules: [{ id: 1, type: 'required_reviewers', reviewers: [{ type: 'User' }, { type: 'Team' }] }],
        deployment_branch_policy: { protected_branches: true, custom_branch_policies: false },
      },
    ]),
    '/repos/shop/checkout/environments/production/eu/secrets': list('secrets', [
      secret('LIVE', '2026-11-01T00:00:00Z'),
    ]),
    '/repos/shop/checkout/actions/permissions/workflow': WRITE,
  };
}

function repositoryRoutes(name: string): Record<string, FakeRoute> {
  return {
    [`/repos/shop/${name}/keys`]: [],
    [`/repos/shop/${name}/actions/secrets`]: list('secrets', []),
    [`/repos/shop/${name}/dependabot/secrets`]: list('secrets', []),
    [`/repos/shop/${name}/environments`]: list('environments', []),
    [`/repos/shop/${name}/hooks`]: [],
    [`/repos/shop/${name}/collaborators`]: [],
    [`/repos/shop/${name}/actions/permissions/workflow`]: READ,
  };
}
