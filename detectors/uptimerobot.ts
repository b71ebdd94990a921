import { provider } from './build/provider.ts';
import { lowerAlnum, run } from './build/value.ts';

export const uptimerobot = provider('UptimeRobot', [
  {
    id: 'uptimerobot-api-key',
    title: 'UptimeRobot API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['uptime robot'],
    value: [run('a-z', 1, 2), lowerAlnum(5, 12), '-', lowerAlnum(24)],
    rotate:
      'Delete the key under Integrations & API in UptimeRobot and create another; a read-only or monitor key is enough for dashboards.',
    docs: 'https://uptimerobot.com/api/',
  },
]);
