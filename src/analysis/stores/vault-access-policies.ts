import type { Check } from '../check.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Store } from '../../model/identity.ts';
import { vaultReaders } from '../vaults/readers.ts';
import { counted, rowsAsEvidence, vaultsWithSettings } from './rows.ts';

/** https://learn.microsoft.com/en-us/azure/key-vault/general/rbac-access-policy */
export const vaultAccessPolicies: Check = {
  id: 'azure.vault-access-policies',
  title: 'Key vault is governed by access policies',
  why:
    'Under the access policy model, whoever may change the vault may write a policy for himself and read every secret ' +
    'in it: the roles Contributor and Key Vault Contributor are enough. With role assignments only those who may ' +
    'assign roles can do that.',
  remediation:
    'Give the present holders the matching Key Vault roles, then switch the vault to Azure role-based access control ' +
    '(`az keyvault update --name VAULT --enable-rbac-authorization true`). Until then, treat every Contributor of its scope as a reader.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'high',
    raisedBy: [],
    loweredBy: ['role assignments were read, so that who it is stands in a finding of its own'],
  },
  example: {
    before: '{ "properties": { "enableRbacAuthorization": false } }',
    after: '{ "properties": { "enableRbacAuthorization": true } }',
  },
  run(graph) {
    const vaults = vaultsWithSettings(graph);
    const known = graph.assignments.length > 0;
    return {
      examined: vaults.length,
      findings: vaults
        .filter((store) => store.attributes['permission model'] === 'access policies')
        .map((store) => ({ store, told: known ? whoMayChange(graph, store) : undefined }))
        .map(({ store, told }) => ({
          title: `Whoever may change key vault ${store.name} can let himself read its secrets`,
          // Who that is stands in a finding of its own where role assignments were read.
          severity: told === undefined ? ('high' as const) : told > 0 ? ('medium' as const) : ('low' as const),
          confidence: 'high',
          subjects: [store.id],
          places: store.places,
          evidence: [
            { what: 'Permission model: access policies' },
            { what: `${counted(store.readers.length, 'identity', 'identities')} may read secrets by policy now` },
            ...rowsAsEvidence(store.readers, (id) => ({
              what: `reads by policy: ${graph.identityById.get(id)?.name ?? id}`,
            })),
            told === undefined
              ? { what: 'Who holds Contributor there was not read: role assignments are no part of the dump' }
              : {
                  what: `${counted(told, 'identity', 'identities')} may change it or its policies and can let themselves in`,
                },
          ],
          factors: [
            {
              what: 'Contributor on the vault, its resource group or its subscription is enough',
              effect: 'sets' as const,
            },
            ...(told === undefined
              ? []
              : [{ what: 'who that is was read and is told in a finding of its own', effect: 'lowers' as const }]),
          ],
          remediation: vaultAccessPolicies.remediation.replace('VAULT', store.name),
        })),
    };
  },
};

function whoMayChange(graph: Graph, store: Store): number {
  const readers = vaultReaders(graph).get(store.id)?.readers ?? [];
  return new Set(readers.filter(({ way }) => way === 'self-grant').map(({ principal }) => principal)).size;
}
