import type { Detector } from '../src/model/detector.ts';
import { exampleLine } from './build/example-line.ts';

interface Scheme {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  /** Schemes without what follows a plus sign, such as `postgres`. */
  readonly schemes: readonly string[];
  /** Whether drivers may be named behind a plus sign, as in `postgresql+asyncpg`. */
  readonly drivers?: boolean;
  readonly severity: Detector['severity'];
  /** `context` where the password is often a provider's token, which says more. Default `format`. */
  readonly proof?: 'context';
  readonly rotate: string;
  readonly docs: string;
}

const changeRole =
  'Change the password of the user, deploy the new one from a secret store, and close the old sessions; prefer short-lived logins of the cloud’s IAM.';

const schemes: readonly Scheme[] = [
  {
    id: 'postgres-url',
    title: 'PostgreSQL URL with password',
    provider: 'PostgreSQL',
    schemes: ['postgres', 'postgresql', 'postgis', 'cockroachdb', 'redshift', 'pgsql', 'pgx', 'pg'],
    drivers: true,
    severity: 'high',
    rotate: `ALTER ROLE … PASSWORD. ${changeRole}`,
    docs: 'https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING',
  },
  {
    id: 'mysql-url',
    title: 'MySQL or MariaDB URL with password',
    provider: 'MySQL',
    schemes: ['mysql', 'mysqlx', 'mysql2', 'mymysql', 'mariadb', 'maria', 'percona', 'my'],
    drivers: true,
    severity: 'high',
    rotate: `ALTER USER … IDENTIFIED BY. ${changeRole}`,
    docs: 'https://dev.mysql.com/doc/refman/en/connecting-using-uri-or-key-value-pairs.html',
  },
  {
    id: 'mongodb-url',
    title: 'MongoDB URL with password',
    provider: 'MongoDB',
    schemes: ['mongodb', 'mongodb+srv'],
    severity: 'high',
    rotate: `db.changeUserPassword(), or Edit Password under Database Access in Atlas. ${changeRole}`,
    docs: 'https://www.mongodb.com/docs/manual/reference/connection-string/',
  },
  {
    id: 'redis-url',
    title: 'Redis URL with password',
    provider: 'Redis',
    schemes: ['redis', 'rediss', 'valkey', 'valkeys', 'redis-sentinel'],
    severity: 'high',
    rotate: 'Add a second password with ACL SETUSER, deploy it from a secret store, then remove the old one.',
    docs: 'https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/',
  },
  {
    id: 'amqp-url',
    title: 'AMQP (RabbitMQ) URL with password',
    provider: 'RabbitMQ',
    schemes: ['amqp', 'amqps'],
    severity: 'high',
    rotate: `rabbitmqctl change_password. ${changeRole}`,
    docs: 'https://www.rabbitmq.com/docs/uri-spec',
  },
  {
    id: 'mssql-url',
    title: 'SQL Server URL with password',
    provider: 'SQL Server',
    schemes: ['mssql', 'sqlserver', 'ms', 'tds'],
    drivers: true,
    severity: 'high',
    rotate: `ALTER LOGIN … WITH PASSWORD. ${changeRole}`,
    docs: 'https://learn.microsoft.com/en-us/sql/t-sql/statements/alter-login-transact-sql',
  },
  {
    id: 'clickhouse-url',
    title: 'ClickHouse URL with password',
    provider: 'ClickHouse',
    schemes: ['clickhouse', 'clickhouses'],
    drivers: true,
    severity: 'high',
    rotate: `ALTER USER … IDENTIFIED BY. ${changeRole}`,
    docs: 'https://clickhouse.com/docs/sql-reference/statements/alter/user',
  },
  {
    id: 'snowflake-url',
    title: 'Snowflake URL with password',
    provider: 'Snowflake',
    schemes: ['snowflake'],
    severity: 'critical',
    rotate: 'ALTER USER … RESET PASSWORD; give services key-pair or OAuth authentication and `TYPE = SERVICE`.',
    docs: 'https://docs.snowflake.com/en/developer-guide/python-connector/sqlalchemy',
  },
  {
    id: 'oracle-url',
    title: 'Oracle Database URL with password',
    provider: 'Oracle Database',
    schemes: ['oracle', 'godror', 'oci8'],
    drivers: true,
    severity: 'high',
    rotate: `ALTER USER … IDENTIFIED BY. ${changeRole}`,
    docs: 'https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/ALTER-USER.html',
  },
  {
    id: 'ldap-url',
    title: 'LDAP URL with password',
    provider: 'LDAP',
    schemes: ['ldap', 'ldaps'],
    severity: 'high',
    rotate: 'Change the password of the bind account in the directory, and give it read access only.',
    docs: 'https://www.rfc-editor.org/rfc/rfc4516',
  },
  {
    id: 'smtp-url',
    title: 'SMTP or IMAP URL with password',
    provider: 'SMTP',
    schemes: ['smtp', 'smtps', 'imap', 'imaps', 'submission'],
    severity: 'medium',
    rotate: 'Change the password of the mailbox or the relay’s SMTP user.',
    docs: 'https://www.rfc-editor.org/rfc/rfc5092',
  },
  {
    id: 'ftp-url',
    title: 'FTP or SFTP URL with password',
    provider: 'FTP',
    schemes: ['ftp', 'ftps', 'sftp', 'ssh', 'scp'],
    severity: 'high',
    rotate: 'Change the password of the account; log in with a key or a certificate instead.',
    docs: 'https://www.rfc-editor.org/rfc/rfc1738#section-3.2',
  },
  {
    id: 'message-broker-url',
    title: 'MQTT, NATS, STOMP or Kafka URL with password',
    provider: 'Message broker',
    schemes: ['mqtt', 'mqtts', 'nats', 'nats-route', 'nats-leaf', 'stomp', 'kafka', 'pulsar', 'pulsar+ssl'],
    severity: 'high',
    rotate: 'Change the password of the broker’s user, and deploy the new one from a secret store.',
    docs: 'https://docs.nats.io/using-nats/developer/connecting/userpass',
  },
  {
    id: 'data-store-url',
    title: 'Data store URL with password',
    provider: 'Database',
    schemes: [
      'cassandra',
      'ca',
      'crate',
      'hdb',
      'ydb',
      'cql',
      'scylla',
      'ignite',
      'firebird',
      'firebirdsql',
      'presto',
      'hana',
      'exasol',
      'oracle',
      'odbc+db2',
      'tidb',
      'meilisearch',
      'opensearch',
      'neo4j',
      'neo4j+s',
      'bolt',
      'bolt+s',
      'couchdb',
      'couchbase',
      'influxdb',
      'memcached',
      'elasticsearch',
      'trino',
      'vertica',
      'hive',
      'arangodb',
      'surrealdb',
      'libsql',
      'monetdb',
      'impala',
      'teradatasql',
      'risingwave',
      'db2',
    ],
    severity: 'high',
    rotate: changeRole,
    docs: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
  },
  {
    id: 'url-basic-auth',
    title: 'Password in a web address',
    provider: 'HTTP',
    schemes: ['http', 'https', 'git+https', 'git+http', 'hg+https', 'svn+https', 'ws', 'wss', 'git', 'svn', 'socks5'],
    severity: 'high',
    proof: 'context',
    rotate:
      'Change the password or revoke the token at the host of the address; keep it in a credential helper or the environment.',
    docs: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
  },
];

