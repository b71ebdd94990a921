import type { IAMClientConfig } from '@aws-sdk/client-iam';
import { accountOfArn } from '../../model/aws.ts';
import type { Progress } from '../../model/progress.ts';
import {
  accountSummary,
  serverCertificates,
  serviceUses,
  signingCertificates,
  sshPublicKeys,
} from './collect-answers.ts';
import { CallLog } from './collect-calls.ts';
import type { Session } from './collect-operations.ts';
import {
  authorizationDetails,
  credentialReport,
  knownUsers,
  listAccessKeys,
  listOpenIdProviders,
  listSamlProviders,
  listServiceCredentials,
  listUsers,
} from './collect-operations.ts';
import type { AwsDump } from './dump-format.ts';
import { AWS_DUMP_FORMAT } from './dump-format.ts';

/** How AWS is reached; the same for every client of a collection. */
export interface Connection {
  /** For tests and private endpoints; AWS's own otherwise. */
  readonly endpoint?: string;
  /** Decides the partition; IAM is global within one. Default: `AWS_REGION`, then `us-east-1`. */
  readonly region?: string;
  /** Profile of the shared configuration files. */
  readonly profile?: string;
}

export interface CollectAwsOptions extends Connection {
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** Also asks which services each user and role used: two calls and more for each. */
  readonly accessAdvisor?: boolean;
  /** Instead of those of the default chain. Asked again when they have expired. */
  readonly credentials?: NonNullable<IAMClientConfig['credentials']>;
  /** Account the credentials belong to, where it is known. */
  readonly account?: string;
  /** Time written into the dump. Default: the clock's. */
  readonly now?: Date;
}

/** What every AWS client is made with. */
export function clientSettings({ endpoint, region, profile }: Connection) {
  return {
    region: region ?? process.env['AWS_REGION'] ?? 'us-east-1',
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(profile === undefined ? {} : { profile }),
    retryMode: 'adaptive',
    maxAttempts: 8,
    requestHandler: { connectionTimeout: 10_000, requestTimeout: 60_000 },
  };
}

/**
 * Reads an account's identities and credentials' state through IAM's read operations, listed in docs/collect-aws.md.
 * Credentials come from the SDK's default chain. The result holds no secret.
 *
 * @returns the dump, to be written as JSON and read again with `readAwsDump`. Operations that were denied or failed are
 * listed in it and become coverage rows there.
 * @throws BittingError BITTING_E_COLLECT when nothing can be collected; the signal's reason when it is aborted.
 */
export async function collectAws(options: CollectAwsOptions): Promise<AwsDump> {
  // Loaded here: it takes 100 ms and more, which only this command should pay.
  const iam = await import('@aws-sdk/client-iam');
  const { credentials } = options;
  const client = new iam.IAMClient({
    ...clientSettings(options),
    ...(credentials === undefined ? {} : { credentials }),
  });
  const { signal, progress } = options;
  try {
    return await collect({ iam, client, log: new CallLog(signal), signal, progress }, options);
  } finally {
    client.destroy();
  }
}

async function collect(session: Session, options: CollectAwsOptions): Promise<AwsDump> {
  const { progress } = session;
  progress.step('reading users, groups, roles and policies from AWS');
  const details = await authorizationDetails(session);
  const users = await listUsers(session);
  const known = knownUsers(users, details.UserDetailList);
  progress.step(`reading access keys of ${known.length} users from AWS`);
  const accessKeys = await listAccessKeys(session, known);
  progress.step('reading federation and service credentials from AWS');
  const openIdConnectProviders = await listOpenIdProviders(session);
  const samlProviders = await listSamlProviders(session);
  const serviceSpecificCredentials = await listServiceCredentials(session);
  const summary = await accountSummary(session);
  const certificates = await serverCertificates(session);
  progress.step('waiting for the credential report of AWS');
  const report = await credentialReport(session);
  progress.step(`reading certificates and SSH keys of ${known.length} users from AWS`);
  const signing = await signingCertificates(session, known, report);
  const ssh = await sshPublicKeys(session, known);
  const arns = [...known.map(({ arn }) => arn), ...details.RoleDetailList.flatMap(({ Arn }) => Arn ?? [])];
  const uses = options.accessAdvisor === true ? await serviceUses(session, arns) : [];
  const account = options.account ?? arns.map(accountOfArn).find((found) => found !== undefined);
  return {
    format: AWS_DUMP_FORMAT,
    collected: (options.now ?? new Date()).toISOString(),
    ...(account === undefined ? {} : { account }),
    authorizationDetails: details,
    ...(report === undefined ? {} : { credentialReport: report }),
    users: users.flatMap(({ Arn, PasswordLastUsed }) =>
      Arn === undefined ? [] : [{ arn: Arn, passwordLastUsed: PasswordLastUsed?.toISOString() }],
    ),
    accessKeys,
    openIdConnectProviders,
    samlProviders,
    serviceSpecificCredentials,
    answers: [...summary, ...certificates, ...signing, ...ssh, ...uses],
    denied: [...session.log.refusals()],
  };
}
