import { urlParts } from '../url-parts.ts';
import { undisguised } from './disguise.ts';
import { shannonEntropy } from './entropy.ts';
import { isEverydayWord } from './everyday.ts';
import { isNamedAfter } from './named-after.ts';
import { isPlaceholder } from './not-placeholder.ts';
import { notTemplate } from './not-template.ts';
import { notWords } from './not-words.ts';
import { DROP, KEEP, KEEP_DOUBTFUL } from './verdict.ts';
import type { CheckInput, Verdict } from './verdict.ts';

/** Names reserved for documentation (RFC 2606, RFC 6761) and stand-ins. */
const EXAMPLE_HOST =
  /(?:^|\.)(?:example(?:\.(?:com|net|org|edu))?|test|invalid|host(?:name)?|server(?:name)?|domain(?:\.com)?|foo\.com|bar\.com|my-?host|your-?host|address|foo|bar|baz|qux|[a-z]|host(?:name)?\.(?:com|dom|tld))(?::\d+)?$/i;
/** Accounts that software comes with, whose password is often the name. */
const DEFAULT_ACCOUNT =
  /^(?:admin(?:istrator)?|root|guest|postgres|mysql|mongo|elastic|rabbitmq|sa|tomcat|jenkins|nexus)$/i;
const DEFAULT_PASSWORD =
  /^(?:admin(?:istrator)?|root|guest|postgres|mysql|mongo|elastic|rabbitmq|sa|tomcat|jenkins|nexus|pass(?:word|w0rd)?)[0-9!]{0,4}$|^12345\d{0,5}$/i;
/** The account of a database's sample schema, which documents write. */
const SAMPLE_ACCOUNT = /^scott:tiger$/i;
/** A name that can be looked up by anybody, or an address, and no name of a container. */
const REACHABLE_HOST = /^(?:[a-z0-9-]+\.)+[a-z]{2,24}(?::\d+)?$|^\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?$/i;
/** The name that a service gives to one database of one customer: whoever wrote it had it before him. */
const HOSTED =
  /^[a-z0-9-]*\d[a-z0-9-]*\.(?:[a-z0-9-]+\.)*(?:rds\.amazonaws\.com|cache\.amazonaws\.com|mongodb\.net|mlab\.com|mongolab\.com|database\.azure\.com|database\.windows\.net|redis\.cache\.windows\.net|cloudamqp\.com|compose\.direct|dblayer\.com|redislabs\.com|redis-cloud\.com|elephantsql\.com|psdb\.cloud|supabase\.co|neon\.tech|ondigitalocean\.com|aivencloud\.com|aiven\.io|clever-cloud\.com|scalegrid\.io)(?::\d+)?$/i;
const LOCAL_HOST = /^(?:localhost|127\.\d|0\.0\.0\.0|\[::1\])/i;

/** `@%s:%d`, `@${HOST}`, `@{host}` */
const HOST_FILLED_IN = /:\/\/[^/?#]*@(?:%[sdv]|\$\{?[A-Za-z_]|#\{|\{\w)/;

/** The password of a URL is there and is no stand-in; on hosts of examples only what looks random is kept. */
export function urlPassword({ value, whole }: CheckInput): Verdict {
  const parts = urlParts(value) ?? urlParts(whole);
  if (parts === undefined) return DROP;
  const { password, host, user } = parts;
  const plain = percentDecode(password);
  if (plain === '') return DROP;
  if (isNamedAfter(plain, user) || isEverydayWord(plain)) {
    return isOpenDoor(user, plain, host) || isWeakInUse(plain, host) ? KEEP_DOUBTFUL : DROP;
  }
  if (isPlaceholder(plain) || SAMPLE_ACCOUNT.test(`${user}:${plain}`)) return DROP;
  // `password!with@+ symbols`
  const word = plain.includes(' ') ? undisguised(plain) : undefined;
  if (word !== undefined && notWords(word) === DROP) return DROP;
  // `one+two`
  if (/^[a-z]+(?:[+ ][a-z]+)+\W?$/i.test(plain)) return DROP;
  if (/^[$:%@{<[(]/.test(plain) || /[<>{}\\]|\$\(|^\[.*\]$/.test(plain)) return DROP;
  // The program fills in the host, and the password stands there all the same.
  if (host === '') return HOST_FILLED_IN.test(whole) && notWords(plain) === KEEP ? KEEP_DOUBTFUL : DROP;
  // People also write a real password before a host they made up: random characters are worth a doubtful mention.
  if (EXAMPLE_HOST.test(host)) return looksRandom(plain) ? KEEP_DOUBTFUL : DROP;
  return LOCAL_HOST.test(host) ? KEEP_DOUBTFUL : KEEP;
}

/** A weak password of one word where a service hosts the database. */
function isWeakInUse(password: string, host: string): boolean {
  return HOSTED.test(host) && /^[A-Za-z0-9!]+$/.test(password) && notTemplate(password) !== DROP;
}

/** `admin:admin` or `shop:shop2024` at a host that others reach too. */
function isOpenDoor(user: string, password: string, host: string): boolean {
  return (
    ((DEFAULT_ACCOUNT.test(user) && DEFAULT_PASSWORD.test(password)) ||
      (/\d/.test(password) && isNamedAfter(password, user))) &&
    REACHABLE_HOST.test(host) &&
    !EXAMPLE_HOST.test(host) &&
    !LOCAL_HOST.test(host)
  );
}

function looksRandom(text: string): boolean {
  return text.length >= 12 && /\d/.test(text) && /[A-Za-z]/.test(text) && shannonEntropy(text) >= 3.25;
}

function percentDecode(text: string): string {
  return text.replaceAll(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
