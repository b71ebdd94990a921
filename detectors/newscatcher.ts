import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const newscatcher = provider('NewsCatcher', [
  {
    id: 'newscatcher-api-key',
    title: 'NewsCatcher API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['newscatcher', 'news catcher'],
    value: [base64url(43)],
    rotate: 'Have the key replaced by NewsCatcher support, or on the dashboard where the plan has it.',
    docs: 'https://www.newscatcherapi.com/docs/v3/api-reference/overview/authentication',
  },
]);
