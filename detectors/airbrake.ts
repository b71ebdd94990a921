import { provider } from './build/provider.ts';
import { alnum, base62, hex } from './build/value.ts';
import { get } from './build/verify.ts';

export const airbrake = provider('Airbrake', [
  {
    id: 'airbrake-user-key',
    title: 'Airbrake user key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['airbrake'],
    value: [base62(14), alnum(26)],
    checks: [{ check: 'mixed', classes: 'd' }],
    rotate: 'Reset the key under User Settings, API Keys in Airbrake; it opens every project of the user.',
    docs: 'https://docs.airbrake.io/docs/devops-tools/api/',
    verify: get('https://api.airbrake.io/api/v4/projects?key={value}'),
  },
  {
    id: 'airbrake-project-key',
    title: 'Airbrake project key',
    kind: 'api-key',
    identity: 'app',
    severity: 'low',
    names: ['airbrake'],
    value: [hex(32)],
    rotate:
      'Regenerate the project key under project Settings and deploy it with the notifiers; it can only report errors.',
    docs: 'https://docs.airbrake.io/docs/devops-tools/api/',
  },
]);
