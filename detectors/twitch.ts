import { provider } from './build/provider.ts';
import { base62, digits, lowerAlnum, optional } from './build/value.ts';
import { header } from './build/verify.ts';

export const twitch = provider('Twitch', [
  {
    id: 'twitch-client-id',
    title: 'Twitch client id',
    kind: 'api-key',
    identity: 'app',
    severity: 'info',
    identifier: true,
    names: ['twitch client id', 'twitch app id'],
    anyName: true,
    value: [lowerAlnum(30)],
    rotate:
      'Client ids are public. Make a new client secret in the Twitch developer console when the secret leaked beside it.',
    docs: 'https://dev.twitch.tv/docs/authentication/register-app/',
  },
  {
    id: 'twitch-client-secret',
    title: 'Twitch client secret',
    kind: 'client-secret',
    identity: 'app',
    severity: 'high',
    names: ['twitch client secret', 'twitch secret', 'twitch app secret'],
    value: [lowerAlnum(30)],
    pairsWith: { detector: 'twitch-client-id', withinBytes: 600 },
    rotate:
      'Press New Secret on the page of the app at dev.twitch.tv/console; the secret before it and the app tokens made with it stop working.',
    docs: 'https://dev.twitch.tv/docs/authentication/register-app/',
  },
  {
    id: 'twitch-access-token',
    title: 'Twitch access token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: [
      'twitch access',
      'twitch oauth',
      'twitch token',
      'twitch bot',
      'twitch api token',
      'twitch user',
      'twitch refresh',
      'twitch irc',
      'twitch pass',
    ],
    value: [optional('oauth:'), lowerAlnum(30)],
    rotate:
      'End it with a POST to id.twitch.tv/oauth2/revoke, or the user disconnects the app under Settings, Connections; app tokens last about 60 days.',
    docs: 'https://dev.twitch.tv/docs/authentication/revoke-tokens/',
    verify: header('authorization', 'https://id.twitch.tv/oauth2/validate', 'OAuth '),
  },
  {
    id: 'twitch-stream-key',
    title: 'Twitch stream key',
    kind: 'other',
    identity: 'user',
    severity: 'medium',
    value: ['live_', digits(6, 12), '_', base62(30, 36)],
    rotate:
      'Reset the primary stream key under Settings, Stream of the Creator Dashboard; whoever has it goes live on the channel.',
    docs: 'https://help.twitch.tv/s/article/twitch-stream-key-faq',
  },
]);
