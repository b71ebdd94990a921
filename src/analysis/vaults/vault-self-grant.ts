import type { Graph } from '../../graph/graph.ts';
import type { Factor } from '../../model/finding.ts';
import type { Check, FindingDraft } from '../check.ts';
import { counted } from '../stores/rows.ts';
import { isMachine, placesOfReaders, readersAsEvidence, unknownAsEvidence } from './reader-evidence.ts';
import { vaultReaders, type VaultAccess } from './readers.ts';
import { whatEnds } from './remedies.ts';

/** https://learn.microsoft.com/en-us/azure/key-vault/general/rbac-access-policy */
export const vaultSelfGrant: Check = {
  id: 'azure.vault-self-grant',
  title: 'Identities that do not read a key vault can let themselves',
  why:
    'Under access policies, whoever may write the vault or its policies (Contributor, Key Vault Contributor, many ' +
    'custom roles) can give himself every permission on its secrets, keys and certificates. Under role assignments ' +
    'only who may assign roles can, which people must be able to do and machines rarely need: there, only service ' +
    'principals and managed identities are told. Who reads the vault today is listed beside them.',
  remediation:
    'Switch the vault to Azure role-based access control, so that writing it opens nothing. Where a role stays that ' +
    'may assign roles, limit by a condition which roles it may give, make it eligible instead of permanent, or move ' +
    'it to a narrower scope.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'high',
    raisedBy: [],
    loweredBy: [
      'the vault uses role assignments, so that the right to assign roles is needed',
      'every way depends on activating a role or on a condition',
    ],
  },
  example: {
    before: '{ "properties": { "enableRbacAuthorization": false } }',
    after: '{ "properties": { "enableRbacAuthorization": true } }',
  },
  run(graph) {
    const judged = [...vaultReaders(graph).values()].filter(({ model }) => model !== 'not known');
    return {
      examined: graph.assignments.length === 0 ? 0 : judged.length,
      findings: judged.flatMap((access) => findingOf(graph, access)),
    };
  },
};

function findingOf(graph: Graph, access: VaultAccess): readonly FindingDraft[] {
  const { store, model, readers } = access;
  const holders = readers.filter(({ way }) => way === 'holder');
  const reading = new Set(
    holders
      .filter(({ only, rights }) => only === undefined && rights.includes('secrets'))
      .map((each) => each.principal),
  );
  const byRole = model === 'role assignments';
  const granters = readers.filter(
    (reader) => reader.way === 'self-grant' && !reading.has(reader.principal) && (!byRole || isMachine(graph, reader)),
  );
  if (granters.length === 0) return [];
  const certain = granters.filter(({ certainty }) => certainty === 'certain');
  const factors: readonly Factor[] = [
    {
      what: byRole
        ? 'the vault uses role assignments: these may assign roles'
        : 'the vault uses access policies: to write it or its policies is enough',
      effect: byRole ? 'lowers' : 'sets',
    },
    ...(certain.length === 0
      ? [{ what: 'every way depends on activating a role or on a condition', effect: 'lowers' as const }]
      : []),
  ];
  const who = counted(
    granters.length,
    byRole ? 'machine identity' : 'identity',
    byRole ? 'machine identities' : 'identities',
  );
  return [
    {
      title: `${who} can let ${granters.length === 1 ? 'itself' : 'themselves'} read key vault ${store.name}`,
      severity: byRole === certain.length > 0 ? 'medium' : byRole ? 'low' : 'high',
      confidence: 'high',
      subjects: [store.id],
      places: [...store.places, ...placesOfReaders(granters)],
      evidence: [
        { what: `Permission model: ${model}` },
        ...readersAsEvidence('Can let themselves read', granters),
        ...readersAsEvidence('Read it now', holders),
        ...unknownAsEvidence(access),
      ],
      factors,
      remediation: byRole
        ? `Take the right to assign roles from these identities, or limit it by a condition to the roles that they hand out; make what is left eligible and narrow its scope.${whatEnds(granters)}`
        : `Give the present holders the matching Key Vault roles, then switch ${store.name} to Azure role-based access control. Until then take vaults/write from those listed, or count them as readers.\n\`az keyvault update --name ${store.name} --enable-rbac-authorization true\``,
    },
  ];
}
