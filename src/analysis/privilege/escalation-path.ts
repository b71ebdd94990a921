import type { Check, FindingDraft } from '../check.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Certainty, PathStep, PrivilegePath } from '../../model/access.ts';
import type { Severity } from '../../model/credential.ts';
import type { Evidence, Factor } from '../../model/finding.ts';
import type { Identity } from '../../model/identity.ts';
import type { Place } from '../../model/place.ts';
import { identityInWords } from '../identity-in-words.ts';
import { shiftSeverity } from '../severity.ts';
import { actingIdentities, firstOf, isIdentityCenterRole, isServiceLinked, listed } from './statements.ts';
import { ADMINISTRATOR } from './paths/find-paths.ts';
import { TECHNIQUES } from './paths/catalogue/index.ts';
import { foundPaths, privilegePaths } from './paths/privilege-paths.ts';

/** A way from an identity's own rights to all rights of an account. */
export const escalationPath: Check = {
  id: 'aws.escalation-path',
  title: 'Identity can make itself an administrator',
  why:
    'The identity is no administrator, but what it may do in effect lets it become one: by writing policies, by making ' +
    'credentials for others, by assuming roles, or by starting something under a stronger role. Whoever takes one of its ' +
    'keys or sessions takes the account, and no list of administrators shows it.',
  remediation:
    'Take away the right that the finding names as the cut, or bind it: name the roles that may be passed and the service ' +
    'that may receive them, the users and roles whose policies and keys may be changed, and put a permissions boundary on ' +
    'whoever must write policies.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'high',
    raisedBy: ['an active access key of the identity'],
    loweredBy: [
      'a step that needs something which the dump does not show, such as a function that runs under the role',
      'a step that depends on a condition',
      'the role is made by IAM Identity Center for people',
    ],
  },
  example: {
    before: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["lambda:CreateFunction", "lambda:InvokeFunction", "iam:PassRole"],
      "Resource": "*"
    }
  ]
}
`,
    after: `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["lambda:CreateFunction", "lambda:InvokeFunction"],
      "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:shop-*"
    },
    {
      "Effect": "Allow",
      "Action": "iam:PassRole",
      "Resource": "arn:aws:iam::111122223333:role/shop-function",
      "Condition": { "StringEquals": { "iam:PassedToService": "lambda.amazonaws.com" } }
    }
  ]
}
`,
  },
  run(graph, { config }) {
    const paths = privilegePaths(graph, config).filter(({ target }) => target === ADMINISTRATOR);
    return {
      examined: actingIdentities(graph).filter((identity) => !isServiceLinked(identity)).length,
      findings: paths.flatMap((path) => {
        const identity = graph.identityById.get(path.principal);
        return identity === undefined ? [] : [draft(graph, identity, path)];
      }),
    };
  },
};

function draft(graph: Graph, identity: Identity, path: PrivilegePath): FindingDraft {
  const { severity, factors } = ratePath(graph, identity, path, 'high');
  const steps = path.steps.length === 1 ? 'one step' : `${path.steps.length} steps`;
  return {
    title: `${identityInWords(identity)} can become an administrator in ${steps}${IN_TITLE[path.certainty]}`,
    severity,
    confidence: path.certainty === 'certain' ? 'high' : 'medium',
    subjects: [identity.id],
    places: placesOfPath(path, identity),
    evidence: [...evidenceOfPath(path), ...whyStrong(graph, path)],
    factors,
    remediation: remediationOf(path, escalationPath.remediation),
  };
}

export const IN_TITLE: Readonly<Record<Certainty, string>> = {
  certain: '',
  'existing-resource': ', if what a step needs exists',
  condition: ', if a condition holds',
};

/** Who lets a service take the role that it is handed, and why the one at the end is an administrator. */
function whyStrong(graph: Graph, { steps }: PrivilegePath): readonly Evidence[] {
  const taken = steps.flatMap(({ technique, to }) => {
    const service = SERVICES.get(technique);
    const role = graph.identityById.get(to);
    const trust = (graph.trustsByIdentity.get(to) ?? []).find(
      ({ effect, trusted }) => effect === 'Allow' && trusted === service,
    );
    if (role === undefined || trust === undefined) return [];
    return [{ what: `${identityInWords(role)} trusts ${trust.trusted}.`, place: trust.place }];
  });
  const last = graph.identityById.get(steps.at(-1)?.to ?? '');
  const [reason] = foundPaths(graph, {}).administrators.get(last?.id ?? '')?.reasons ?? [];
  if (last === undefined || reason === undefined) return firstOf(taken);
  const what = `${identityInWords(last)} is an administrator by policy ${reason.policy}.`;
  return [...firstOf(taken), { what, place: reason.place }];
}

/** Services that roles are handed to, by technique. */
const SERVICES: ReadonlyMap<string, string> = new Map(
  TECHNIQUES.flatMap(({ id, service }) => (service === undefined ? [] : [[id, service] as const])),
);

/** What a path is worth: by its weakest step and by how easily the identity's session is taken. */
export function ratePath(
  graph: Graph,
  identity: Identity,
  { certainty, steps }: PrivilegePath,
  usual: Severity,
): { readonly severity: Severity; readonly factors: readonly Factor[] } {
  const factors: Factor[] = [];
  let severity = usual;
  if (certainty === 'certain') {
    factors.push({ what: 'every step is allowed by policies that were read', effect: 'sets' });
  } else {
    severity = shiftSeverity(severity, certainty === 'condition' ? -1 : -2);
    const needs = steps.flatMap((step) => step.needs ?? []);
    factors.push({ what: `not every step is certain: it needs ${listed(needs)}`, effect: 'lowers' });
  }
  const keys = graph.keys.filter(
    ({ identity: id, kind, status }) => id === identity.id && kind === 'access-key' && status === 'active',
  );
  if (keys.length > 0) {
    severity = shiftSeverity(severity, 1);
    const what = `${keys.length} active access key${keys.length > 1 ? 's carry' : ' carries'} these rights`;
    factors.push({ what, effect: 'raises' });
  }
  if (isIdentityCenterRole(identity)) {
    severity = shiftSeverity(severity, -1);
    factors.push({
      what: 'the role is made by IAM Identity Center for people, whose sessions are short',
      effect: 'lowers',
    });
  }
  return { severity, factors };
}

/** Each step with the statements that allow it. */
export function evidenceOfPath({ steps }: PrivilegePath): readonly Evidence[] {
  return firstOf(
    steps.flatMap((step, index) => [
      { what: `Step ${index + 1}: ${step.says}${needsOf(step)}`, ...placeOf(step) },
      ...reasonsOf(step),
    ]),
  );
}

function needsOf({ needs }: PathStep): string {
  return needs === undefined ? '' : ` Needed: ${needs}.`;
}

function placeOf({ reasons }: PathStep): { readonly place?: Place } {
  const place = reasons[0]?.place;
  return place === undefined ? {} : { place };
}

function reasonsOf({ reasons }: PathStep): readonly Evidence[] {
  const said = new Map(reasons.map(({ says, place }) => [says, { what: says, place }]));
  return [...said.values()];
}

/** Places of the policies that allow the steps, each once; the identity's own where none is told. */
export function placesOfPath({ steps }: PrivilegePath, identity: Identity): readonly Place[] {
  const places = [...new Set(steps.flatMap(({ reasons }) => reasons.map(({ place }) => place)))];
  return firstOf(places.length > 0 ? places : identity.places);
}

export function remediationOf({ cut, mended }: PrivilegePath, general: string): string {
  return [cut, ...(mended === undefined ? [] : [mended]), general].join('\n');
}
