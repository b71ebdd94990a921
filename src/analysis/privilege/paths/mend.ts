import type { PolicyStatement } from '../../../model/grant.ts';
import { expandActions } from '../access/actions.ts';
import { matchesPattern } from '../wildcard.ts';

/** A pattern that takes in more actions than these is not written out. */
const MAX_WRITTEN = 8;

/**
 * What to write in the place of a statement so that it allows an action no more: itself without the action, or, where a
 * wildcard takes in the action and too much else to be written out, itself and a statement that denies the action on the
 * same resources. Empty where nothing is left of it.
 */
export function withoutAction(statement: PolicyStatement, action: string): readonly PolicyStatement[] {
  const { actions, notActions } = statement;
  if (notActions.length > 0) return [{ ...statement, notActions: [...notActions, action] }];
  const patterns = actions.filter((pattern) => matchesPattern(pattern, action));
  const written = patterns.map((pattern) => expandActions([pattern]));
  const denied = written.some(({ length }) => length > MAX_WRITTEN);
  if (denied) {
    const { resources, notResources, version } = statement;
    return [
      statement,
      { ...NOTHING, ...(version !== undefined && { version }), actions: [action], resources, notResources },
    ];
  }
  const name = action.toLowerCase();
  const others = written.flat().filter((one) => one.toLowerCase() !== name);
  const left = [...actions.filter((pattern) => !patterns.includes(pattern)), ...others];
  return left.length === 0 ? [] : [{ ...statement, actions: [...new Set(left)] }];
}

const NOTHING: PolicyStatement = {
  effect: 'Deny',
  actions: [],
  notActions: [],
  resources: [],
  notResources: [],
  principals: {},
  notPrincipals: {},
  conditions: {},
};

/** A statement that keeps an identity out of what the other statements of a trust policy allow. */
export function keepingOut(identity: string): PolicyStatement {
  return { ...NOTHING, actions: ['sts:AssumeRole'], principals: { AWS: [identity] } };
}

/** Statements as a policy has them, between lines of three backticks. */
export function statementsText(statements: readonly PolicyStatement[]): string {
  const shown = statements.map(statementObject);
  return `\`\`\`json\n${JSON.stringify(shown.length === 1 ? shown[0] : shown, null, 2)}\n\`\`\``;
}

/** A statement as the grammar of policies has it. */
export function statementObject(statement: PolicyStatement): object {
  const { sid, effect, actions, notActions, resources, notResources, principals, notPrincipals, conditions } =
    statement;
  const lists = {
    Action: actions,
    NotAction: notActions,
    Resource: resources,
    NotResource: notResources,
  };
  const maps = { Principal: principals, NotPrincipal: notPrincipals, Condition: conditions };
  return {
    ...(sid !== undefined && { Sid: sid }),
    Effect: effect,
    ...Object.fromEntries(
      Object.entries(lists).flatMap(([name, list]) => (list.length === 0 ? [] : [[name, oneOrMany(list)]])),
    ),
    ...Object.fromEntries(Object.entries(maps).filter(([, map]) => Object.keys(map).length > 0)),
  };
}

function oneOrMany(list: readonly string[]): string | readonly string[] {
  return list.length === 1 ? (list[0] ?? '') : list;
}
