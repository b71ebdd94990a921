import { provider } from './build/provider.ts';
import { base64, either, optional, run } from './build/value.ts';

export const convex = provider('Convex', [
  {
    id: 'convex-deploy-key',
    title: 'Convex deploy key',
    kind: 'access-token',
    identity: 'workload',
    severity: 'critical',
    value: [
      either('prod:', 'dev:', 'preview:', 'project:'),
      run('a-z0-9:-', 3, 60),
      '|eyJ2MiI6',
      base64(30, 200),
      optional('='),
      optional('='),
    ],
    anchors: ['|eyJ2MiI6'],
    rotate:
      'Delete the deploy key in the settings of the deployment on the Convex dashboard and generate another: it deploys code and reads all data.',
    docs: 'https://docs.convex.dev/cli/deploy-key-types',
  },
  {
    id: 'convex-deploy-key-older',
    title: 'Convex deploy key (older form)',
    kind: 'access-token',
    identity: 'workload',
    severity: 'critical',
    names: ['convex deploy', 'convex key', 'convex deployment', 'convex admin'],
    anyName: true,
    value: [either('prod:', 'dev:', 'preview:'), run('a-z0-9-', 3, 60), '|', run('A-Za-z0-9_-', 40, 200)],
    rotate:
      'Delete the deploy key in the settings of the deployment on the Convex dashboard; its successor has the present form.',
    docs: 'https://docs.convex.dev/cli/deploy-key-types',
  },
]);
