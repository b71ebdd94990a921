import { provider } from './build/provider.ts';
import { either, hex, optional } from './build/value.ts';
import { header } from './build/verify.ts';

export const percy = provider('Percy', [
  {
    id: 'percy-project-token',
    title: 'Percy project token',
    kind: 'access-token',
    identity: 'workload',
    severity: 'medium',
    names: ['percy'],
    value: [optional(either('web_', 'app_', 'auto_', 'ss_')), hex(64)],
    rotate:
      'Regenerate the token in the settings of the Percy project and update the variable PERCY_TOKEN of the builds.',
    docs: 'https://www.browserstack.com/docs/percy/integrate/percy-token',
    verify: header('authorization', 'https://percy.io/api/v1/projects', 'Token token='),
  },
]);
