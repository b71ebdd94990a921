import { resolve } from 'node:path';

import * as z from 'zod';

import type { SessionPolicy } from '../analysis/privilege/access/access.ts';
import { accessOf } from '../analysis/privilege/access/access.ts';
import { actionFacts, expandActions, resourceFits } from '../analysis/privilege/access/actions.ts';
import { readDumps } from '../audit/read-dumps.ts';
import { DEFAULT_CONFIG } from '../config/default-config.ts';
import { nearestTo } from '../config/nearest.ts';
import { readPolicyDocument } from '../connectors/aws/policy-document.ts';
import { readSmallFile } from '../git/safe-file.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { Graph } from '../graph/graph.ts';
import type { AccessDecision, AccessReason, AccessRequest, PolicyKind } from '../model/access.ts';
import { BittingError, EXIT } from '../model/errors.ts';
import { SILENT } from '../model/progress.ts';
import { parseOptions } from './parse-options.ts';
import type { CommandContext } from './program.ts';
import { printable } from './progress.ts';

const optionsSchema = z.object({
  awsDump: z.array(z.string()).min(1, 'name at least one dump').default([]),
  context: z
    .array(z.string().regex(/^[^=]+=/, 'write KEY=VALUE; KEY= says that the request does not have the key'))
    .default([]),
  sessionPolicy: z.string().optional(),
  contextComplete: z.boolean().default(false),
  json: z.boolean().default(false),
});

/** Bytes of a session policy; IAM takes 2048 characters of one. */
const MOST = 2 ** 20;

/** `bitting explain access`: whether a principal may do something, and by which statements. */
export async function explainAccess(
  target: { readonly principal: string; readonly action: string; readonly resource?: string },
  raw: object,
  { terminal }: CommandContext,
): Promise<void> {
  const options = parseOptions(optionsSchema, raw);
  if (options.awsDump.length === 0) throw usage('--aws-dump: name at least one dump of the account.');
  if (!/^[\w-]+:\w+$/.test(target.action)) throw usage('ACTION is a service and an operation, such as iam:PassRole.');
  const graph = await graphOfDumps(options.awsDump.map((file) => resolve(terminal.cwd, file)));
  const context = contextOf(options.context);
  const request: AccessRequest = {
    principal: principalOf(graph, target.principal, 'PRINCIPAL'),
    action: actionFacts(target.action)?.action ?? target.action,
    resource: target.resource === undefined ? '*' : resourceOf(graph, target.resource),
    ...(context !== undefined && { context }),
  };
  const session =
    options.sessionPolicy === undefined ? {} : await sessionOf(resolve(terminal.cwd, options.sessionPolicy));
  const decision = accessOf(graph).decide(request, {
    ...session,
    now: terminal.now(),
    complete: options.contextComplete,
  });
  const partial = graph.sources.filter(({ status }) => status === 'partial');
  const notes = [
    ...notesOn(request, graph, decision),
    ...partial.map(({ name }) => `${name} was read in part; what it does not hold was not looked at.`),
  ];
  const dependsOn = [...new Set(decision.reasons.flatMap(({ depends }) => depends))];
  if (options.json) {
    terminal.out(`${JSON.stringify({ ...request, ...decision, dependsOn, notes }, undefined, 2)}\n`);
    return;
  }
  for (const line of inWords(request, decision, dependsOn, notes)) terminal.out(`${printable(line)}\n`);
}

function usage(sentence: string): BittingError {
  return new BittingError('BITTING_E_USAGE', sentence);
}

async function graphOfDumps(aws: readonly string[]): Promise<Graph> {
  const { sources, facts } = await readDumps({ aws, azure: [], github: [] }, SILENT);
  const failed = sources.find(({ status }) => status === 'failed');
  if (failed !== undefined) {
    const why = failed.why ?? `${failed.name} cannot be read.`;
    throw new BittingError('BITTING_E_DUMP_INVALID', why, { exitCode: EXIT.unread });
  }
  return buildGraph({ sources, sightings: [], facts, detectors: [], config: DEFAULT_CONFIG });
}

/** Values of each key, which may be given several times; none where it is given as absent. */
function contextOf(given: readonly string[]): AccessRequest['context'] {
  const context = new Map<string, string[]>();
  for (const pair of given) {
    const equals = pair.indexOf('=');
    const key = pair.slice(0, equals).toLowerCase();
    const values = context.get(key) ?? [];
    if (equals < pair.length - 1) values.push(pair.slice(equals + 1));
    context.set(key, values);
  }
  return context.size === 0 ? undefined : Object.fromEntries(context);
}

/** An ARN as it is; a user or role by its name, where only one has it. */
function principalOf(graph: Graph, given: string, what: string): string {
  if (
    /^(\*$|arn:|[\w.-]+\.amazonaws\.com$|accounts\.google\.com$|(graph\.facebook|www\.amazon)\.com$)/.test(given) ||
    graph.identityById.has(given)
  )
    return given;
  const [, kind, name = ''] = /^(?:(user|role)\/)?(.+)$/s.exec(given) ?? [];
  const wanted = name.slice(name.lastIndexOf('/') + 1);
  const meant = graph.identities.filter(
    (one) =>
      one.provider === 'aws' &&
      (one.kind === 'user' || one.kind === 'role') &&
      (kind === undefined || one.kind === kind) &&
      one.name === wanted &&
      (wanted === name || one.id.endsWith(`/${name}`)),
  );
  if (meant.length === 1 && meant[0] !== undefined) return meant[0].id;
  if (meant.length === 0) {
    throw usage(`${what}: the dumps hold no user or role of this name. Give an ARN, user/NAME or role/NAME.`);
  }
  const shown = meant.slice(0, 5).map(({ id }) => id);
  throw usage(`${what}: ${meant.length} users and roles have this name. Give one of these: ${shown.join(', ')}.`);
}

