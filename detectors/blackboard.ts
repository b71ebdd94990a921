import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const blackboard = provider('Blackboard', [
  {
    id: 'blackboard-application-secret',
    title: 'Blackboard application secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: [
      'blackboard client secret',
      'blackboard secret',
      'blackboard app secret',
      'blackboard application secret',
      'bb learn secret',
      'bb learn client secret',
    ],
    value: [base62(32)],
    rotate:
      'Generate another key and secret of the application in the Anthology developer portal and delete this pair.',
    docs: 'https://docs.anthology.com/docs/blackboard/rest-apis/getting-started/registry',
  },
]);
