import { describe, expect, it } from 'vitest';
import { shannonEntropy } from '../../src/engine/checks/entropy.ts';
import { isEverydayWord } from '../../src/engine/checks/everyday.ts';
import { runCheck } from '../../src/engine/checks/index.ts';
import type { PlainCheck as Check } from '../../src/engine/checks/index.ts';
import { isPlaceholder } from '../../src/engine/checks/not-placeholder.ts';
import { isTypedRow } from '../../src/engine/checks/typed-row.ts';
import { exampleMaker } from '../support/example-maker.ts';

const make = exampleMaker('edges');

function verdict(check: Check, value: string, whole = value): string {
  const valueStart = whole.indexOf(value);
  const result = runCheck(check, { value, whole, context: whole, valueStart, wholeStart: 0 });
  if (result.verdict === 'prove') return result.proof;
  return result.verdict === 'keep' && result.confidence === 'low' ? 'low' : result.verdict;
}

const pair = (text: string): string => Buffer.from(text, 'latin1').toString('base64');
const url = (user: string, password: string, host: string): string => `amqp://${user}:${password}@${host}:5672/`;
const long = make(make.base62, 16);

describe('basic-auth', () => {
  const check: Check = { check: 'basic-auth' };

  it.each([
    ['a password', 'deploy:q8Z!'],
    ['a password without a user', ':q8Zrv2Lp'],
    ['a password with a colon', 'deploy:q8Z:v2Lp'],
    ['a password beyond ASCII', 'deploy:q8Zr\xe4v2Lp'],
    ['a token for the user', `${long}:`],
    ['a token before x-oauth-basic', `${long}:x-oauth-basic`],
    ['a token before X', `${long}:X`],
  ])('keeps %s', (_, text) => {
    expect(verdict(check, pair(text))).toBe('keep');
  });

  it.each([
    ['no colon', `${long}-${make(make.base62, 9)}`],
    ['a control character', 'deploy:q8Zr\x01v2Lp'],
    ['a password of three characters', 'deploy:q8Z'],
    ['a password that is the user', 'zq8rv2lp:zq8rv2lp'],
    ['a password everybody uses', 'deploy:password'],
    ['a placeholder', 'deploy:${PASSWORD}'],
    ['a token of fifteen characters', `${long.slice(1)}:`],
    ['a short name before x', 'deploy:x'],
    ['a short name before x-oauth-basic', 'deploy:x-oauth-basic'],
  ])('drops %s', (_, text) => {
    expect(verdict(check, pair(text))).toBe('drop');
  });
});

