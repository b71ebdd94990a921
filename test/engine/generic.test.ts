import { describe, expect, it } from 'vitest';
import { generic } from '../../detectors/generic.ts';
import { scanInline } from '../../src/engine/scan-inline.ts';
import { exampleMaker } from '../support/example-maker.ts';

const make = exampleMaker('generic');
const random = make(make.base62, 24);
const hex = make(make.hex, 40);
const human = 'Tr0ub4dor&3x';

function confidences(text: string, path = 'config/app.yaml'): readonly string[] {
  const segment = { id: 1, path, bytes: Buffer.from(text) };
  return scanInline([segment], { detectors: generic, key: new Uint8Array(32) }).matches.map(
    ({ confidence }) => confidence,
  );
}

describe('the generic detector finds', () => {
  it.each([
    ['a shell variable', `export DB_PASSWORD=${random}`, 'deploy.sh'],
    ['YAML', `  client_secret: ${hex}`, 'a.yml'],
    ['JSON', `{"accessToken": "${random}"}`, 'a.json'],
    ['an escaped JSON string', `"{\\"apiKey\\":\\"${random}\\"}"`, 'a.json'],
    ['a constant in code', `const API_KEY = '${random}';`, 'src/a.ts'],
    ['minified code', `${'a.b("c"),'.repeat(9000)}password:"${random}",d=1`, 'dist/app.min.js'],
    ['a struct in Go', `\tSecretKey: "${hex}",`, 'a.go'],
    ['a Ruby hash', `:password => '${human}'`, 'a.rb'],
    ['a password that a person made up', `spring.datasource.password=${human}`, 'application.properties'],
    [
      'a UUID that a name calls a key',
      `api_key = "${make(make.hex, 8)}-4a1f-4c2e-9b7d-${make(make.hex, 12)}"`,
      'a.ini',
    ],
    [
      'a password with brackets in quotes',
      `"password": "${make(make.base62, 6)}(7${make(make.base62, 2)}!*"`,
      'a.json',
    ],
    [
      'a password that begins with a sign',
      `"password": "@4${make(make.base62, 4)}(${make(make.base62, 2)}!w"`,
      'a.json',
    ],
    ['a season and a year', 'DB_PASSWORD=Summer2024!', '.env'],
    ['a word, a digit and a sign', 'PASSWORD: hunter2!', 'a.yml'],
    ['words with signs for letters', 'const KEY_PASSWORD = "B4kery$hop!2024"', 'a.js'],
    ['words spelled with digits', 'var pg_pass="sup3rst0ckr00m4Ops";', 'model.js'],
    ['words in both cases with a digit among them', 'f(password="OhYesThis1sForOps", port=465)', 'send.py'],
    ['a secret that a person made up', 'ENV SHOP_SECRET=StolenGarden42!', 'Dockerfile'],
    ['a short name', 'smtp_pass: Kundendienst#1', 'a.yml'],
    ['a symbol of Ruby and its value', `set :password, "${human}"`, 'deploy.rb'],
    ['a line that is commented out', `# password = "${human}"`, 'a.rb'],
    ['a parameter of a URL', `'https://api.shop.io/v1?client=4&access_token=${random}&format=json'`, 'a.py'],
    ['the first field of a form', `curl -d "password=${random}&user=grace" https://api.shop.io`, 'a.sh'],
    ['the last parameter of a URL', `"https://api.shop.io/v1?access_token=${hex}"`, 'a.py'],
    ['a key in base64', `PRIVATE_KEY_BASE64=${make(make.base64, 64)}`, '.env'],
    ['an option of a command line', `mysqldump -u shop --password ${human} orders`, 'backup.txt'],
  ])('%s', (_, text, path) => {
    expect(confidences(text, path)).toHaveLength(1);
  });
});

