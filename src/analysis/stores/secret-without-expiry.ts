import type { Check } from '../check.ts';
import { jsonText } from '../example-text.ts';
import { activeSecrets, counted, rowsAsEvidence, secretInWords } from './rows.ts';

/** https://learn.microsoft.com/en-us/azure/key-vault/secrets/secrets-best-practices */
export const secretWithoutExpiry: Check = {
  id: 'azure.secret-without-expiry',
  title: 'Secret or key in a vault never expires',
  why:
    'A secret without an end stays good until somebody thinks of it. An expiry date makes the vault warn its owner ' +
    'and makes rotation happen.',
  remediation:
    'Set an expiry date within the rotation limit on each (`az keyvault secret set-attributes --vault-name VAULT --name ' +
    'SECRET --expires DATE`), and subscribe to the vault’s near-expiry events.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI7:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: {
    usual: 'low',
    raisedBy: [],
    loweredBy: [],
  },
  example: {
    before: jsonText({ properties: { attributes: { enabled: true } } }),
    after: jsonText({ properties: { attributes: { enabled: true, exp: 1798761599 } } }),
  },
  run(graph) {
    const vaults = graph.stores.filter((store) => store.kind === 'key-vault');
    return {
      examined: vaults.reduce((sum, store) => sum + activeSecrets(store).length, 0),
      findings: vaults.flatMap((store) => {
        const active = activeSecrets(store);
        const endless = active.filter((secret) => secret.expires === undefined);
        if (endless.length === 0) return [];
        return [
          {
            title: `${endless.length} of ${counted(active.length, 'secret or key', 'secrets and keys')} in ${store.name} never ${endless.length === 1 ? 'expires' : 'expire'}`,
            severity: 'low',
            confidence: 'high',
            subjects: [store.id],
            places: store.places,
            evidence: rowsAsEvidence(endless, (secret) => ({ what: `no expiry date: ${secretInWords(secret)}` })),
            factors: [],
            remediation: secretWithoutExpiry.remediation.replace('VAULT', store.name),
          },
        ];
      }),
    };
  },
};
