import type { KeyFact } from '../../model/facts.ts';
import type { Grant, Trust } from '../../model/grant.ts';
import type { Identity, IdentityKind } from '../../model/identity.ts';
import type { ResourcePlace } from '../../model/place.ts';
import { field, isoTime } from '../fields.ts';
import { AdministrativeUnits } from './administrative-units.ts';
import { assignedKind, assignedPrincipals } from './assignment-facts.ts';
import { AppPermissions } from './app-permissions.ts';
import type { DirectoryLists, Sourced } from './directory-lists.ts';
import { DIRECTORY_ROLE_RIGHTS, tellingRights } from './directory-roles.ts';
import type { AzureLists } from './dump-format.ts';
import { certificateFact, passwordFact } from './directory-keys.ts';
import { federatedTrusts } from './federated-trusts.ts';
import type { AzureContext } from './records.ts';
import type { ApplicationRow, CertificateRow, PasswordRow, ServicePrincipalRow } from './role-format.ts';

export interface DirectoryFacts {
  readonly identities: readonly Identity[];
  readonly keys: readonly KeyFact[];
  readonly grants: readonly Grant[];
  readonly trusts: readonly Trust[];
}

/**
 * Users, groups, applications and service principals of the directory: who they are, who owns them, their secrets,
 * certificates and federated credentials, their application permissions and roles of the directory.
 *
 * An application registration has the kind `app`, the service principal that acts for it `service-account`; both carry
 * the attribute `application id`. Rights in the directory are grants whose actions are Microsoft's own names, such as
 * `microsoft.directory/applications/credentials/update`, or `graph/Application.ReadWrite.All` for a permission of
 * Microsoft Graph; their resources are ids of identities, or `*`.
 */
export function directoryFacts(
  lists: DirectoryLists,
  context: AzureContext,
  missing: ReadonlySet<string>,
): DirectoryFacts {
  return new Directory(lists, context, missing).facts();
}

class Directory {
  readonly #lists: DirectoryLists;
  readonly #context: AzureContext;
  /** Object ids that the directory does not have. */
  readonly #missing: ReadonlySet<string>;
  readonly #identities = new Map<string, Identity>();
  /** By id of the key and whom it signs in as: several dumps list one directory. */
  readonly #keys = new Map<string, KeyFact>();
  readonly #grants = new Map<string, Grant>();
  readonly #trusts: Trust[] = [];
  /** Service principals by application id. */
  readonly #actors = new Map<string, string>();
  readonly #memberOf = new Map<string, Set<string>>();
  /** Names of owners by what they own. */
  readonly #owners = new Map<string, Set<string>>();
  /** Application registrations by object id and by application id. */
  readonly #registrations = new Map<string, Sourced<ApplicationRow>>();
  readonly #units: AdministrativeUnits;
  readonly #permissions: AppPermissions;

  constructor(lists: DirectoryLists, context: AzureContext, missing: ReadonlySet<string>) {
    this.#lists = lists;
    this.#context = context;
    this.#missing = missing;
    this.#permissions = new AppPermissions(lists.servicePrincipals);
    this.#units = new AdministrativeUnits(lists.administrativeUnits);
  }

