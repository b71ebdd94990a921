import { X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { extract as extractFrom } from '../../src/engine/extract/index.ts';
import { references } from '../../detectors/references.ts';
import { scanInline } from '../../src/engine/scan-inline.ts';
import type { Extractor } from '../../src/model/detector.ts';
import { selfSigned } from '../support/self-signed.ts';

function extract(extractor: Extractor, value: string, whole: string) {
  const valueStart = Math.max(0, whole.indexOf(value));
  return extractFrom(extractor, { value, whole, context: whole, valueStart, wholeStart: 0 });
}

const jwt = (claims: unknown): string =>
  `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.sig`;

const url = (user: string, password: string, rest: string): string => `postgres://${user}:${password}@${rest}`;

const field = (type: number, text: string): Buffer =>
  Buffer.concat([Buffer.from([type, text.length]), Buffer.from(text)]);

describe('facts read from a value', () => {
  it('aws-account: the id, and its account where the id is of the new generation', () => {
    const id = ['ASIA', 'Y34FZKBOKMUTVV7A'].join('');
    expect(extract('aws-account', id, id)).toEqual({ keyId: id, facts: { account: '609629065308' } });
    const old = ['AKIA', 'IOSFODNN7ABCDEFG'].join('');
    expect(extract('aws-account', old, old)).toEqual({ keyId: old, facts: {} });
  });

  it('jwt-claims: issuer, audience, subject and expiry, bounded and on one line', () => {
    const token = jwt({
      iss: 'https://idp',
      aud: ['a', 'b'],
      sub: `x\n${'y'.repeat(500)}`,
      exp: 1_700_000_000,
      email: 'me@x',
    });
    const { facts } = extract('jwt-claims', token, token);
    expect(facts).toMatchObject({ iss: 'https://idp', aud: 'a b', expires: '2023-11-14T22:13:20.000Z' });
    expect(Object.keys(facts)).toEqual(['alg', 'iss', 'aud', 'sub', 'expires']);
    expect(facts.alg).toBe('HS256');
    expect(facts.sub).toMatch(/^x y+…$/);
    expect(facts.sub?.length).toBe(200);
    expect(extract('jwt-claims', jwt({ exp: 1e300, sub: 5 }), '').facts).toEqual({ alg: 'HS256' });
    // An e-mail names a person, unless it is a machine's.
    expect(extract('jwt-claims', jwt({ sub: 'jane@shop.io' }), '').facts).not.toHaveProperty('sub');
    const machine = 'ci@shop-1.iam.gserviceaccount.com';
    expect(extract('jwt-claims', jwt({ sub: machine, azp: 'web-client', tid: 'shop' }), '').facts).toMatchObject({
      sub: machine,
      client: 'web-client',
      tenant: 'shop',
    });
  });

  it('url-parts: everything but the password', () => {
    const password = 's3cr@t!9xQ';
    expect(extract('url-parts', password, url('app', password, 'db.shop.internal:5432/orders?ssl=1'))).toEqual({
      facts: { scheme: 'postgres', host: 'db.shop.internal:5432', user: 'app', database: 'orders' },
    });
  });

  it.each([
    ['several hosts of a cluster', url('app', 'pw', 'a.shop.io:27017,b.shop.io/orders'), 'a.shop.io:27017,b.shop.io'],
    ['an IPv6 address', url('app', 'pw', '[fd00::1]:5432/x'), '[fd00::1]:5432'],
    ['localhost', url('app', 'pw', 'localhost'), 'localhost'],
    ['a bare word before a path', url('app', 'pw', 'db/orders'), 'db'],
    ['a bare word before a port', url('app', 'pw', 'db:5432'), 'db:5432'],
    ['a name at the end of a sentence', url('app', 'pw', 'db.shop.io.'), 'db.shop.io'],
    ['no host in a bare word at the end', url('app', 'pw', 'ssw0rd'), undefined],
    ['no host before a further @', url('app', 'pw', 'ss/word@db.shop.io/x'), undefined],
    ['no host in what cannot be one', url('app', 'pw', 'ss$word/x'), undefined],
    ['no host where the password is another', url('app', 'other', 'db.shop.io/x'), undefined],
  ])('url-parts: %s', (_, text, host) => {
    expect(extract('url-parts', 'pw', text).facts.host).toBe(host);
  });

  it('url-parts: no user that may be a token', () => {
    const token = 'Zk3vQ9xT2mB7nL5pR8sW';
    expect(extract('url-parts', 'pw', url(token, 'pw', 'db.shop.io/x')).facts).not.toHaveProperty('user');
    expect(extract('url-parts', 'x', url('deploy', 'x', 'db.shop.io/x')).facts).not.toHaveProperty('user');
    expect(extract('url-parts', '', `https://${token}@git.shop.internal/a`).facts).not.toHaveProperty('user');
  });

  it('url-parts: no name that tells a part of the password', () => {
    expect(extract('url-parts', 'orders-9x', url('orders', 'orders-9x', 'db.shop.io/orders')).facts).toEqual({
      scheme: 'postgres',
      host: 'db.shop.io',
    });
  });

  it('gcp-key-file: project, account and key id, also escaped', () => {
    const file = JSON.stringify({
      project_id: 'shop-1',
      private_key_id: 'ab'.repeat(20),
      client_email: 'ci@shop-1.iam',
    });
    for (const text of [file, JSON.stringify(file)]) {
      expect(extract('gcp-key-file', text, text)).toEqual({
        keyId: 'ab'.repeat(20),
        facts: { project_id: 'shop-1', client_email: 'ci@shop-1.iam', account: 'shop-1' },
      });
    }
  });

  it('azure-connection-string: account and policy', () => {
    const storage = 'DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=k;EndpointSuffix=core.windows.net';
    expect(extract('azure-connection-string', 'k', storage).facts).toEqual({ account: 'shop' });
    const bus = 'Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey=k';
    expect(extract('azure-connection-string', 'k', bus).facts).toEqual({
      endpoint: 'sb://shop.servicebus.windows.net/',
      policy: 'root',
    });
  });

  it('slack-ids: workspace and integration', () => {
    const hook = ['https://hooks.slack.com/services', 'T01234567', 'B01234567', 'x'].join('/');
    expect(extract('slack-ids', hook, hook).facts).toEqual({ workspace: 'T01234567', integration: 'B01234567' });
    expect(extract('slack-ids', ['xoxb', '123456789012', '1', 'x'].join('-'), '').facts).toEqual({
      workspace: '123456789012',
    });
  });

  it('basic-auth-user: the part before the colon', () => {
    const pair = Buffer.from('ci-bot:pass').toString('base64');
    expect(extract('basic-auth-user', pair, pair).facts).toEqual({ user: 'ci-bot' });
    expect(extract('basic-auth-user', `Basic ${pair}`, '').facts).toEqual({ user: 'ci-bot' });
    const lone = Buffer.from('ci-bot:').toString('base64');
    expect(extract('basic-auth-user', lone, lone).facts).toEqual({});
  });

  it('macaroon: location, projects and end', () => {
    const end = Buffer.from([0]);
    const head = [Buffer.from([2]), field(1, 'pypi.org'), field(2, 'a'.repeat(40)), end];
    const tail = Buffer.concat([Buffer.from([6, 32]), Buffer.alloc(32, 7)]);
    const of = (...caveats: readonly string[]): unknown =>
      extract(
        'macaroon',
        `pypi-${Buffer.concat([...head, ...caveats.flatMap((each) => [field(2, each), end]), end, tail]).toString('base64url')}`,
        '',
      ).facts;
    expect(of()).toEqual({ location: 'pypi.org' });
    expect(of('[1, ["shop-web", "shop-api"]]', '[0, 1700000000, 1600000000]')).toEqual({
      location: 'pypi.org',
      projects: 'shop-web shop-api',
      expires: '2023-11-14T22:13:20.000Z',
    });
  });

  it.each([
    [
      'Server=tcp:db.shop.io,1433;Database=shop;User Id=app;Password=pw',
      { host: 'db.shop.io,1433', user: 'app', database: 'shop' },
    ],
    ['Data Source=db1\\\\SQL;UID=sa;Pwd=pw', { user: 'sa' }],
    [
      'jdbc:postgresql://db.shop.io:5432/orders?user=app&password=pw',
      { host: 'db.shop.io:5432', user: 'app', database: 'orders' },
    ],
    ['LoginModule required username="svc" password="pw', { user: 'svc' }],
    ['jdbc:oracle:thin:app/pw@', { user: 'app' }],
  ])('connection-string: %s', (text, expected) => {
    expect(extract('connection-string', 'pw', text).facts).toMatchObject(expected);
  });

  it.each([
    ['{"user": "shop", "password": "pw-Zk3vQ9xT"}', 'shop'],
    ['password=pw-Zk3vQ9xT user=deploy', 'deploy'],
    ['login(username="a", user="b", password="pw-Zk3vQ9xT")', undefined],
    ['{"user": getUser(), "password": "pw-Zk3vQ9xT"}', undefined],
    ['user=shop token=pw-Zk3vQ9xT', undefined],
  ])('assigned-user: %s', (text, user) => {
    const value = 'pw-Zk3vQ9xT';
    const wholeStart = text.search(/password|token/);
    const input = { value, whole: text.slice(wholeStart), context: text, wholeStart, valueStart: text.indexOf(value) };
    expect(extractFrom('assigned-user', input).facts.user).toBe(user);
  });

  it('discord-app: the id that the token begins with', () => {
    const token = `${Buffer.from('123456789012345678').toString('base64')}.GaBcDe.x`;
    expect(extract('discord-app', token, token).facts).toEqual({ app: '123456789012345678' });
  });

  it('certificate: the same in PEM and in DER', () => {
    const { cert } = selfSigned();
    const bytes = new X509Certificate(cert).raw;
    const [pem, der] = [Buffer.from(cert), Buffer.concat([bytes, Buffer.from(' and more')])].map(
      (content) =>
        scanInline([{ id: 1, path: 'tls.crt', bytes: content }], { detectors: references, key: new Uint8Array(32) })
          .matches,
    );
    expect(pem?.[0]?.facts).toMatchObject({ subject: 'CN=bitting test' });
    expect(der?.map(({ facts, end }) => ({ facts, end }))).toEqual([{ facts: pem?.[0]?.facts, end: bytes.length }]);
  });

  it('reference-target: the matched text', () => {
    expect(extract('reference-target', 'https://v.vault.azure.net/secrets/a', '').facts).toEqual({
      target: 'https://v.vault.azure.net/secrets/a',
    });
  });
});
