import type { PolicyStatement } from '../../../model/grant.ts';
import type { Condition } from './condition.ts';
import { compileConditions } from './condition.ts';
import type { Context } from './known.ts';
import type { Matcher } from './pattern.ts';
import { completeArn, globMatcher, resourceMatcher, withWildcards } from './pattern.ts';
import type { Template } from './template.ts';
import { template } from './template.ts';
import type { Ternary } from './ternary.ts';
import { NO, YES, and, not, or } from './ternary.ts';

/** A statement made ready for many questions. */
export interface CompiledStatement {
  readonly statement: PolicyStatement;
  /** Position in its policy. */
  readonly index: number;
  /** True when it is about every resource and has no conditions. */
  readonly always: boolean;
  /** @param action in lower case */
  coversAction(action: string): boolean;
  coversResource(resource: string, context: Context, depends: string[]): Ternary;
  conditionsHold(context: Context, depends: string[]): Ternary;
}

/** Statements of a policy that are about one action, by what they do. */
export interface Matching {
  readonly allow: readonly CompiledStatement[];
  readonly deny: readonly CompiledStatement[];
}

/** Actions remembered for a policy; more are looked up anew. */
const MOST_REMEMBERED = 1024;
const NOTHING: Matching = { allow: [], deny: [] };

/** A policy made ready: its statements by action. Shared by all who hold the policy. */
export class CompiledPolicy {
  readonly #statements: readonly CompiledStatement[];
  /** Statements that may be about a service, by its prefix; those with wildcards before the colon are in each. */
  readonly #byService = new Map<string, readonly CompiledStatement[]>();
  readonly #services: readonly (ReadonlySet<string> | undefined)[];
  readonly #byAction = new Map<string, Matching>();

  constructor(statements: readonly PolicyStatement[]) {
    this.#statements = statements.map(compileStatement);
    this.#services = statements.map(servicesOf);
  }

  /** @param action in lower case, such as `iam:passrole` */
  matching(action: string): Matching {
    let found = this.#byAction.get(action);
    if (found === undefined) {
      found = this.#find(action);
      if (this.#byAction.size >= MOST_REMEMBERED) this.#byAction.clear();
      this.#byAction.set(action, found);
    }
    return found;
  }

  #find(action: string): Matching {
    const about = this.#ofService(action.slice(0, action.indexOf(':'))).filter((one) => one.coversAction(action));
    if (about.length === 0) return NOTHING;
    return {
      allow: about.filter(({ statement }) => statement.effect === 'Allow'),
      deny: about.filter(({ statement }) => statement.effect === 'Deny'),
    };
  }

  #ofService(service: string): readonly CompiledStatement[] {
    let found = this.#byService.get(service);
    if (found === undefined) {
      found = this.#statements.filter(({ index }) => this.#services[index]?.has(service) ?? true);
      if (this.#byService.size >= MOST_REMEMBERED) this.#byService.clear();
      this.#byService.set(service, found);
    }
    return found;
  }
}

const compiled = new WeakMap<readonly PolicyStatement[], CompiledPolicy>();

/** The policy of a list of statements; compiled once for each list. */
export function compilePolicy(statements: readonly PolicyStatement[]): CompiledPolicy {
  let policy = compiled.get(statements);
  if (policy === undefined) {
    policy = new CompiledPolicy(statements);
    compiled.set(statements, policy);
  }
  return policy;
}

/** Services that the actions of a statement name; undefined when it may be about any. */
function servicesOf({ actions, notActions }: PolicyStatement): ReadonlySet<string> | undefined {
  if (notActions.length > 0) return undefined;
  const services = new Set<string>();
  for (const action of actions) {
    const service = action.slice(0, Math.max(action.indexOf(':'), 0)).toLowerCase();
    if (service === '' || /[*?]/.test(service)) return undefined;
    services.add(service);
  }
  return services;
}

/**
 * Elements that exclude each other are both asked where a document has both: a statement then covers what both leave.
 * Where a statement has neither Resource nor NotResource, it is about what its policy stands at.
 *
 * Variables came with version 2012-10-17; in older policies they are plain text:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
 */
function compileStatement(statement: PolicyStatement, index: number): CompiledStatement {
  const { actions, notActions, resources, notResources, version } = statement;
  const variables = version === undefined || version >= '2012-10-17';
  const among = actions.map(actionMatcher);
  const except = notActions.map(actionMatcher);
  const ofIdentity = Object.keys(statement.principals).length + Object.keys(statement.notPrincipals).length === 0;
  const written = (raw: string): string => (ofIdentity ? completeArn(raw) : raw);
  const on = resources.map((raw) => resourceTemplate(written(raw), variables));
  const notOn = notResources.map((raw) => resourceTemplate(written(raw), variables));
  const conditions = compileConditions(statement.conditions, variables);
  return {
    statement,
    index,
    always: resources.includes('*') && notResources.length === 0 && conditions.length === 0,
    coversAction: (action) =>
      (among.length > 0 || except.length > 0) &&
      (among.length === 0 || among.some((matches) => matches(action))) &&
      !except.some((matches) => matches(action)),
    coversResource: (resource, context, depends) =>
      and(
        on.length === 0 ? YES : anyOf(on, resource, context, depends),
        notOn.length === 0 ? YES : not(anyOf(notOn, resource, context, depends)),
      ),
    conditionsHold: (context, depends) => allOf(conditions, context, depends),
  };
}

/** Actions match in either case. */
function actionMatcher(raw: string): Matcher {
  return globMatcher(withWildcards(raw.toLowerCase()));
}

function anyOf(templates: readonly Template[], text: string, context: Context, depends: string[]): Ternary {
  let result: Ternary = NO;
  for (const each of templates) {
    result = or(result, each.match(text, context, depends));
    if (result === YES) break;
  }
  return result;
}

function allOf(conditions: readonly Condition[], context: Context, depends: string[]): Ternary {
  let result: Ternary = YES;
  for (const condition of conditions) {
    result = and(result, condition.holds(context, depends));
    if (result === NO) break;
  }
  return result;
}

/** A variable stands for part of an ARN only after its fifth colon; before that it is plain text. */
function resourceTemplate(raw: string, variables: boolean): Template {
  const first = raw.indexOf('${');
  const early = first !== -1 && raw.startsWith('arn:') && raw.slice(0, first).split(':').length < 6;
  return template(raw, { wildcards: true, variables: variables && !early }, resourceMatcher);
}