describe('names', () => {
  it('credential-name: keeps what is named a credential and drops what is named something about one', () => {
    const check: Check = { check: 'credential-name' };
    expect(verdict(check, long, `shop_api_key = "${long}"`)).toBe('keep');
    expect(verdict(check, long, `shop_digest = "${long}"`)).toBe('drop');
    expect(verdict(check, long, `shop_token_hash = "${long}"`)).toBe('drop');
  });

  describe('credential-name, where the name of a provider stands alone', () => {
    const check: Check = { check: 'credential-name', alone: ['quuxly', 'account', 'quuxpay'] };
    const random = 'q8Zr2vLp0kX7mTn4cWy1';
    const hex = '9f3b71c04ae85d26b7f1c0938de24a65';
    const UUID = '9f3b71c0-4ae8-4d26-b7f1-c0938de24a65';

    /** Of a match that begins in a name behind words that set it. */
    function ofName(value: string, line: string): string {
      const wholeStart = /^(?:export|ENV) /.exec(line)?.[0].length ?? 0;
      const valueStart = line.indexOf(value);
      const input = { value, whole: line.slice(wholeStart), context: line, valueStart, wholeStart };
      return runCheck(check, input).verdict;
    }

    it.each([
      ['a random value', random, `quuxly: ${random}`],
      ['the name with separators', random, `QUUX_PAY = "${random}"`],
      ['hex in a variable of the environment', hex, `QUUXLY=${hex}`],
      ['the same in quotes', hex, `export QUUXLY="${hex}"`],
      ['a word that is exported', hex, `export ACCOUNT=${hex}`],
      ['a word that an image sets', random, `ENV ACCOUNT=${random}`],
      ['hex in what a shell exports', hex, `export quuxly=${hex}`],
      ['a UUID that is exported', UUID, `export QUUXLY=${UUID}`],
      ['words for a credential behind it', hex, `quuxly API key: ${hex}`],
      ['the same for a name that is not listed', hex, `shop access token = ${hex}`],
      ['a function that says so', hex, `quuxly = token("${hex}")`],
    ])('keeps %s', (_, value, line) => {
      expect(ofName(value, line)).toBe('keep');
    });

    it.each([
      ['hex that may be a checksum', hex, `quuxly: ${hex}`],
      ['the same as a package lists it', hex, `"QUUXLY": "${hex}"`],
      ['hex beside the name in small letters', hex, `quuxly=${hex}`],
      ['a word that is not exported', random, `account: ${random}`],
      ['a word in capital letters', hex, `ACCOUNT=${hex}`],
      ['another name', random, `quuxly_widget: ${random}`],
      ['a UUID', UUID, `QUUXLY=${UUID}`],
      ['a UUID that is exported under quite another name', UUID, `export WIDGET=${UUID}`],
      ['another word behind the name', random, `quuxly search ${random}`],
      ['nineteen characters', random.slice(1), `quuxly: ${random.slice(1)}`],
      ['letters alone', 'qZrvLpkXmTncWyqZrvLp', 'quuxly: qZrvLpkXmTncWyqZrvLp'],
      ['digits alone', '83920174650192837465', 'quuxly: 83920174650192837465'],
      ['little entropy', 'aab1aab1bba1abb1aab2', 'quuxly: aab1aab1bba1abb1aab2'],
      ['words for something about a credential', hex, `quuxly token id: ${hex}`],
      ['words behind a name of four', hex, `the_digest_of_quuxly api key: ${hex}`],
    ])('drops %s', (_, value, line) => {
      expect(ofName(value, line)).toBe('drop');
    });
  });

  it('identifier-name: drops what is named a secret', () => {
    const check: Check = { check: 'identifier-name' };
    for (const name of ['secret', 'access_token', 'Passphrase', 'PWD', 'private_id']) {
      expect(verdict(check, long, `${name}=${long}`)).toBe('drop');
    }
    expect(verdict(check, long, `client_id=${long}`)).toBe('keep');
  });
});

describe('not-words', () => {
  const check: Check = { check: 'not-words' };

  it.each(['p@ssw0rd!', 'access-qz', 'password1', 'correct-user_account', 'DefaultAccess2024', 'account.service'])(
    'drops %s',
    (value) => {
      expect(verdict(check, value)).toBe('drop');
    },
  );

  it.each(['account20245', 'account!service', '#account', 'account7service', 'qzkvwxjt', long])('keeps %s', (value) => {
    expect(verdict(check, value)).toBe('keep');
  });
});

describe('not-everyday', () => {
  const check: Check = { check: 'not-everyday' };

  it.each(['password', 'Passw0rd!', 'db-password', 'admin', 'hunter2'])('drops %s', (value) => {
    expect(verdict(check, value)).toBe('drop');
  });

  it.each(['account', 'correct-user_account', 'goodspec', long])('keeps %s', (value) => {
    expect(verdict(check, value)).toBe('keep');
  });
});

it('expected doubts what has another shape than the provider gives it today', () => {
  const check: Check = { check: 'expected', shape: '^ntn_[0-9]{11}' };
  expect(verdict(check, `ntn_12345678901${long}`)).toBe('keep');
  expect(verdict(check, `ntn_1234567890a${long}`)).toBe('low');
});

describe('not-template', () => {
  const check: Check = { check: 'not-template' };

  it.each([
    '<password>',
    '${DB_PASSWORD}',
    '%password%',
    'your_password_1',
    'put your unique phrase here',
    'password_here',
    'changeme',
    'change-it',
    'password',
    'db_password',
    'postgres',
    'secret',
    'xxxxxxxx',
    '********',
    '12345678',
  ])('drops %s', (value) => {
    expect(verdict(check, value)).toBe('drop');
  });

  it.each(['hunter2', 'admin123', 'pass123', 'Pass!12345', 'mongopass', 'ExamplePas123'])('doubts %s', (value) => {
    expect(verdict(check, value)).toBe('low');
  });

  it.each([long, 'q8Zr!2vLp0', 'RedisPas1!', 'swordfish'])('keeps %s', (value) => {
    expect(verdict(check, value)).toBe('keep');
  });
});

