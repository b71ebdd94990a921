import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './self-signed.ts';

export interface FakeVault {
  readonly resourceGroup: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Rows as the service writes them; times are seconds since 1970. */
  readonly secrets?: readonly { readonly name: string; readonly attributes: Readonly<Record<string, unknown>> }[];
  readonly keys?: readonly {
    readonly name: string;
    readonly attributes: Readonly<Record<string, unknown>>;
    /** What one key alone tells, such as its rotation policy. */
    readonly properties?: Readonly<Record<string, unknown>>;
  }[];
}

interface FakeAnswer {
  readonly status: number;
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Used up after so many requests. Default: always. */
  readonly times?: number;
}

export interface FakeAzure extends AsyncDisposable {
  readonly endpoint: string;
  /** Certificate to trust. */
  readonly ca: string;
  /** Requests as `GET /path?query`, in order. */
  readonly requests: readonly string[];
  /** Values of the Authorization header seen. */
  readonly authorizations: ReadonlySet<string>;
  /** Answers requests whose URL holds the text otherwise. */
  answer(urlHolds: string, answer: FakeAnswer): void;
  /** Host written into links to further pages. Default: the server itself. */
  nextLinkHost: string;
}

/** Rows by the path of their list; a path that ends with `/` stands for one object by its id. */
export type FakeRows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export const SUBSCRIPTION = '00000000-1111-2222-3333-444444444444';

/** Lists that are there and empty unless a test fills them. */
const LISTS = [
  'providers/Microsoft.KeyVault/deletedVaults',
  'providers/Microsoft.Authorization/roleAssignments',
  'providers/Microsoft.Authorization/roleDefinitions',
  'providers/Microsoft.Authorization/denyAssignments',
  'providers/Microsoft.Authorization/roleEligibilityScheduleInstances',
  'providers/Microsoft.ManagedIdentity/userAssignedIdentities',
  'resources',
].map((path) => `/subscriptions/${SUBSCRIPTION}/${path}`);

const DIRECTORY = [
  '/v1.0/applications',
  '/v1.0/servicePrincipals',
  "/v1.0/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')/appRoleAssignedTo",
  '/v1.0/directoryRoles',
  '/v1.0/roleManagement/directory/roleDefinitions',
  '/v1.0/roleManagement/directory/roleAssignments',
  '/v1.0/roleManagement/directory/roleEligibilityScheduleInstances',
];

/** What may be expanded in a list is left out of it otherwise, as Microsoft Graph does. */
const EXPANDED = ['owners', 'federatedIdentityCredentials', 'members'];

/**
 * Azure Resource Manager and Microsoft Graph over HTTPS on the loopback, a page of two rows at a time.
 *
 * @param rows Further lists by their path, such as `/subscriptions/…/roleAssignments` or `/v1.0/applications`
 */
export async function startFakeAzure(vaults: readonly FakeVault[], rows: FakeRows = {}): Promise<FakeAzure> {
  const requests: string[] = [];
  const authorizations = new Set<string>();
  const faults: { urlHolds: string; answer: FakeAnswer; left: number }[] = [];
  const certificate = selfSigned();
  const tenant = vaults[0]?.properties['tenantId'] ?? 'aaaaaaaa-0000-0000-0000-000000000001';

  const rowsOf = (path: string, expand: string): readonly unknown[] | undefined => {
    const base = `/subscriptions/${SUBSCRIPTION}`;
    const listed = rows[path] ?? (LISTS.includes(path) || DIRECTORY.includes(path) ? [] : undefined);
    if (listed !== undefined) {
      const left = new Set(EXPANDED.filter((name) => path.startsWith('/v1.0/') && !expand.startsWith(name)));
      return listed.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !left.has(name))));
    }
    if (path === `${base}/providers/Microsoft.KeyVault/vaults`) {
      return vaults.map((vault) => ({
        id: vaultId(vault),
        name: vault.name,
        type: 'Microsoft.KeyVault/vaults',
        location: 'westeurope',
        tags: {},
        properties: vault.properties,
      }));
    }
    const found = vaults.find((vault) => path.startsWith(`${vaultId(vault)}/`));
    const kind = path.split('/').at(-1);
    if (found === undefined || (kind !== 'secrets' && kind !== 'keys')) return undefined;
    return (found[kind] ?? []).map(({ name, attributes }) => ({
      id: `${vaultId(found)}/${kind}/${name}`,
      name,
      type: `Microsoft.KeyVault/vaults/${kind}`,
      properties: { attributes },
    }));
  };

  const server = createServer(certificate, (request, response) => {
    const url = new URL(request.url ?? '/', fake.endpoint);
    requests.push(`${request.method} ${url.pathname}${url.search}`);
    if (request.headers.authorization !== undefined) authorizations.add(request.headers.authorization);
    const send = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    };
    const fault = faults.find((each) => each.left > 0 && request.url?.includes(each.urlHolds));
    if (fault !== undefined) {
      fault.left -= 1;
      const { status, code = 'Failed', headers } = fault.answer;
      return send(status, { error: { code, message: 'as the test asked' } }, headers);
    }
    const path = decodeURIComponent(url.pathname);
    if (path === `/subscriptions/${SUBSCRIPTION}`) return send(200, { id: path, tenantId: tenant });
    const [, folder = '', id = ''] = /^(.*\/)([^/]+)$/.exec(path) ?? [];
    const key = keyAt(vaults, path);
    if (key !== undefined) return send(200, key);
    const one = rows[folder]?.find((row) => row['id'] === id || row['name'] === id);
    if (one !== undefined) return send(200, one);
    const found = rowsOf(path, url.searchParams.get('$expand') ?? '');
    if (found === undefined) return send(404, { error: { code: 'ResourceNotFound', message: 'no such resource' } });
    const from = Number(url.searchParams.get('$skiptoken') ?? 0);
    const next = new URL(url);
    next.searchParams.set('$skiptoken', String(from + 2));
    next.host = fake.nextLinkHost;
    const link = path.startsWith('/v1.0/') ? '@odata.nextLink' : 'nextLink';
    send(200, { value: found.slice(from, from + 2), ...(from + 2 < found.length ? { [link]: next.href } : {}) });
  });
  const fake = {
    endpoint: '',
    ca: certificate.cert,
    requests,
    authorizations,
    nextLinkHost: '',
    answer(urlHolds: string, answer: FakeAnswer) {
      faults.push({ urlHolds, answer, left: answer.times ?? Number.POSITIVE_INFINITY });
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  fake.endpoint = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  fake.nextLinkHost = new URL(fake.endpoint).host;
  return fake;
}

/** One key with its rotation policy, which the list leaves out. */
function keyAt(vaults: readonly FakeVault[], path: string): unknown {
  for (const vault of vaults) {
    const key = vault.keys?.find(({ name }) => path === `${vaultId(vault)}/keys/${name}`);
    if (key !== undefined)
      return { id: path, name: key.name, properties: { attributes: key.attributes, ...key.properties } };
  }
  return undefined;
}

export function vaultId(vault: Pick<FakeVault, 'resourceGroup' | 'name'>): string {
  return `/subscriptions/${SUBSCRIPTION}/resourceGroups/${vault.resourceGroup}/providers/Microsoft.KeyVault/vaults/${vault.name}`;
}

/** Signs in with a token made for the test; the real credentials would ask Microsoft. */
export function fakeCredential(token: string) {
  return { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) };
}
