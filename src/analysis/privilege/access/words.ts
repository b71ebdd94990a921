import type { PolicyStatement } from '../../../model/grant.ts';

/** More is counted, not read. */
const MOST = 4;

/** One sentence: what a statement allows or denies, on what, to whom, and under which conditions. */
export function statementInWords(statement: PolicyStatement): string {
  const { effect, actions, notActions, resources, notResources, principals, notPrincipals } = statement;
  const what = notActions.length > 0 ? `everything except ${listed(notActions)}` : listed(actions);
  const on =
    notResources.length > 0
      ? ` on everything except ${listed(notResources)}`
      : resources.length > 0
        ? ` on ${resources.every((resource) => resource === '*') ? 'every resource' : listed(resources)}`
        : '';
  const named = listed(Object.values(principals).flat());
  const except = listed(Object.values(notPrincipals).flat());
  const who =
    except !== '' ? ` to everyone except ${except}` : named === '' ? '' : ` to ${named === '*' ? 'everyone' : named}`;
  const verb = effect === 'Allow' ? 'Allows' : 'Denies';
  return `${verb} ${what}${on}${who}${conditionsInWords(statement.conditions)}.`;
}

function conditionsInWords(conditions: PolicyStatement['conditions']): string {
  const each = Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => `${key} ${operator} ${listed(values, ' or ')}`),
  );
  return each.length === 0 ? '' : `, if ${listed(each, ' and ')}`;
}

function listed(items: readonly string[], link = ', '): string {
  const shown = items.slice(0, MOST).join(link);
  return items.length > MOST ? `${shown} and ${items.length - MOST} more` : shown;
}
