import type { Check, FindingDraft } from '../check.ts';
import { policyText } from '../example-text.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Severity } from '../../model/credential.ts';
import type { Factor } from '../../model/finding.ts';
import type { Identity } from '../../model/identity.ts';
import { SEVERITY_ORDER, shiftSeverity } from '../severity.ts';
import { SERVICE_RISK, USUAL_RISK } from './service-risk.ts';
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
  onEveryResource,
  placesOf,
} from './statements.ts';
import { wholeService } from './wildcard.ts';
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
    return { examined: identities.length, findings: identities.flatMap((identity) => judge(graph, identity)) };
  },
};

interface Wide {
  readonly service: string;
  readonly allowance: Allowance;
}

function judge(graph: Graph, identity: Identity): FindingDraft[] {
  const allowances = allowancesOf(graph, identity.id);
  // Administrators are another check's finding; naming services beside it would only repeat it.
  if (allowances.some((allowance) => allowsEverything(allowance) && !isConditional(allowance.statement))) return [];
  const wide = allowances.flatMap(wideIn);
  if (wide.length === 0) return [];
  const limits = limitsOf(graph, identity.id);
  const services = [...new Set(wide.map(({ service }) => service))].sort();
  const rated = wide.map(({ service, allowance }) => ratingOf(service, allowance));
  const [severity = USUAL_RISK] = rated
    .map((one) => one.severity)
    .sort((a, b) => SEVERITY_ORDER[a] - SEVERITY_ORDER[b]);
  return [
    {
      title: `${identityInWords(identity)} may do everything in ${listed(services, 5)}`,
      severity: limits.decisive ? 'low' : severity,
      confidence: limits.factors.length > 0 ? 'medium' : 'high',
      subjects: [identity.id],
      places: placesOf(wide.map(({ allowance }) => allowance)),
      evidence: [
        ...firstOf(wide).map(({ service, allowance }) =>
          evidenceOf(allowance, `Allows ${service}:* on every resource`),
        ),
        ...limits.evidence,
      ],
      factors: [...firstOf(rated).flatMap(({ factors }) => factors), ...limits.factors],
      remediation: serviceWildcard.remediation,
    },
  ];
}

function wideIn(allowance: Allowance): Wide[] {
  const services = allowance.statement.actions.flatMap((pattern) => wholeService(pattern) ?? []);
  return [...new Set(services)]
    .filter((service) => onEveryResource(allowance.statement, service))
    .map((service) => ({ service, allowance }));
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
