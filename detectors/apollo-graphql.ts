import { provider } from './build/provider.ts';
import { base64url, either, run } from './build/value.ts';

export const apolloGraphql = provider('Apollo GraphQL', [
  {
    id: 'apollo-graphql-api-key',
    title: 'Apollo GraphQL API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['apollo key', 'apollo graph', 'apollo studio', 'apollo engine'],
    anyName: true,
    value: [either('service:', 'user:'), run('A-Za-z0-9_.-', 2, 64), ':', base64url(22)],
    rotate:
      'Create another graph key under Settings, API Keys in GraphOS Studio, deploy it to routers and pipelines, then delete this one.',
    docs: 'https://www.apollographql.com/docs/graphos/platform/access-management/api-keys',
  },
]);
