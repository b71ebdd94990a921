import type { Account, OrganizationsClient, PolicyType } from '@aws-sdk/client-organizations';
import { BittingError, EXIT } from '../../model/errors.ts';
import type { Progress } from '../../model/progress.ts';
import type { Connection } from './collect.ts';
import { clientSettings } from './collect.ts';
import { CallLog } from './collect-calls.ts';
import { eachOf } from './collect-operations.ts';
import type { AwsDump, CollectedAnswer } from './dump-format.ts';
import { AWS_DUMP_FORMAT } from './dump-format.ts';

/** Units below each other more often than AWS allows: a listing that goes on is not followed. */
const MAX_DEPTH = 10;
const KINDS: readonly PolicyType[] = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'];

interface OrganizationAccount {
  readonly id: string;
  readonly name: string;
}

export interface CollectedOrganization {
  /** Active accounts, by id. */
  readonly accounts: readonly OrganizationAccount[];
  readonly dump: AwsDump;
}

interface Session {
  readonly sdk: typeof import('@aws-sdk/client-organizations');
  readonly client: OrganizationsClient;
  readonly log: CallLog;
  readonly signal: AbortSignal;
}

/**
 * Reads the accounts of the organisation, the units they stand in, and the policies that limit them. The caller must be of
 * the management account or of one to which AWS Organizations delegated administration.
 *
 * @throws BittingError BITTING_E_COLLECT when the accounts cannot be listed.
 */
export async function collectOrganization(
  options: Connection & { readonly signal: AbortSignal; readonly progress: Progress; readonly now?: Date },
): Promise<CollectedOrganization> {
  const { signal, progress } = options;
  const sdk = await import('@aws-sdk/client-organizations');
  const client = new sdk.OrganizationsClient(clientSettings(options));
  const session: Session = { sdk, client, log: new CallLog(signal), signal };
  try {
    progress.step('reading the accounts of the organisation');
    const accounts = await listAccounts(session);
    progress.step('reading the policies of the organisation');
    const answers = [
      ...(await organization(session)),
      { operation: 'organizations:ListAccounts', answer: { Accounts: accounts.map(withoutAddress) } },
      ...(await tree(session, accounts)),
      ...(await policies(session)),
    ];
    return {
      accounts: accounts.flatMap(({ Id, Name, State, Status }) =>
        Id === undefined || (State ?? Status) !== 'ACTIVE' ? [] : [{ id: Id, name: Name ?? Id }],
      ),
      dump: dumpOf(answers, session.log, options.now),
    };
  } finally {
    client.destroy();
  }
}

function dumpOf(answers: readonly CollectedAnswer[], log: CallLog, now = new Date()): AwsDump {
  return {
    format: AWS_DUMP_FORMAT,
    collected: now.toISOString(),
    authorizationDetails: { UserDetailList: [], GroupDetailList: [], RoleDetailList: [], Policies: [] },
    users: [],
    accessKeys: [],
    openIdConnectProviders: [],
    samlProviders: [],
    serviceSpecificCredentials: [],
    answers: [...answers],
    denied: [...log.refusals()],
  };
}

async function listAccounts({ sdk, client, log, signal }: Session): Promise<readonly Account[]> {
  const accounts: Account[] = [];
  await log.attempt('organizations:ListAccounts', undefined, async () => {
    for await (const page of sdk.paginateListAccounts({ client }, {}, { abortSignal: signal })) {
      accounts.push(...(page.Accounts ?? []));
    }
  });
  const [refused] = log.refusals();
  if (refused === undefined) return accounts;
  const message = `The accounts of the organisation cannot be listed (${refused.reason}). Use credentials of the management account, or of an account with delegated administration, that allow organizations:ListAccounts.`;
  throw new BittingError('BITTING_E_COLLECT', message, { exitCode: EXIT.unread });
}

/** Addresses of accounts' owners are of no use to an audit. */
function withoutAddress(account: Account): Account {
  return { ...account, Email: undefined };
}

