import type { Graph } from '../../graph/graph.ts';
import { AWS_ATTRIBUTE, AWS_NEVER_USED } from '../../model/aws.ts';
import type { Evidence, Factor } from '../../model/finding.ts';
import type { ServiceUse } from '../../model/grant.ts';
import type { Identity } from '../../model/identity.ts';
import type { Check, CheckContext, FindingDraft } from '../check.ts';
import { identityInWords } from '../identity-in-words.ts';
import { daysSince, strictestLimit } from '../limits.ts';
import { SERVICE_RISK } from '../privilege/service-risk.ts';
import { actingIdentities, firstOf, isServiceLinked, listed } from '../privilege/statements.ts';
import { grantsOfServices, wayOfPolicy } from './granted-services.ts';
import { policyText } from '../example-text.ts';

/** An answer older than this says less of today, in days. */
const OLD_ANSWER_DAYS = 30;
const LISTED = 12;

/** Services that an identity may use and does not. */
export const serviceUnused: Check = {
  id: 'aws.service-unused',
  title: 'Identity has rights in services it does not use',
  why:
    'Rights that are never used do no good, and whoever takes over the identity has them too. AWS tells for each user and ' +
    'role which of the services it may use it did use in the last 400 days, an attempt that was denied among them; for some ' +
    'services it tells single actions. Judged where those answers were collected.',
  remediation:
    'Take the services out of the policies that grant them, and detach policies of which nothing is used. Keep what runs ' +
    'rarely and on purpose, such as recovery, in a role of its own.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'low',
    raisedBy: ['among them are services that govern rights, secrets or code, such as iam, kms or lambda'],
    loweredBy: [],
  },
  example: {
    before: policyText({ Effect: 'Allow', Action: ['s3:GetObject', 'iam:*', 'ec2:*'], Resource: '*' }),
    after: policyText({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::shop-images/*' }),
  },
  run(graph, context) {
    const uses = Map.groupBy(graph.uses, ({ identity }) => identity);
    const identities = actingIdentities(graph).filter(
      (identity) => uses.has(identity.id) && !isServiceLinked(identity) && !isYoung(identity, context),
    );
    return {
      examined: identities.length,
      findings: identities.flatMap((identity) => judge(graph, identity, uses.get(identity.id) ?? [], context)),
    };
  },
};

/** Too new for the absence of a use to say anything. */
function isYoung({ created, domains }: Identity, { config, now }: CheckContext): boolean {
  const age = daysSince(created, now);
  return age !== undefined && age <= strictestLimit(config, domains, 'unusedMaxDays').days;
}

function judge(graph: Graph, identity: Identity, uses: readonly ServiceUse[], context: CheckContext): FindingDraft[] {
  const { config, now } = context;
  const limit = strictestLimit(config, identity.domains, 'unusedMaxDays');
  const isIdle = ({ lastUsed }: ServiceUse): boolean => (daysSince(lastUsed, now) ?? Infinity) > limit.days;
  const unused = uses.filter(isIdle);
  const used = uses.filter((use) => !isIdle(use));
  if (unused.length === 0 || (used.length === 0 && isUnusedRole(identity))) return [];
  const names = unused.map(({ service }) => service).sort();
  const risky = names.filter((name) => ['critical', 'high'].includes(SERVICE_RISK.get(name)?.severity ?? ''));
  const factors: Factor[] =
    risky.length === 0 ? [] : [{ what: `among them are ${listed(risky, LISTED)}`, effect: 'raises' }];
  const [place] = unused.map((use) => use.place);
  if (place === undefined) return [];
  const asOf = unused.find((use) => use.asOf !== undefined)?.asOf;
  const answerAge = daysSince(asOf, now);
  const granted = grantsOfServices(graph, identity.id, new Set(names), new Set(used.map(({ service }) => service)));
  const evidence: Evidence[] = [
    { what: `Not used within ${limit.days} days, which ${limit.from} allows: ${listed(names, LISTED)}.`, place },
    ...before(unused),
    {
      what: used.length === 0 ? 'Used: none.' : `Used: ${listed(used.map(({ service }) => service).sort(), LISTED)}.`,
      place,
    },
    ...actionsUsed(used),
    { what: `What AWS knew on ${asOf?.slice(0, 10) ?? 'an unknown day'}.`, place },
    ...granted.map(({ grant, idle }) => ({
      what: `${wayOfPolicy(grant)} grants ${listed(idle, LISTED)}.`,
      place: grant.place,
    })),
  ];
  return [
    {
      title: `${identityInWords(identity)} may use ${uses.length} ${uses.length === 1 ? 'service' : 'services'} and does not use ${unused.length === uses.length ? 'any of them' : `${unused.length} of them`}`,
      severity: risky.length > 0 ? 'medium' : 'low',
      confidence: answerAge === undefined || answerAge > OLD_ANSWER_DAYS ? 'medium' : 'high',
      subjects: [identity.id],
      places: [place, ...firstOf(granted).map(({ grant }) => grant.place)],
      evidence: firstOf(evidence),
      factors,
      remediation: remediationFor(granted),
    },
  ];
}

/** The same is said of the whole role elsewhere. */
function isUnusedRole({ kind, lastUsed, attributes }: Identity): boolean {
  return kind === 'role' && (lastUsed !== undefined || attributes[AWS_ATTRIBUTE.use] === AWS_NEVER_USED);
}

function before(unused: readonly ServiceUse[]): readonly Evidence[] {
  const once = unused.filter(({ lastUsed }) => lastUsed !== undefined);
  const [first] = once;
  if (first === undefined) return [];
  const words = once.map(({ service, lastUsed }) => `${service} on ${lastUsed?.slice(0, 10)}`);
  return [{ what: `Of these, last used longer ago: ${listed(words, 6)}.`, place: first.place }];
}

/** Of what AWS tracks by action: a right that is granted with a wildcard can be narrowed to these. */
function actionsUsed(used: readonly ServiceUse[]): readonly Evidence[] {
  return used.flatMap(({ service, actions, place }) => {
    if (actions === undefined || actions.length === 0) return [];
    const names = actions.filter(({ lastUsed }) => lastUsed !== undefined).map(({ action }) => `${service}:${action}`);
    const what = `Of ${actions.length} tracked actions of ${service} it used ${names.length === 0 ? 'none' : listed(names, LISTED)}.`;
    return [{ what, place }];
  });
}

function remediationFor(granted: ReturnType<typeof grantsOfServices>): string {
  const steps = granted.map(({ grant, idle, whole, wildcard }) => {
    const policy = wayOfPolicy(grant);
    if (whole) return `${policy} grants nothing that is used: ${grant.through === 'inline' ? 'delete' : 'detach'} it.`;
    if (wildcard) return `${policy} grants by wildcards: list the services and actions that are used instead.`;
    return `From ${policy} take out ${listed(idle, LISTED)}.`;
  });
  return [...firstOf(steps), serviceUnused.remediation]
    .map((step) => step.charAt(0).toUpperCase() + step.slice(1))
    .join('\n');
}
