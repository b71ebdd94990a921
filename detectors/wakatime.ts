import { provider } from './build/provider.ts';
import { base62, either, run, uuid } from './build/value.ts';
import { basic } from './build/verify.ts';

export const wakatime = provider('WakaTime', [
  {
    id: 'wakatime-api-key',
    title: 'WakaTime API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    value: ['waka_', run('a-z0-9-', 36, 64)],
    rotate: 'Reset the key at wakatime.com/settings/api-key and put the new one in ~/.wakatime.cfg of every editor.',
    docs: 'https://wakatime.com/developers#authentication',
    verify: basic('{value}:', 'https://wakatime.com/api/v1/users/current'),
  },
  {
    id: 'wakatime-oauth-credential',
    title: 'WakaTime OAuth client secret or token',
    kind: 'access-token',
    identity: 'app',
    severity: 'medium',
    anchors: ['waka_sec_', 'waka_tok_', 'waka_ref_'],
    value: [either('waka_sec_', 'waka_tok_', 'waka_ref_'), base62(60, 100)],
    rotate:
      'Change the app secret at wakatime.com/apps; a token is ended with a POST to wakatime.com/oauth/revoke, which tokens with client id and secret.',
    docs: 'https://wakatime.com/developers#authentication',
  },
  {
    id: 'wakatime-api-key-older',
    title: 'WakaTime API key (without prefix)',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['waka time'],
    value: [uuid],
    rotate: 'Reset it at wakatime.com/settings/api-key: the new key begins with waka_, and this one is refused.',
    docs: 'https://wakatime.com/developers#authentication',
    verify: basic('{value}:', 'https://wakatime.com/api/v1/users/current'),
  },
]);
