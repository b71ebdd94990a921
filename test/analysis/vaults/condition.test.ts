import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { coversAction, permissionsGiving } from '../../../src/analysis/vaults/actions.ts';
import { compileCondition } from '../../../src/analysis/vaults/condition.ts';
import { scopesAbove } from '../../../src/analysis/vaults/scope.ts';

const WRITE = 'Microsoft.Authorization/roleAssignments/write';
const ROLE = '4633458b-17de-408a-b874-0445c86b69e6';
const OTHER = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';
const request = { action: WRITE, assigns: { role: ROLE, principal: 'p', principalType: 'User' } };
const role = '@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId]';

test.each([
  ['', 'yes', 'no condition'],
  [`${role} ForAnyOfAnyValues:GuidEquals {${ROLE}}`, 'yes', 'the role is among those allowed'],
  [`${role} ForAnyOfAnyValues:GuidEquals {${OTHER}}`, 'no', 'it is not'],
  [`${role} ForAnyOfAnyValues:GuidEquals {${OTHER}, ${ROLE.toUpperCase()}}`, 'yes', 'ids compare without case'],
  [`${role} ForAnyOfAllValues:GuidNotEquals {${OTHER}}`, 'yes', 'it is not among those left out'],
  [`${role} ForAnyOfAllValues:GuidNotEquals {${ROLE}}`, 'no', 'it is'],
  [`${role} GuidEquals '${ROLE}'`, 'yes', 'one value in quotes'],
  [`!(ActionMatches{'${WRITE}'})`, 'no', 'the action is the one that is shut out'],
  [
    `!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})`,
    'yes',
    'the condition is about another action',
  ],
  [`NOT ActionMatches{'Microsoft.Authorization/*'}`, 'no', 'a wildcard at the end'],
  [`@Resource[Microsoft.Storage/x:y] StringEquals 'a' AND ${role} GuidEquals {${OTHER}}`, 'no', 'no and unknown is no'],
  [`@Resource[Microsoft.Storage/x:y] StringEquals 'a' OR ${role} GuidEquals {${ROLE}}`, 'yes', 'yes or unknown is yes'],
  [
    `@Resource[Microsoft.Storage/x:y] StringEquals 'a' && ${role} GuidEquals {${ROLE}}`,
    'depends',
    'yes and unknown is unknown',
  ],
  [`!(@Resource[Microsoft.Storage/x:y] StringEquals 'a')`, 'depends', 'not unknown is unknown'],
  [`${role} ForAllOfAnyValues:Like {${ROLE}}`, 'depends', 'an operator that is not known'],
  [`(${role} GuidEquals {${ROLE}}`, 'depends', 'a parenthesis is missing'],
  ['Exists @Request[a:b]', 'depends', 'whether an attribute exists'],
  ['(('.repeat(500), 'depends', 'deeper than anybody writes'],
])('%s is %s: %s', (condition, verdict) => {
  expect(compileCondition(condition)(request)).toBe(verdict);
});

test('whatever stands in a condition, it is answered', () => {
  const parts = fc.constantFrom(
    '(',
    ')',
    '{',
    '}',
    ',',
    '!',
    '&&',
    '||',
    'AND',
    'or',
    role,
    'GuidEquals',
    ROLE,
    "'x'",
    'ActionMatches',
    ' ',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(parts).map((list) => list.join(' ')),
      ),
      (text) => {
        expect(['yes', 'no', 'depends']).toContain(compileCondition(text)(request));
      },
    ),
  );
});

test('a pattern covers an action as a regular expression made of it does, and in little time', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', '/', '*', '.'), { maxLength: 12 }).map((list) => list.join(''));
  fc.assert(
    fc.property(letters, fc.stringMatching(/^[ab/.]{0,14}$/), (pattern, action) => {
      const source = pattern.split('*').map((part) => part.replaceAll(/[.]/g, String.raw`\.`));
      expect(coversAction(pattern, action)).toBe(new RegExp(`^${source.join('.*')}$`, 's').test(action));
    }),
  );
  const started = performance.now();
  expect(coversAction(`${'*a'.repeat(2000)}b`, 'a'.repeat(20_000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(5000);
});

test('adding to what a permission leaves out never gives more', () => {
  const actions = fc.array(fc.constantFrom('*', 'a/*', 'a/b', 'a/*/write', '*/read'));
  fc.assert(
    fc.property(
      actions,
      actions,
      fc.constantFrom('*', 'a/*', 'a/b'),
      fc.constantFrom('a/b', 'a/c/write', 'x/read'),
      (given, left, more, action) => {
        const permission = { actions: given, notActions: left, dataActions: [], notDataActions: [] };
        const before = permissionsGiving([permission], action, 'control').length;
        const after = permissionsGiving([{ ...permission, notActions: [...left, more] }], action, 'control').length;
        expect(after).toBeLessThanOrEqual(before);
      },
    ),
  );
});

test('scopes above a secret of a vault', () => {
  expect(scopesAbove('/subscriptions/S/resourceGroups/G/providers/Microsoft.KeyVault/vaults/V/secrets/X/')).toEqual([
    '/subscriptions/s/resourcegroups/g/providers/microsoft.keyvault/vaults/v/secrets/x',
    '/subscriptions/s/resourcegroups/g/providers/microsoft.keyvault/vaults/v',
    '/subscriptions/s/resourcegroups/g',
    '/subscriptions/s',
    '/',
  ]);
  expect(scopesAbove('/'.repeat(100)).at(-1)).toBe('/');
});
