import type { Check } from '../check.ts';
import { vaultsWithSettings } from '../stores/rows.ts';
import { placesOfReaders, readersAsEvidence } from './reader-evidence.ts';
import { vaultReaders } from './readers.ts';

/** https://learn.microsoft.com/en-us/azure/azure-resource-manager/templates/key-vault-parameter */
export const vaultTemplateDeployment: Check = {
  id: 'azure.vault-template-deployment',
  title: 'Key vault hands secrets to template deployments',
  why:
    'With enabledForTemplateDeployment, Resource Manager reads secrets for whoever may deploy from the vault ' +
    '(vaults/deploy/action, which Owner and Contributor have), whatever the vault’s permission model. A template ' +
    'can pass a secret on to a resource that its author reads.',
  remediation:
    'Switch enabledForTemplateDeployment off where no template refers to the vault. Where one does, keep what it ' +
    'needs in a vault of its own and give vaults/deploy/action to the deploying identity alone.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'low',
    raisedBy: ['identities that do not read the vault otherwise may deploy from it'],
    loweredBy: [],
  },
  example: {
    before: '{ "properties": { "enabledForTemplateDeployment": true } }',
    after: '{ "properties": { "enabledForTemplateDeployment": false } }',
  },
  run(graph) {
    const vaults = vaultsWithSettings(graph);
    const access = vaultReaders(graph);
    return {
      examined: vaults.length,
      findings: vaults
        .filter(({ attributes }) => attributes['open to template deployment'] === 'yes')
        .map((store) => {
          const readers = access.get(store.id)?.readers ?? [];
          const known = new Set(
            readers.filter(({ way }) => way !== 'deployment' && way !== 'hop').map((each) => each.principal),
          );
          const only = readers.filter(({ way, principal }) => way === 'deployment' && !known.has(principal));
          return {
            title: `Key vault ${store.name} hands secrets to template deployments`,
            severity: only.length > 0 ? 'medium' : 'low',
            confidence: 'high',
            subjects: [store.id],
            places: [...store.places, ...placesOfReaders(only)],
            evidence: [
              { what: 'enabledForTemplateDeployment: true' },
              ...readersAsEvidence('Can take secrets by a deployment and in no other way', only),
              ...(graph.assignments.length === 0
                ? [{ what: 'Role assignments were not read, so it is not known who may deploy from it.' }]
                : []),
            ],
            factors:
              only.length > 0
                ? [{ what: 'identities that do not read it otherwise may deploy from it', effect: 'raises' as const }]
                : [],
            remediation: `${vaultTemplateDeployment.remediation}\n\`az keyvault update --name ${store.name} --enabled-for-template-deployment false\``,
          };
        }),
    };
  },
};
