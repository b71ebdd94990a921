import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { organizationAnswer, type FakeOrganization } from './fake-organization.ts';

/**
 * An AWS account held in memory behind IAM's query protocol, for the real SDK to talk to.
 *
 * Protocol: form-encoded POST with `Action`, XML answers, errors as `<ErrorResponse>`; pages end with `IsTruncated` and
 * `Marker`. https://docs.aws.amazon.com/IAM/latest/UserGuide/programming.html
 */
export interface FakeAccount {
  readonly account: string;
  readonly users: readonly FakeUser[];
  readonly roles: readonly FakeRole[];
  readonly policies?: readonly { readonly name: string; readonly arn: string; readonly document: object }[];
  readonly oidcProviders?: readonly { readonly host: string; readonly clientIds: readonly string[] }[];
  readonly samlProviders?: readonly { readonly name: string; readonly validUntil: string }[];
  readonly serviceCredentials?: readonly { readonly user: string; readonly service: string; readonly id: string }[];
  readonly credentialReport?: string;
  readonly summary?: Readonly<Record<string, number>>;
  readonly serverCertificates?: readonly { readonly name: string; readonly expires: string }[];
  /** Services that identities used, by ARN: namespace to time, or to undefined for one that was never used. */
  readonly uses?: Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;
}

interface FakeUser {
  readonly name: string;
  readonly created: string;
  readonly inline?: Readonly<Record<string, object>>;
  readonly attached?: readonly string[];
  readonly passwordLastUsed?: string;
  readonly keys?: readonly {
    readonly id: string;
    readonly created: string;
    readonly status?: 'Active' | 'Inactive';
    readonly lastUsed?: string;
  }[];
  /** PEM. */
  readonly certificates?: readonly string[];
  /** Ids of SSH public keys. */
  readonly sshKeys?: readonly string[];
}

interface FakeRole {
  readonly name: string;
  readonly created: string;
  readonly trust: object;
  readonly inline?: Readonly<Record<string, object>>;
  readonly lastUsed?: string;
}

/** What the server does instead of answering: by action, for the first `times` calls (default: all). */
interface Fault {
  readonly action: string;
  readonly kind: 'denied' | 'throttled' | 'malformed' | 'unknown-key' | 'error' | 'gone';
  readonly times?: number;
  /** Only in this account. */
  readonly account?: string;
}

export interface FakeAws {
  readonly endpoint: string;
  /** Actions in the order they arrived, refused ones included. */
  readonly calls: readonly string[];
  [Symbol.asyncDispose](): Promise<void>;
}

export interface FakeOptions {
  readonly faults?: readonly Fault[];
  /** Items of a page. Default 2, so that paging is always at work. */
  readonly pageSize?: number;
  /** Where there is one, the account is its management account. */
  readonly organization?: FakeOrganization;
}

/** Id of the temporary key that stands for an account, for sessions in it. */
function sessionKey(account: string): string {
  const body = createHash('sha256').update(account).digest('hex').toUpperCase();
  return ['AS', 'IA', body.slice(0, 16)].join('');
}

