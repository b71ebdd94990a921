import { setTimeout as wait } from 'node:timers/promises';
import type {
  AccessKeyMetadata,
  GetAccountAuthorizationDetailsCommandOutput,
  IAMClient,
  ServiceSpecificCredentialMetadata,
  User,
  UserDetail,
} from '@aws-sdk/client-iam';
import type { Progress } from '../../model/progress.ts';
import type { CallLog } from './collect-calls.ts';
import type { AwsDump, CollectedKey } from './dump-format.ts';

/** Calls about single users or providers that run at a time: IAM throttles an account, not a connection. */
const CONCURRENCY = 4;
const REPORT_POLL_MS = 1000;
/** AWS makes a report within seconds; for the largest accounts within minutes. */
const REPORT_POLLS = 300;

/** What the operations need; lives as long as one collection. */
export interface Session {
  readonly iam: typeof import('@aws-sdk/client-iam');
  readonly client: IAMClient;
  readonly log: CallLog;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

export interface KnownUser {
  readonly name: string;
  readonly arn: string;
}

/** Pages are kept as they come, so that a failure half-way loses only the rest. */
export async function authorizationDetails({ iam, client, log, signal, progress }: Session) {
  const pages: GetAccountAuthorizationDetailsCommandOutput[] = [];
  await log.attempt('iam:GetAccountAuthorizationDetails', undefined, async () => {
    const paginator = iam.paginateGetAccountAuthorizationDetails(
      { client, pageSize: 1000 },
      {},
      { abortSignal: signal },
    );
    for await (const page of paginator) {
      pages.push(page);
      progress.advance({ items: (page.UserDetailList?.length ?? 0) + (page.RoleDetailList?.length ?? 0) });
    }
  });
  return {
    UserDetailList: pages.flatMap((page) => page.UserDetailList ?? []),
    GroupDetailList: pages.flatMap((page) => page.GroupDetailList ?? []),
    RoleDetailList: pages.flatMap((page) => page.RoleDetailList ?? []),
    Policies: pages.flatMap((page) => page.Policies ?? []),
  };
}

/** Users with the last use of their password, which the authorisation details leave out. */
export async function listUsers({ iam, client, log, signal }: Session): Promise<readonly User[]> {
  const users: User[] = [];
  await log.attempt('iam:ListUsers', undefined, async () => {
    for await (const page of iam.paginateListUsers({ client }, {}, { abortSignal: signal })) {
      users.push(...(page.Users ?? []));
    }
  });
  return users;
}

/** Users that either listing named. */
export function knownUsers(users: readonly User[], details: readonly UserDetail[]): readonly KnownUser[] {
  const byArn = new Map<string, KnownUser>();
  for (const { UserName, Arn } of [...users, ...details]) {
    if (UserName !== undefined && Arn !== undefined) byArn.set(Arn, { name: UserName, arn: Arn });
  }
  return [...byArn.values()];
}

export async function listAccessKeys(session: Session, users: readonly KnownUser[]): Promise<CollectedKey[]> {
  const { iam, client, log, signal, progress } = session;
  const keys = await eachOf(users, async (user) => {
    const listed: AccessKeyMetadata[] = [];
    await log.attempt('iam:ListAccessKeys', user.name, async () => {
      const paginator = iam.paginateListAccessKeys({ client }, { UserName: user.name }, { abortSignal: signal });
      for await (const page of paginator) listed.push(...(page.AccessKeyMetadata ?? []));
    });
    progress.advance({ items: 1 });
    const found: CollectedKey[] = [];
    for (const key of listed) found.push(...(await withLastUse(session, user, key)));
    return found;
  });
  return keys.flat();
}

async function withLastUse(session: Session, user: KnownUser, key: AccessKeyMetadata): Promise<CollectedKey[]> {
  const { iam, client, log, signal } = session;
  const { AccessKeyId } = key;
  if (AccessKeyId === undefined) return [];
  const answer = await log.attempt('iam:GetAccessKeyLastUsed', user.name, () =>
    client.send(new iam.GetAccessKeyLastUsedCommand({ AccessKeyId }), { abortSignal: signal }),
  );
  const use = answer?.AccessKeyLastUsed;
  const date = use?.LastUsedDate?.toISOString();
  const lastUsed = date === undefined ? null : { date, service: use?.ServiceName, region: use?.Region };
  return [
    {
      userName: user.name,
      userArn: user.arn,
      accessKeyId: AccessKeyId,
      status: key.Status ?? 'Inactive',
      created: key.CreateDate?.toISOString(),
      ...(answer === undefined ? {} : { lastUsed }),
    },
  ];
}

export async function listOpenIdProviders(session: Session): Promise<AwsDump['openIdConnectProviders']> {
  const { iam, client, log, signal } = session;
  const listed = await log.attempt('iam:ListOpenIDConnectProviders', undefined, () =>
    client.send(new iam.ListOpenIDConnectProvidersCommand({}), { abortSignal: signal }),
  );
  const arns = (listed?.OpenIDConnectProviderList ?? []).flatMap(({ Arn }) => Arn ?? []);
  return eachOf(arns, async (arn) => {
    const provider = await log.attempt('iam:GetOpenIDConnectProvider', arn, () =>
      client.send(new iam.GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn }), { abortSignal: signal }),
    );
    return {
      arn,
      url: provider?.Url,
      created: provider?.CreateDate?.toISOString(),
      clientIds: provider?.ClientIDList ?? [],
    };
  });
}

