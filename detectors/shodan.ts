import { exampleLine } from './build/example-line.ts';
import { provider } from './build/provider.ts';
import { base62 } from './build/value.ts';
import { get } from './build/verify.ts';

export const shodan = provider('Shodan', [
  {
    id: 'shodan-api-key',
    title: 'Shodan API key',
    kind: 'api-key',
    identity: 'user',
    severity: 'medium',
    names: ['shodan'],
    value: [base62(32)],
    rotate: 'Reset the key on the account page of shodan.io; query credits and monitored networks hang on it.',
    docs: 'https://developer.shodan.io/api',
    examples: {
      match: (make) => [
        exampleLine('SHODAN="', make(make.base62, 32), '"'),
        exampleLine('shodan secret ', make(make.base62, 32)),
      ],
      noMatch: (make) => [`shodan_banner=${make(make.base62, 32)}`, `shodan search ${make(make.base62, 32)}`],
    },
    verify: get('https://api.shodan.io/api-info?key={value}'),
  },
]);
