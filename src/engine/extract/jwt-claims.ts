import { decodeBase64, parseJsonObject } from '../base64-text.ts';
import { facts } from './facts.ts';
import type { Extracted } from './facts.ts';

/** Audiences kept; tokens name one or two. */
const MAX_AUDIENCES = 8;

/** E-mail addresses that name a machine. */
const MACHINE = /@[\w.-]{1,100}\.gserviceaccount\.com$|^system:/;

/**
 * Algorithm, issuer, audience, subject, client, tenant and expiry of a JSON Web Token (RFC 7519 section 4.1, RFC 8693
 * section 4.3); `expires` is ISO 8601. Claims that hold a token or a login themselves are left out, and so are subjects
 * that are e-mail addresses of people.
 */
export function jwtClaims(value: string): Extracted {
  const token = /eyJ[\w-]{5,8192}\.[\w-]{2,65536}/.exec(value)?.[0] ?? value;
  const [head = '', body = ''] = token.split('.', 2);
  const alg = parseJsonObject(decodeBase64(head))?.alg;
  const claims = parseJsonObject(Buffer.from(decodeBase64(body), 'latin1').toString('utf8'));
  if (claims === undefined) return { facts: {} };
  return {
    facts: facts({
      alg: typeof alg === 'string' && /^[A-Za-z0-9-]{2,16}$/.test(alg) ? alg : undefined,
      iss: text(claims.iss),
      aud: text(claims.aud),
      sub: subject(claims.sub),
      client: name(claims.azp ?? claims.client_id ?? claims.appid ?? claims.cid),
      tenant: name(claims.tid),
      expires: instant(claims.exp),
    }),
  };
}

function subject(claim: unknown): string | undefined {
  const stated = text(claim);
  return stated?.includes('@') === true && !MACHINE.test(stated) ? undefined : stated;
}

function name(claim: unknown): string | undefined {
  return typeof claim === 'string' && /^[\w.:@/-]{2,120}$/.test(claim) ? text(claim) : undefined;
}

function text(claim: unknown): string | undefined {
  const entries: readonly unknown[] = Array.isArray(claim) ? claim.slice(0, MAX_AUDIENCES) : [claim];
  const kept = entries.filter((entry) => typeof entry === 'string').filter((entry) => !holdsSecret(entry));
  return kept.length === 0 ? undefined : kept.join(' ');
}

/** A URL with user information, or a token within the token. */
function holdsSecret(claim: string): boolean {
  return /:\/\/[^/?#\s]*@/.test(claim) || /eyJ[\w-]{8,}\./.test(claim) || claim.includes('-----BEGIN');
}

/** Seconds since 1970 (RFC 7519 `NumericDate`). */
function instant(claim: unknown): string | undefined {
  if (typeof claim !== 'number' || !(Math.abs(claim) < 8.64e12)) return undefined;
  return new Date(claim * 1000).toISOString();
}