  facts(): DirectoryFacts {
    const { applications, servicePrincipals, users, groups } = this.#lists;
    for (const row of users)
      this.#add(row.id, row.source, 'human', row.userPrincipalName ?? row.displayName, {
        'object kind': row.userType?.toLowerCase() === 'guest' ? 'guest user' : 'user',
        ...field('signing in', row.accountEnabled === false ? 'off' : undefined),
      });
    for (const row of groups) {
      if (row.displayName)
        this.#add(row.id, row.source, 'group', row.displayName, {
          'object kind': 'group',
          ...field('can hold directory roles', row.isAssignableToRole === true ? 'yes' : undefined),
          ...field('changed only by administrators of its unit', this.#units.restricts(row.id) ? 'yes' : undefined),
        });
    }
    for (const row of servicePrincipals) if (row.appId !== '') this.#addServicePrincipal(row);
    for (const row of applications) if (row.id !== '') this.#addApplication(row);
    this.#addAssigned();
    for (const row of servicePrincipals) this.#relateServicePrincipal(row);
    for (const row of applications) this.#relateApplication(row);
    for (const row of groups) this.#relateGroup(row);
    this.#addDirectoryRoles();
    const identities = [...this.#identities.values()].map((identity): Identity => {
      const memberOf = this.#memberOf.get(identity.id);
      const owners = this.#owners.get(identity.id);
      return {
        ...identity,
        ...(memberOf !== undefined && { memberOf: [...memberOf].sort() }),
        ...field('owner', [...(owners ?? [])][0]),
        attributes: {
          ...identity.attributes,
          ...(owners !== undefined && { owners: [...owners].slice(0, 20).join(', ') }),
        },
      };
    });
    return { identities, keys: [...this.#keys.values()], grants: [...this.#grants.values()], trusts: this.#trusts };
  }

  #add(
    objectId: string,
    source: string,
    kind: IdentityKind,
    name: string | null | undefined,
    attributes: Readonly<Record<string, string>>,
    more: Partial<Identity> = {},
  ): string {
    const id = this.#context.identityId(objectId);
    const known = this.#identities.get(id);
    if (known !== undefined) return id;
    this.#identities.set(id, {
      id,
      provider: 'azure',
      kind,
      name: name || `object ${objectId.toLowerCase()}`,
      ...field('account', this.#context.tenantOfObject(objectId)),
      tags: {},
      attributes: { ...attributes, 'object id': objectId.toLowerCase() },
      places: [this.#place(id, source)],
      domains: [],
      ...more,
    });
    return id;
  }

  #place(resource: string, source: string, at?: string): ResourcePlace {
    const account = this.#identities.get(resource)?.account ?? this.#context.tenantOf(undefined);
    return {
      kind: 'resource',
      source,
      provider: 'azure',
      ...field('account', account),
      resource,
      ...field('field', at),
    };
  }

  #addServicePrincipal(row: Sourced<ServicePrincipalRow>): void {
    const managed = row.servicePrincipalType?.toLowerCase() === 'managedidentity';
    const home = row.appOwnerOrganizationId?.toLowerCase();
    const tenant = this.#context.tenantOfObject(row.id);
    const id = this.#add(
      row.id,
      row.source,
      'service-account',
      row.displayName,
      {
        'object kind': managed ? 'managed identity' : 'service principal',
        'application id': row.appId.toLowerCase(),
        ...field('home tenant', managed ? undefined : home),
        ...field(
          'third party',
          home !== undefined && tenant !== undefined && home !== tenant && !managed ? 'yes' : undefined,
        ),
        ...(row.owners !== undefined && row.owners !== null && { 'owners read': 'yes' }),
      },
      {
        ...field('created', isoTime(row.createdDateTime)),
        ...(row.accountEnabled === false && { status: 'inactive' }),
      },
    );
    this.#actors.set(row.appId.toLowerCase(), id);
  }

  #addApplication(row: Sourced<ApplicationRow>): void {
    this.#registrations.set(row.appId.toLowerCase(), row);
    this.#registrations.set(row.id.toLowerCase(), row);
    this.#add(
      row.id,
      row.source,
      'app',
      row.displayName,
      {
        'object kind': 'application registration',
        'application id': row.appId.toLowerCase(),
        ...field('sign-in audience', row.signInAudience),
        ...(row.owners !== undefined && row.owners !== null && { 'owners read': 'yes' }),
      },
      field('created', isoTime(row.createdDateTime)),
    );
  }

  /** Principals that only role assignments name, with what those say of them. */
  #addAssigned(): void {
    const sources = new Map(this.#lists.roleAssignments.map((row) => [row.principalId.toLowerCase(), row.source]));
    for (const [objectId, { principalType, principalName }] of assignedPrincipals(this.#lists.roleAssignments)) {
      const { kind, words, type } = assignedKind(principalType);
      const gone = this.#missing.has(objectId) || type === 'unknown';
      this.#add(objectId, sources.get(objectId) ?? '', kind, principalName, {
        'object kind': gone ? 'not found in the directory' : words,
      });
    }
  }

  #relateServicePrincipal(row: Sourced<ServicePrincipalRow>): void {
    const id = this.#context.identityId(row.id);
    if (!this.#identities.has(id)) return;
    this.#own(id, row.owners, row.source, 'service principal', [
      'microsoft.directory/servicePrincipals/credentials/update',
    ]);
    this.#addKeys(id, row.passwordCredentials, row.keyCredentials, row.source);
    for (const role of row.appRoleAssignments ?? []) {
      const name = this.#permissions.nameOf(role);
      if (name === undefined) continue;
      const what = `application permission ${name} of ${role.resourceDisplayName ?? 'Microsoft Graph'}`;
      this.#grant(id, what, [`graph/${name}`], ['*'], row.source);
    }
  }

  #relateApplication(row: Sourced<ApplicationRow>): void {
    const applicationId = row.appId.toLowerCase();
    // A row made for a federated credential names the application by either id.
    const own = this.#registrations.get(applicationId);
    const registration = row.id !== '' ? row : own;
    const app = registration === undefined ? undefined : this.#context.identityId(registration.id);
    const actor = this.#actors.get(registration?.appId.toLowerCase() ?? applicationId);
    const signsInAs = actor ?? app;
    if (signsInAs === undefined) return;
    if (app !== undefined) {
      this.#own(app, row.owners, row.source, 'application', ['microsoft.directory/applications/credentials/update']);
    }
    this.#addKeys(signsInAs, row.passwordCredentials, row.keyCredentials, row.source);
    this.#trusts.push(
      ...federatedTrusts(signsInAs, row.federatedIdentityCredentials ?? [], this.#place(app ?? signsInAs, row.source)),
    );
  }

  /** Also rows that only relate: members or owners of what the name of their file says. */
  #relateGroup(row: Sourced<AzureLists['groups'][number]>): void {
    const named = this.#context.identityId(row.id);
    const app = this.#registrations.get(row.id.toLowerCase());
    const id = app === undefined ? (this.#actors.get(row.id.toLowerCase()) ?? named) : this.#context.identityId(app.id);
    const target = this.#identities.get(id);
    if (target === undefined) return;
    if (target.kind !== 'group') {
      const [what, right] =
        target.kind === 'app'
          ? ['application', 'microsoft.directory/applications/credentials/update']
          : ['service principal', 'microsoft.directory/servicePrincipals/credentials/update'];
      if (row.owners) this.#own(id, row.owners, row.source, what, [right]);
      return;
    }
    this.#own(id, row.owners, row.source, 'group', ['microsoft.directory/groups/members/update']);
    for (const member of row.members ?? []) {
      const memberId = this.#context.identityId(member.id);
      this.#mention(member, row.source);
      const groups = this.#memberOf.get(memberId) ?? new Set();
      this.#memberOf.set(memberId, groups.add(id));
    }
  }

  #addDirectoryRoles(): void {
    for (const row of this.#lists.directoryRoles) {
      const rights = DIRECTORY_ROLE_RIGHTS[row.roleTemplateId.toLowerCase()] ?? tellingRights(row.actions ?? []);
      const over = this.#units.heldOver(row.scope ?? '/');
      if (over === undefined) continue;
      const resources = over.objects.map((id) => (id === '*' ? id : this.#context.identityId(id)));
      const eligible = row.eligible === true;
      const what = `${eligible ? 'eligible ' : ''}directory role ${row.displayName}${over.words}`;
      for (const member of row.members ?? []) {
        this.#mention(member, row.source);
        this.#grant(this.#context.identityId(member.id), what, rights, resources, row.source, eligible);
      }
    }
  }

  /** Makes known who is only named as an owner or member. */
  #mention(
    person: {
      readonly id: string;
      readonly displayName?: string | null | undefined;
      readonly userPrincipalName?: string | null | undefined;
    },
    source: string,
  ): void {
    const user = person.userPrincipalName;
    this.#add(person.id, source, user ? 'human' : 'workload', user ?? person.displayName, {
      'object kind': user ? 'user' : 'not known',
    });
  }

  #own(id: string, owners: ApplicationRow['owners'], source: string, what: string, rights: readonly string[]): void {
    const name = this.#identities.get(id)?.name ?? id;
    for (const owner of owners ?? []) {
      this.#mention(owner, source);
      const ownerId = this.#context.identityId(owner.id);
      this.#grant(ownerId, `owner of ${what} ${name}`, rights, [id], source);
      const names = this.#owners.get(id) ?? new Set();
      this.#owners.set(id, names.add(this.#identities.get(ownerId)?.name ?? ownerId));
    }
  }

  #grant(
    identity: string,
    policy: string,
    actions: readonly string[],
    resources: readonly string[],
    source: string,
    eligible = false,
  ): void {
    this.#grants.set(`${identity}\n${policy}\n${resources.join(' ')}`, {
      identity,
      policy,
      through: 'role-assignment',
      ...(eligible && { eligible }),
      statements: [
        {
          effect: 'Allow',
          actions,
          notActions: [],
          resources,
          notResources: [],
          principals: {},
          notPrincipals: {},
          conditions: {},
        },
      ],
      place: this.#place(identity, source, policy),
    });
  }

  #addKeys(
    identity: string,
    passwords: readonly PasswordRow[] | null | undefined,
    certificates: readonly CertificateRow[] | null | undefined,
    source: string,
  ): void {
    const placeOf = (keyId: string): ResourcePlace => this.#place(identity, source, `credentials.${keyId}`);
    for (const key of [
      ...(passwords ?? []).map((row) => passwordFact(identity, row, placeOf)),
      ...(certificates ?? []).map((row) => certificateFact(identity, row, placeOf)),
    ]) {
      this.#keys.set(`${key.keyId}\n${identity}`, key);
    }
  }
}
