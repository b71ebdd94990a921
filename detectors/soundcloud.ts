import { provider } from './build/provider.ts';
import { alnum } from './build/value.ts';

export const soundcloud = provider('SoundCloud', [
  {
    id: 'soundcloud-client-id',
    title: 'SoundCloud client id',
    kind: 'api-key',
    identity: 'app',
    severity: 'info',
    identifier: true,
    names: ['soundcloud client id', 'soundcloud consumer key'],
    anyName: true,
    value: [alnum(32)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate:
      'Client ids are seen by every visitor; only the secret needs a reset, on the page of the app at soundcloud.com/you/apps.',
    docs: 'https://developers.soundcloud.com/docs/api/guide',
  },
  {
    id: 'soundcloud-client-secret',
    title: 'SoundCloud client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'medium',
    names: ['soundcloud client secret', 'soundcloud secret', 'soundcloud consumer secret'],
    value: [alnum(32)],
    checks: [{ check: 'mixed', classes: 'd' }],
    pairsWith: { detector: 'soundcloud-client-id', withinBytes: 600 },
    rotate:
      'Reset the secret on the page of the app at soundcloud.com/you/apps and deploy the new one; tokens already handed out end within the hour.',
    docs: 'https://developers.soundcloud.com/docs/api/guide',
  },
]);