describe('the generic detector leaves alone', () => {
  it.each([
    ['the name of a variable in capitals', `password => ['PGPASSWORD' => $c]`, 'a.php'],
    ['a choice in capitals', '"token": "BYRADIUS"', 'a.json'],
    ['a time', 'creationToken = 1644442631', 'a.conf'],
    ['a word with digits for letters', 'password=s3cr3t', 'a.conf'],
    ['technical names with digits', 'password = "Oauth2TokenHandler"', 'a.conf'],
    ['a secret that a person made up, in a test', 'SHOP_SECRET = "SuperSecretDB2024!"', 'test/a_test.py'],
    ['a word in base64', 'credential=cGFzc3dvcmQ=', 'a.conf'],
    ['user and password in base64 that are words', 'auth_secret: dXNlcjpwYXNzd29yZA==', 'a.yml'],
    ['arguments without names', `options = [$user, $password, 'ntlm/v2-x7']`, 'a.php'],
    ['words of a sentence', 'passwords or passphrases (e.g. of users)', 'a.adoc'],
    ['a call in a string', `name="_token" value="'.csrf_token().'"`, 'a.php'],
    ['code that a comment sets in', '  #   user.update(password: "nohack4u")', 'a.rb'],
    ['references', 'password: ${DB_PASSWORD}', 'a.yml'],
    ['look-ups', 'const token = process.env.TOKEN_FOR_STAGING', 'a.ts'],
    ['expressions', 'password = getPasswordFromVault(name)', 'a.py'],
    ['members', 'secret := config.Vault.SecretValue', 'a.go'],
    ['types', 'password: string', 'a.ts'],
    ['names of things', 'token_name: shop-frontend-token', 'a.yml'],
    ['labels', 'passwordLabel = "Enter your password"', 'a.js'],
    ['paths', 'private_key: /etc/ssl/private/shop.pem', 'a.yml'],
    ['public keys', `public_key: ${make(make.base64, 64)}`, 'a.yml'],
    ['checksums', `api_key_sha256: ${make(make.hex, 64)}`, 'a.yml'],
    ['password hashes', `password: $2a$10$${make(make.base62, 53)}`, 'a.yml'],
    ['words', 'secret: customer-portal', 'a.yml'],
    ['sentences', 'The secret: always rotate what was shown.', 'a.md'],
    ['comparisons', 'if (token == "end-of-file")', 'a.c'],
    ['author', 'author: Q8zr2vLp0Kx7', 'a.yml'],
    ['identifiers in code', 'passwordField: "userPasswordConfirmationField"', 'a.js'],
    ['values that repeat their name', 'client_secret: client-secret', 'a.yml'],
    ['numbers', 'max_tokens = 128000', 'a.py'],
    ['hashes of secrets', `"hashed_secret": "${hex}"`, '.secrets.baseline'],
    ['signatures', `oauth_signature="${random}"`, 'a.txt'],
    ['tokens that guard a form', `<input name="authenticity_token" value="${random}" />`, 'a.html'],
    ['ids of credentials', `CREDENTIAL_ID_BASE64 = "${random}"`, 'a.rb'],
    ['countries by their codes', "'PW' => 'Palaos',", 'regions/es.php'],
    ['tokens of badges', `![](https://cov.io/gh/badge.svg?token=${make(make.base62, 10)})`, 'README.md'],
    ['keys that are sealed', `"Kms-Sealed-Key": "${make(make.base64, 64)}"`, 'a.json'],
    ['short fields of a form', 'curl -d "user=grace&pass=12345&id=3&ding=submit"', 'a.sh'],
    ['labels in other languages', '"LABEL_PASSWORD": "Wachtwoord"', 'i18n/nl.json'],
    ['words of other languages', '"password": "Jelszó"', 'i18n/hu.json'],
    ['sentences of other languages', '"TWO_FACTOR_TOKEN": "Token wygasł i jest nieważny."', 'i18n/pl.json'],
    ['ranges of versions', '"@shop/rule-password": "^10.2.2"', 'package.json'],
    ['ranges of versions of a protocol', '"@shop/rule-basicauth": "npm:^8.2.1"', 'yarn.lock'],
    ['the argument after a call', `assert.equal(hash('password'), '${hex}')`, 'a.ts'],
    ['code after the end of a string', 'ask("Password: "),a=b.limit;!c;)b.left=d,b.rest""', 'a.js'],
    ['what is encrypted already', `password: encrypted$${make(make.base64, 60)}`, 'a.yml'],
    [
      'JSON Web Tokens without a signature',
      `localStorage.setItem("token", "${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"a1"}').toString('base64url')}.")`,
      'a.ts',
    ],
    ['entries of a store', `DOCKER_PASSWORD = credentials('${make(make.hex, 32)}')`, 'Jenkinsfile'],
    ['ids that pages show to everyone', 'token: "UA-12345678-1"', 'book.json'],
    ['options in prose', 'Set the --password option, or the --token flag.', 'README.md'],
    ['options without a value', 'mysqldump --password --user shop', 'a.sh'],
  ])('%s', (_, text, path) => {
    expect(confidences(text, path)).toEqual([]);
  });
});

describe('the generic detector is less sure', () => {
  it('in tests and examples, where it reports all the same', () => {
    expect(confidences(`password: ${random}`, 'deploy/app.yaml')).toEqual(['medium']);
    expect(confidences(`password: ${random}`, 'test/fixtures/app.yaml')).toEqual(['low']);
  });
});
