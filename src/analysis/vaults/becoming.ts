import type { Graph } from '../../graph/graph.ts';
import type { AccessReason, PathStep } from '../../model/access.ts';
import type { Grant } from '../../model/grant.ts';
import { coversAction, type Side } from './actions.ts';
import { named } from './direct-reader.ts';
import type { Member, Principal } from './principals.ts';
import type { Rights } from './rights.ts';
import { resourceOf, scopeInWords, type Resource } from './scope.ts';
import { controllingActions, resourceTypeOf, signInActions, WORKLOAD_MAKING } from './workload-control.ts';

/** Somebody who can act as another, by one step. */
export interface Becoming {
  readonly member: Member;
  readonly step: PathStep;
  readonly eligible: boolean;
}

/** Application permissions of Microsoft Graph as the connectors write them: `graph/Application.ReadWrite.All`. */
const GRAPH_PREFIX = 'graph/';

const APP_CREDENTIALS = 'microsoft.directory/applications/credentials/update';
const SP_CREDENTIALS = 'microsoft.directory/servicePrincipals/credentials/update';
const GROUP_MEMBERS = 'microsoft.directory/groups/members/update';
const DIRECTORY_ROLES = 'microsoft.directory/roleAssignments/allProperties/allTasks';
const ELEVATE = 'Microsoft.Authorization/elevateAccess/action';

/**
 * Application permissions that come to the same as a right in the directory.
 * https://learn.microsoft.com/en-us/graph/permissions-reference
 */
const SAME_AS: Readonly<Record<string, readonly string[]>> = {
  [`${GRAPH_PREFIX}Application.ReadWrite.All`]: [APP_CREDENTIALS, SP_CREDENTIALS],
  [`${GRAPH_PREFIX}AppRoleAssignment.ReadWrite.All`]: [APP_CREDENTIALS, SP_CREDENTIALS],
  [`${GRAPH_PREFIX}RoleManagement.ReadWrite.Directory`]: [DIRECTORY_ROLES],
  [`${GRAPH_PREFIX}RoleAssignmentSchedule.ReadWrite.Directory`]: [DIRECTORY_ROLES],
  [`${GRAPH_PREFIX}RoleEligibilitySchedule.ReadWrite.Directory`]: [DIRECTORY_ROLES],
  [`${GRAPH_PREFIX}PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup`]: [GROUP_MEMBERS],
  [`${GRAPH_PREFIX}PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup`]: [GROUP_MEMBERS],
  [`${GRAPH_PREFIX}Group.ReadWrite.All`]: [GROUP_MEMBERS],
  [`${GRAPH_PREFIX}GroupMember.ReadWrite.All`]: [GROUP_MEMBERS],
  [`${GRAPH_PREFIX}Directory.ReadWrite.All`]: [GROUP_MEMBERS],
};

/** Who can act as whom in Azure: through workloads, credentials and groups. Answers are kept. */
export class BecomingIndex {
  readonly #graph: Graph;
  readonly #rights: Rights;
  readonly #known = new Map<string, readonly Becoming[]>();
  /** Grants in the directory by what they are about; `*` for all of it. */
  readonly #directory = new Map<string, Grant[]>();
  readonly #appsByApplication: ReadonlyMap<string, readonly Principal[]>;

