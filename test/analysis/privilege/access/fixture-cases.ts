import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import type { Access, SessionPolicy } from '../../../../src/analysis/privilege/access/access.ts';
import { accessOf } from '../../../../src/analysis/privilege/access/access.ts';
import { readPolicyDocument } from '../../../../src/connectors/aws/policy-document.ts';
import type { AccessRequest, Verdict } from '../../../../src/model/access.ts';
import type {
  Grant,
  Guardrail,
  PolicyStatement,
  PublicAccessLimits,
  ResourcePolicy,
} from '../../../../src/model/grant.ts';
import type { Identity } from '../../../../src/model/identity.ts';
import { ACCOUNT_PLACE, graphOf, identity } from '../../../support/graph-builder.ts';

/** Statements alone, which stand for a policy of version 2012-10-17, or a whole document. */
type Policy = readonly object[] | { readonly Version?: string; readonly Statement: object };

/** One question and its answer. `user/ann` and `role/app` are principals of account 111122223333. */
export interface AccessCase {
  readonly why: string;
  readonly principal?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly uniqueId?: string;
  /** Organisation of account 111122223333. */
  readonly organisation?: string;
  /** That no policy is of its own making, so that none is named after it. */
  readonly awsPoliciesOnly?: boolean;
  /** Root and units above that account. */
  readonly above?: readonly string[];
  readonly identity?: Policy;
  readonly group?: Policy;
  /** Further identity policies. */
  readonly more?: readonly Policy[];
  readonly boundary?: Policy;
  /** A list of policies for each level. */
  readonly scp?: readonly (readonly Policy[])[];
  readonly rcp?: readonly (readonly Policy[])[];
  /** Account that the resource policies of the organisation limit; the principal's own unless it is said. */
  readonly rcpAccount?: string;
  readonly session?: Policy;
  /** Policy of what is acted on, or of `at`. */
  readonly resource?: Policy;
  readonly at?: string;
  readonly owner?: string;
  readonly trust?: Policy;
  /** Grants of the key that is acted on. */
  readonly grants?: Policy;
  /** Policy of VPC endpoint vpce-1. */
  readonly endpoint?: Policy;
  /** Access control list of the bucket, and settings of it and of all buckets of its owner. */
  readonly acl?: Policy;
  readonly bucketSettings?: PublicAccessLimits;
  readonly accountSettings?: PublicAccessLimits;
  readonly ask: readonly [string, string?];
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
  readonly now?: string;
  /** The request has no other keys. */
  readonly complete?: boolean;
  readonly expect: Verdict;
  readonly depends?: readonly string[];
  /** A phrase of the rule. */
  readonly rule?: string;
  /** A phrase of what is taken for granted; nothing is where it is empty. */
  readonly assumed?: string;
  /** Where others decided the same case; and why they decided otherwise, where they did. */
  readonly source?: string;
  readonly differs?: string;
}

export interface AccessFixture {
  readonly file: string;
  readonly docs: string;
  readonly cases: readonly AccessCase[];
}

const FOLDER = new URL('../../../../fixtures/access/', import.meta.url);
const ACCOUNT = '111122223333';

export const FIXTURES: readonly AccessFixture[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => ({ file, ...(parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Omit<AccessFixture, 'file'>) }));

function statementsOf(policy: Policy): readonly PolicyStatement[] {
  const document = Array.isArray(policy) ? { Version: '2012-10-17', Statement: policy } : policy;
  const reading = readPolicyDocument(document);
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.statements;
}

function arnOf(principal: string): string {
  return /^(user|role)\//.test(principal) ? `arn:aws:iam::${ACCOUNT}:${principal}` : principal;
}

function identityOf(arn: string, tags: Identity['tags'], uniqueId: string | undefined): Identity {
  const [, account = '', kind = ''] = /^arn:aws:iam::(\d+):(user|role|root|group)/.exec(arn) ?? [];
  const kinds = { user: 'user', role: 'role', group: 'group', root: 'account-root' } as const;
  const path = arn.includes('/aws-service-role/') ? { path: '/aws-service-role/x.amazonaws.com/' } : {};
  const id = uniqueId === undefined ? {} : { 'unique id': uniqueId };
  return identity(arn, { kind: kinds[kind as keyof typeof kinds], account, tags, attributes: { ...path, ...id } });
}

