import type { Check } from '../check.ts';
import { jsonText } from '../example-text.ts';
import { activeOnGithub } from './rows.ts';

/** Permissions with which an app can change code, jobs, secrets, settings or members. */
const GRAVE = new Set([
  'actions',
  'administration',
  'contents',
  'environments',
  'members',
  'organization_administration',
  'organization_hooks',
  'organization_secrets',
  'organization_self_hosted_runners',
  'repository_hooks',
  'secrets',
  'workflows',
]);

/** https://docs.github.com/en/rest/authentication/permissions-required-for-github-apps */
export const appBroadPermissions: Check = {
  id: 'github.app-broad-permissions',
  title: 'App may write in every repository',
  why:
    'An app installed on all repositories holds its permissions in each of them, those created later included. If its ' +
    'maker or its private key is compromised, every repository is.',
  remediation:
    'Install the app on the repositories that need it, and ask its maker for fewer permissions; remove it where ' +
    'nobody knows what it is for.',
  frameworks: [
    { framework: 'owasp-nhi-2025', id: 'NHI3:2025' },
    { framework: 'owasp-nhi-2025', id: 'NHI5:2025' },
    { framework: 'nist-csf-2.0', id: 'PR.AA-05' },
  ],
  severity: {
    usual: 'medium',
    raisedBy: ['it can change code, jobs, secrets, settings or members'],
    loweredBy: [],
  },
  example: {
    before: jsonText({ repository_selection: 'all', permissions: { contents: 'write', metadata: 'read' } }),
    after: jsonText({ repository_selection: 'selected', permissions: { contents: 'read', metadata: 'read' } }),
  },
  run(graph) {
    const apps = activeOnGithub(graph, 'app');
    return {
      examined: apps.length,
      findings: apps.flatMap((app) => {
        if (app.attributes['repository access'] !== 'all repositories') return [];
        const actions = (graph.grantsByIdentity.get(app.id) ?? [])
          .flatMap((grant) => grant.statements.flatMap((statement) => statement.actions))
          .filter((action) => /:(?:write|admin)$/.test(action));
        if (actions.length === 0) return [];
        const grave = actions.filter((action) => GRAVE.has(action.split(':')[0] ?? ''));
        return [
          {
            title: `App ${app.name} may write in every repository of ${app.account ?? 'the organisation'}`,
            severity: grave.length > 0 ? 'high' : 'medium',
            confidence: 'high',
            subjects: [app.id],
            places: app.places,
            evidence: [
              { what: 'Repository access: all repositories' },
              ...actions.map((action) => ({ what: `Permission ${action.replace(':', ': ')}` })),
            ],
            factors:
              grave.length > 0
                ? [
                    {
                      what: `it can change code, jobs, secrets, settings or members (${grave.join(', ')})`,
                      effect: 'raises',
                    },
                  ]
                : [],
            remediation: appBroadPermissions.remediation,
          },
        ];
      }),
    };
  },
};
