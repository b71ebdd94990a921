import type { Check, FindingDraft } from '../check.ts';
import type { Graph } from '../../graph/graph.ts';
import type { PrivilegePath } from '../../model/access.ts';
import type { Identity } from '../../model/identity.ts';
import { identityInWords } from '../identity-in-words.ts';
import { IN_TITLE, evidenceOfPath, placesOfPath, ratePath, remediationOf } from './escalation-path.ts';
import { ADMINISTRATOR } from './paths/find-paths.ts';
import { foundPaths } from './paths/privilege-paths.ts';
import { actingIdentities, isServiceLinked } from './statements.ts';

/** A way to something that the configuration calls critical. */
export const pathToCritical: Check = {
  id: 'aws.path-to-critical',
  title: 'Identity can reach what is critical in steps nobody granted',
  why:
    'The configuration names identities and resources whose loss would be the worst. The identity has no right to one of ' +
    'them, but can get there over other identities. Who can reach them should be a list that somebody decided on.',
  remediation:
    'Take away the right that the finding names as the cut. Where the way is meant to be, give the identity the right ' +
    'itself, as narrow as it needs, so that a reader of its policies sees it.',
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
      'the only step is to assume a role that trusts the identity',
    ],
  },
  example: {
    before: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*" }]
}
`,
    after: `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::111122223333:role/report-reader" }
  ]
}
`,
  },
  run(graph, { config }) {
    const { paths, administrators } = foundPaths(graph, config);
    const escalating = new Set(
      paths.filter(({ target }) => target === ADMINISTRATOR).map(({ principal }) => principal),
    );
    const found = paths.filter(
      (path) =>
        path.target !== ADMINISTRATOR &&
        // An administrator reaches everything, and so does who can become one: both are findings of their own.
        !administrators.has(path.principal) &&
        !escalating.has(path.principal) &&
        !isGranted(path),
    );
    return {
      examined:
        (config.critical ?? []).length === 0
          ? 0
          : actingIdentities(graph).filter((one) => !isServiceLinked(one)).length,
      findings: found.flatMap((path) => {
        const identity = graph.identityById.get(path.principal);
        return identity === undefined ? [] : [draft(graph, identity, path)];
      }),
    };
  },
};

/** A right to the thing itself is no way around anything. */
function isGranted({ steps }: PrivilegePath): boolean {
  return steps.length === 1 && steps[0]?.technique === 'resource.use';
}

function draft(graph: Graph, identity: Identity, path: PrivilegePath): FindingDraft {
  const granted = path.steps.length === 1 && path.steps[0]?.technique === 'sts.assume-role';
  const { severity, factors } = ratePath(graph, identity, path, granted ? 'low' : 'high');
  const steps = path.steps.length === 1 ? 'one step' : `${path.steps.length} steps`;
  return {
    title: `${identityInWords(identity)} can reach ${path.target} in ${steps}${IN_TITLE[path.certainty]}`,
    severity,
    confidence: path.certainty === 'certain' ? 'high' : 'medium',
    subjects: [identity.id],
    discriminator: path.target,
    places: placesOfPath(path, identity),
    evidence: evidenceOfPath(path),
    factors: granted
      ? [...factors, { what: 'the role trusts it: this may be as it was meant', effect: 'lowers' }]
      : factors,
    remediation: remediationOf(path, pathToCritical.remediation),
  };
}
