import * as z from 'zod';
import { invalidDump, parseDump, printable } from '../dump-file.ts';
import { field, isoTime, timeText } from '../fields.ts';
import { ITEM_URL, kindOf, lifted, textOf, type Row, type RowKind } from './az-row.ts';
import { deletedVault, NO_LISTS, vault, type AzureLists, type VaultItem } from './dump-format.ts';
import {
  administrativeUnitRow,
  applicationRow,
  denyAssignmentRow,
  directoryDefinitionRow,
  directoryHolderRow,
  directoryRoleRow,
  federatedRow,
  groupRow,
  managedIdentityRow,
  roleAssignmentRow,
  roleDefinitionRow,
  servicePrincipalRow,
  userRow,
  workloadRow,
  type FederatedRow,
} from './role-format.ts';
import { vaultAddress } from './resource-id.ts';

/** What the command line client's output holds of use. */
export interface AzOutput {
  readonly lists: AzureLists;
  /** Items by the host of their vault. */
  readonly items: ReadonlyMap<string, AzItems>;
  /** Whether keys are rotated, by host and name with a line feed between. */
  readonly rotations: ReadonlyMap<string, 'automatic' | 'none'>;
  /** Tenants by subscription, in lower case. */
  readonly tenants: ReadonlyMap<string, string>;
  /** Management groups: name of the parent by what stands below, a subscription's id or a group's name. */
  readonly parents: ReadonlyMap<string, string>;
  /** Federated credentials of managed identities by the identity's resource id. */
  readonly federated: ReadonlyMap<string, readonly FederatedRow[]>;
  /** Sentences for what could not be used, each with how many. */
  readonly unused: ReadonlyMap<string, number>;
}

export interface AzItems {
  readonly secrets?: VaultItem[];
  readonly keys?: VaultItem[];
  readonly certificates?: VaultItem[];
}

/** Text, or seconds since 1970 within what a date can hold. */
const time = z.union([timeText, z.number().min(0).max(8.64e12)]).nullish();

/** A row of `az keyvault secret list`, `key list` or `certificate list`. */
const listedItem = z.object({
  attributes: z.object({ enabled: z.boolean().nullish(), created: time, updated: time, expires: time }).nullish(),
});

const subscription = z.object({ id: z.string(), tenantId: z.string() });
const group = z.object({ name: z.string(), children: z.unknown().optional(), details: z.unknown().optional() });
/** A subscription or group as lists of the hierarchy tell it: its id, and its parent's. */
const placed = z.object({ id: z.string(), parent: z.object({ id: z.string().nullish() }).nullish() });
const rotation = z.object({
  id: z.string(),
  lifetimeActions: z.array(z.object({ action: z.unknown() })).nullish(),
});
const appRole = z.object({
  principalId: z.string(),
  appRoleId: z.string(),
  resourceId: z.string().nullish(),
  resourceDisplayName: z.string().nullish(),
});

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const DEEPEST_GROUP = 8;

/**
 * Reads what commands of `az` print, as they are: key vaults with their items, role assignments, definitions and deny
 * assignments, managed identities, resources, management groups, and the directory's applications, service principals,
 * users and groups. One object, an array, the arrays of several calls in one array, or an answer of `az rest`, whose
 * rows stand under `value`. Values that `az keyvault secret show` prints are dropped.
 *
 * @param path Name of the file. Rows of `az ad app federated-credential list`, `… owner list` and `… member list` do not
 *   say whose they are: an object id or application id in the name does.
 */
export function readAzOutput(value: unknown, path: string): AzOutput {
  const reader = new OutputReader(path);
  for (const [index, row] of rowsOf(value).entries()) reader.add(row, index + 1);
  return reader.finish();
}

function rowsOf(value: unknown): readonly unknown[] {
  const outer = Array.isArray(value) ? value.flat() : [value];
  return outer.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'value' in one && Array.isArray(one.value) ? one.value : [one],
  );
}

/** Rows that go into a list as they are, once their fields are lifted. */
const ROWS = {
  deletedVaults: { schema: deletedVault, words: 'deleted vaults' },
  roleAssignments: { schema: roleAssignmentRow, words: 'role assignments' },
  roleDefinitions: { schema: roleDefinitionRow, words: 'role definitions' },
  denyAssignments: { schema: denyAssignmentRow, words: 'deny assignments' },
  managedIdentities: { schema: managedIdentityRow, words: 'managed identities' },
  applications: { schema: applicationRow, words: 'applications' },
  servicePrincipals: { schema: servicePrincipalRow, words: 'service principals' },
  users: { schema: userRow, words: 'users' },
  groups: { schema: groupRow, words: 'groups' },
  directoryRoles: { schema: directoryRoleRow, words: 'directory roles' },
  directoryHolders: { schema: directoryHolderRow, words: 'holders of directory roles' },
  directoryDefinitions: { schema: directoryDefinitionRow, words: 'definitions of directory roles' },
  administrativeUnits: { schema: administrativeUnitRow, words: 'administrative units' },
  workloads: { schema: workloadRow, words: 'resources' },
} as const;

