import type { Check } from '../check.ts';
import { jsonText } from '../example-text.ts';
import { vaultsWithSettings } from './rows.ts';

/** https://learn.microsoft.com/en-us/azure/key-vault/general/network-security */
export const vaultNetworkOpen: Check = {
  id: 'azure.vault-network-open',
  title: 'Key vault answers every network',
  why:
    'A vault that admits every network can be read from anywhere with a stolen token or client secret. Network rules ' +
    'are the second lock: they leave a leaked credential without a place to use it from.',
  remediation:
    'Set the default action of the vault’s network rules to Deny and list the networks that need it, or switch public ' +
    'network access off and use a private endpoint: `az keyvault network-rule add --name VAULT --ip-address RANGE`, then ' +
    '`az keyvault update --name VAULT --default-action Deny`.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI6:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.IR-01' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: [],
    loweredBy: [],
  },
  example: {
    before: jsonText({
      properties: {
        publicNetworkAccess: 'Enabled',
        networkAcls: { bypass: 'AzureServices', defaultAction: 'Allow', ipRules: [], virtualNetworkRules: [] },
      },
    }),
    after: jsonText({
      properties: {
        publicNetworkAccess: 'Enabled',
        networkAcls: {
          bypass: 'AzureServices',
          defaultAction: 'Deny',
          ipRules: [{ value: '203.0.113.0/24' }],
          virtualNetworkRules: [],
        },
      },
    }),
  },
  run(graph) {
    const vaults = vaultsWithSettings(graph);
    return {
      examined: vaults.length,
      findings: vaults
        .filter(
          ({ attributes }) =>
            attributes['network default action'] === 'allow' && attributes['public network access'] !== 'disabled',
        )
        .map((store) => ({
          title: `Key vault ${store.name} answers requests from every network`,
          severity: 'medium',
          confidence: 'high',
          subjects: [store.id],
          places: store.places,
          evidence: [
            { what: 'Public network access: enabled' },
            { what: 'Default action of the network rules: allow' },
            ...(store.attributes['allowed addresses'] === undefined
              ? []
              : [{ what: `Its list of addresses has no effect: ${store.attributes['allowed addresses']}` }]),
          ],
          factors: [],
          remediation: vaultNetworkOpen.remediation.replaceAll('VAULT', store.name),
        })),
    };
  },
};
