import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { get } from './build/verify.ts';

const rotate =
  'Create another app, or another access key, in the Alchemy dashboard, move nodes over, and delete the one that leaked.';
const docs = 'https://www.alchemy.com/docs/how-to-create-access-keys';
const verify = get('https://eth-mainnet.g.alchemy.com/nft/v3/{value}/isSpamContract?contractAddress=0x0');

export const alchemy: readonly Detector[] = [
  {
    id: 'alchemy-url',
    title: 'Alchemy API key in the address of a node',
    provider: 'Alchemy',
    kind: 'api-key',
    identity: 'app',
    severity: 'medium',
    match: {
      anchors: ['.g.alchemy.com/v2/', '.alchemyapi.io/v2/'],
      pattern: /\.(?:g\.alchemy\.com|alchemyapi\.io)\/v2\/(?<secret>[\w-]{32})(?![\w-])/,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'uld' }, { check: 'entropy', min: 3.5 }],
    rotate,
    docs,
    verify,
    examples: {
      match: (make) => [
        exampleLine("url: 'https://eth-mainnet.g.alchemy.com/v2/", make(make.base62, 32), "',"),
        exampleLine('ROPSTEN=https://eth-ropsten.alchemyapi.io/v2/', make(make.base62, 32)),
      ],
      noMatch: (make) => [
        'https://eth-mainnet.g.alchemy.com/v2/your-api-key',
        `https://eth-mainnet.g.alchemy.com/v2/${'x'.repeat(32)}`,
        `https://eth-mainnet.g.alchemy.com/v2/${make(make.base62, 12)}`,
      ],
    },
  },
  ...provider('Alchemy', [
    {
      id: 'alchemy-api-key',
      title: 'Alchemy API key',
      kind: 'api-key',
      identity: 'app',
      severity: 'medium',
      names: ['alchemy api', 'alchemy key', 'alchemy token'],
      value: [base64url(32)],
      rotate,
      docs,
      verify,
    },
  ]),
];