/**
 * User and password up to the last `@` of the authority (RFC 3986 section 3.2), then the rest of the URL, by which the
 * engine tells a host from the rest of a password. What looks like a port is no password, nor is what says that the
 * user is a token.
 */
const AUTHORITY =
  '[^\\s:@/?#"\'`<>\\\\\\[\\]]{0,128}:(?!\\d{1,5}(?:[/?#,;)]|$)|x-(?:oauth-basic|token-auth)@)(?<secret>[^\\s/?#"\'`<>\\\\]{3,256})@[\\w\\[%$#{][^\\s"\'`<>\\\\]{0,500}';

/** URLs of services, one detector a kind of service; the secret is the password alone, so that reuse across hosts shows. */
export const connectionUrls: readonly Detector[] = schemes.map(
  ({ id, title, provider, schemes: names, drivers, severity, proof, rotate, docs }) => ({
    id,
    title,
    provider,
    kind: 'connection-string',
    identity: 'user',
    severity,
    match: {
      anchors: names.flatMap((name) => (drivers === true ? [`${name}://`, `${name}+`] : [`${name}://`])),
      pattern: new RegExp(
        `(?<!(?<!\\\\)[\\w+.-])(?:${names.map((name) => name.replace('+', '\\+')).join('|')})${drivers === true ? '(?:\\+[a-z0-9_]{1,24})?' : ''}://${AUTHORITY}`,
      ),
      maxLength: 960,
      proof: proof ?? 'format',
    },
    checks: [{ check: 'url-password' }],
    extract: ['url-parts'],
    rotate,
    docs,
    examples: {
      match: (make) => [
        exampleLine(`URL=${names[0]}://shop:`, make(make.base62, 16), '@db1.shop.io:6000/main?ssl=1'),
        exampleLine(
          `"url": "${names.at(-1)}://shop:`,
          `${make(make.base62, 8)}%21${make(make.base62, 4)}`,
          '@10.1.2.3/main"',
        ),
        exampleLine(`connect(fmt.Sprintf("${names[0]}://shop:`, make(make.base62, 16), '@%s:%d/main", host, port))'),
      ],
      noMatch: () => [
        `${names[0]}://shop:\${PASSWORD}@db1.shop.io/main`,
        `${names[0]}://user:password@host/main`,
        `${names[0]}://shop:correct-horse@example.com/main`,
        `${names[0]}://db1.shop.io:6000/main`,
        `${names[0]}://db1.shop.io:6000,x@db2.shop.io/main`,
        `${names[0]}://shop:x-oauth-basic@db1.shop.io/main`,
      ],
    },
  }),
);

