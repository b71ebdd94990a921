import type { Check } from '../check.ts';
import { activeSecrets, counted, rowsAsEvidence } from '../stores/rows.ts';

/** https://learn.microsoft.com/en-us/azure/key-vault/keys/how-to-configure-key-rotation */
export const keyWithoutRotation: Check = {
  id: 'azure.key-without-rotation',
  title: 'Key in a vault is not rotated by itself',
  why:
    'A vault can make a new version of a key on a schedule, so that what a lost version opens has an end. Without a ' +
    'rotation policy that depends on somebody thinking of it.',
  remediation:
    'Set a rotation policy with a rotate action on each key (`az keyvault key rotation-policy update --vault-name VAULT ' +
    '--name KEY --value POLICY.json`); clients that name no version follow by themselves.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI7:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-01' },
  ],
  severity: { usual: 'low', raisedBy: [], loweredBy: [] },
  example: {
    before: '{ "lifetimeActions": [{ "trigger": { "timeBeforeExpiry": "P30D" }, "action": { "type": "Notify" } }] }',
    after:
      '{ "lifetimeActions": [{ "trigger": { "timeAfterCreate": "P90D" }, "action": { "type": "Rotate" } }], "attributes": { "expiryTime": "P120D" } }',
  },
  run(graph) {
    const vaults = graph.stores
      .filter(({ kind }) => kind === 'key-vault')
      .map((store) => ({ store, keys: activeSecrets(store).filter(({ rotation }) => rotation !== undefined) }));
    return {
      examined: vaults.reduce((sum, { keys }) => sum + keys.length, 0),
      findings: vaults.flatMap(({ store, keys }) => {
        const still = keys.filter(({ rotation }) => rotation === 'none');
        if (still.length === 0) return [];
        return [
          {
            title: `${still.length} of ${counted(keys.length, 'key', 'keys')} in ${store.name} ${still.length === 1 ? 'has' : 'have'} no rotation policy`,
            severity: 'low',
            confidence: 'high',
            subjects: [store.id],
            places: store.places,
            evidence: rowsAsEvidence(still, ({ name }) => ({ what: `no action that rotates: key ${name}` })),
            factors: [],
            remediation: keyWithoutRotation.remediation,
          },
        ];
      }),
    };
  },
};
