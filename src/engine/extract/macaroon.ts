import { facts } from './facts.ts';
import type { Extracted } from './facts.ts';

/** Fields of the second version of macaroons' binary form, each a type, a length and its bytes. */
const [END, LOCATION, IDENTIFIER] = [0, 1, 2];
const MOST_FIELDS = 200;
const MOST_NAMED = 8;

/**
 * Where a macaroon counts, and for PyPI which projects it is restricted to and when it ends: its location and caveats
 * stand in it in the clear.
 * https://github.com/rescrv/libmacaroons/blob/master/doc/format.txt
 * https://github.com/pypi/warehouse/blob/main/warehouse/macaroons/caveats/__init__.py
 */
export function macaroon(value: string): Extracted {
  const bytes = Buffer.from(value.slice(value.indexOf('-') + 1), 'base64url');
  if (bytes[0] !== 2) return { facts: {} };
  let location: string | undefined;
  const caveats: string[] = [];
  let isHead = true;
  for (let at = 1, fields = 0; at < bytes.length && fields < MOST_FIELDS; fields++) {
    const type = bytes[at];
    at += 1;
    if (type === END) {
      isHead = false;
      continue;
    }
    const first = bytes[at] ?? 0;
    const length = first < 0x80 ? first : (first & 0x7f) + (bytes[at + 1] ?? 0) * 0x80;
    at += first < 0x80 ? 1 : 2;
    const text = bytes.toString('latin1', at, at + length);
    if (type === LOCATION && isHead) location = text;
    if (type === IDENTIFIER && !isHead) caveats.push(text);
    at += length;
  }
  const projects = caveats.flatMap(
    (caveat) => /^\[1,\s?\[(.{1,400})\]\]$/.exec(caveat)?.[1]?.match(/[\w.-]{1,64}/g) ?? [],
  );
  const until = caveats.map((caveat) => /^\[0,\s?(\d{9,11}),/.exec(caveat)?.[1]).find((each) => each !== undefined);
  return {
    facts: facts({
      location: location !== undefined && /^[\w.-]{3,80}$/.test(location) ? location : undefined,
      projects: projects.length === 0 ? undefined : projects.slice(0, MOST_NAMED).join(' '),
      expires: until === undefined ? undefined : new Date(Number(until) * 1000).toISOString(),
    }),
  };
}
