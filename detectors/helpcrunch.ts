import { provider } from './build/provider.ts';
import { run } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const helpcrunch = provider('HelpCrunch', [
  {
    id: 'helpcrunch-api-key',
    title: 'HelpCrunch API key',
    kind: 'api-key',
    identity: 'app',
    severity: 'high',
    names: ['helpcrunch', 'help crunch'],
    value: [run('A-Za-z0-9+/=', 328)],
    rotate: 'Make a new key in HelpCrunch under Settings, Developers, Public API and delete this one.',
    docs: 'https://docs.helpcrunch.com/en/rest-api-v1/',
    verify: bearer('https://api.helpcrunch.com/v1/departments'),
  },
]);
