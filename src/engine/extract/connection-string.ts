import { facts } from './facts.ts';
import type { Extracted } from './facts.ts';
import { isNameLike } from './is-name-like.ts';

const SERVER =
  /(?:^|[;?&\s"'])(?:server|data ?source|host|addr(?:ess)?|network address) ?= ?(?:tcp:)?([^;&"'\s]{1,200})/i;
const USER = /(?:^|[;?&\s"'])(?:user(?: ?id|name)?|uid|account) ?= ?\\?["']?([^;&"'\s\\]{1,100})/i;
const DATABASE = /(?:^|[;?&\s"'])(?:database|initial catalog|dbname) ?= ?([^;&"'\s]{1,100})/i;
const JDBC_HOST = /^jdbc:[a-z0-9:+]{2,40}:(?:\/\/|@\/{0,2})([\w.-]{1,200}(?::\d{1,5})?)(?:[/;:?]([\w$-]{1,100}))?/i;
const ORACLE_USER = /^jdbc:oracle:(?:thin|oci\d?):([\w$#.-]{1,100})\//;
const HOST = /^[\w.-]{1,200}(?:[\\:,]{1,2}[\w.-]{1,64})?$/;

/**
 * Server, user and database of a connection string of ADO.NET, ODBC, JDBC or Kafka's JAAS, as far as they stand before
 * the password.
 */
export function connectionString(whole: string): Extracted {
  const jdbc = JDBC_HOST.exec(whole);
  const host = jdbc?.[1] ?? SERVER.exec(whole)?.[1];
  const user = ORACLE_USER.exec(whole)?.[1] ?? USER.exec(whole)?.[1];
  const database = jdbc?.[2] ?? DATABASE.exec(whole)?.[1];
  return {
    facts: facts({
      host: host !== undefined && HOST.test(host) ? host : undefined,
      user: user !== undefined && isNameLike(user) ? user : undefined,
      database: database !== undefined && isNameLike(database) ? database : undefined,
    }),
  };
}