describe('url-password', () => {
  const check: Check = { check: 'url-password' };

  it.each([
    ['the default account of a host that others reach', url('admin', 'admin', 'mq.shop-frontend.de'), 'low'],
    ['the same at an address', url('guest', 'guest', '203.0.113.7'), 'low'],
    ['the same with a number', url('admin', 'admin123', 'mq.shop.de'), 'low'],
    ['the same at a container', url('guest', 'guest', 'rabbit'), 'drop'],
    ['the same at this machine', url('guest', 'guest', '127.0.0.1'), 'drop'],
    ['the same at an example', url('guest', 'guest', 'mq.example.com'), 'drop'],
    ['a weak one where a service hosts the database', url('app', 'testpass', 'ds048537.mongolab.com'), 'low'],
    ['a template there', url('app', 'changeme', 'ds048537.mongolab.com'), 'drop'],
    ['words for one there', url('app', 'random_password', 'ds029017.mlab.com'), 'drop'],
    ['a weak one at a name that no service gave', url('app', 'testpass', 'db.mongolab.com'), 'drop'],
    ['an account that is no default', url('shop', 'shop', 'mq.shop.de'), 'drop'],
    ['the same with a number, where others reach it', url('shop', 'shop2024', 'mq.shop.de'), 'low'],
    ['the same at a container', url('shop', 'shop2024', 'mq'), 'drop'],
    ['the same with more behind it', url('shop', 'shop2024q', 'mq.shop.de'), 'keep'],
    ['the account of a sample schema', url('scott', 'tiger', 'db.shop.de'), 'drop'],
    ['a host of one letter', url('shop', 'q8Zr!2vLp0', 'd:2'), 'drop'],
    ['a password named as its user is', url('cacheuser', 'cachepass', 'mq.shop.de'), 'drop'],
    ['one named after another', url('cacheuser', 'quartzpass', 'mq.shop.de'), 'keep'],
    ['a password that is no default', url('admin', 'secret', 'mq.shop.de'), 'drop'],
    ['twelve random characters at an example', url('shop', 'q8zrv2lp0kx7', 'example.com'), 'low'],
    ['eleven', url('shop', 'q8zrv2lp0kx', 'example.com'), 'drop'],
    ['letters alone', url('shop', 'qwzrvulpokxy', 'example.com'), 'drop'],
    ['digits alone', url('shop', '829471650372', 'example.com'), 'drop'],
    ['a row with little in it', url('shop', 'zzqqzzqqzz11', 'example.com'), 'drop'],
    ['an escaped placeholder', url('shop', '%24%7BPASS%7D', 'db.shop.de'), 'drop'],
    ['a host that is filled in', 'amqp://shop:q8Zr!2vLp0@{host}/', 'low'],
    ['a host of a format', 'nats://shop:q8Zr2vLp0@%s:%d', 'low'],
    ['words before a host that is filled in', 'amqp://shop:private_database@{host}/', 'drop'],
    ['a password and a host that are filled in', 'amqp://shop:%s@%s:%d', 'drop'],
    ['a mark for any host', 'amqp://shop:q8Zr!2vLp0@[host]/', 'drop'],
    ['brackets round it', url('shop', '[password_1]', 'db.shop.de'), 'drop'],
    ['every address of this machine', url('shop', 'q8Zr!2vLp0', '0.0.0.0'), 'low'],
    ['a placeholder', url('shop', 'q8zr-sample-v2', 'db.shop.de'), 'drop'],
    ['an escaped word', url('shop', 'pass%77ord', 'db.shop.de'), 'drop'],
    ['few characters over and over at an example', url('shop', 'ab1ab2ab1ba2', 'example.com'), 'drop'],
    ['brackets at the end', url('shop', 'q8Zr[2vLp0]', 'db.shop.de'), 'keep'],
    ['a usual one', url('shop', 'q8Zr!2vLp0', 'db.shop.de'), 'keep'],
  ])('%s', (_, value, expected) => {
    expect(verdict(check, value)).toBe(expected);
  });
});

it('url-password reads the URL round a password that was matched alone', () => {
  expect(verdict({ check: 'url-password' }, 'q8Zr!2vLp0', url('shop', 'q8Zr!2vLp0', 'db.shop.de'))).toBe('keep');
});

