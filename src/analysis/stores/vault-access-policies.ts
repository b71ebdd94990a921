import type { Check } from '../check.ts';
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
    '(enableRbacAuthorization). Until then, treat every Contributor of its scope as a reader.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  run(graph) {
    const vaults = vaultsWithSettings(graph);
    return {
      examined: vaults.length,
      findings: vaults
        .filter((store) => store.attributes['permission model'] === 'access policies')
        .map((store) => ({
          title: `Whoever may change key vault ${store.name} can let himself read its secrets`,
          severity: 'high',
          confidence: 'high',
          subjects: [store.id],
          places: store.places,
          evidence: [
            { what: 'Permission model: access policies' },
            { what: `${counted(store.readers.length, 'identity', 'identities')} may read secrets by policy now` },
            ...rowsAsEvidence(store.readers, (id) => ({
              what: `reads by policy: ${graph.identityById.get(id)?.name ?? id}`,
            })),
            { what: 'Who holds Contributor there was not read: role assignments are no part of the dump' },
          ],
          factors: [
            { what: 'Contributor on the vault, its resource group or its subscription is enough', effect: 'sets' },
            ...(store.attributes['open to template deployment'] === 'yes'
              ? [{ what: 'template deployments may read its secrets as well', effect: 'raises' as const }]
              : []),
          ],
          remediation: vaultAccessPolicies.remediation,
        })),
    };
  },
};