  constructor(graph: Graph, rights: Rights) {
    this.#graph = graph;
    this.#rights = rights;
    for (const grant of graph.grants) {
      if (grant.through !== 'role-assignment') continue;
      for (const { resources } of grant.statements) {
        for (const resource of resources) {
          const there = this.#directory.get(resource);
          if (there === undefined) this.#directory.set(resource, [grant]);
          else there.push(grant);
        }
      }
    }
    this.#appsByApplication = Map.groupBy(
      [...rights.principals.all()].filter(({ identity }) => identity?.kind === 'app'),
      ({ identity }) => identity?.attributes['application id'] ?? '',
    );
  }

  /** Who can act as the principal; for a group, who can put himself into it. */
  of(target: Principal): readonly Becoming[] {
    let known = this.#known.get(target.id);
    if (known === undefined) {
      known = this.#find(target);
      this.#known.set(target.id, known);
    }
    return known;
  }

  /**
   * Who can give himself the right to assign roles everywhere: global administrators, and whoever can become one.
   * https://learn.microsoft.com/en-us/azure/role-based-access-control/elevate-access-global-admin
   */
  elevating(): readonly Becoming[] {
    return this.#withRight('*', ELEVATE, DIRECTORY_ROLES).map(({ member, grant, action, says }) => {
      const direct = coversAction(action, ELEVATE);
      const what = direct
        ? 'as a global administrator it can take the right to assign roles in every subscription'
        : 'it can make itself a global administrator, who can take the right to assign roles in every subscription';
      return this.#becoming(
        member,
        '/',
        'azure.elevate-access',
        `${says}: ${what}.`,
        [directoryReason(grant, action)],
        ...activating(grant),
      );
    });
  }

  #find(target: Principal): readonly Becoming[] {
    const { identity } = target;
    if (identity === undefined) return [];
    if (identity.kind === 'group') return this.#joining(target);
    const carriers = this.#throughWorkloads(target);
    if (identity.attributes['object kind'] === 'managed identity')
      return [...carriers, ...this.#throughResource(target)];
    return identity.kind === 'service-account' ? [...carriers, ...this.#addingCredentials(target)] : carriers;
  }

  /** Control over a workload that carries the identity. */
  #throughWorkloads(target: Principal): readonly Becoming[] {
    const carriers = (this.#graph.trustsByIdentity.get(target.id) ?? []).filter(
      ({ kind, effect }) => kind === 'principal' && effect === 'Allow',
    );
    return carriers.flatMap(({ trusted }) => {
      const type = resourceTypeOf(trusted);
      if (type === undefined) return [];
      const workload = this.#graph.identityById.get(trusted);
      const resource = resourceOf(trusted, workload?.attributes ?? target.identity?.attributes ?? {});
      const name = `${workloadInWords(type)} ${workload?.name ?? trusted.split('/').at(-1) ?? ''}`;
      const controlling = controllingActions(type).flatMap((action) =>
        this.#holders(resource, action).map(({ member, needs, reason, eligible, role, where }) =>
          this.#becoming(
            member,
            target.id,
            'azure.control-workload',
            `The ${role} of ${named(member).words} at ${where} lets it run code in ${name} (${action}), which carries ${target.words}.`,
            [reason],
            needs,
            eligible,
          ),
        ),
      );
      const signingIn = signInActions(type).flatMap((action) =>
        this.#holders(resource, action, 'data').map(({ member, needs, reason, eligible, role, where }) =>
          this.#becoming(
            member,
            target.id,
            'azure.sign-in-to-workload',
            `The ${role} of ${named(member).words} at ${where} lets it sign in to ${name} (${action}), which carries ${target.words}.`,
            [reason],
            [...needs, `${name} can be reached and lets users of the directory sign in`],
            eligible,
          ),
        ),
      );
      return [...controlling, ...signingIn];
    });
  }

  /** A user-assigned identity can be given to a workload of one's own, or made to trust an issuer of one's own. */
  #throughResource(target: Principal): readonly Becoming[] {
    const id = target.identity?.attributes['resource'];
    if (id === undefined || resourceTypeOf(id) !== 'microsoft.managedidentity/userassignedidentities') return [];
    const resource = resourceOf(id, target.identity?.attributes ?? {});
    const federate = 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write';
    const assign = 'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action';
    // Azure's own role for it names the right with the identity in between.
    const assignOne = 'Microsoft.ManagedIdentity/userAssignedIdentities/any/assign/action';
    return [
      ...this.#holders(resource, federate).map(({ member, needs, reason, eligible, role, where }) =>
        this.#becoming(
          member,
          target.id,
          'azure.federate-managed-identity',
          `The ${role} of ${named(member).words} at ${where} lets it add federated credentials to ${target.words} (${federate}) and sign in as it.`,
          [reason],
          needs,
          eligible,
        ),
      ),
      ...[assign, assignOne]
        .flatMap((action) => this.#holders(resource, action))
        .filter(({ member, objectId }) =>
          this.#rights.holdsAnywhere(
            new Set([...this.#rights.principals.withGroups(member.principal), objectId]),
            WORKLOAD_MAKING,
          ),
        )
        .map(({ member, needs, reason, eligible, role, where }) =>
          this.#becoming(
            member,
            target.id,
            'azure.assign-managed-identity',
            `The ${role} of ${named(member).words} at ${where} lets it give ${target.words} to a workload (${assign}), and it may make one.`,
            [reason],
            needs,
            eligible,
          ),
        ),
    ];
  }

  /** Owners and administrators of applications may add a secret to it and sign in as it. */
  #addingCredentials(target: Principal): readonly Becoming[] {
    const application = target.identity?.attributes['application id'] ?? '';
    const apps = this.#appsByApplication.get(application) ?? [];
    const tell = ({ member, grant, action, says }: Found): Becoming =>
      this.#becoming(
        member,
        target.id,
        'azure.add-credential',
        `${says}, so it can add a credential to ${target.words} and sign in as it.`,
        [directoryReason(grant, action)],
        ...activating(grant),
      );
    const onApps = apps.flatMap((app) => this.#withRight(app.id, APP_CREDENTIALS));
    const everywhere = this.#withRight(
      '*',
      ...(apps.length > 0 ? [APP_CREDENTIALS, SP_CREDENTIALS] : [SP_CREDENTIALS]),
    );
    return [...this.#withRight(target.id, SP_CREDENTIALS), ...onApps, ...everywhere].map(tell);
  }

  /**
   * Groups that may hold roles of the directory are kept from administrators of groups, and those of a unit that is
   * restricted from all who hold no role over the unit; neither from their owners.
   * https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/admin-units-restricted-management
   */
  #joining(target: Principal): readonly Becoming[] {
    const { attributes = {} } = target.identity ?? {};
    const guarded =
      attributes['can hold directory roles'] === 'yes' ||
      attributes['changed only by administrators of its unit'] === 'yes';
    const found = [
      ...this.#withRight(target.id, GROUP_MEMBERS),
      ...(guarded ? [] : this.#withRight('*', GROUP_MEMBERS)),
    ];
    return found.map(({ member, grant, action, says }) =>
      this.#becoming(
        member,
        target.id,
        'azure.join-group',
        `${says}, so it can add itself to ${target.words}.`,
        [directoryReason(grant, action)],
        ...activating(grant),
      ),
    );
  }

  /** Holders of a right in the directory over one thing, or over all of it with `*`. */
  #withRight(resource: string, ...wanted: readonly string[]): readonly Found[] {
    return (this.#directory.get(resource) ?? []).flatMap((grant) => {
      const action = grant.statements
        .flatMap(({ actions }) => actions)
        .find((one) => (SAME_AS[one] ?? [one]).some((each) => wanted.some((want) => coversAction(each, want))));
      const principal = this.#rights.principals.byId(grant.identity);
      if (action === undefined || principal === undefined) return [];
      return this.#rights.principals.expand(principal.objectId).map((member) => {
        const who = named(member).words;
        return {
          member,
          grant,
          action,
          says: `${who.charAt(0).toUpperCase()}${who.slice(1)} is ${grantInWords(grant)}`,
        };
      });
    });
  }

  #holders(resource: Resource, action: string, side: Side = 'control') {
    return this.#rights.holders(resource, action, side).map(({ member, assignment, needs, reason }) => ({
      member,
      needs,
      reason,
      eligible: assignment.kind === 'eligible',
      objectId: assignment.principal.toLowerCase(),
      role: `${assignment.kind === 'eligible' ? 'eligible role' : 'role'} ${assignment.role}`,
      where: scopeInWords(assignment.scope),
    }));
  }

  #becoming(
    member: Member,
    to: string,
    technique: string,
    says: string,
    reasons: readonly AccessReason[],
    needs: readonly string[] = [],
    eligible = false,
  ): Becoming {
    const step: PathStep = {
      from: named(member).id,
      to,
      technique,
      says,
      certainty: needs.length === 0 ? 'certain' : 'condition',
      ...(needs.length > 0 && { needs: needs.join('; ') }),
      reasons,
    };
    return { member, step, eligible };
  }
}

