import type { Check } from '../check.ts';
import { jsonText } from '../example-text.ts';
import { counted } from './rows.ts';

/** https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/use-secrets */
export const orgSecretAllRepositories: Check = {
  id: 'github.org-secret-all-repositories',
  title: 'Organisation secret is visible to every repository',
  why:
    'Whoever can push a workflow to any of the repositories reads the secret, and so does each repository created ' +
    'later. One weakly guarded repository is enough, whichever domain it belongs to.',
  remediation:
    'Set the secret’s access to selected repositories, or split it: one secret for each domain, kept in an ' +
    'environment with required reviewers.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI8:2025' },
    { framework: 'owasp-nhi-2025', id: 'NHI9:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: [],
    loweredBy: ['public repositories are left out'],
  },
  example: {
    before: jsonText({ visibility: 'all' }),
    after: jsonText({ visibility: 'selected', selected_repository_ids: [1296269] }),
  },
  run(graph) {
    const secrets = graph.stores
      .filter((store) => store.kind === 'github-organization-secrets')
      .flatMap((store) => store.secrets.map((secret) => ({ store, secret })));
    return {
      examined: secrets.length,
      findings: secrets
        .filter(({ secret }) => secret.visibility === 'all' || secret.visibility === 'private')
        .map(({ store, secret }) => {
          const all = secret.visibility === 'all';
          const which = all ? 'every repository' : 'every private and internal repository';
          return {
            title: `Secret ${secret.name} of ${store.scope} is visible to ${which}`,
            severity: all ? 'medium' : 'low',
            confidence: 'high',
            subjects: [store.id],
            places: store.places,
            evidence: [
              { what: `Access of ${secret.name} in ${store.name}: ${which}` },
              ...(secret.visibleTo === undefined
                ? []
                : [
                    {
                      what: `${counted(secret.visibleTo.length, 'repository', 'repositories')} at the time of the dump`,
                    },
                  ]),
            ],
            factors: all ? [] : [{ what: 'public repositories are left out', effect: 'lowers' }],
            remediation: orgSecretAllRepositories.remediation,
            discriminator: secret.name,
          };
        }),
    };
  },
};
