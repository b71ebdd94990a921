import type { Check, FindingDraft } from '../check.ts';
import { policyText } from '../example-text.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Severity } from '../../model/credential.ts';
import type { Factor } from '../../model/finding.ts';
import type { PolicyStatement } from '../../model/grant.ts';
import type { Identity } from '../../model/identity.ts';
import { SEVERITY_ORDER, shiftSeverity } from '../severity.ts';
import { SERVICE_RISK, USUAL_RISK } from './service-risk.ts';
import { accessOf } from './access/access.ts';
import type { FoundPaths } from './paths/find-paths.ts';
import { foundPaths } from './paths/privilege-paths.ts';
import { actionsOf, reachOf, sampleOf, wholeServices } from './reach.ts';
import type { Allowance } from './statements.ts';
import {
  actingIdentities,
  allowancesOf,
  allowsEverything,
  evidenceOf,
  firstOf,
  isConditional,
  isServiceLinked,
  limitsOf,
  listed,
  placesOf,
} from './statements.ts';
import { identityInWords } from '../identity-in-words.ts';

/** All actions of one service on all resources. */
export const serviceWildcard: Check = {
  id: 'aws.service-wildcard',
  title: 'Identity has every right in a service',
  why:
    'A policy allows all actions of a service on all its resources, including those that delete, share or hand on ' +
    'rights. Hardly any machine needs them, and new actions of the service are granted the day AWS adds them.',
  remediation: 'List the actions and the resources that the identity uses, and allow those instead of the wildcard.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: ['the service can grant rights, read secrets or destroy data'],
    loweredBy: ['the statements have conditions', 'a permission boundary certainly limits it'],
  },
  example: {
    before: policyText({ Effect: 'Allow', Action: 's3:*', Resource: '*' }),
    after: policyText({
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: 'arn:aws:s3:::shop-uploads/*',
    }),
  },
  run(graph) {
    const identities = actingIdentities(graph).filter((identity) => !isServiceLinked(identity));
    const { administrators } = foundPaths(graph, {});
    return {
      examined: identities.length,
      findings: identities.flatMap((identity) => judge(graph, identity, administrators)),
    };
  },
};

interface Wide {
  readonly service: string;
  readonly everything: boolean;
  readonly allowance: Allowance;
}

/** Calls of a service that are asked about to see whether anything of it is left in effect. */
const ASKED = 5;

function judge(graph: Graph, identity: Identity, administrators: FoundPaths['administrators']): FindingDraft[] {
  const allowances = allowancesOf(graph, identity.id);
  // Administrators are another check's finding; naming services beside it would only repeat it.
  if (administrators.get(identity.id)?.certain === true) return [];
  if (allowances.some((allowance) => allowsEverything(allowance) && !isConditional(allowance.statement))) return [];
  const wide = allowances.flatMap((allowance) => wideIn(graph, identity, allowance));
  if (wide.length === 0) return [];
  const limits = limitsOf(graph, identity.id);
  const services = [...new Set(wide.map(({ service }) => service))].sort();
  const rated = wide.map(({ service, allowance }) => ratingOf(service, allowance));
  const [severity = USUAL_RISK] = rated
    .map((one) => one.severity)
    .sort((a, b) => SEVERITY_ORDER[a] - SEVERITY_ORDER[b]);
  return [
    {
      title: `${identityInWords(identity)} may do ${wide.every(({ everything }) => everything) ? '' : 'nearly '}everything in ${listed(services, 5)}`,
      severity: limits.decisive ? 'low' : severity,
      confidence: limits.factors.length > 0 ? 'medium' : 'high',
      subjects: [identity.id],
      places: placesOf(wide.map(({ allowance }) => allowance)),
      evidence: [...firstOf(wide).map((one) => evidenceOf(one.allowance, saying(one))), ...limits.evidence],
      factors: [...firstOf(rated).flatMap(({ factors }) => factors), ...limits.factors],
      remediation: serviceWildcard.remediation,
    },
  ];
}

function wideIn(graph: Graph, identity: Identity, allowance: Allowance): Wide[] {
  return wholeServices(allowance.statement, identity)
    .filter(({ service }) => isInEffect(graph, identity, service, allowance))
    .map(({ service, everything }) => ({ service, everything, allowance }));
}

/** Denials, boundaries and policies of the organisation may leave nothing of what a statement allows. */
function isInEffect(graph: Graph, identity: Identity, service: string, { statement }: Allowance): boolean {
  const limited =
    graph.guardrails.length > 0 ||
    (graph.grantsByIdentity.get(identity.id) ?? []).some(
      (grant) => grant.through === 'boundary' || grant.statements.some(({ effect }) => effect === 'Deny'),
    );
  if (!limited) return true;
  const asked = askedOf(statement, service, identity);
  return (
    asked.length === 0 ||
    asked.some(({ action, resource }) => accessOf(graph).may({ principal: identity.id, action, resource }) !== 'no')
  );
}

/** A few actions from all over the service that a statement reaches something with, each with an ARN of it. */
function askedOf(
  statement: PolicyStatement,
  service: string,
  identity: Identity,
): readonly { readonly action: string; readonly resource: string }[] {
  const all = actionsOf(service);
  const asked: { readonly action: string; readonly resource: string }[] = [];
  for (let part = 0; part < ASKED; part++) {
    const from = Math.floor((all.length * part) / ASKED);
    const to = Math.floor((all.length * (part + 1)) / ASKED);
    const action = all.slice(from, to).find((one) => reachOf(statement, one, identity) !== 'none');
    if (action !== undefined) asked.push({ action, resource: sampleOf(statement, action, identity) });
  }
  return asked;
}

function saying({ service, everything, allowance }: Wide): string {
  const { resources, notResources } = allowance.statement;
  if (everything || notResources.length > 0) return `Allows ${service}:* on every resource`;
  return `Allows ${service}:* on ${listed(resources)}, which is nearly all there is,`;
}

function ratingOf(service: string, { statement }: Allowance): { severity: Severity; factors: readonly Factor[] } {
  const risk = SERVICE_RISK.get(service);
  const severity = risk?.severity ?? USUAL_RISK;
  const factors: Factor[] = risk === undefined ? [] : [{ what: `${service}:*: ${risk.why}`, effect: 'sets' }];
  if (!isConditional(statement)) return { severity, factors };
  return {
    severity: shiftSeverity(severity, -1),
    factors: [...factors, { what: `${service}:* has conditions`, effect: 'lowers' }],
  };
}