describe('entropy and classes', () => {
  it('counts bits a character', () => {
    expect(shannonEntropy('aaaa')).toBe(0);
    expect(shannonEntropy('abab')).toBeCloseTo(1);
    expect(shannonEntropy('abcd')).toBeCloseTo(2);
    expect(shannonEntropy('aabc')).toBeCloseTo(1.5);
    expect(shannonEntropy('')).toBe(0);
  });

  it('keeps a value that has just the minimum', () => {
    expect(verdict({ check: 'entropy', min: 2 }, 'abcd')).toBe('keep');
    expect(verdict({ check: 'entropy', min: 2.01 }, 'abcd')).toBe('drop');
  });

  it.each([
    ['u', 'aB3', 'ab3'],
    ['l', 'aB3', 'AB3'],
    ['d', 'aB3', 'aBc'],
  ])('mixed %s', (classes, kept, dropped) => {
    expect(verdict({ check: 'mixed', classes }, kept)).toBe('keep');
    expect(verdict({ check: 'mixed', classes }, dropped)).toBe('drop');
  });
});

it('mixed asks for nothing it does not know', () => {
  expect(verdict({ check: 'mixed', classes: 'x' }, 'a')).toBe('keep');
});

describe('known values', () => {
  const documented = ['eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9', 'eyJzdWIiOiJhIn0'];

  it('jwt: drops claims under a signature from the documentation of JWT', () => {
    const signature = ['SflKxwRJSMeKKF2QT4fwpMeJf36POk6y', 'JV_adQssw5c'].join('');
    expect(verdict({ check: 'jwt' }, [...documented, signature].join('.'))).toBe('drop');
    expect(verdict({ check: 'jwt' }, [...documented, signature.replace('S', 'T')].join('.'))).toBe('structure');
  });

  it('jwt: takes encrypted tokens, whose payload nobody can read', () => {
    const header = Buffer.from('{"alg":"RSA-OAEP","enc":"A256GCM"}').toString('base64url');
    const parts = [32, 16, 64, 22].map((length) => make(make.base64url, length));
    expect(verdict({ check: 'jwt' }, [header, ...parts].join('.'))).toBe('structure');
    const signed = Buffer.from('{"alg":"RS256"}').toString('base64url');
    expect(verdict({ check: 'jwt' }, [signed, ...parts].join('.'))).toBe('drop');
  });

  it('not-placeholder: doubts what was made out of a documented example', () => {
    const check: Check = { check: 'not-placeholder' };
    expect(verdict(check, ['AKIA', 'IOSFODDD7', 'QZRVLPX'].join(''))).toBe('low');
    expect(verdict(check, ['wJalrXUtn', 'FEMIq8Zr2vLp0Kx7'].join(''))).toBe('low');
    expect(verdict(check, ['AKIA', 'IOSFODAA7', 'QZRVLPX'].join(''))).toBe('keep');
  });
});

describe('placeholders', () => {
  it.each([
    'q8zr-sample-v2lp',
    'q8zr-changeit-v2',
    'change.this.q8zr',
    'replace_with_q8zr',
    'insert-your-q8zr',
    'not-a-real-q8zr2v',
    'notsecret-q8zr2v',
    'fake_token_q8zr2v',
    'q8zr-secret-goes-here',
    'q8zrkeyhere',
    'my-own-api-q8zr',
    'your-q8zr2vlp',
    'q8zr-foobar-2v',
    'lorem-q8zr2v',
    'censored-q8zr',
    'removed-q8zr2v',
    'masked-q8zr2v',
    'hidden-value-q8',
    'todo:q8zr2v',
    'undefined-q8zr',
    'cafebabeq8zr2v',
    `${'z'.repeat(390)}dummy`,
    'ab12-00000000-0000-0000-0000-q8zr2v',
    'q8-FFFFFFFF-ffff-ffff-ffff-zr2v',
    'q8xxxxxzr2v',
    'q8-xxx-zr2v',
    'XXX.q8zr2v',
    'q8zr***2v',
    'q8zr...2v',
    'q8zr…2v',
    'zzyyzzyyzzzyzy',
    'q8zrrrrrrr2v',
    'pq12345678zr',
    'v7890123456',
    'q456789z',
    'q8Zrq8Zrq8Zr',
    '#{token}q8zr',
    '@{token}q8zr',
    '<%= token %>q8',
    '[API KEY]q8zr',
    '%(token)sq8zr',
    '{token}q8zr',
    '__TOKEN__q8',
    '&token',
    'a$b$c$d',
    '12.aaa-bbb-ccc',
    'aaaabbbbcccc',
    'q8zr2vq8zr2v',
    '5678',
    `${['eyJhbGci', 'OiJub25lIn0'].join('')}.q8.`,
    'secrets.DEPLOY_KEY',
    'var.token',
    'local.token',
    'data.vault.token',
    'module.db.token',
    'op://vault/item/q8',
    'projects/shop-1/secrets/q8zr2v',
    'ref+vault://q8zr',
    'ENC[AES256,q8zr]',
  ])('%s is one', (value) => {
    expect(isPlaceholder(value)).toBe(true);
  });

  it.each([
    'q8zrmykeyv2lp',
    'a$b$c$q8',
    '12.aaa-bbx-ccc',
    'q8zr2q8zr2',
    '5679',
    'q8zr${t}v2lp0kx',
    'q8zr-xx-v2lp',
    'q8zrxxxx2vlp',
    'q8zr**2vlp',
    'q8zr..2vlp',
    'q8zrrrrr2vlp',
    'q1234zr2vlp8',
    'k$token-q8zr',
    'xenv.q8zr2vlp',
    'q8Zrq8Zrq8Zx1',
    `${'q8Zr2vLp'.repeat(51).slice(1)}dummy`,
    '{T}q8zr2v',
    '[AB]q8zr2v',
  ])('%s is none', (value) => {
    expect(isPlaceholder(value)).toBe(false);
  });
});