interface Found {
  readonly member: Member;
  readonly grant: Grant;
  readonly action: string;
  readonly says: string;
}

/** Completes "it is": `owner of application shop`, `holder of the directory role Application Administrator`. */
function grantInWords({ policy }: Grant): string {
  return policy.startsWith('owner of ') ? policy : `holder of the ${policy}`;
}

/** What a right depends on that has to be activated first, and whether it has. */
function activating({ policy, eligible }: Grant): [needs: readonly string[], eligible: boolean] {
  return eligible === true ? [[`the ${policy} is activated (Privileged Identity Management)`], true] : [[], false];
}

function directoryReason(grant: Grant, action: string): AccessReason {
  return {
    kind: 'identity',
    effect: 'Allow',
    policy: grant.policy,
    says: `${grant.policy.charAt(0).toUpperCase()}${grant.policy.slice(1)} gives ${action}.`,
    depends: [],
    place: grant.place,
  };
}

const WORKLOADS: Readonly<Record<string, string>> = {
  'microsoft.compute/virtualmachines': 'virtual machine',
  'microsoft.compute/virtualmachinescalesets': 'scale set',
  'microsoft.web/sites': 'app',
  'microsoft.web/sites/slots': 'app slot',
  'microsoft.app/containerapps': 'container app',
  'microsoft.app/jobs': 'container job',
  'microsoft.containerservice/managedclusters': 'cluster',
  'microsoft.automation/automationaccounts': 'automation account',
};

function workloadInWords(type: string): string {
  return WORKLOADS[type] ?? 'resource';
}