/** A row with what its form leaves to be told: which assignments are eligible, which roles are the organisation's. */
function shapeOf(kind: keyof typeof ROWS, row: Row): Row {
  const flat = lifted(row);
  if (kind === 'roleAssignments') return { ...flat, eligible: /\/roleEligibility/i.test(textOf(row['id']) ?? '') };
  if (kind === 'directoryHolders') {
    const scheduled = 'memberType' in row && !('assignmentType' in row);
    return { ...flat, ...((scheduled || 'roleEligibilityScheduleId' in row) && { eligible: true }) };
  }
  if (kind !== 'roleDefinitions') return flat;
  const { properties } = row;
  const inner = typeof properties === 'object' && properties !== null ? (properties as Row) : {};
  return { ...flat, roleType: textOf(row['roleType']) ?? textOf(inner['type']) };
}

type Lists = { -readonly [K in keyof AzureLists]: AzureLists[K][number][] };

class OutputReader {
  readonly #path: string;
  readonly #owner: string | undefined;
  readonly #lists = Object.fromEntries(Object.keys(NO_LISTS).map((name) => [name, []])) as unknown as Lists;
  readonly #vaults = new Map<string, AzureLists['vaults'][number]>();
  readonly #items = new Map<string, { secrets?: VaultItem[]; keys?: VaultItem[]; certificates?: VaultItem[] }>();
  readonly #rotations = new Map<string, 'automatic' | 'none'>();
  readonly #tenants = new Map<string, string>();
  readonly #parents = new Map<string, string>();
  readonly #federated = new Map<string, FederatedRow[]>();
  readonly #unused = new Map<string, number>();
  #read = 0;
  #unknown = 0;
  #firstUnknown = 0;

  constructor(path: string) {
    this.#path = path;
    this.#owner = path.match(GUID)?.at(-1)?.toLowerCase();
  }

  add(value: unknown, number: number): void {
    const row = typeof value === 'object' && value !== null ? (value as Row) : {};
    const kind = kindOf(row);
    if (kind === undefined) {
      this.#unknown += 1;
      this.#firstUnknown ||= number;
      return;
    }
    this.#read += 1;
    this.#addKnown(kind, row, number);
  }

