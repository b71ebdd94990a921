import { provider } from './build/provider.ts';
import { upperHex } from './build/value.ts';
import { get } from './build/verify.ts';

export const steam = provider('Steam', [
  {
    id: 'steam-web-api-key',
    title: 'Steam Web API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['steam api', 'steam web api', 'steam key', 'steam dev'],
    value: [upperHex(32)],
    rotate:
      'Revoke the key at steamcommunity.com/dev/apikey and register another; a key somebody else registered for an account is a sign that the account itself was taken over.',
    docs: 'https://steamcommunity.com/dev',
    verify: get(
      'https://api.steampowered.com/ISteamUser/GetPlayerSummaries/v2/?key={value}&steamids=76561197960435530',
    ),
  },
]);
