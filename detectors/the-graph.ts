import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';

export const theGraph = provider('The Graph', [
  {
    id: 'the-graph-api-key',
    title: 'The Graph API or deploy key',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['the graph', 'subgraph', 'subgraph studio', 'graph deploy', 'graph studio'],
    value: [hex(32)],
    rotate:
      'Regenerate the deploy key, or delete the API key and add one limited to your subgraphs and domains, in Subgraph Studio at thegraph.com/studio.',
    docs: 'https://thegraph.com/docs/en/subgraphs/querying/managing-api-keys/',
  },
]);