function resourceOf(graph: Graph, given: string): string {
  return given.startsWith('arn:') || /^\**$/.test(given) ? given : principalOf(graph, given, 'RESOURCE');
}

async function sessionOf(file: string): Promise<{ readonly session: readonly SessionPolicy[] }> {
  const bytes = await readSmallFile(file, MOST);
  if (bytes === undefined) throw usage('--session-policy: there is no such file.');
  const reading = readPolicyDocument(bytes.toString('utf8'));
  if ('problem' in reading) throw usage(`--session-policy: the policy cannot be read: ${reading.problem}.`);
  const place = { kind: 'resource', source: '', provider: 'aws', resource: 'session policy' } as const;
  return { session: [{ policy: 'session policy', statements: reading.statements, place }] };
}

/** What a reader should know of the question itself. */
function notesOn(
  { action, resource, principal }: AccessRequest,
  graph: Graph,
  decision: AccessDecision,
): readonly string[] {
  const facts = actionFacts(action);
  if (facts === undefined) {
    const service = action.slice(0, action.indexOf(':')).toLowerCase();
    const near = nearestTo(action, expandActions([`${service}:*`]));
    return [`AWS documents no action ${action}${near === undefined ? '' : `; did you mean ${near}?`}`];
  }
  if (resourceFits(action, resource) !== false) return [];
  if (facts.resourceTypes.length === 0) {
    return [`${action} takes no resource: statements must name * for it, and it was judged so.`];
  }
  const types = firstOf(facts.resourceTypes.map(({ name }) => name));
  if (resource !== '*') return [`${action} acts on ${types}; the ARN is of none of these.`];
  const notes = [`${action} acts on ${types}; no resource was named, so it was judged for all of them at once.`];
  const on = accessOf(graph).resourcesNamed(principal, action);
  if (decision.verdict === 'no' && on.length > 0 && !on.includes('*')) {
    notes.push(`Statements name these for it, which can be asked for: ${firstOf(on)}.`);
  }
  return notes;
}

function firstOf(items: readonly string[]): string {
  const shown = items.slice(0, 5).join(', ');
  return items.length > 5 ? `${shown} and ${items.length - 5} more` : shown;
}

const KINDS: Readonly<Record<PolicyKind, string>> = {
  identity: 'identity policy',
  group: 'policy of a group',
  boundary: 'permissions boundary',
  scp: 'service control policy',
  rcp: 'resource control policy',
  resource: 'policy at the resource',
  trust: 'trust policy',
  session: 'session policy',
  grant: 'grant of the key',
  endpoint: 'policy of the VPC endpoint',
  acl: 'access control list',
};

const ANSWERS = { yes: 'YES', no: 'NO', depends: 'IT DEPENDS' } as const;

function* inWords(
  { principal, action, resource }: AccessRequest,
  { verdict, reasons, rule, docs, assumed = [] }: AccessDecision,
  dependsOn: readonly string[],
  notes: readonly string[],
): Generator<string> {
  const on = resource === '*' ? '' : ` on ${resource}`;
  yield `${ANSWERS[verdict]}: ${principal}, ${action}${on}`;
  yield '';
  yield `Rule: ${rule}`;
  yield `      ${docs}`;
  if (reasons.length > 0) {
    yield '';
    yield 'Statements, in the order in which they decide:';
    for (const [index, reason] of reasons.entries()) yield* reasonInWords(index + 1, reason);
  }
  if (verdict === 'depends') {
    yield '';
    yield `It depends on ${dependsOn.join(', ')}.`;
    const key = dependsOn.find((one) => /^[\w.-]+:\S+$/.test(one));
    if (key !== undefined)
      yield `With --context ${key}=VALUE it can be asked again; --context ${key}= says that the key is absent.`;
  }
  if (assumed.length > 0) yield '';
  for (const sentence of assumed) yield `Taken for granted: ${sentence}`;
  if (notes.length > 0) yield '';
  for (const note of notes) yield `Note: ${note}`;
}

function* reasonInWords(number: number, reason: AccessReason): Generator<string> {
  const { kind, effect, policy, policyArn, group, sid, says, depends, place } = reason;
  const whose = group === undefined ? KINDS[kind] : `policy of group ${group}`;
  // What was not read allows nothing yet.
  const unread = says.endsWith('so what it says is not known.');
  const plain = ['trust', 'resource', 'grant', 'endpoint', 'acl'].includes(kind) || (unread && policyArn === undefined);
  const named = plain ? policy : `${whose} ${policyArn ?? policy}`;
  yield `  ${number}. ${(unread ? 'Open' : effect).padEnd(5)}  ${named}${sid === undefined ? '' : `, statement ${sid}`}`;
  yield `     ${says}`;
  if (depends.length > 0) yield `     open: ${depends.join(', ')}`;
  const where =
    place.kind === 'resource' ? place.resource + (place.field === undefined ? '' : `, ${place.field}`) : place.path;
  yield `     at ${where}`;
}
