import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';

export const reddit = provider('Reddit', [
  {
    id: 'reddit-client-id',
    title: 'Reddit client id',
    kind: 'other',
    identity: 'app',
    severity: 'info',
    identifier: true,
    names: ['reddit client id'],
    anyName: true,
    value: [base64url(14, 22)],
    rotate: 'It names the app and is shown to users; a new secret is what helps after a leak.',
    docs: 'https://github.com/reddit-archive/reddit/wiki/OAuth2',
  },
  {
    id: 'reddit-client-secret',
    title: 'Reddit client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'medium',
    names: ['reddit client secret', 'reddit secret', 'reddit app secret', 'reddit api secret'],
    value: [{ ...base64url(27, 30), source: '(?:[A-Za-z0-9_-]{30}|[A-Za-z0-9_-]{27})', sample: base64url(30).sample }],
    pairsWith: { detector: 'reddit-client-id', withinBytes: 600 },
    rotate: 'Edit the app at reddit.com/prefs/apps and let it generate another secret.',
    docs: 'https://github.com/reddit-archive/reddit/wiki/OAuth2',
  },
]);
