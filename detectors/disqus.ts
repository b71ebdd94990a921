import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';

export const disqus = provider('Disqus', [
  {
    id: 'disqus-api-key',
    title: 'Disqus API key or secret',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    names: ['disqus'],
    value: [base62(64)],
    rotate:
      'Regenerate the keys of the application at disqus.com/api/applications; public and secret key are both replaced.',
    docs: 'https://disqus.com/api/docs/requests/',
  },
]);
