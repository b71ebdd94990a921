import { provider } from './build/provider.ts';
import { hex } from './build/value.ts';
import { header } from './build/verify.ts';

export const qase = provider('Qase', [
  {
    id: 'qase-api-token',
    title: 'Qase API token',
    kind: 'access-token',
    identity: 'user',
    severity: 'medium',
    names: ['qase api', 'qase token', 'qase testops', 'qase access'],
    value: [{ ...hex(40, 64), source: '(?:[0-9a-f]{64}|[A-Za-z0-9]{40})', sample: hex(64).sample }],
    rotate: 'Delete the token in Qase under User settings > API tokens and create another.',
    docs: 'https://developers.qase.io/reference/introduction-to-the-qase-api',
    verify: header('token', 'https://api.qase.io/v1/project?limit=1'),
  },
]);
