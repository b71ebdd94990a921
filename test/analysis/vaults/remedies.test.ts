import { expect, test } from 'vitest';
import { vaultChecks } from '../../../src/analysis/vaults/index.ts';
import { DEFAULT_CONFIG } from '../../../src/config/default-config.ts';
import { graphOfRows } from './az-rows.ts';
import { READER_CASES } from './cases.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

const CURED = ['azure.vault-self-grant', 'azure.vault-reader-hop', 'azure.vault-template-deployment'];
const NOW = new Date('2026-11-23T00:00:00Z');
const MOST_ROUNDS = 5;

function remediesOf(rows: Rows): readonly string[] {
  const graph = graphOfRows(rows);
  return vaultChecks
    .filter(({ id }) => CURED.includes(id))
    .flatMap((check) => [...check.run(graph, { now: NOW, config: DEFAULT_CONFIG }).findings])
    .map(({ remediation }) => remediation);
}

/** What the commands of a remediation make of what az lists. */
function applied(rows: Rows, remedies: readonly string[]): Rows {
  const text = remedies.join(' ');
  const gone = new Set([...text.matchAll(/az role assignment delete --ids ([^`\s]+)`/g)].map(([, id]) => id));
  const left = rows.filter(({ id }) => typeof id !== 'string' || !gone.has(id.toLowerCase()));
  const owned = [...text.matchAll(/az ad group owner remove --group (\S+) --owner-object-id ([^`\s]+)`/g)];
  return left.map((row) => {
    const { properties, owners } = row;
    const ended = owned.filter(([, group]) => group === row['id']).map(([, , owner]) => owner);
    if (Array.isArray(owners) && ended.length > 0) {
      return { ...row, owners: owners.filter((one: { readonly id: string }) => !ended.includes(one.id)) };
    }
    if (typeof properties !== 'object' || properties === null || !('tenantId' in properties)) return row;
    return {
      ...row,
      properties: {
        ...properties,
        ...(text.includes('--enable-rbac-authorization true') && { enableRbacAuthorization: true }),
        ...(text.includes('--enabled-for-template-deployment false') && { enabledForTemplateDeployment: false }),
      },
    };
  });
}

test('what findings of readers say to run leaves none of them', () => {
  const cured: string[] = [];
  for (const { name, rows } of READER_CASES) {
    const first = remediesOf(rows);
    // What an owner or administrator of the directory has is ended there, by no command of az.
    if (first.length === 0 || first.some((text) => text.includes('\nend '))) continue;
    let left = rows;
    for (let round = 0; round < MOST_ROUNDS && remediesOf(left).length > 0; round++) {
      left = applied(left, remediesOf(left));
    }
    expect(remediesOf(left), name).toEqual([]);
    cured.push(name);
  }
  expect(cured).toContain('Contributor of the resource group');
  expect(cured).toContain('machine whose identity reads');
  expect(cured).toContain('template deployment');
  expect(cured).toContain('owner of a group that reads');
});

test('what no command ends is said in words', () => {
  const rows = READER_CASES.find(({ name }) => name === 'owner of an application')?.rows ?? [];
  expect(remediesOf(rows).join(' ')).toMatch(/\nend that user ana is owner of application sp-job$/);
});