/** Starts the account on a free loopback port. */
export async function startFakeAws(own: FakeAccount, options: FakeOptions = {}): Promise<FakeAws> {
  const calls: string[] = [];
  const faults = (options.faults ?? []).map((fault) => ({ ...fault, left: fault.times ?? Infinity }));
  const { organization } = options;
  const sessions = new Map((organization?.members ?? []).map((member) => [sessionKey(member.account), member]));
  const reportAsked = new Set<string>();
  const jobsAsked = new Set<string>();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    const target = request.headers['x-amz-target'];
    const form = new URLSearchParams(target === undefined ? body : '');
    const action = typeof target === 'string' ? target.slice(target.indexOf('.') + 1) : (form.get('Action') ?? '');
    const key = /Credential=([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const account = sessions.get(key) ?? own;
    calls.push(action);
    const fault = faults.find(
      (candidate) =>
        candidate.action === action &&
        candidate.left > 0 &&
        (candidate.account === undefined || candidate.account === account.account),
    );
    if (typeof target === 'string') {
      if (fault !== undefined) {
        fault.left--;
        return sendJson(response, 400, {
          __type: fault.kind === 'throttled' ? 'TooManyRequestsException' : 'AccessDeniedException',
          message: 'no',
        });
      }
      const found =
        organization && organizationAnswer(organization, own.account, action, JSON.parse(body), options.pageSize ?? 2);
      return found === undefined
        ? sendJson(response, 400, { __type: 'AWSOrganizationsNotInUseException', message: 'no organisation' })
        : sendJson(response, 200, found);
    }
    if (fault !== undefined) {
      fault.left--;
      return sendFault(response, fault.kind, action, account.account);
    }
    if (!/AWS4-HMAC-SHA256 Credential=/.test(request.headers.authorization ?? '')) {
      return send(response, 403, errorXml('MissingAuthenticationToken', 'Request is missing Authentication Token'));
    }
    if (action === 'GetCredentialReport' && account.credentialReport === undefined) {
      return send(response, 410, errorXml('ReportNotPresent', 'No report is present.'));
    }
    if (action === 'GenerateCredentialReport') {
      const state = reportAsked.has(account.account) ? 'COMPLETE' : 'STARTED';
      reportAsked.add(account.account);
      return send(response, 200, resultXml(action, `<State>${state}</State>`));
    }
    if (action === 'AssumeRole') return assume(response, form, organization);
    if (action === 'GetServiceLastAccessedDetails' && !jobsAsked.has(form.get('JobId') ?? '')) {
      jobsAsked.add(form.get('JobId') ?? '');
      const created = { JobStatus: 'IN_PROGRESS', JobCreationDate: '2026-06-01T00:00:00Z' };
      return send(response, 200, resultXml(action, tags(created) + element('ServicesLastAccessed', '')));
    }
    const result = resultOf(account, action, form, options.pageSize ?? 2);
    if (result === undefined) return send(response, 404, errorXml('NoSuchEntity', 'There is no such entity.'));
    send(response, 200, resultXml(action, result));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    calls,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Gives a session in a member, where it exists, its role is the one asked for, and the external id is the right one. */
function assume(response: ServerResponse, form: URLSearchParams, organization: FakeOrganization | undefined): void {
  const [, account, role] = /^arn:aws:iam::(\d{12}):role\/(.+)$/.exec(form.get('RoleArn') ?? '') ?? [];
  const { refuses = [], role: trustedRole, externalId } = organization ?? {};
  const member = organization?.members.find((each) => each.account === account);
  const trusted = role === trustedRole && externalId === (form.get('ExternalId') ?? undefined);
  if (member === undefined || !trusted || refuses.includes(member.account)) {
    return send(response, 403, errorXml('AccessDenied', 'not authorized to perform: sts:AssumeRole'));
  }
  const session = {
    AccessKeyId: sessionKey(member.account),
    SecretAccessKey: 'session-secret',
    SessionToken: 'session-token',
    Expiration: new Date(Date.now() + 3_600_000).toISOString(),
  };
  send(response, 200, resultXml('AssumeRole', element('Credentials', tags(session))));
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function resultOf(account: FakeAccount, action: string, form: URLSearchParams, pageSize: number): string | undefined {
  const user = account.users.find(({ name }) => name === form.get('UserName'));
  const userArn = (name: string) => `arn:aws:iam::${account.account}:user/${name}`;
  switch (action) {
    case 'GetAccountAuthorizationDetails':
      return detailsPage(account, form, pageSize);
    case 'ListUsers':
      return page(account.users, form, pageSize, 'Users', (item) =>
        tags({
          Path: '/',
          UserName: item.name,
          UserId: idOf('AIDA', item.name),
          Arn: userArn(item.name),
          CreateDate: item.created,
          PasswordLastUsed: item.passwordLastUsed,
        }),
      );
    case 'ListAccessKeys':
      if (user === undefined) return undefined;
      return page(user.keys ?? [], form, pageSize, 'AccessKeyMetadata', (key) =>
        tags({ UserName: user.name, AccessKeyId: key.id, Status: key.status ?? 'Active', CreateDate: key.created }),
      );
    case 'GetAccessKeyLastUsed': {
      const owner = account.users.find(({ keys }) => keys?.some(({ id }) => id === form.get('AccessKeyId')));
      const key = owner?.keys?.find(({ id }) => id === form.get('AccessKeyId'));
      if (owner === undefined || key === undefined) return undefined;
      const used = key.lastUsed;
      const facts =
        used === undefined
          ? { ServiceName: 'N/A', Region: 'N/A' }
          : { LastUsedDate: used, ServiceName: 's3', Region: 'eu-central-1' };
      return tags({ UserName: owner.name }) + element('AccessKeyLastUsed', tags(facts));
    }
    case 'ListOpenIDConnectProviders':
      return members('OpenIDConnectProviderList', account.oidcProviders ?? [], ({ host }) =>
        tags({ Arn: `arn:aws:iam::${account.account}:oidc-provider/${host}` }),
      );
    case 'GetOpenIDConnectProvider': {
      const arn = form.get('OpenIDConnectProviderArn') ?? '';
      const provider = account.oidcProviders?.find(({ host }) => arn.endsWith(`oidc-provider/${host}`));
      if (provider === undefined) return undefined;
      return (
        tags({ Url: provider.host, CreateDate: '2025-01-01T00:00:00Z' }) +
        members('ClientIDList', provider.clientIds, escape)
      );
    }
    case 'ListSAMLProviders':
      return members('SAMLProviderList', account.samlProviders ?? [], ({ name, validUntil }) =>
        tags({ Arn: `arn:aws:iam::${account.account}:saml-provider/${name}`, ValidUntil: validUntil }),
      );
    case 'ListServiceSpecificCredentials':
      return page(account.serviceCredentials ?? [], form, pageSize, 'ServiceSpecificCredentials', (credential) =>
        tags({
          UserName: credential.user,
          ServiceName: credential.service,
          ServiceSpecificCredentialId: credential.id,
          Status: 'Active',
          CreateDate: '2025-02-01T00:00:00Z',
        }),
      );
    case 'GetCallerIdentity':
      return tags({ UserId: 'AIDAEXAMPLE', Account: account.account, Arn: userArn('collector') });
    case 'GetAccountSummary':
      return element(
        'SummaryMap',
        Object.entries(account.summary ?? {})
          .map(([key, value]) => element('entry', tags({ key, value: String(value) })))
          .join(''),
      );
    case 'ListServerCertificates':
      return page(account.serverCertificates ?? [], form, pageSize, 'ServerCertificateMetadataList', (each) =>
        tags({
          Path: '/',
          ServerCertificateName: each.name,
          ServerCertificateId: idOf('ASCA', each.name),
          Arn: `arn:aws:iam::${account.account}:server-certificate/${each.name}`,
          UploadDate: '2025-01-01T00:00:00Z',
          Expiration: each.expires,
        }),
      );
    case 'ListSigningCertificates':
      if (user === undefined) return undefined;
      return page(user.certificates ?? [], form, pageSize, 'Certificates', (pem) =>
        tags({
          UserName: user.name,
          CertificateId: idOf('CERT', user.name),
          CertificateBody: pem,
          Status: 'Active',
          UploadDate: '2025-01-01T00:00:00Z',
        }),
      );
    case 'ListSSHPublicKeys':
      if (user === undefined) return undefined;
      return page(user.sshKeys ?? [], form, pageSize, 'SSHPublicKeys', (id) =>
        tags({ UserName: user.name, SSHPublicKeyId: id, Status: 'Active', UploadDate: '2025-01-01T00:00:00Z' }),
      );
    case 'GenerateServiceLastAccessedDetails':
      return tags({ JobId: Buffer.from(form.get('Arn') ?? '').toString('hex') });
    case 'GetServiceLastAccessedDetails': {
      const arn = Buffer.from(form.get('JobId') ?? '', 'hex').toString();
      const services = Object.entries(account.uses?.[arn] ?? {});
      const status = { JobStatus: 'COMPLETED', JobType: 'ACTION_LEVEL', JobCompletionDate: '2026-06-01T00:00:01Z' };
      return (
        tags({ ...status, JobCreationDate: '2026-06-01T00:00:00Z' }) +
        page(
          services,
          form,
          pageSize,
          'ServicesLastAccessed',
          ([name, used]) =>
            tags({ ServiceName: name, ServiceNamespace: name, LastAuthenticated: used }) +
            (used === undefined
              ? ''
              : members('TrackedActionsLastAccessed', [used], (time) =>
                  tags({ ActionName: 'GetObject', LastAccessedTime: time }),
                )),
        )
      );
    }
    case 'GetCredentialReport':
      if (account.credentialReport === undefined) return undefined;
      return tags({
        Content: Buffer.from(account.credentialReport).toString('base64'),
        ReportFormat: 'text/csv',
        GeneratedTime: '2026-06-01T00:00:00Z',
      });
    default:
      throw new Error(`the fake does not know ${action}`);
  }
}

/** Users, then roles, then policies, cut into pages as the service does. */
function detailsPage(account: FakeAccount, form: URLSearchParams, pageSize: number): string {
  const entries = [
    ...account.users.map((user) => ({ list: 'UserDetailList', xml: userXml(account, user) })),
    ...account.roles.map((role) => ({ list: 'RoleDetailList', xml: roleXml(account, role) })),
    ...(account.policies ?? []).map((policy) => ({ list: 'Policies', xml: policyXml(policy) })),
  ];
  const start = Number(form.get('Marker') ?? 0);
  const cut = entries.slice(start, start + pageSize);
  const lists = ['UserDetailList', 'GroupDetailList', 'RoleDetailList', 'Policies'];
  return (
    lists
      .map((list) =>
        members(
          list,
          cut.filter((entry) => entry.list === list),
          ({ xml }) => xml,
        ),
      )
      .join('') + pageEnd(start + pageSize, entries.length)
  );
}

function userXml(account: FakeAccount, user: FakeUser): string {
  return (
    tags({
      Path: '/',
      UserName: user.name,
      UserId: idOf('AIDA', user.name),
      Arn: `arn:aws:iam::${account.account}:user/${user.name}`,
      CreateDate: user.created,
    }) +
    members('GroupList', [], escape) +
    members('UserPolicyList', Object.entries(user.inline ?? {}), inlineXml) +
    members('AttachedManagedPolicies', user.attached ?? [], (arn) =>
      tags({ PolicyName: arn.slice(arn.lastIndexOf('/') + 1), PolicyArn: arn }),
    )
  );
}

function roleXml(account: FakeAccount, role: FakeRole): string {
  return (
    tags({
      Path: '/',
      RoleName: role.name,
      RoleId: idOf('AROA', role.name),
      Arn: `arn:aws:iam::${account.account}:role/${role.name}`,
      CreateDate: role.created,
      AssumeRolePolicyDocument: encoded(role.trust),
    }) +
    members('RolePolicyList', Object.entries(role.inline ?? {}), inlineXml) +
    members('AttachedManagedPolicies', [], escape) +
    element(
      'RoleLastUsed',
      role.lastUsed === undefined ? '' : tags({ LastUsedDate: role.lastUsed, Region: 'us-east-1' }),
    )
  );
}

function policyXml(policy: { readonly name: string; readonly arn: string; readonly document: object }): string {
  const version = tags({ VersionId: 'v1', IsDefaultVersion: 'true', Document: encoded(policy.document) });
  return (
    tags({ PolicyName: policy.name, Arn: policy.arn, DefaultVersionId: 'v1' }) +
    members('PolicyVersionList', [version], (xml) => xml)
  );
}

function inlineXml([name, document]: readonly [string, object]): string {
  return tags({ PolicyName: name, PolicyDocument: encoded(document) });
}

/** IAM sends policy documents encoded by RFC 3986. */
function encoded(document: object): string {
  return encodeURIComponent(JSON.stringify(document)).replaceAll(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function page<T>(
  items: readonly T[],
  form: URLSearchParams,
  size: number,
  list: string,
  xml: (item: T) => string,
): string {
  const start = Number(form.get('Marker') ?? 0);
  return members(list, items.slice(start, start + size), xml) + pageEnd(start + size, items.length);
}

function pageEnd(next: number, total: number): string {
  return next < total ? tags({ IsTruncated: 'true', Marker: String(next) }) : tags({ IsTruncated: 'false' });
}

function members<T>(list: string, items: readonly T[], xml: (item: T) => string): string {
  return element(list, items.map((item) => element('member', xml(item))).join(''));
}

function tags(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : element(name, escape(value))))
    .join('');
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** An id of IAM's shape that names nothing. */
function idOf(prefix: string, name: string): string {
  return `${prefix}${Buffer.from(name).toString('hex').toUpperCase().padEnd(17, 'A').slice(0, 17)}`;
}

function resultXml(action: string, result: string): string {
  return `<${action}Response xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>00000000-0000-0000-0000-000000000000</RequestId></ResponseMetadata></${action}Response>`;
}

function errorXml(code: string, message: string): string {
  return `<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${escape(message)}</Message></Error><RequestId>00000000-0000-0000-0000-000000000000</RequestId></ErrorResponse>`;
}

function sendFault(response: ServerResponse, kind: Fault['kind'], action: string, account: string): void {
  switch (kind) {
    case 'denied':
      return send(
        response,
        403,
        errorXml(
          'AccessDenied',
          `User: arn:aws:iam::${account}:user/auditor is not authorized to perform: iam:${action}`,
        ),
      );
    case 'throttled':
      return send(response, 400, errorXml('Throttling', 'Rate exceeded'));
    case 'unknown-key':
      return send(
        response,
        403,
        errorXml('InvalidClientTokenId', 'The security token included in the request is invalid.'),
      );
    case 'error':
      return send(response, 409, errorXml('ConcurrentModification', 'Another request is being processed.'));
    case 'gone':
      return send(response, 404, errorXml('NoSuchEntity', 'The entity cannot be found.'));
    case 'malformed':
      return send(response, 200, `<${action}Response><${action}Result><Users><member>`);
  }
}

function send(response: ServerResponse, status: number, xml: string): void {
  response.writeHead(status, { 'content-type': 'text/xml' }).end(xml);
}
