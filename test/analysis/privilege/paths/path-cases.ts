import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import type { Graph } from '../../../../src/graph/graph.ts';
import type { Config } from '../../../../src/model/config.ts';
import type { Guardrail, PolicyStatement } from '../../../../src/model/grant.ts';
import { buildGraph } from '../../../../src/graph/build-graph.ts';
import { readPolicyDocument } from '../../../../src/connectors/aws/policy-document.ts';
import { ACCOUNT_PLACE } from '../../../support/graph-builder.ts';
import { CONFIG, readText } from '../support/aws-fixtures.ts';

type Statements = readonly object[];

/** A user, role or group: its inline statements, or all of this. `admin` stands for AdministratorAccess. */
interface Holder {
  readonly inline?: Statements;
  /** Names of the account's managed policies, or `admin`. */
  readonly managed?: readonly string[];
  readonly groups?: readonly string[];
  /** Name of a managed policy. */
  readonly boundary?: string;
  readonly path?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Statements of the trust policy, a service's name, or `account` for the whole own account. */
  readonly trust?: Statements | string;
  /** Name of one, or `none` where the account says that there is none; left out where it does not say. */
  readonly instanceProfile?: string;
}

/** An account, and the way of everybody in it who has one. Whoever is not named under `expect` must have none. */
export interface PathCase {
  readonly why: string;
  readonly users?: Readonly<Record<string, Holder | Statements | 'admin'>>;
  readonly roles?: Readonly<Record<string, Holder | Statements | 'admin'>>;
  readonly groups?: Readonly<Record<string, Holder | Statements | 'admin'>>;
  /** Statements by version, the one in force first. */
  readonly policies?: Readonly<Record<string, readonly Statements[]>>;
  /** Statements of policies of the organisation, a list for each level; FullAWSAccess stands at each of them too. */
  readonly scp?: readonly Statements[];
  readonly critical?: readonly string[];
  /** By name: certainty, then the techniques in order. A target other than administrator stands behind `to`. */
  readonly expect?: Readonly<Record<string, string>>;
}

const FOLDER = new URL('../../../../fixtures/paths/', import.meta.url);
const ACCOUNT = '111122223333';
const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess';
const EVERYTHING = { Effect: 'Allow', Action: '*', Resource: '*' };

export const PATH_FIXTURES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ file, cases: parse(readFileSync(new URL(file, FOLDER), 'utf8')) as readonly PathCase[] }));

function document(statements: Statements): object {
  const filled = statements.map((one) => ({ Effect: 'Allow', Resource: '*', ...one }));
  return { Version: '2012-10-17', Statement: filled.map(withoutDoubles) };
}

/** A statement has Resource or NotResource. */
function withoutDoubles(statement: object): object {
  if (!('NotResource' in statement)) return statement;
  return Object.fromEntries(Object.entries(statement).filter(([name]) => name !== 'Resource'));
}

function arn(kind: string, name: string, path = '/'): string {
  return `arn:aws:iam::${ACCOUNT}:${kind}${path}${name}`;
}

function holderOf(value: Holder | Statements | 'admin'): Holder {
  if (value === 'admin') return { managed: ['admin'] };
  return Array.isArray(value) ? { inline: value } : (value as Holder);
}

function trustOf(trust: Holder['trust'] = 'account'): object {
  if (typeof trust !== 'string') {
    const filled = trust.map((one) => ({ Effect: 'Allow', Action: 'sts:AssumeRole', ...one }));
    return { Version: '2012-10-17', Statement: filled };
  }
  const principal =
    trust === 'account' ? { AWS: `arn:aws:iam::${ACCOUNT}:root` } : { Service: `${trust}.amazonaws.com` };
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal }] };
}

function profilesOf({ instanceProfile }: Holder): readonly object[] | undefined {
  if (instanceProfile === undefined) return undefined;
  return instanceProfile === 'none' ? [] : [{ InstanceProfileName: instanceProfile }];
}

function details(kind: 'User' | 'Role' | 'Group', name: string, holder: Holder): object {
  const attached = (holder.managed ?? []).map((policy) =>
    policy === 'admin'
      ? { PolicyName: 'AdministratorAccess', PolicyArn: ADMIN }
      : { PolicyName: policy, PolicyArn: arn('policy', policy) },
  );
  return {
    Path: holder.path ?? '/',
    [`${kind}Name`]: name,
    [`${kind}Id`]: `AIDAEXAMPLE${name}`,
    Arn: arn(kind.toLowerCase(), name, holder.path),
    CreateDate: '2024-03-01T09:00:00+00:00',
    [`${kind}PolicyList`]:
      (holder.inline ?? []).length === 0 ? [] : [{ PolicyName: 'own', PolicyDocument: document(holder.inline ?? []) }],
    AttachedManagedPolicies: attached,
    ...(kind === 'User' && { GroupList: holder.groups ?? [] }),
    ...(kind === 'Role' && {
      AssumeRolePolicyDocument: trustOf(holder.trust),
      InstanceProfileList: profilesOf(holder),
    }),
    Tags: Object.entries(holder.tags ?? {}).map(([Key, Value]) => ({ Key, Value })),
    ...(holder.boundary !== undefined && {
      PermissionsBoundary: {
        PermissionsBoundaryType: 'Policy',
        PermissionsBoundaryArn: arn('policy', holder.boundary),
      },
    }),
  };
}

/** The graph of a case, read as a dump is. */
export async function graphOfCase(one: PathCase): Promise<{ readonly graph: Graph; readonly config: Config }> {
  const list = (kind: 'User' | 'Role' | 'Group', holders: PathCase['users'] = {}): readonly object[] =>
    Object.entries(holders).map(([name, holder]) => details(kind, name, holderOf(holder)));
  const dump = {
    UserDetailList: list('User', one.users),
    RoleDetailList: list('Role', one.roles),
    GroupDetailList: list('Group', one.groups),
    Policies: [
      policyOf(ADMIN, 'AdministratorAccess', [[EVERYTHING]]),
      ...Object.entries(one.policies ?? {}).map(([name, versions]) => policyOf(arn('policy', name), name, versions)),
    ],
  };
  const config = { ...CONFIG, ...(one.critical !== undefined && { critical: one.critical }) };
  const facts = await readText(JSON.stringify(dump));
  const guardrails = (one.scp ?? []).flatMap((statements, index) => levelOf(statements, `level-${index}`));
  const graph = buildGraph({
    sources: [facts.source],
    sightings: [],
    facts: [{ ...facts, guardrails }],
    detectors: [],
    config,
  });
  return { graph, config };
}

function policyOf(policyArn: string, name: string, versions: readonly Statements[]): object {
  return {
    PolicyName: name,
    Arn: policyArn,
    DefaultVersionId: 'v1',
    PolicyVersionList: versions.map((statements, index) => ({
      VersionId: `v${index + 1}`,
      IsDefaultVersion: index === 0,
      CreateDate: '2024-03-01T09:00:00+00:00',
      Document: document(statements),
    })),
  };
}

function levelOf(statements: Statements, level: string): readonly Guardrail[] {
  const row = { kind: 'scp' as const, account: ACCOUNT, level, place: ACCOUNT_PLACE };
  return [
    { ...row, policy: 'FullAWSAccess', statements: read([EVERYTHING]) },
    { ...row, policy: 'guard', statements: read(statements) },
  ];
}

function read(statements: Statements): readonly PolicyStatement[] {
  const reading = readPolicyDocument(document(statements));
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.statements;
}
