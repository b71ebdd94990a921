import type { Graph } from '../../graph/graph.ts';
import type { Trust } from '../../model/grant.ts';
import type { AwsTokenVerdict } from './aws-token-trust.ts';
import { judgeAwsToken } from './aws-token-trust.ts';
import { hasWildcard } from '../glob.ts';
import type { TokenVerdict } from './tokens/judge.ts';
import type { TrustedRole } from './trusted-roles.ts';
import { denialsOf, letsTake, trustedRoles } from './trusted-roles.ts';

export interface TrustedToken extends TrustedRole {
  readonly verdict: AwsTokenVerdict;
}

const judged = new WeakMap<Graph, readonly TrustedToken[]>();

/** Every trust of an OIDC issuer, judged; once for a graph, because several checks ask. */
export function trustedTokens(graph: Graph): readonly TrustedToken[] {
  const tokens = judged.get(graph) ?? judgeTokens(graph);
  judged.set(graph, tokens);
  return tokens;
}

function judgeTokens(graph: Graph): readonly TrustedToken[] {
  return trustedRoles(graph, ['oidc']).map((one) => {
    const verdict = judgeAwsToken(one.trust, denialsOf(graph, one));
    if (letsTake(one.trust)) return { ...one, verdict };
    const why =
      'The statement does not allow sts:AssumeRoleWithWebIdentity, by which a token is exchanged for the role.';
    return { ...one, verdict: { ...verdict, grade: 'unusable', reasons: [why] } };
  });
}

/** Examples of subjects that name one project and one run, by the issuer's title. */
const NARROW: Readonly<Record<string, string>> = {
  'GitLab.com': 'project_path:<group>/<project>:ref_type:branch:ref:main',
  'HCP Terraform': 'organization:<organisation>:project:<project>:workspace:<workspace>:run_phase:apply',
  Buildkite: 'organization:<organisation>:pipeline:<pipeline>:ref:refs/heads/main:commit:<commit>:step:<step>',
  CircleCI: 'org/<organisation id>/project/<project id>/user/<user id>',
  'Bitbucket Pipelines': '{<repository UUID>}:{<environment UUID>}:{<step UUID>}',
  'Azure DevOps': 'sc://<organisation>/<project>/<service connection>',
  Spacelift: 'space:<space>:stack:<stack>:run_type:TRACKED:scope:write',
  Vercel: 'owner:<team>:project:<project>:environment:production',
};

/** Condition values that would bind the trust to one project: what the pattern fixes already, the rest to be filled in. */
export function narrowSubject(
  { trusted }: Trust,
  { issuer, subjects }: TokenVerdict,
): Readonly<Record<string, string>> {
  const [owner, name] = /^(?:repo|project_path):([^:]*)/.exec(subjects[0] ?? '')?.[1]?.split('/') ?? [];
  if (issuer.ci === 'github-actions') {
    const repository = `${literal(owner, '<owner>')}/${literal(name, '<repository>')}`;
    return { [`${trusted}:sub`]: `repo:${repository}:environment:production` };
  }
  if (issuer.ci === 'gitlab-ci') {
    const project = `${literal(owner, '<group>')}/${literal(name, '<project>')}`;
    return { [`${trusted}:sub`]: `project_path:${project}:ref_type:branch:ref:main` };
  }
  return { [`${trusted}:sub`]: NARROW[issuer.title] ?? `<subject of one ${issuer.member}>` };
}

function literal(text: string | undefined, otherwise: string): string {
  return text === undefined || text === '' || hasWildcard(text) ? otherwise : text;
}