async function organization({ sdk, client, log, signal }: Session): Promise<readonly CollectedAnswer[]> {
  const answer = await log.attempt('organizations:DescribeOrganization', undefined, () =>
    client.send(new sdk.DescribeOrganizationCommand({}), { abortSignal: signal }),
  );
  if (answer?.Organization === undefined) return [];
  const Organization = { ...answer.Organization, MasterAccountEmail: undefined };
  return [{ operation: 'organizations:DescribeOrganization', answer: { Organization } }];
}

/** Roots, units below them, and where each account stands unless its record tells. */
async function tree(session: Session, accounts: readonly Account[]): Promise<readonly CollectedAnswer[]> {
  const { sdk, client, log, signal } = session;
  const roots: CollectedAnswer[] = [];
  let level: string[] = [];
  await log.attempt('organizations:ListRoots', undefined, async () => {
    for await (const page of sdk.paginateListRoots({ client }, {}, { abortSignal: signal })) {
      roots.push({ operation: 'organizations:ListRoots', answer: { Roots: page.Roots ?? [] } });
      level.push(...(page.Roots ?? []).flatMap(({ Id }) => Id ?? []));
    }
  });
  const answers: CollectedAnswer[] = [...roots];
  if (accounts.every(({ Paths }) => Paths !== undefined && Paths.length > 0)) return answers;
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
    const below = await eachOf(level, async (parent) => {
      const units: object[] = [];
      const children: Account[] = [];
      await log.attempt('organizations:ListOrganizationalUnitsForParent', parent, async () => {
        const paginator = sdk.paginateListOrganizationalUnitsForParent(
          { client },
          { ParentId: parent },
          { abortSignal: signal },
        );
        for await (const page of paginator) units.push(...(page.OrganizationalUnits ?? []));
      });
      await log.attempt('organizations:ListAccountsForParent', parent, async () => {
        const paginator = sdk.paginateListAccountsForParent({ client }, { ParentId: parent }, { abortSignal: signal });
        for await (const page of paginator) children.push(...(page.Accounts ?? []));
      });
      return { parent, units, children };
    });
    for (const { parent, units, children } of below) {
      answers.push(
        {
          operation: 'organizations:ListOrganizationalUnitsForParent',
          about: parent,
          answer: { OrganizationalUnits: units },
        },
        {
          operation: 'organizations:ListAccountsForParent',
          about: parent,
          answer: { Accounts: children.map(withoutAddress) },
        },
      );
    }
    level = below.flatMap(({ units }) =>
      units.flatMap((unit) => ('Id' in unit && typeof unit.Id === 'string' ? unit.Id : [])),
    );
  }
  return answers;
}

async function policies(session: Session): Promise<readonly CollectedAnswer[]> {
  const { sdk, client, log, signal } = session;
  const ids: string[] = [];
  const answers: CollectedAnswer[] = [];
  for (const kind of KINDS) {
    await log.attempt('organizations:ListPolicies', kind, async () => {
      for await (const page of sdk.paginateListPolicies({ client }, { Filter: kind }, { abortSignal: signal })) {
        answers.push({ operation: 'organizations:ListPolicies', answer: { Policies: page.Policies ?? [] } });
        ids.push(...(page.Policies ?? []).flatMap(({ Id }) => Id ?? []));
      }
    });
  }
  const details = await eachOf(ids, async (id): Promise<readonly CollectedAnswer[]> => {
    const policy = await log.attempt('organizations:DescribePolicy', id, () =>
      client.send(new sdk.DescribePolicyCommand({ PolicyId: id }), { abortSignal: signal }),
    );
    const targets: object[] = [];
    await log.attempt('organizations:ListTargetsForPolicy', id, async () => {
      const paginator = sdk.paginateListTargetsForPolicy({ client }, { PolicyId: id }, { abortSignal: signal });
      for await (const page of paginator) targets.push(...(page.Targets ?? []));
    });
    return [
      ...(policy?.Policy === undefined
        ? []
        : [{ operation: 'organizations:DescribePolicy', answer: { Policy: policy.Policy } }]),
      { operation: 'organizations:ListTargetsForPolicy', about: id, answer: { Targets: targets } },
    ];
  });
  return [...answers, ...details.flat()];
}
