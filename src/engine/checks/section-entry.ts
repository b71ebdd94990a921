import { namesCredential, saysOtherThan } from '../generic/name-kind.ts';
import { wordsOf } from '../generic/assigned.ts';
import { DROP, KEEP } from './verdict.ts';
import type { CheckInput, Verdict } from './verdict.ts';

/** What the name of a section of secrets ends with: a `secretsBackend` holds none. */
const SECTION = /(?:passwords?|passwds?|passphrases?|passcodes?|pwds?|secrets?|tokens?|keys?|cred(?:ential)?s?)\d*$/;

/** Fields of a JSON Web Token or key (RFC 7519, RFC 7517) that are no secrets. */
const CLAIM = /^(?:iss|sub|aud|jti|kid|kty|alg|typ|use)$/i;

/**
 * An entry of a section that is named after secrets. It is dropped where its own name says that it is something else,
 * such as `url`, or what it is by itself, such as `api_key`: then it is judged on its own line. What stands below a
 * name of YAML without being further in is no part of it.
 */
export function sectionEntry({ context, name, item, valueStart }: CheckInput): Verdict {
  if (name === undefined || item === undefined) return DROP;
  if (!SECTION.test(context.slice(name.start, name.end).toLowerCase())) return DROP;
  // The key itself is the secret.
  if (item.entry === undefined) return KEEP;
  const words = wordsOf(item.entry);
  if (CLAIM.test(item.entry)) return DROP;
  if (saysOtherThan(words) || namesCredential(words)) return DROP;
  const isBlock = /^["']?[ \t]*:[ \t]*(?:#[^\n]*)?\r?\n/.test(context.slice(name.end, valueStart));
  return isBlock && columnOf(context, valueStart, true) <= columnOf(context, name.start, false) ? DROP : KEEP;
}

/** Characters from the start of the line to a place, or to the first that is no blank. */
function columnOf(context: string, at: number, first: boolean): number {
  const start = context.lastIndexOf('\n', at - 1) + 1;
  return first ? (/^[ \t]*/.exec(context.slice(start, at))?.[0].length ?? 0) : at - start;
}
