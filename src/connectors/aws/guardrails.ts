import type { Guardrail, PolicyStatement } from '../../model/grant.ts';
import type { CoverageRow } from '../../model/source.ts';
import { placeOf } from './identities.ts';
import type { OrganizationParts, OrganizationPolicy } from './organization-parts.ts';
import { readPolicyDocument } from './policy-document.ts';

/** Levels that AWS allows between a root and an account: five units. A chain that is longer is forged. */
const MAX_LEVELS = 10;
/** More than an organisation at its quotas can have. */
const MAX_ROWS = 2_000_000;
const EXAMPLES = 10;

const EVERYTHING = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };

/**
 * Policies that AWS attaches to everything and that leave everything open, with the document it publishes.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
const OPEN: Readonly<Record<string, object>> = {
  'p-FullAWSAccess': EVERYTHING,
  'p-RCPFullAWSAccess': { ...EVERYTHING, Statement: { ...EVERYTHING.Statement, Principal: '*' } },
};

export interface Guardrails {
  readonly rows: readonly Guardrail[];
  /** What stays open, as coverage rows of the organisation's source. */
  readonly gaps: readonly CoverageRow[];
}

/**
 * What limits each account: a row for each of its levels and each policy attached there. The management account has
 * none, because neither kind of policy limits it.
 *
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
export function guardrailsOf(parts: OrganizationParts): Guardrails {
  const [source] = [...parts.sources].sort();
  if (source === undefined) return { rows: [], gaps: [] };
  const documents = new Documents(parts);
  const rows: Guardrail[] = [];
  const gaps = new Map<string, string[]>();
  const gap = (what: string, example: string): void => {
    gaps.set(what, [...(gaps.get(what) ?? []), example]);
  };
  const dropped = (): void =>
    gap('There are more guardrails than any organisation can have; the rest was left out.', '');

  if (parts.policies.size === 0 && parts.attached.size === 0) {
    gap(
      'No service or resource control policy is known: what an organisation forbids its accounts is not judged. Export list-policies, describe-policy and list-targets-for-policy too.',
      source,
    );
  }
  for (const account of [...parts.accounts.keys()].sort()) {
    if (parts.management.has(account)) continue;
    const levels = levelsOf(parts, account);
    if (levels.length < 2) {
      gap(
        'Accounts whose place in the organisation is not known: policies of the units above them are not judged. Export list-parents or list-accounts with their paths.',
        account,
      );
    }
    const organization = parts.organizations.get(account);
    const place = {
      ...(organization === undefined ? {} : { organization }),
      ...(levels[0]?.startsWith('r-') === true ? { above: levels.slice(0, -1) } : {}),
    };
    for (const kind of ['scp', 'rcp'] as const) {
      if (!enabled(parts, kind)) continue;
      for (const level of levels) {
        const attached = [...(parts.attached.get(level) ?? [])].flatMap((id) => policyOf(parts, id, kind) ?? []);
        // Where a kind of policy is switched on, AWS demands that one is attached at every level.
        if (attached.length === 0 && knows(parts, kind)) {
          const name = kind === 'scp' ? 'service' : 'resource';
          gap(
            `Levels at which no ${name} control policy is known, although there must be one: what is forbidden there is not judged. Export list-targets-for-policy of every policy.`,
            level,
          );
        }
        for (const policy of attached) {
          const statements = documents.of(policy);
          if (statements === undefined) continue;
          if (rows.length >= MAX_ROWS) dropped();
          else rows.push({ ...row(policy, account, level, statements), ...place });
        }
      }
    }
  }
  for (const problem of documents.problems) {
    gap(
      'Policies of the organisation without a document that can be read: what they forbid is not judged. Export describe-policy of each.',
      problem,
    );
  }
  return {
    rows,
    gaps: [...gaps].map(([what, examples]): CoverageRow => {
      const different = [...new Set(examples)];
      return {
        source,
        outcome: 'absent',
        unit: 'documents',
        count: different.length,
        what,
        examples: different.slice(0, EXAMPLES),
      };
    }),
  };
}

function row(
  policy: OrganizationPolicy,
  account: string,
  level: string,
  statements: readonly PolicyStatement[],
): Guardrail {
  return {
    kind: policy.kind,
    policy: policy.name,
    ...(policy.arn === undefined ? {} : { policyArn: policy.arn }),
    account,
    level,
    statements,
    place: placeOf(policy.source, policy.arn ?? policy.id),
  };
}

/** From the root down to the account itself. */
function levelsOf(parts: OrganizationParts, account: string): readonly string[] {
  const known = parts.paths.get(account);
  if (known !== undefined) return [...known.slice(-MAX_LEVELS), account];
  const levels = [account];
  for (let above = parts.parents.get(account); above !== undefined; above = parts.parents.get(above)) {
    if (levels.includes(above) || levels.length > MAX_LEVELS) break;
    levels.unshift(above);
  }
  return levels;
}

/** Switched off for the roots that were listed means that none of the kind is in force. */
function enabled(parts: OrganizationParts, kind: 'scp' | 'rcp'): boolean {
  const told = [...parts.roots.values()].filter((kinds) => kinds !== undefined);
  return told.length === 0 || told.some((kinds) => kinds.has(kind));
}

function knows(parts: OrganizationParts, kind: 'scp' | 'rcp'): boolean {
  return parts.policies.values().some((policy) => policy.kind === kind);
}

function policyOf(parts: OrganizationParts, id: string, kind: 'scp' | 'rcp'): OrganizationPolicy | undefined {
  const known = parts.policies.get(id);
  if (known !== undefined) return known.kind === kind ? known : undefined;
  const open = Object.hasOwn(OPEN, id) && (id === 'p-FullAWSAccess') === (kind === 'scp');
  if (!open) return undefined;
  return { id, name: id.slice(2), kind, source: [...parts.sources].sort()[0] ?? '' };
}

/** Documents of policies, each read once. */
class Documents {
  readonly problems: string[] = [];
  readonly #read = new Map<string, readonly PolicyStatement[] | undefined>();

  constructor(parts: OrganizationParts) {
    for (const [target, ids] of parts.attached) {
      for (const id of ids) {
        if (parts.policies.has(id) || Object.hasOwn(OPEN, id)) continue;
        this.problems.push(`${id} at ${target}: neither its kind nor its document is known`);
      }
    }
  }

  /** Undefined when there is none that can be read: then nothing is known of what it allows. */
  of(policy: OrganizationPolicy): readonly PolicyStatement[] | undefined {
    if (this.#read.has(policy.id)) return this.#read.get(policy.id);
    const reading = readPolicyDocument(
      policy.content ?? (Object.hasOwn(OPEN, policy.id) ? OPEN[policy.id] : undefined),
    );
    if ('problem' in reading) this.problems.push(`${policy.name} (${policy.id}): ${reading.problem}`);
    const statements = 'problem' in reading ? undefined : reading.statements;
    this.#read.set(policy.id, statements);
    return statements;
  }
}