export async function listSamlProviders({ iam, client, log, signal }: Session): Promise<AwsDump['samlProviders']> {
  const listed = await log.attempt('iam:ListSAMLProviders', undefined, () =>
    client.send(new iam.ListSAMLProvidersCommand({}), { abortSignal: signal }),
  );
  return (listed?.SAMLProviderList ?? []).flatMap(({ Arn, ValidUntil }) =>
    Arn === undefined ? [] : [{ arn: Arn, validUntil: ValidUntil?.toISOString() }],
  );
}

export async function listServiceCredentials(session: Session): Promise<AwsDump['serviceSpecificCredentials']> {
  const { iam, client, log, signal } = session;
  const found: ServiceSpecificCredentialMetadata[] = [];
  await log.attempt('iam:ListServiceSpecificCredentials', undefined, async () => {
    let marker: string | undefined;
    do {
      const page = await client.send(
        new iam.ListServiceSpecificCredentialsCommand({ AllUsers: true, Marker: marker }),
        { abortSignal: signal },
      );
      found.push(...(page.ServiceSpecificCredentials ?? []));
      marker = page.IsTruncated === true ? page.Marker : undefined;
    } while (marker !== undefined);
  });
  return found.flatMap((credential) => {
    const { UserName, ServiceName, ServiceSpecificCredentialId, Status } = credential;
    if (UserName === undefined || ServiceName === undefined || ServiceSpecificCredentialId === undefined) return [];
    return [
      {
        UserName,
        ServiceName,
        ServiceSpecificCredentialId,
        Status: Status ?? 'Inactive',
        CreateDate: credential.CreateDate?.toISOString(),
        ExpirationDate: credential.ExpirationDate?.toISOString(),
      },
    ];
  });
}

/**
 * Asks for the report, waits until it is made, and returns its CSV text. Where asking is denied, an earlier report may
 * still be there to get.
 */
export async function credentialReport({ iam, client, log, signal }: Session): Promise<string | undefined> {
  await log.attempt('iam:GenerateCredentialReport', undefined, async () => {
    for (let poll = 0; poll < REPORT_POLLS; poll++) {
      const { State } = await client.send(new iam.GenerateCredentialReportCommand({}), { abortSignal: signal });
      if (State === 'COMPLETE') return;
      await wait(REPORT_POLL_MS, undefined, { signal });
    }
    throw Object.assign(new Error('the report was not ready in time'), { name: 'ReportNotReady' });
  });
  const report = await log.attempt('iam:GetCredentialReport', undefined, () =>
    client.send(new iam.GetCredentialReportCommand({}), { abortSignal: signal }),
  );
  return report?.Content === undefined ? undefined : Buffer.from(report.Content).toString('utf8');
}

/** Results in the order of the items, a few at a time. The first rejection rejects; running calls end on their own. */
export async function eachOf<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await run(item);
  };
  await Promise.all(Array.from({ length: Math.min(CONCURRENCY, items.length) }, work));
  return results;
}
