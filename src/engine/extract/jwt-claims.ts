import { decodeBase64, parseJsonObject } from '../base64-text.ts';
import { facts } from './facts.ts';
import type { Extracted } from './facts.ts';

/** Issuer, audience, subject and expiry of a JSON Web Token (RFC 7519 section 4.1); `expires` is ISO 8601. */
export function jwtClaims(value: string): Extracted {
  const token = /eyJ[\w-]{5,8192}\.[\w-]{2,65536}/.exec(value)?.[0] ?? value;
  const claims = parseJsonObject(Buffer.from(decodeBase64(token.split('.', 2)[1] ?? ''), 'latin1').toString('utf8'));
  if (claims === undefined) return { facts: {} };
  return {
    facts: facts({ iss: text(claims.iss), aud: text(claims.aud), sub: text(claims.sub), expires: instant(claims.exp) }),
  };
}

function text(claim: unknown): string | undefined {
  if (Array.isArray(claim)) return claim.filter((entry) => typeof entry === 'string').join(' ');
  return typeof claim === 'string' ? claim : undefined;
}

/** Seconds since 1970 (RFC 7519 `NumericDate`). */
function instant(claim: unknown): string | undefined {
  if (typeof claim !== 'number' || !(Math.abs(claim) < 8.64e12)) return undefined;
  return new Date(claim * 1000).toISOString();
}
