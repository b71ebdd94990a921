import type { AccessReason, PolicyKind } from '../../../model/access.ts';
import type { Grant, PolicyStatement, ResourcePolicy } from '../../../model/grant.ts';
import type { Place } from '../../../model/place.ts';
import type { CompiledPolicy, CompiledStatement } from './statement.ts';
import { compilePolicy } from './statement.ts';
import { statementInWords } from './words.ts';

/** A policy as it bears on somebody: what it says, where it stands, and how it is told. */
export class Entry {
  readonly kind: PolicyKind;
  readonly name: string;
  readonly policy: CompiledPolicy;
  /** False when the policy is known by name only. */
  readonly known: boolean;
  readonly #about: Pick<AccessReason, 'policy' | 'place'> & { readonly policyArn?: string; readonly group?: string };
  readonly #reasons = new Map<CompiledStatement, AccessReason>();

  constructor(
    kind: PolicyKind,
    about: {
      readonly policy: string;
      readonly policyArn?: string;
      readonly group?: string;
      readonly statements: readonly PolicyStatement[];
      readonly place: Place;
    },
  ) {
    const { policy, policyArn, group, statements, place } = about;
    this.kind = kind;
    this.name = policy;
    this.policy = compilePolicy(statements);
    this.known = statements.length > 0;
    this.#about = {
      policy,
      place,
      ...(policyArn !== undefined && { policyArn }),
      ...(group !== undefined && { group }),
    };
  }

  /** True when the text is not known and might deny: of AWS's own policies only a few do. */
  get mayDeny(): boolean {
    const { policyArn = '' } = this.#about;
    return !this.known && (!/^arn:[\w-]+:iam::aws:policy\//.test(policyArn) || /Deny|Quarantine/.test(policyArn));
  }

  /** A statement of this policy as a reason. */
  reason(of: CompiledStatement, depends: readonly string[]): AccessReason {
    let reason = this.#reasons.get(of);
    if (reason === undefined) {
      const { effect, sid } = of.statement;
      const says = statementInWords(of.statement);
      reason = { kind: this.kind, effect, ...this.#about, ...(sid !== undefined && { sid }), says, depends: [] };
      this.#reasons.set(of, reason);
    }
    return depends.length === 0 ? reason : { ...reason, depends: [...new Set(depends)] };
  }

  /** That this policy leaves an action out. */
  leavesOut(action: string, resource: string): AccessReason {
    const says = `No statement of it allows ${action}${resource === '*' ? '' : ` on ${resource}`}.`;
    return { kind: this.kind, effect: 'Deny', ...this.#about, says, depends: [] };
  }

  /** That the text of this policy is not known. */
  unread(effect: 'Allow' | 'Deny'): AccessReason {
    const says = 'Its text is not among what was read, so what it says is not known.';
    return { kind: this.kind, effect, ...this.#about, says, depends: [`the text of policy ${this.name}`] };
  }
}

/** A policy that allows everything. */
export const EVERYTHING: readonly PolicyStatement[] = [
  {
    effect: 'Allow',
    actions: ['*'],
    notActions: [],
    resources: ['*'],
    notResources: [],
    principals: {},
    notPrincipals: {},
    conditions: {},
  },
];

/** ARN of the AWS managed policy that allows everything, in any partition; known even where a dump lacks its text. */
const ADMINISTRATOR_ACCESS = /^arn:[a-z-]+:iam::aws:policy\/AdministratorAccess$/;

/** A policy that an identity holds. */
export function entryOfGrant(grant: Grant): Entry {
  const kind = grant.through === 'boundary' ? 'boundary' : grant.through === 'group' ? 'group' : 'identity';
  const byName = grant.statements.length === 0 && ADMINISTRATOR_ACCESS.test(grant.policyArn ?? '');
  return new Entry(kind, byName ? { ...grant, statements: EVERYTHING } : grant);
}

/** How policies at resources are told; settings of public access decide nothing by themselves. */
const AT_RESOURCE: Readonly<Record<ResourcePolicy['kind'], readonly [kind: PolicyKind, name: string]>> = {
  trust: ['trust', 'trust policy'],
  resource: ['resource', 'policy'],
  grant: ['grant', 'grants'],
  endpoint: ['endpoint', 'policy'],
  acl: ['acl', 'access control list'],
  'public-access': ['resource', 'settings of public access'],
  ownership: ['resource', 'settings of ownership'],
};

/** A policy at what is acted on. */
export function entryOfPolicy({ kind, resource, statements, place }: ResourcePolicy): Entry {
  const [told, name] = AT_RESOURCE[kind];
  return new Entry(told, { policy: `${name} of ${resource}`, statements, place });
}
