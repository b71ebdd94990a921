import { provider } from './build/provider.ts';
import { uuid } from './build/value.ts';
import { header } from './build/verify.ts';

export const riotGames = provider('Riot Games', [
  {
    id: 'riot-games-api-key',
    title: 'Riot Games API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'low',
    value: ['RGAPI-', uuid],
    rotate:
      'Regenerate it at developer.riotgames.com; development keys end after a day by themselves, those of products do not.',
    docs: 'https://developer.riotgames.com/docs/portal',
    verify: header('x-riot-token', 'https://euw1.api.riotgames.com/lol/status/v4/platform-data'),
  },
]);
