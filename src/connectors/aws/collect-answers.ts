import { setTimeout as wait } from 'node:timers/promises';
import type { ServiceLastAccessed } from '@aws-sdk/client-iam';
import type { KnownUser, Session } from './collect-operations.ts';
import { eachOf } from './collect-operations.ts';
import type { CollectedAnswer } from './dump-format.ts';

/** Milliseconds between questions about a job: they grow up to the last, and end after two minutes in all. */
const POLLS = [100, 200, 400, 800, ...Array.from({ length: 59 }, () => 2000)];

/** An answer as it is kept: what the SDK adds about the call itself is left out. */
function kept(operation: string, answer: object, about?: string): CollectedAnswer {
  const { $metadata: _, ...fields }: Record<string, unknown> = { ...answer };
  return { operation, ...(about === undefined ? {} : { about }), answer: fields };
}

export async function accountSummary({ iam, client, log, signal }: Session): Promise<readonly CollectedAnswer[]> {
  const answer = await log.attempt('iam:GetAccountSummary', undefined, () =>
    client.send(new iam.GetAccountSummaryCommand({}), { abortSignal: signal }),
  );
  return answer?.SummaryMap === undefined ? [] : [kept('iam:GetAccountSummary', { SummaryMap: answer.SummaryMap })];
}

export async function serverCertificates({ iam, client, log, signal }: Session): Promise<readonly CollectedAnswer[]> {
  const list: object[] = [];
  await log.attempt('iam:ListServerCertificates', undefined, async () => {
    for await (const page of iam.paginateListServerCertificates({ client }, {}, { abortSignal: signal })) {
      list.push(...(page.ServerCertificateMetadataList ?? []));
    }
  });
  return list.length === 0 ? [] : [kept('iam:ListServerCertificates', { ServerCertificateMetadataList: list })];
}

/** @param report CSV of the credential report; the users it gives no certificate are not asked about. */
export async function signingCertificates(
  session: Session,
  users: readonly KnownUser[],
  report: string | undefined,
): Promise<readonly CollectedAnswer[]> {
  const { iam, client, log, signal } = session;
  const without = report === undefined ? new Set<string>() : usersWithoutCertificate(report);
  const asked = users.filter(({ arn }) => !without.has(arn));
  const lists = await eachOf(asked, async (user) => {
    const found: object[] = [];
    await log.attempt('iam:ListSigningCertificates', user.name, async () => {
      const paginator = iam.paginateListSigningCertificates(
        { client },
        { UserName: user.name },
        { abortSignal: signal },
      );
      for await (const page of paginator) found.push(...(page.Certificates ?? []));
    });
    return found;
  });
  const all = lists.flat();
  return all.length === 0 ? [] : [kept('iam:ListSigningCertificates', { Certificates: all })];
}

/** ARNs of users of whom the report says that neither certificate is active, nor was ever there. */
function usersWithoutCertificate(report: string): ReadonlySet<string> {
  const [header = '', ...rows] = report.split(/\r?\n/);
  const names = header.split(',');
  const arn = names.indexOf('arn');
  const active = ['cert_1_active', 'cert_2_active'].map((name) => names.indexOf(name));
  const rotated = ['cert_1_last_rotated', 'cert_2_last_rotated'].map((name) => names.indexOf(name));
  if ([arn, ...active, ...rotated].includes(-1)) return new Set();
  return new Set(
    rows.flatMap((row) => {
      const cells = row.split(',');
      // A row with a quoted comma has more cells: that user is asked about.
      const none =
        cells.length === names.length &&
        active.every((index) => cells[index] === 'false') &&
        rotated.every((index) => cells[index] === 'N/A');
      return none ? (cells[arn] ?? []) : [];
    }),
  );
}

export async function sshPublicKeys(
  session: Session,
  users: readonly KnownUser[],
): Promise<readonly CollectedAnswer[]> {
  const { iam, client, log, signal } = session;
  const lists = await eachOf(users, async (user) => {
    const found: object[] = [];
    await log.attempt('iam:ListSSHPublicKeys', user.name, async () => {
      const paginator = iam.paginateListSSHPublicKeys({ client }, { UserName: user.name }, { abortSignal: signal });
      for await (const page of paginator) found.push(...(page.SSHPublicKeys ?? []));
    });
    return found;
  });
  const all = lists.flat();
  return all.length === 0 ? [] : [kept('iam:ListSSHPublicKeys', { SSHPublicKeys: all })];
}

/**
 * Which services each user and role used, with actions where AWS tracks them. Roles that belong to AWS's services are left
 * out: nobody can take rights from them.
 */
export async function serviceUses(session: Session, arns: readonly string[]): Promise<readonly CollectedAnswer[]> {
  const asked = arns.filter((arn) => !arn.includes(':role/aws-service-role/'));
  session.progress.step(`asking AWS which services ${asked.length} users and roles used`);
  const answers = await eachOf(asked, async (arn) => {
    const answer = await serviceUse(session, arn);
    session.progress.advance({ items: 1 });
    return answer === undefined ? [] : [answer];
  });
  return answers.flat();
}

function lastAccessed({ iam, client, signal }: Session, id: string, marker?: string) {
  const input = { JobId: id, ...(marker === undefined ? {} : { Marker: marker }) };
  return client.send(new iam.GetServiceLastAccessedDetailsCommand(input), { abortSignal: signal });
}

async function serviceUse(session: Session, arn: string): Promise<CollectedAnswer | undefined> {
  const { iam, client, log, signal } = session;
  const job = await log.attempt('iam:GenerateServiceLastAccessedDetails', arn, () =>
    client.send(new iam.GenerateServiceLastAccessedDetailsCommand({ Arn: arn, Granularity: 'ACTION_LEVEL' }), {
      abortSignal: signal,
    }),
  );
  const id = job?.JobId;
  if (id === undefined) return undefined;
  return log.attempt('iam:GetServiceLastAccessedDetails', arn, async () => {
    let page = await lastAccessed(session, id);
    for (const delay of POLLS) {
      if (page.JobStatus !== 'IN_PROGRESS') break;
      await wait(delay, undefined, { signal });
      page = await lastAccessed(session, id);
    }
    if (page.JobStatus !== 'COMPLETED') {
      const name = page.JobStatus === 'FAILED' ? 'JobFailed' : 'JobNotReady';
      throw Object.assign(new Error('the job did not complete'), { name });
    }
    const { JobStatus, JobType, JobCompletionDate } = page;
    const services: ServiceLastAccessed[] = [];
    for (;;) {
      services.push(...(page.ServicesLastAccessed ?? []));
      if (page.IsTruncated !== true || page.Marker === undefined) break;
      page = await lastAccessed(session, id, page.Marker);
    }
    const lists = services.map(({ ServiceNamespace, LastAuthenticated, TrackedActionsLastAccessed: actions }) => ({
      ServiceNamespace,
      LastAuthenticated,
      ...(actions === undefined
        ? {}
        : {
            TrackedActionsLastAccessed: actions.map(({ ActionName, LastAccessedTime }) => ({
              ActionName,
              LastAccessedTime,
            })),
          }),
    }));
    const fields = { JobStatus, JobType, JobCompletionDate, ServicesLastAccessed: lists };
    return kept('iam:GetServiceLastAccessedDetails', fields, arn);
  });
}
