/** Most accounts, policies, attachments or levels kept: AWS's quotas end at ten thousand accounts. */
const MAX_PARTS = 200_000;

export interface OrganizationPolicy {
  readonly id: string;
  readonly arn?: string;
  readonly name: string;
  readonly kind: 'scp' | 'rcp';
  /** The document, which only "describe-policy" tells. */
  readonly content?: string;
  /** Id of the source that told it. */
  readonly source: string;
}

/** What answers of AWS Organizations tell, gathered from as many files as there are. */
export class OrganizationParts {
  /** Accounts by id, with their name. */
  readonly accounts = new Map<string, string>();
  /** Levels above an account from the root down, where the listing of accounts tells them. */
  readonly paths = new Map<string, readonly string[]>();
  readonly policies = new Map<string, OrganizationPolicy>();
  /** Ids of policies by root, unit or account that they are attached to. */
  readonly attached = new Map<string, Set<string>>();
  /** Unit or root above a unit or account. */
  readonly parents = new Map<string, string>();
  /** Roots, with the kinds of policies that are switched on where that is told. */
  readonly roots = new Map<string, ReadonlySet<'scp' | 'rcp'> | undefined>();
  readonly management = new Set<string>();
  /** Ids of organisations by account. */
  readonly organizations = new Map<string, string>();
  readonly sources = new Set<string>();

  get isEmpty(): boolean {
    return this.sources.size === 0;
  }

  add(policy: OrganizationPolicy): void {
    const known = this.policies.get(policy.id);
    if (known?.content !== undefined || (known === undefined && this.policies.size >= MAX_PARTS)) return;
    this.policies.set(policy.id, { ...known, ...policy });
  }

  attach(policy: string, target: string): void {
    const ids = this.attached.get(target) ?? new Set<string>();
    if (ids.size < MAX_PARTS && this.attached.size < MAX_PARTS) this.attached.set(target, ids.add(policy));
  }

  put(child: string, parent: string): void {
    if (this.parents.size < MAX_PARTS) this.parents.set(child, parent);
  }

  /** Takes over what another file told. */
  join(other: OrganizationParts): void {
    for (const [id, name] of other.accounts) if (this.accounts.size < MAX_PARTS) this.accounts.set(id, name);
    for (const [id, path] of other.paths) if (this.paths.size < MAX_PARTS) this.paths.set(id, path);
    for (const policy of other.policies.values()) this.add(policy);
    for (const [target, ids] of other.attached) for (const id of ids) this.attach(id, target);
    for (const [child, parent] of other.parents) this.put(child, parent);
    for (const [root, kinds] of other.roots) this.roots.set(root, kinds ?? this.roots.get(root));
    for (const id of other.management) this.management.add(id);
    for (const [id, organization] of other.organizations) {
      if (this.organizations.size < MAX_PARTS) this.organizations.set(id, organization);
    }
    for (const id of other.sources) this.sources.add(id);
  }
}
