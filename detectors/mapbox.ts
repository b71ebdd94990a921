import type { Detector, ExampleMaker } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';
import { token } from './build/token.ts';
import { provider } from './build/provider.ts';
import { base64url } from './build/value.ts';
import { get } from './build/verify.ts';

/** The middle of a token is an account's name and a key's id as JSON. */
function mapboxToken(make: ExampleMaker, head: string): string {
  const claims = Buffer.from(JSON.stringify({ u: 'shop', a: `c${make(make.lowerAlnum, 24)}` })).toString('base64url');
  return `${head}.${claims}.${make(make.base62, 22)}`;
}

export const mapbox: readonly Detector[] = [
  {
    id: 'mapbox-secret-token',
    title: 'Mapbox secret access token',
    provider: 'Mapbox',
    kind: 'access-token',
    identity: 'app',
    severity: 'high',
    match: { anchors: ['sk.eyJ'], pattern: token(/sk\.eyJ[\w-]{30,130}\.[\w-]{20,30}/, '-'), proof: 'format' },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 4 }],
    rotate: 'Create a new secret token at account.mapbox.com/access-tokens, deploy it, then delete this one.',
    docs: 'https://docs.mapbox.com/api/accounts/tokens/#token-format',
    publicPrefix: 'sk.',
    examples: {
      match: (make) => [exampleLine('MAPBOX_TOKEN=', mapboxToken(make, 'sk'))],
      noMatch: (make) => [
        `MAPBOX_TOKEN=sk.eyJ${'x'.repeat(60)}.${'x'.repeat(22)}`,
        `MAPBOX_TOKEN=${mapboxToken(make, 'pk')}`,
        `MAPBOX_TOKEN=sk.eyJ${make(make.base62, 60)}`,
      ],
    },
  },
  ...provider('Mapbox', [
    {
      id: 'mapbox-public-token',
      title: 'Mapbox public access token',
      kind: 'access-token',
      identity: 'app',
      severity: 'info',
      value: ['pk.eyJ', base64url(30, 1200), '.', base64url(20, 30)],
      rotate:
        'It is made to stand in web pages and apps, and what it is used for is billed: restrict it to your addresses at account.mapbox.com/access-tokens.',
      docs: 'https://docs.mapbox.com/accounts/guides/tokens/',
      verify: get('https://api.mapbox.com/tokens/v2?access_token={value}'),
    },
    {
      id: 'mapbox-temporary-token',
      title: 'Mapbox temporary access token',
      kind: 'access-token',
      identity: 'app',
      severity: 'low',
      value: ['tk.eyJ', base64url(30, 1200), '.', base64url(20, 30)],
      rotate:
        'It ends by itself within an hour; revoke the secret token that it was made with if that was written down too.',
      docs: 'https://docs.mapbox.com/api/accounts/tokens/#create-a-temporary-token',
      verify: get('https://api.mapbox.com/tokens/v2?access_token={value}'),
    },
  ]),
];
