import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectors } from '../../detectors/index.ts';
import type { Match } from '../../src/model/segment.ts';
import { openScanner } from './support/open-scanner.ts';

/** Characters in a row that what is shown may share with a secret: one less tells next to nothing. */
const SHARED = 6;

const scanner = openScanner(detectors, new TextEncoder().encode('key of the leak tests'));
const identifiers = new Set(
  detectors.filter(({ identifier, reference }) => identifier === true || reference !== undefined).map(({ id }) => id),
);

function characters(text: string, minLength: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...text.split('')), minLength, maxLength });
}

const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ';
const DIGITS = '23456789';
const BASE62 = LETTERS + DIGITS;
const HOSTILE = `${BASE62}@@@:::///###???;;,,&&==%%++--__..~!*()[]{}$|`;

/** Passwords as people write them into URLs: with every character that means something there. */
const password = fc
  .tuple(characters(BASE62, 2, 8), characters(HOSTILE, 4, 30), characters(BASE62, 2, 8))
  .map((parts) => parts.join(''));
/** Tokens as services issue them: letters and digits mixed. */
const token = fc
  .array(fc.tuple(characters(LETTERS, 2, 2), characters(DIGITS, 1, 1)), { minLength: 7, maxLength: 20 })
  .map((groups) => groups.flat().join(''));
const userName = fc.constantFrom('admin', 'svc-orders', 'root', '', 'ci.bot', 'app%40shop');
const rest = fc.constantFrom(
  '@db.shop.io:5432/orders?ssl=1',
  '@db.shop.io',
  '@db/orders',
  '@db',
  '@localhost:27017',
  '@[fd00::1]:5432/x',
  '@a.shop.io,b.shop.io/orders',
  '@npm.shop.io/@types/node',
);
const scheme = fc.constantFrom('postgres', 'mongodb', 'mongodb+srv', 'redis', 'amqp', 'https', 'http', 'mysql+pymysql');
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const jwtPart = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What a match shows of itself. */
function shownOf(matches: readonly Match[]): readonly string[] {
  return matches
    .filter(({ detector }) => !identifiers.has(detector))
    .flatMap(({ facts, preview, keyId }) => [
      ...Object.values(facts),
      preview,
      ...(keyId === undefined ? [] : [keyId]),
    ]);
}

/** Stretches of the secret in what is shown of the text's matches. */
function leaks(text: string, secret: string, path = 'src/settings.txt'): readonly string[] {
  const { matches } = scanner.scan({ id: 0, path, bytes: Buffer.from(text, 'utf8') });
  const found: string[] = [];
  for (const shown of shownOf(matches)) {
    for (let index = 0; index + SHARED <= secret.length; index++) {
      if (shown.includes(secret.slice(index, index + SHARED))) found.push(shown);
    }
  }
  return found;
}

function neverLeaks<T>(
  arbitrary: fc.Arbitrary<T>,
  compose: (drawn: T) => { text: string; secret: string; path?: string },
): void {
  fc.assert(
    fc.property(arbitrary, (drawn) => {
      const { text, secret, path } = compose(drawn);
      expect(leaks(text, secret, path)).toEqual([]);
    }),
    { numRuns: 300 },
  );
}

describe('what is shown of a match tells no part of the secret', () => {
  it('would tell: a host made of a password', () => {
    const match = { detector: 'x', preview: '', facts: { host: 'ssw0rd9' } };
    expect(shownOf([match as unknown as Match])).toContain('ssw0rd9');
  });

  it('URLs with a password', () => {
    neverLeaks(fc.tuple(scheme, userName, password, rest), ([name, user, secret, after]) => ({
      text: `url = "${name}://${user}:${secret}${after}"`,
      secret,
    }));
  });

  it('URLs whose user is a token', () => {
    const end = fc.constantFrom('', ':', ':x-oauth-basic', ':x-token-auth', ':pass1word2x');
    neverLeaks(fc.tuple(token, end), ([secret, after]) => ({
      text: `remote = https://${secret}${after}@git.shop.io/shop/web.git`,
      secret,
    }));
  });

  it('HTTP Basic credentials', () => {
    const end = fc.constantFrom('', 'x-oauth-basic', 'pass1word2x');
    neverLeaks(fc.tuple(userName, password), ([user, secret]) => ({
      text: `Authorization: Basic ${base64(`${user}:${secret}`)}`,
      secret,
    }));
    neverLeaks(fc.tuple(token, end), ([secret, after]) => ({
      text: `{"auths":{"registry.shop.io":{"auth":"${base64(`${secret}:${after}`)}"}}}`,
      secret,
      path: '.docker/config.json',
    }));
  });

  it('tokens with ids in the clear', () => {
    neverLeaks(characters(BASE62, 24, 24), (secret) => ({
      text: [
        `a = ${'xo'}xb-123456789012-1234567890123-${secret}`,
        `b = https://hooks.slack${'.com'}/services/T01ABCDEF/B01ABCDEF/${secret}`,
      ].join('\n'),
      secret,
    }));
  });

  it('JSON Web Tokens, also with a login or a token in a claim', () => {
    neverLeaks(fc.tuple(characters(BASE62, 43, 43), password), ([signature, secret]) => ({
      text: `token: ${jwtPart({ alg: 'HS256' })}.${jwtPart({
        iss: `https://app:${secret.replaceAll(/[/?#]/g, '')}@id.shop.io`,
        sub: 'svc-orders',
        aud: ['shop', `${'ey'}J${signature}.x`],
      })}.${signature}`,
      secret: signature + secret.replaceAll(/[/?#]/g, ''),
    }));
  });

  it('connection strings of Azure', () => {
    neverLeaks(characters(`${BASE62}/+`, 86, 86), (body) => {
      const secret = `${body}==`;
      const short = `${body.slice(0, 43)}=`;
      return {
        text: [
          `DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${secret};EndpointSuffix=core.windows.net`,
          `Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey=${short};EntityPath=q`,
          `Endpoint=https://shop.azconfig.io;Id=ab12-l0-s0:x;Secret=${secret}`,
        ].join('\n'),
        secret,
      };
    });
  });

  it('key files', () => {
    neverLeaks(characters(`${BASE62}/+`, 400, 400), (secret) => {
      const file = {
        type: 'service_account',
        project_id: secret.slice(0, 20),
        private_key_id: secret.slice(20, 40),
        private_key: `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----\n`,
        client_email: 'ci@shop.iam.gserviceaccount.com',
      };
      return { text: JSON.stringify(file), secret };
    });
  });
});
