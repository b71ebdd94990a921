import type { PrivilegePath } from '../../src/model/access.ts';
import type { ChainLink, CredentialChain, IdentityReach } from '../../src/model/chain.ts';
import type { Credential } from '../../src/model/credential.ts';
import type { Identity } from '../../src/model/identity.ts';

function link(kind: ChainLink['kind'], says: string, details: ChainLink['details'] = [], known = true): ChainLink {
  return { kind, known, ids: [], says, details };
}

/** The way of a user to administrator, over a policy of its group and a role. */
export function samplePath(user: Identity, role: Identity): PrivilegePath {
  const place = user.places[0]!;
  const statement = {
    kind: 'group',
    effect: 'Allow',
    policy: 'deployers',
    group: 'deployers',
    sid: 'Deploy',
    depends: [],
    place,
  } as const;
  return {
    id: 'path-1',
    principal: user.id,
    target: 'administrator',
    certainty: 'condition',
    steps: [
      {
        from: user.id,
        to: role.id,
        technique: 'sts.assume-role',
        says: `User ${user.name} may assume the role ${role.name}.`,
        certainty: 'certain',
        reasons: [{ ...statement, says: 'Statement Deploy of policy deployers allows sts:AssumeRole on the role.' }],
      },
      {
        from: role.id,
        to: role.id,
        technique: 'iam.put-role-policy',
        says: `Role ${role.name} may write an inline policy for itself.`,
        certainty: 'condition',
        needs: 'the request comes from the address that aws:SourceIp names',
        reasons: [{ ...statement, says: 'Statement Self allows iam:PutRolePolicy on the role itself.' }],
      },
    ],
    cut: 'Take iam:PutRolePolicy out of statement Self of the policy self-service.',
  };
}

/** Chains of two credentials: one that leads to administrator, one of which little is known. */
export function sampleChains(
  key: Credential,
  user: Identity,
  path: PrivilegePath,
  other: Credential,
): { readonly chains: readonly CredentialChain[]; readonly reach: readonly IdentityReach[] } {
  const [place] = key.places;
  const sentence = 'Can assume roles (sts:AssumeRole) on one role, through policy deployers of group deployers.';
  return {
    reach: [{ identity: user.id, privileges: [sentence], stores: [] }],
    chains: [
      {
        credential: key.id,
        title: `${key.title} of user ${user.name}`,
        reaches: 'perhaps administrator',
        because: [
          'its identity can become an administrator where something exists or a condition holds',
          'the provider’s record says that it is active',
        ],
        links: [
          link('places', 'It stands in deploy/production.env, line 8, and 3 other files.', [
            { what: 'Stands in the work tree.', ...(place !== undefined && { place }) },
          ]),
          link('credential', 'It is: AWS access key; its format is distinctive.'),
          link('identity', `Whoever holds it acts as AWS user ${user.name} (${user.id}), known by its key id.`),
          link('policies', 'It is in the group deployers, and has the policy deployers.'),
          link('privileges', `The worst of what it may do: ${sentence}`, [{ what: sentence }]),
          link(
            'path',
            'It comes to administrator in 2 steps; a step depends on a condition that could not be decided.',
            [
              ...path.steps.map(({ says }, index) => ({ what: `${index + 1}. ${says}` })),
              { what: `What cuts it: ${path.cut}` },
            ],
          ),
          link('stores', 'No secret store that it can read stands in what was read.', [], false),
          link('domains', 'It stands in the paths of customer and workforce.'),
          link('owners', 'Those who answer: payments for customer and people-systems for workforce.'),
        ],
      },
      {
        credential: other.id,
        title: other.title,
        reaches: 'unknown',
        because: ['its identity is not known'],
        links: [
          link('places', 'It stands in one file.'),
          link('credential', `It is: ${other.title}.`),
          link('identity', 'Whose it is cannot be told: nothing names an identity.', [], false),
        ],
      },
    ],
  };
}
