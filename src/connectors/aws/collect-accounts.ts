import { BittingError } from '../../model/errors.ts';
import type { Progress } from '../../model/progress.ts';
import { SILENT } from '../../model/progress.ts';
import { mapLimited } from '../map-limited.ts';
import type { CollectAwsOptions, Connection } from './collect.ts';
import { clientSettings, collectAws } from './collect.ts';
import { CallLog } from './collect-calls.ts';
import { collectOrganization } from './collect-organization.ts';
import type { AwsDump } from './dump-format.ts';
import { AWS_DUMP_FORMAT } from './dump-format.ts';

/** Name of the session that the role's owner finds in CloudTrail. */
const SESSION_NAME = 'bitting-collect';
/** A session that ends sooner than this is replaced before it is used, in milliseconds. */
const SOON_MS = 5 * 60_000;

export interface CollectAccountsOptions extends Connection {
  /** Name of the role to assume in each account, with its path. */
  readonly role: string;
  readonly externalId?: string;
  readonly accessAdvisor?: boolean;
  /** Accounts at a time. */
  readonly parallel: number;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  readonly now?: Date;
  /** Whether an account is left as it was collected before. */
  readonly isCollected: (account: string) => Promise<boolean>;
  /** Keeps a dump: of an account, or of the organisation itself. */
  readonly save: (name: string, dump: AwsDump) => Promise<void>;
}

export interface CollectedAccounts {
  readonly collected: number;
  /** Collected by an earlier run. */
  readonly kept: number;
  /** Accounts whose role could not be assumed. */
  readonly refused: readonly string[];
}

/**
 * Collects every active account of the organisation through a role of one name, and the organisation's policies. Each
 * account is saved as soon as it is done, so that a run that was stopped goes on where it ended.
 *
 * @throws BittingError BITTING_E_COLLECT when the accounts cannot be listed, or no role at all can be assumed.
 */
export async function collectAccounts(options: CollectAccountsOptions): Promise<CollectedAccounts> {
  const { signal, progress, parallel, save, isCollected } = options;
  const organization = await collectOrganization(options);
  await save('organization', organization.dump);
  const sts = await import('@aws-sdk/client-sts');
  const client = new sts.STSClient(clientSettings(options));
  const refused: string[] = [];
  let kept = 0;
  let done = 0;
  try {
    const caller = await client
      .send(new sts.GetCallerIdentityCommand({}), { abortSignal: signal })
      .catch((error: unknown) => {
        signal.throwIfAborted();
        // Only tells which account needs no role: without it, the role is assumed there too.
        if (error instanceof Error) return undefined;
        throw error;
      });
    const partition = caller?.Arn?.split(':')[1] ?? 'aws';
    const assume = async (account: string) => {
      const { Credentials: keys } = await client.send(
        new sts.AssumeRoleCommand({
          RoleArn: `arn:${partition}:iam::${account}:role/${options.role}`,
          RoleSessionName: SESSION_NAME,
          ...(options.externalId === undefined ? {} : { ExternalId: options.externalId }),
        }),
        { abortSignal: signal },
      );
      const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = keys ?? {};
      if (AccessKeyId === undefined || SecretAccessKey === undefined || SessionToken === undefined) {
        throw Object.assign(new Error('no session was given'), { name: 'EmptyAnswer' });
      }
      return {
        accessKeyId: AccessKeyId,
        secretAccessKey: SecretAccessKey,
        sessionToken: SessionToken,
        ...(Expiration === undefined ? {} : { expiration: Expiration }),
      };
    };
    await mapLimited(organization.accounts, parallel, async ({ id, name }) => {
      signal.throwIfAborted();
      if (await isCollected(id)) {
        kept++;
      } else {
        const dump = await collectAccount(options, id, id === caller?.Account ? undefined : assume);
        if (dump.denied.some(({ operation }) => operation === 'sts:AssumeRole')) refused.push(id);
        await save(id, dump);
      }
      done++;
      progress.step(`account ${done} of ${organization.accounts.length}: ${name}`);
    });
  } finally {
    client.destroy();
  }
  const collected = organization.accounts.length - kept - refused.length;
  if (collected === 0 && kept === 0 && refused.length > 0) {
    const message = `The role ${options.role} could not be assumed in any of ${refused.length} accounts. Check its name, its trust policy and --external-id; bitting collect aws --organization --print-policy prints what the caller needs.`;
    throw new BittingError('BITTING_E_COLLECT', message, { exitCode: 3 });
  }
  return { collected, kept, refused: refused.sort() };
}

type Assume = (account: string) => Promise<{
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration?: Date;
}>;

async function collectAccount(
  options: CollectAccountsOptions,
  account: string,
  assume: Assume | undefined,
): Promise<AwsDump> {
  const { endpoint, region, profile, signal, accessAdvisor, now } = options;
  const common: CollectAwsOptions = {
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(region === undefined ? {} : { region }),
    ...(profile === undefined ? {} : { profile }),
    ...(accessAdvisor === undefined ? {} : { accessAdvisor }),
    ...(now === undefined ? {} : { now }),
    account,
    signal,
    // Several accounts at a time: steps of one would hide those of another.
    progress: { ...SILENT, advance: (by) => options.progress.advance(by) },
  };
  if (assume === undefined) return collectAws(common);
  const log = new CallLog(signal, { ofOne: true });
  let session = await log.attempt('sts:AssumeRole', account, () => assume(account));
  if (session === undefined) return nothing(account, log, now);
  return collectAws({
    ...common,
    credentials: async () => {
      const ends = session?.expiration?.getTime() ?? Infinity;
      if (session === undefined || ends - Date.now() < SOON_MS) session = await assume(account);
      return session;
    },
  });
}

function nothing(account: string, log: CallLog, now = new Date()): AwsDump {
  return {
    format: AWS_DUMP_FORMAT,
    collected: now.toISOString(),
    account,
    authorizationDetails: { UserDetailList: [], GroupDetailList: [], RoleDetailList: [], Policies: [] },
    users: [],
    accessKeys: [],
    openIdConnectProviders: [],
    samlProviders: [],
    serviceSpecificCredentials: [],
    denied: [...log.refusals()],
  };
}
