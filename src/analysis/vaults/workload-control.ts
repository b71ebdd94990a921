/**
 * Actions by which whoever may use them runs code in a workload of Azure, and so acts under the managed identity that
 * it carries. By resource type, in lower case.
 *
 * https://learn.microsoft.com/en-us/azure/role-based-access-control/resource-provider-operations
 */
const CONTROL: Readonly<Record<string, readonly string[]>> = {
  'microsoft.compute/virtualmachines': [
    'Microsoft.Compute/virtualMachines/write',
    'Microsoft.Compute/virtualMachines/runCommand/action',
    'Microsoft.Compute/virtualMachines/runCommands/write',
    'Microsoft.Compute/virtualMachines/extensions/write',
  ],
  'microsoft.compute/virtualmachinescalesets': [
    'Microsoft.Compute/virtualMachineScaleSets/write',
    'Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommand/action',
    'Microsoft.Compute/virtualMachineScaleSets/extensions/write',
  ],
  // Function apps and Logic apps (standard) are sites, too.
  'microsoft.web/sites': [
    'Microsoft.Web/sites/write',
    'Microsoft.Web/sites/publishxml/action',
    'Microsoft.Web/sites/config/write',
    'Microsoft.Web/sites/config/list/action',
    'Microsoft.Web/sites/functions/write',
    'Microsoft.Web/sites/extensions/write',
  ],
  'microsoft.web/sites/slots': [
    'Microsoft.Web/sites/slots/write',
    'Microsoft.Web/sites/slots/publishxml/action',
    'Microsoft.Web/sites/slots/config/list/action',
  ],
  'microsoft.app/containerapps': ['Microsoft.App/containerApps/write', 'Microsoft.App/containerApps/exec/action'],
  'microsoft.app/jobs': ['Microsoft.App/jobs/write'],
  'microsoft.containerinstance/containergroups': [
    'Microsoft.ContainerInstance/containerGroups/write',
    'Microsoft.ContainerInstance/containerGroups/containers/exec/action',
  ],
  'microsoft.containerservice/managedclusters': [
    'Microsoft.ContainerService/managedClusters/write',
    'Microsoft.ContainerService/managedClusters/runCommand/action',
    'Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action',
  ],
  'microsoft.automation/automationaccounts': [
    'Microsoft.Automation/automationAccounts/runbooks/write',
    'Microsoft.Automation/automationAccounts/jobs/write',
  ],
  'microsoft.logic/workflows': ['Microsoft.Logic/workflows/write'],
  'microsoft.datafactory/factories': ['Microsoft.DataFactory/factories/pipelines/write'],
};

/** Actions that change how a workload of the type runs; writing it where the type is not in the table. */
export function controllingActions(type: string): readonly string[] {
  return CONTROL[type.toLowerCase()] ?? [`${type}/write`];
}

/** Actions that make a workload which a user-assigned identity can be given to. */
export const WORKLOAD_MAKING: readonly string[] = [
  'Microsoft.Compute/virtualMachines/write',
  'Microsoft.Compute/virtualMachineScaleSets/write',
  'Microsoft.Web/sites/write',
  'Microsoft.App/containerApps/write',
  'Microsoft.ContainerInstance/containerGroups/write',
];

/** Resource type of a resource id, such as `microsoft.web/sites`; undefined when it names none. */
export function resourceTypeOf(id: string): string | undefined {
  const [, rest] = /^.*\/providers\/(.+)$/i.exec(id) ?? [];
  const [provider, ...parts] = rest?.split('/') ?? [];
  if (provider === undefined || parts.length < 2) return undefined;
  return [provider, ...parts.filter((_, index) => index % 2 === 0)].join('/').toLowerCase();
}

/**
 * Data actions by which somebody signs in to a machine as himself and so reaches the identity it carries, where the
 * machine lets directory users in. https://learn.microsoft.com/en-us/entra/identity/devices/howto-vm-sign-in-azure-ad-linux
 */
const SIGN_IN: Readonly<Record<string, readonly string[]>> = {
  'microsoft.compute/virtualmachines': [
    'Microsoft.Compute/virtualMachines/loginAsAdmin/action',
    'Microsoft.Compute/virtualMachines/login/action',
  ],
};

export function signInActions(type: string): readonly string[] {
  return SIGN_IN[type.toLowerCase()] ?? [];
}