/** A token in the place of the user: Git hosts and package registries take it there. */
export const urlTokens: readonly Detector[] = [
  {
    id: 'url-token-auth',
    title: 'Token in a web address',
    provider: 'HTTP',
    kind: 'access-token',
    identity: 'unknown',
    severity: 'high',
    match: {
      anchors: ['https://', 'http://'],
      // Addresses of Sentry carry a public key there, before a host and the number of a project.
      pattern:
        /(?<![\w.])https?:\/\/(?<secret>[\w-]{20,255})(?::(?:x-oauth-basic|x-token-auth)?)?@(?![^\s"'`<>]{0,120}(?:sentry|\/\d{1,20}(?![\w/.-])))[\w-]{1,63}\.[\w.-]{2,200}/,
      proof: 'context',
    },
    checks: [{ check: 'not-placeholder' }, { check: 'mixed', classes: 'ld' }, { check: 'entropy', min: 3.2 }],
    rotate: 'Revoke the token at the host of the address; keep the new one in a credential helper or the environment.',
    docs: 'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens',
    examples: {
      match: (make) => [
        exampleLine('git+https://', make(make.hex, 40), '@github.com/shop/web.git#v1'),
        exampleLine('"url": "https://', make(make.base62, 32), ':x-oauth-basic@git.shop.io/web.git"'),
      ],
      noMatch: (make) => [
        `dsn: https://${make(make.hex, 32)}@o12345.ingest.sentry.io/4501`,
        `dsn: https://${make(make.hex, 32)}@errors.shop.io/17`,
        `url: https://${'x'.repeat(40)}@github.com/shop/web.git`,
        'url: https://continuous-integration-account@github.com/shop/web.git',
      ],
    },
  },
];