  finish(): AzOutput {
    if (this.#unknown > 0 && this.#read === 0) {
      const mend =
        'Save the output of one of the az commands that docs/collect-azure.md names, or of bitting collect azure.';
      throw invalidDump(this.#path, `row ${this.#firstUnknown} is no key vault and nothing else that is known`, mend);
    }
    if (this.#unknown > 0) {
      const what = `Rows of a form that is not known stand in ${printable(this.#path)}, the first is row ${this.#firstUnknown}.`;
      this.#unused.set(what, this.#unknown);
    }
    return {
      lists: { ...this.#lists, vaults: [...this.#vaults.values()] },
      items: this.#items,
      rotations: this.#rotations,
      tenants: this.#tenants,
      parents: this.#parents,
      federated: this.#federated,
      unused: this.#unused,
    };
  }

  #addKnown(kind: RowKind, row: Row, number: number): void {
    const parse = <T>(schema: z.ZodType<T>, value: unknown, what: string): T =>
      parseDump(schema, value, this.#path, `${what} (row ${number})`);
    switch (kind) {
      case 'item':
        return this.#addItem(row, parse(listedItem, row, 'Azure’s list of secrets'));
      case 'rotationPolicy': {
        const policy = parse(rotation, row, 'Azure’s rotation policy');
        const [, host = '', , name = ''] = ITEM_URL.exec(policy.id) ?? [];
        const rotates = (policy.lifetimeActions ?? []).some(({ action }) =>
          /rotate/i.test(JSON.stringify(action) ?? ''),
        );
        this.#rotations.set(`${host.toLowerCase()}\n${name}`, rotates ? 'automatic' : 'none');
        return;
      }
      case 'vaults': {
        const parsed = parse(vault, row, 'Azure’s list of key vaults');
        // `az keyvault show` after a list says more of the same vault.
        const known = this.#vaults.get(parsed.id.toLowerCase());
        if (vaultAddress(parsed.id) === undefined)
          return this.#skip('Key vaults with an id of another form are left out.');
        if (known?.properties === undefined || known.properties === null)
          this.#vaults.set(parsed.id.toLowerCase(), parsed);
        return;
      }
      case 'subscription': {
        const { id, tenantId } = parse(subscription, row, 'Azure’s list of subscriptions');
        this.#tenants.set((id.split('/').at(-1) ?? id).toLowerCase(), tenantId.toLowerCase());
        return;
      }
      case 'managementGroup':
        return this.#addManagementGroup(parse(group, lifted(row), 'Azure’s list of management groups'), 0);
      case 'managementChild':
        return this.#addManagementChild(parse(placed, lifted(row), 'Azure’s list of what management groups hold'));
      case 'managedFederated': {
        const id = (textOf(row['id']) ?? '').replace(/\/federatedIdentityCredentials\/[^/]+$/i, '').toLowerCase();
        const own = this.#federated.get(id) ?? [];
        own.push(parse(federatedRow, lifted(row), 'Azure’s list of federated credentials'));
        this.#federated.set(id, own);
        return;
      }
      case 'appFederated':
        return this.#addFederated(parse(federatedRow, row, 'Azure’s list of federated credentials'));
      case 'appRoleAssignment': {
        const { principalId, ...role } = parse(appRole, row, 'Microsoft Graph’s list of app role assignments');
        this.#lists.servicePrincipals.push({ id: principalId, appId: '', appRoleAssignments: [role] });
        return;
      }
      case 'resource': {
        if (typeof row['identity'] !== 'object' || row['identity'] === null) return;
        this.#lists.workloads.push(parse(workloadRow, row, 'Azure’s list of resources'));
        return;
      }
      default: {
        const { schema, words } = ROWS[kind];
        const list: unknown[] = this.#lists[kind];
        list.push(parse<unknown>(schema, shapeOf(kind, row), `Azure’s list of ${words}`));
        if (kind === 'users' || kind === 'groups' || kind === 'servicePrincipals') this.#relate(textOf(row['id']));
      }
    }
  }

  /** `az ad group member list` and `az ad app owner list` print people alone; the file's name says of what. */
  #relate(id: string | undefined): void {
    if (this.#owner === undefined || id === undefined) return;
    const list = /owner/i.test(this.#path.split(/[\\/]/).at(-1) ?? '') ? 'owners' : 'members';
    this.#lists.groups.push({ id: this.#owner, [list]: [{ id }] });
  }

  #addFederated(row: FederatedRow): void {
    if (this.#owner === undefined) {
      this.#skip(
        'Federated credentials of applications do not say whose they are: put the application’s id into the name of the file.',
      );
      return;
    }
    this.#lists.applications.push({ id: '', appId: this.#owner, federatedIdentityCredentials: [row] });
  }

  #addItem(row: Row, { attributes }: z.infer<typeof listedItem>): void {
    const [, host = '', kind = '', name = ''] = ITEM_URL.exec(textOf(row['id']) ?? textOf(row['kid']) ?? '') ?? [];
    const ofVault = this.#items.get(host.toLowerCase()) ?? {};
    const list = kind.toLowerCase() as 'secrets' | 'keys' | 'certificates';
    (ofVault[list] ??= []).push({
      name,
      ...field('enabled', attributes?.enabled),
      ...field('created', isoTime(attributes?.created)),
      ...field('updated', isoTime(attributes?.updated)),
      ...field('expires', isoTime(attributes?.expires)),
    });
    this.#items.set(host.toLowerCase(), ofVault);
  }

  #addManagementGroup({ name, children, details }: z.infer<typeof group>, depth: number): void {
    const above = z.object({ parent: z.object({ name: z.string() }) }).safeParse(details);
    if (above.success) this.#parents.set(name.toLowerCase(), above.data.parent.name.toLowerCase());
    if (depth >= DEEPEST_GROUP || !Array.isArray(children)) return;
    for (const child of children) {
      const parsed = group.safeParse(child);
      if (!parsed.success) continue;
      this.#parents.set(parsed.data.name.toLowerCase(), name.toLowerCase());
      this.#addManagementGroup(parsed.data, depth + 1);
    }
  }

  #addManagementChild({ id, parent }: z.infer<typeof placed>): void {
    const above = parent?.id?.split('/').at(-1);
    if (above) this.#parents.set((id.split('/').at(-1) ?? id).toLowerCase(), above.toLowerCase());
  }

  #skip(what: string): void {
    this.#unused.set(what, (this.#unused.get(what) ?? 0) + 1);
  }
}