/** The account of a case, and what it asks. */
export function prepare(one: AccessCase): {
  readonly access: Access;
  readonly request: AccessRequest;
  readonly session?: readonly SessionPolicy[];
} {
  const principal = arnOf(one.principal ?? 'user/ann');
  const [action, resource = '*'] = one.ask;
  const holder = principal
    .replace(/^arn:aws:sts::(\d+):assumed-role\/([^/]+)\/.*$/, 'arn:aws:iam::$1:role/$2')
    .replace(/^arn:aws:sts::(\d+):federated-user\/(.+)$/, 'arn:aws:iam::$1:user/$2');
  const place = ACCOUNT_PLACE;
  const grant = (policy: string, through: Grant['through'], given: Policy | undefined): Grant[] =>
    given === undefined ? [] : [{ identity: holder, policy, through, statements: statementsOf(given), place }];
  const guardrails = (kind: 'scp' | 'rcp', account: string, levels: AccessCase['scp'] = []): Guardrail[] =>
    levels.flatMap((policies, level) =>
      policies.map((policy, index): Guardrail => {
        const name = `${kind}-${level}-${index}`;
        const arn = `arn:aws:organizations::999999999999:policy/${one.organisation}/service_control_policy/p-1`;
        const policyArn = one.organisation === undefined || one.awsPoliciesOnly === true ? {} : { policyArn: arn };
        return {
          kind,
          policy: name,
          ...policyArn,
          account,
          level: `level-${level}`,
          ...(one.awsPoliciesOnly === true && { organization: one.organisation ?? '' }),
          ...(one.above !== undefined && { above: one.above }),
          statements: statementsOf(policy),
          place,
        };
      }),
    );
  const own = /^arn:[^:]+:[^:]+:[^:]*:(\d{12})?/.exec(holder)?.[1] ?? ACCOUNT;
  const resourcePolicies: ResourcePolicy[] = [];
  if (one.resource !== undefined) {
    const account = one.owner === undefined ? {} : { account: one.owner };
    const statements = statementsOf(one.resource);
    resourcePolicies.push({ resource: one.at ?? resource, ...account, kind: 'resource', statements, place });
  }
  if (one.trust !== undefined) {
    resourcePolicies.push({ resource, kind: 'trust', statements: statementsOf(one.trust), place });
  }
  if (one.grants !== undefined) {
    resourcePolicies.push({ resource, kind: 'grant', statements: statementsOf(one.grants), place });
  }
  if (one.endpoint !== undefined) {
    const at = `arn:aws:ec2:eu-west-1:${ACCOUNT}:vpc-endpoint/vpce-1`;
    resourcePolicies.push({ resource: at, kind: 'endpoint', statements: statementsOf(one.endpoint), place });
  }
  const bucket = one.at ?? resource.split('/', 1)[0] ?? '';
  const owner = one.owner === undefined ? {} : { account: one.owner };
  if (one.acl !== undefined) {
    resourcePolicies.push({ resource: bucket, ...owner, kind: 'acl', statements: statementsOf(one.acl), place });
  }
  for (const [at, limits] of [
    [bucket, one.bucketSettings],
    [`arn:aws:s3::${one.owner ?? ACCOUNT}:account`, one.accountSettings],
  ] as const) {
    if (limits === undefined) continue;
    resourcePolicies.push({ resource: at, ...owner, kind: 'public-access', statements: [], limits, place });
  }
  const isKnown = holder.startsWith('arn:aws:iam::') && !/-provider\//.test(holder) && holder.split(':')[4] === ACCOUNT;
  const identities = isKnown ? [identityOf(holder, one.tags ?? {}, one.uniqueId)] : [];
  const graph = graphOf({
    facts: {
      identities,
      grants: [
        ...grant('own', 'inline', one.identity),
        ...grant('of-group', 'group', one.group),
        ...(one.more ?? []).flatMap((policy, index) => grant(`more-${index}`, 'managed', policy)),
        ...grant('limit', 'boundary', one.boundary),
      ],
      guardrails: [...guardrails('scp', own, one.scp), ...guardrails('rcp', one.rcpAccount ?? own, one.rcp)],
      resourcePolicies,
    },
  });
  const context = Object.entries(one.context ?? {}).map(
    ([key, value]) => [key.toLowerCase(), typeof value === 'string' ? [value] : value] as const,
  );
  return {
    access: accessOf(graph),
    request: { principal, action, resource, ...(context.length > 0 && { context: Object.fromEntries(context) }) },
    ...(one.session !== undefined && {
      session: [{ policy: 'session', statements: statementsOf(one.session), place }],
    }),
  };
}
