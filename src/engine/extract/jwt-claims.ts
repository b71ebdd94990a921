import { decodeBase64, parseJsonObject } from '../base64-text.ts';
import { facts } from './facts.ts';
import type { Extracted } from './facts.ts';

/** Audiences kept; tokens name one or two. */
const MAX_AUDIENCES = 8;

/**
 * Issuer, audience, subject and expiry of a JSON Web Token (RFC 7519 section 4.1); `expires` is ISO 8601. Claims that
 * hold a token or a login themselves are left out.
 */
export function jwtClaims(value: string): Extracted {
  const token = /eyJ[\w-]{5,8192}\.[\w-]{2,65536}/.exec(value)?.[0] ?? value;
  const claims = parseJsonObject(Buffer.from(decodeBase64(token.split('.', 2)[1] ?? ''), 'latin1').toString('utf8'));
  if (claims === undefined) return { facts: {} };
  return {
    facts: facts({ iss: text(claims.iss), aud: text(claims.aud), sub: text(claims.sub), expires: instant(claims.exp) }),
  };
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
