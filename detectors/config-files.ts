import type { Detector, DetectorExample } from '../src/model/detector.ts';
import { assignment } from './build/assignment.ts';
import { exampleLine } from './build/example-line.ts';

const plausible: Detector['checks'] = [
  { check: 'not-placeholder' },
  { check: 'not-everyday' },
  { check: 'entropy', min: 2.5 },
];

/** Passwords in the configuration files and connection strings of well-known programs. */
export const configFiles: readonly Detector[] = [
  {
    id: 'netrc-password',
    title: 'Password in a netrc file',
    provider: 'netrc',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['machine', 'default login'],
      pattern:
        /(?:machine[ \t]{1,8}(?:[\w.-]{1,253}|\[[\w:]{2,40}\])(?::\d{1,5})?|default)(?:(?:\s{1,16}(?:login|account)\s{1,8}(?!(?:anonymous|ftp)\s)[^\s"'<>]{1,128}){1,2}|(?=\s{1,16}password\s{1,8}\S{4,512}\s{1,16}login\s))\s{1,16}password\s{1,8}(?<secret>[^\s"'<>$\\]{4,512})/,
      maxLength: 1100,
      proof: 'context',
      multiLine: true,
    },
    checks: [
      { check: 'not-placeholder' },
      { check: 'not-everyday' },
      { check: 'not-words' },
      { check: 'entropy', min: 2.8 },
    ],
    rotate: 'Change the password or revoke the token at the host it is for, and delete the line.',
    docs: 'https://everything.curl.dev/usingcurl/netrc.html',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 20);
        return [
          { text: `machine git.shop.io login deploy password ${secret}`, secret, path: 'setup.sh' },
          { text: `machine api.heroku.com\n  login ops@shop.io\n  password ${secret}\n`, secret, path: 'setup.sh' },
          { text: `machine ftp.shop.io password ${secret} login deploy\n`, secret, path: 'Dockerfile' },
          { text: `default login deploy account shop password ${secret}\n`, secret, path: 'setup.sh' },
        ];
      },
      noMatch: () => [
        'machine git.shop.io login deploy password $PASSWORD',
        'machine git.shop.io login deploy',
        'default login anonymous password ops@mail.shop.io',
        'machine ftp.shop.io login alice password alicespassword',
        'write("machine git.shop.io login user password pass\\ndefault")',
        'the machine is up, login now',
      ],
    },
  },
  {
    id: 'pypirc-password',
    title: 'Password in a .pypirc file',
    provider: 'PyPI',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['password'],
      pattern: /(?<!\S)password[ \t]{0,8}[:=][ \t]{0,8}(?!pypi-)(?<secret>[^\s"'<>$%]{4,256})/,
      proof: 'context',
      paths: /(?:^|\/)\.?pypirc$/,
    },
    checks: plausible,
    rotate: 'Change it at the package index, and publish with a trusted publisher or an API token of one project.',
    docs: 'https://packaging.python.org/en/latest/specifications/pypirc/',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 18);
        return [
          { text: `password = ${secret}`, secret, path: '.pypirc' },
          { text: `password: ${secret}`, secret, path: 'home/.pypirc' },
        ];
      },
      noMatch: (make) => [
        { text: 'password = <your-password>', path: '.pypirc' },
        { text: `password = ${make(make.base62, 18)}`, path: 'setup.cfg' },
      ],
    },
  },
  {
    id: 'pgpass-password',
    title: 'Password in a PostgreSQL password file',
    provider: 'PostgreSQL',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: [':5432:', ':5433:', ':6432:', ':*:'],
      pattern: /(?<![^\n])[\w.*\\:-]{1,253}?:(?:\d{2,5}|\*):[^:\s]{1,64}:[^:\s]{1,64}:(?<secret>[^\s:]{3,256})/,
      lookBehind: 320,
      maxLength: 800,
      proof: 'format',
      paths: /(?:^|\/)\.?pgpass(?:\.conf)?$/,
    },
    checks: [{ check: 'not-template' }],
    rotate: 'ALTER ROLE … PASSWORD, and keep the new one out of the repository.',
    docs: 'https://www.postgresql.org/docs/current/libpq-pgpass.html',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 16);
        return [
          { text: `# database\ndb1.shop.io:5432:shop:deploy:${secret}\n`, secret, path: '.pgpass' },
          { text: `*:*:*:deploy:${secret}`, secret, path: 'pgpass.conf' },
          { text: 'db1.shop.io:5432:shop:deploy:marigold77', secret: 'marigold77', path: '.pgpass' },
        ];
      },
      noMatch: (make) => [
        { text: '#hostname:5432:database:username:', path: '.pgpass' },
        { text: `db1.shop.io:5432:shop:deploy:${make(make.base62, 16)}`, path: 'notes.txt' },
        { text: 'db1.shop.io:5432:shop:deploy:xxxxxxxxxxxx', path: '.pgpass' },
      ],
    },
  },
  {
    id: 'htpasswd-hash',
    title: 'Password hash (htpasswd or shadow format)',
    provider: 'Apache HTTP Server',
    kind: 'password',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: [':$apr1$', ':$2y$', ':$2a$', ':$2b$', ':{SHA}', ':$5$', ':$6$', ':$1$', ':$y$', ':$gy$'],
      pattern:
        /:(?<secret>\$apr1\$[\w./]{1,8}\$[\w./]{22}|\$2[aby]\$\d\d\$[\w./]{53}|\{SHA\}[A-Za-z0-9+/]{27}=|\$1\$[\w./]{1,8}\$[\w./]{22}|\$[56]\$(?:rounds=\d{1,9}\$)?[\w./]{1,16}\$[\w./]{43,86}|\$g?y\$[\w./]{1,16}\$[\w./]{1,86}\$[\w./]{43})(?![\w./])/,
      // In programs and prose such a line is what a test or a document shows.
      paths:
        /(?:^|\/)(?:[^/.]{1,60}|[^/]{0,100}\.(?:ya?ml|toml|json|conf|cfg|ini|env|txt|users|passwd|shadow|properties|tf|tfvars|sh|sql|bak|old|orig|save|csv|log)\d?)$|htpasswd|shadow|passwd/i,
      proof: 'format',
    },
    checks: [{ check: 'outside-examples' }, { check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Change the password of the user everywhere it is used: hashes of weak passwords are found by trying.',
    docs: 'https://httpd.apache.org/docs/current/misc/password_encryptions.html',
    examples: {
      match: (make) => [
        exampleLine('ops:', `$apr1$${make(make.base62, 8)}$${make(make.base62, 22)}`),
        exampleLine('root:', `$6$${make(make.base62, 16)}$${make(make.base62, 86)}`, ':19000:0:99999:7:::'),
        exampleLine('ops:', `$2y$10$${make(make.base62, 53)}`),
        exampleLine('ops:', `$y$j9T$${make(make.base62, 22)}$${make(make.base62, 43)}`, ':19500:0:99999:7:::'),
      ],
      noMatch: (make) => [
        `ops:$apr1$${'x'.repeat(8)}$${'x'.repeat(22)}`,
        `ops:$2y$10$${make(make.base62, 20)}`,
        'root:*:19000:0:99999:7:::',
        // In a test it opens nothing that matters, and its password is nearly always there in words.
        { text: `ops:$apr1$${make(make.base62, 8)}$${make(make.base62, 22)}`, path: 'test/fixtures/htpasswd' },
      ],
    },
  },
  {
    id: 'sql-password-hash',
    title: 'Password hash in a dump of a database',
    provider: 'SQL',
    kind: 'password',
    identity: 'user',
    severity: 'medium',
    match: {
      anchors: ["'$2y$", "'$2a$", "'$2b$", "'$P$B", "'$argon2i", "'$6$", "'$5$", "'pbkdf2_sha256$"],
      pattern:
        /'(?<secret>\$2[aby]\$\d\d\$[\w./]{53}|\$P\$B[\w./]{30}|\$argon2id?\$v=\d\d\$[mtp=,\d]{10,40}\$[\w+/]{11,64}\$[\w+/]{22,128}|\$[56]\$(?:rounds=\d{1,9}\$)?[\w./]{1,16}\$[\w./]{43,86}|pbkdf2_sha256\$\d{4,8}\$[\w./+]{8,64}\$[\w+/]{43}=)'/,
      paths: /\.(?:sql|dump|psql|mysql)(?:\.(?:bak|old|txt))?$/i,
      proof: 'format',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3.5 }],
    rotate: 'Let the users of the rows choose other passwords: hashes of weak ones are found by trying.',
    docs: 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
    examples: {
      match: (make) => {
        return [
          inRow(`$2y$12$${make(make.base62, 53)}`),
          inRow(`$P$B${make(make.base62, 30)}`),
          inRow(`$argon2id$v=19$m=65536,t=3,p=4$${make(make.base62, 22)}$${make(make.base62, 43)}`),
          inRow(`pbkdf2_sha256$600000$${make(make.base62, 22)}$${make(make.base62, 43)}=`),
        ];
      },
      noMatch: (make) => [
        { text: `(7, 'ops', '$2y$12$${make(make.base62, 20)}', 1),`, path: 'db/dump.sql' },
        { text: `(7, 'ops', '$2y$12$${make(make.base62, 53)}', 1),`, path: 'test/users.ts' },
      ],
    },
  },
  {
    id: 'wordpress-config-secret',
    title: 'Password or key in wp-config.php',
    provider: 'WordPress',
    kind: 'password',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['DB_PASSWORD', '_KEY', '_SALT'],
      pattern:
        /(?:DB_PASSWORD|(?:AUTH|LOGGED_IN|NONCE)?_(?:KEY|SALT))['"][ \t]{0,4},[ \t]{0,8}['"](?<secret>[^'"\n]{4,128})['"]/,
      proof: 'context',
      paths: /wp-config[\w.-]{0,24}$/,
    },
    checks: [{ check: 'not-template' }],
    rotate:
      'Change the password of the database user; put fresh keys and salts from https://api.wordpress.org/secret-key/1.1/salt/, which logs everyone out.',
    docs: 'https://developer.wordpress.org/advanced-administration/wordpress/wp-config/',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 20);
        return [
          { text: `define( 'DB_PASSWORD', '${secret}' );`, secret, path: 'wp-config.php' },
          { text: `define('SECURE_AUTH_KEY',  '${secret}');`, secret, path: 'site/wp-config.php.bak' },
          { text: "define('DB_PASSWORD', 'marigold77');", secret: 'marigold77', path: 'wp-config.php' },
        ];
      },
      noMatch: (make) => [
        { text: "define( 'DB_PASSWORD', 'password_here' );", path: 'wp-config-sample.php' },
        { text: "define('AUTH_KEY', 'put your unique phrase here');", path: 'wp-config-sample.php' },
        { text: `define( 'DB_PASSWORD', '${make(make.base62, 20)}' );`, path: 'index.php' },
      ],
    },
  },
  {
    id: 'ado-net-password',
    title: 'Database connection string with password',
    provider: 'Database',
    kind: 'connection-string',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['server=', 'data source=', 'host=', 'server =', 'data source ='],
      ignoreCase: true,
      pattern:
        /(?:server|data source|host) ?=[^"'`<>\n]{1,300}?; ?(?:password|pwd) ?= ?(?<secret>[^;"'`\s<>$%{}]{4,128})/i,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'not-everyday' }],
    extract: ['connection-string'],
    rotate: 'Change the password of the login; prefer integrated security or a managed identity, which needs none.',
    docs: 'https://learn.microsoft.com/en-us/sql/connect/ado-net/connection-string-syntax',
    examples: {
      match: (make) => [
        exampleLine(
          '"Default": "Server=tcp:db.shop.io,1433;Database=shop;User Id=app;Password=',
          make(make.base62, 16),
          ';Encrypt=True"',
        ),
        exampleLine('Data Source=db1;Initial Catalog=shop;User ID=sa;Pwd=', make(make.base62, 16)),
      ],
      noMatch: () => [
        'Server=db1;Database=shop;User Id=app;Password={password}',
        'Server=db1;Integrated Security=true',
        'Server=db1;Password=password;',
      ],
    },
  },
  {
    id: 'jdbc-password',
    title: 'JDBC URL with password',
    provider: 'JDBC',
    kind: 'connection-string',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['jdbc:'],
      pattern: /jdbc:[a-z0-9:+]{2,40}:[^\s"'`<>]{2,300}?[?&;](?:password|pwd)=(?<secret>[^\s"'`&;<>${}]{4,128})/,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'not-everyday' }],
    extract: ['connection-string'],
    rotate: 'Change the password of the database user, and give it to the pool from a secret store, not in the URL.',
    docs: 'https://docs.oracle.com/en/java/javase/21/docs/api/java.sql/java/sql/DriverManager.html',
    examples: {
      match: (make) => [
        exampleLine('url=jdbc:postgresql://db.shop.io/shop?user=app&password=', make(make.base62, 16), '&ssl=true'),
        exampleLine('url=jdbc:postgresql://db.shop.io/shop?user=app&password=', 'marigold', '&ssl=true'),
      ],
      noMatch: () => [
        'url=jdbc:postgresql://db.shop.io/shop?user=app&password=${DB_PASSWORD}',
        'url=jdbc:postgresql://db.shop.io/shop?user=app&password=secret',
        'url=jdbc:postgresql://db.shop.io/shop',
      ],
    },
  },
  {
    id: 'jdbc-oracle-thin-password',
    title: 'Oracle thin JDBC URL with password',
    provider: 'Oracle Database',
    kind: 'connection-string',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['jdbc:oracle:'],
      pattern: /jdbc:oracle:(?:thin|oci\d?):[\w$#.-]{1,128}\/(?<secret>[^\s"'`@<>${}/]{4,128})@/,
      proof: 'context',
    },
    checks: plausible,
    extract: ['connection-string'],
    rotate: 'ALTER USER … IDENTIFIED BY, and give the password to the pool from a wallet or a secret store.',
    docs: 'https://docs.oracle.com/en/database/oracle/oracle-database/23/jjdbc/data-sources-and-URLs.html',
    examples: {
      match: (make) => [exampleLine('jdbc:oracle:thin:app/', make(make.base62, 14), '@//db.shop.io:1521/shop')],
      noMatch: () => ['jdbc:oracle:thin:@//db.shop.io:1521/shop', 'jdbc:oracle:thin:app/${PASSWORD}@db'],
    },
  },
  {
    id: 'kafka-sasl-password',
    title: 'Password in a Kafka JAAS configuration',
    provider: 'Kafka',
    kind: 'password',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: ['LoginModule'],
      pattern:
        /LoginModule\s{1,4}(?:required|requisite|sufficient|optional)[^;{}]{0,300}?password\s?=\s?\\?["'](?<secret>[^"'\\\s$<>]{4,256})/,
      maxLength: 700,
      proof: 'context',
      multiLine: true,
    },
    checks: plausible,
    extract: ['connection-string'],
    rotate:
      'Change the SCRAM password with `kafka-configs --alter`, or the API secret at the provider, and read it from a secret store.',
    docs: 'https://kafka.apache.org/documentation/#security_sasl_jaasconfig',
    examples: {
      match: (make) => [
        exampleLine(
          'sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="shop" password="',
          make(make.base62, 24),
          '";',
        ),
      ],
      noMatch: () => [
        'sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="${KAFKA_PASSWORD}";',
        'sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="a" password="<password>";',
      ],
    },
  },
  {
    id: 'ldap-bind-password',
    title: 'LDAP bind password',
    provider: 'LDAP',
    kind: 'password',
    identity: 'service-account',
    severity: 'high',
    match: {
      anchors: [
        'bindpw',
        'bind_pw',
        'bindpassword',
        'bind_password',
        'bind-password',
        'bindcredential',
        'ldap_password',
        'ldap-password',
        'ldappassword',
      ],
      ignoreCase: true,
      // In a query, `&` and the name of the next parameter end it.
      pattern: assignment(
        '(?:ldap|bind)[_-]?(?:pw|password|credentials?)',
        '(?:[^\\s"\'`,;$<>{}()&]|&(?![\\w.-]{1,40}=)){4,128}',
      ),
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 2.8 }],
    rotate: 'Change the password of the bind account in the directory, and give it read access only.',
    docs: 'https://www.openldap.org/doc/admin26/security.html',
    examples: {
      match: (make) => [
        exampleLine('LDAP_BIND_PASSWORD=', make(make.base62, 16)),
        exampleLine('bindpw: "', make(make.base62, 16), '"'),
        exampleLine('"LDAPPassword=', `${make(make.base62, 8)}&${make(make.base62, 8)}`, '&Version=2"'),
      ],
      noMatch: () => ['LDAP_BIND_PASSWORD=${LDAP_PW}', 'bindpw: secret', 'bindPassword: config.ldap.password'],
    },
  },
  {
    id: 'maven-settings-password',
    title: 'Password in Maven settings',
    provider: 'Maven',
    kind: 'password',
    identity: 'user',
    severity: 'high',
    match: {
      anchors: ['<password>', '<passphrase>'],
      pattern: /<pass(?:word|phrase)>(?<secret>[^<>${}\s]{4,256})<\/pass/,
      proof: 'context',
      paths: /(?:^|\/)[\w.-]{0,40}settings[\w.-]{0,40}\.xml$/i,
    },
    checks: plausible,
    rotate: 'Change it at the repository, and read it from the environment: `${env.MAVEN_PASSWORD}`.',
    docs: 'https://maven.apache.org/settings.html#servers',
    examples: {
      match: (make) => {
        const secret = make(make.base62, 18);
        return [{ text: `<password>${secret}</password>`, secret, path: '.m2/settings.xml' }];
      },
      noMatch: (make) => [
        { text: '<password>${env.MAVEN_PASSWORD}</password>', path: '.m2/settings.xml' },
        { text: `<password>${make(make.base62, 18)}</password>`, path: 'pom.xml' },
      ],
    },
  },
  {
    id: 'framework-signing-key',
    title: 'Signing key of a web framework',
    provider: 'Web framework',
    kind: 'signing-key',
    identity: 'app',
    severity: 'high',
    match: {
      anchors: ['secret_key_base', 'SECRET_KEY_BASE', 'APP_KEY', 'SECRET_KEY'],
      pattern:
        /(?:secret_key_base["']?\s?[:=]\s{0,4}["']?(?=[0-9a-f]{64})|SECRET_KEY_BASE["']?\s?[:=]\s{0,4}["']?|APP_KEY=["']?base64:(?=[A-Za-z0-9+/]{43}=)|(?<!\w)SECRET_KEY[ \t]?=[ \t]?["'](?=[^"'\n]{50}["']))(?<secret>[^\s"'`<>]{44,200})/,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
    rotate:
      'Generate another (`rails secret`, `php artisan key:generate`, Django get_random_secret_key) and keep it in the environment; sessions signed with the old one end.',
    docs: 'https://docs.djangoproject.com/en/stable/ref/settings/#secret-key',
    examples: {
      match: (make) => [
        exampleLine('  secret_key_base: ', make(make.hex, 128)),
        exampleLine('APP_KEY=base64:', `${make(make.base62, 43)}=`),
        exampleLine("SECRET_KEY = '", make('abcdefghijklmnopqrstuvwxyz0123456789!@#%^&*(-_=+)', 50), "'"),
      ],
      noMatch: () => [
        'secret_key_base: <%= ENV["SECRET_KEY_BASE"] %>',
        'APP_KEY=base64:xxxx',
        "SECRET_KEY = os.environ['DJANGO_SECRET_KEY']",
      ],
    },
  },
];

function inRow(secret: string): DetectorExample {
  return { text: `(7, 'ops', '${secret}', 1),`, secret, path: 'db/dump.sql' };
}
