import type { Check } from '../check.ts';
import { jsonText } from '../example-text.ts';
import { vaultsWithSettings } from './rows.ts';

/** https://learn.microsoft.com/en-us/azure/key-vault/general/soft-delete-overview */
export const vaultNoPurgeProtection: Check = {
  id: 'azure.vault-no-purge-protection',
  title: 'Key vault can be destroyed for good',
  why:
    'Without purge protection, one identity with the right to delete and purge can destroy secrets and encryption ' +
    'keys at once, and with the keys whatever they encrypt. With it, deleted items can be had back for days.',
  remediation:
    'Switch purge protection on, with `az keyvault update --name VAULT --enable-purge-protection true`. It cannot be switched off again, which is its purpose.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI6:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.DS-01' },
  ],
  severity: {
    usual: 'low',
    raisedBy: ['soft delete is off too: a deletion is final'],
    loweredBy: [],
  },
  example: {
    before: jsonText({ properties: { enableSoftDelete: true, softDeleteRetentionInDays: 90 } }),
    after: jsonText({
      properties: { enableSoftDelete: true, softDeleteRetentionInDays: 90, enablePurgeProtection: true },
    }),
  },
  run(graph) {
    const vaults = vaultsWithSettings(graph);
    return {
      examined: vaults.length,
      findings: vaults
        .filter(({ attributes }) => attributes['purge protection'] === 'off' || attributes['soft delete'] === 'off')
        .map((store) => {
          const hard = store.attributes['soft delete'] === 'off';
          return {
            title: `Key vault ${store.name} can be destroyed for good`,
            severity: hard ? 'medium' : 'low',
            confidence: 'high',
            subjects: [store.id],
            places: store.places,
            evidence: [
              { what: `Purge protection: ${store.attributes['purge protection']}` },
              { what: `Soft delete: ${store.attributes['soft delete']}` },
            ],
            factors: hard ? [{ what: 'soft delete is off too: a deletion is final', effect: 'raises' }] : [],
            remediation: vaultNoPurgeProtection.remediation.replace('VAULT', store.name),
          };
        }),
    };
  },
};