describe('typed rows', () => {
  it.each([
    ['eight letters', 'qabcdefgh', true],
    ['seven letters', 'qabcdefg', false],
    ['downwards', 'q87654321', true],
    ['seven downwards', 'q8765432', false],
    ['in mixed case', 'aBcDeFgH', true],
    ['over nine and nought', '56789012', true],
    ['over f, as in hexadecimal', 'cdefabcd', true],
    ['over z', 'wxyzabcd', true],
    ['over punctuation', '()*+,-./', false],
    ['from a sign on', '/0123456', false],
    ['downwards over f', 'lkjihgfa', false],
    ['two rows taking turns', '1a2b3c4d5e6f', true],
    ['five pairs only', '1a2b3c4d5e', false],
    ['twelve characters written twice', `${'qz8rv2lp0kx7'}${'qz8rv2lp0kx7'}`, true],
    ['twelve with others between', 'qz8rv2lp0kx7-qz8rv2lp0kx7', true],
    ['eleven written twice', 'qz8rv2lp0kxqz8rv2lp0kx', false],
    ['a third of a long value', `${make(make.base62, 30)}${'qz8rv2lp0kx7m4w'}${'qz8rv2lp0kx7m4w'}`, false],
    ['just short enough to be typed', `${make(make.base62, 248)}abcdefgh`, true],
    ['too long to be typed', `${make(make.base62, 250)}abcdefgh`, false],
  ])('%s', (_, value, expected) => {
    expect(isTypedRow(value)).toBe(expected);
  });
});

describe('everyday words', () => {
  it.each([
    'password',
    'my-passwd',
    'another_secret',
    'hardcoded-password',
    'Passw0rd!1',
    'p@ssword',
    'secret-key',
    'tokenvalue',
    'password 1234',
    'username',
    'admin2024',
    'testing12',
    'postgresql',
    'mongodb',
    'rabbitmq',
    'database',
    'api_key',
    'pass.pass',
    'abc-123456',
    '123123123',
    '1234567',
    '98765432',
    'foobar',
    'secret123',
    'hunter2',
    'credentials',
    'qwerty123',
    'letmein',
    'welcome202',
    '****',
    '!?',
    'machine-pass',
    'personal-access-token',
    's3cr3t!',
    'p@55word#%^&*()',
    'pass:word',
    'passw\xc3\xb6rd',
    'passw\xf6rd',
    'p%40ssword',
    'e2epassword',
    'secretpwd',
  ])('%s is one', (value) => {
    expect(isEverydayWord(value)).toBe(true);
  });

  it.each([
    'passwordless-q8',
    'hunter2!',
    'D1fficultP@ssw0rd',
    's3c-r#t*',
    'q8password',
    'admin20245',
    'secret00000',
    '654322',
    'bart',
    'foobars',
    'welcome20245',
    'x1-access-token',
    'a-b-c-d-e-token',
    `${'a-'.repeat(19)}tok`,
    `${'*'.repeat(41)}`,
  ])('%s is none', (value) => {
    expect(isEverydayWord(value)).toBe(false);
  });
});
