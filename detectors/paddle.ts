import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base62, lowerAlnum } from './build/value.ts';
import { bearer } from './build/verify.ts';

export const paddle: readonly Detector[] = [
  {
    id: 'paddle-api-key',
    title: 'Paddle API key (live)',
    provider: 'Paddle',
    kind: 'api-key',
    identity: 'app',
    severity: 'critical',
    match: {
      anchors: ['pdl_live_apikey_'],
      pattern: token(/pdl_live_apikey_[0-9a-z]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}/, '-'),
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Create a new key at vendors.paddle.com/authentication-v2, deploy it, then revoke this one.',
    docs: 'https://developer.paddle.com/api-reference/about/api-keys',
    examples: {
      match: (make) => [
        exampleLine(
          'PADDLE_API_KEY=',
          `pdl_live_apikey_${make(make.lowerAlnum, 26)}_${make(make.base62, 22)}_${make(make.base62, 3)}`,
        ),
      ],
      noMatch: (make) => [
        `PADDLE_API_KEY=pdl_live_apikey_${'x'.repeat(26)}_${'x'.repeat(22)}_xxx`,
        `PADDLE_API_KEY=pdl_live_apikey_${make(make.lowerAlnum, 26)}`,
        `PADDLE_API_KEY=pdl_sdbx_apikey_${make(make.lowerAlnum, 26)}_${make(make.base62, 22)}_${make(make.base62, 3)}`,
      ],
    },
  },
  ...provider('Paddle', [
    {
      id: 'paddle-sandbox-api-key',
      title: 'Paddle API key (sandbox)',
      kind: 'api-key',
      identity: 'app',
      severity: 'low',
      value: ['pdl_sdbx_apikey_', lowerAlnum(26), '_', base62(22), '_', base62(3)],
      rotate: 'Revoke it at sandbox-vendors.paddle.com/authentication-v2; no money moves in the sandbox.',
      docs: 'https://developer.paddle.com/api-reference/about/api-keys',
      verify: bearer('https://sandbox-api.paddle.com/event-types'),
    },
  ]),
];
