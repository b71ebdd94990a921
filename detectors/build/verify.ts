import type { VerifyRequest } from '../../src/model/detector.ts';

/** A GET with `Authorization: Bearer` and the value (RFC 6750, section 2.1). */
export function bearer(url: string): VerifyRequest {
  return header('authorization', url, 'Bearer ');
}

/**
 * A GET with the value in a header.
 *
 * @param before What stands before the value, such as `Token `.
 */
export function header(name: string, url: string, before = ''): VerifyRequest {
  return { method: 'GET', url, headers: { [name]: `${before}{value}` } };
}

/**
 * A GET with HTTP Basic authentication (RFC 7617).
 *
 * @param userAndPassword Before encoding, such as `{value}:` or `{id}:{value}`.
 */
export function basic(userAndPassword: string, url: string): VerifyRequest {
  return { method: 'GET', url, basicAuth: userAndPassword };
}

/** A GET of an address that holds the value itself, as `{value}`. */
export function get(url: string): VerifyRequest {
  return { method: 'GET', url };
}

/** A POST of a JSON body, for interfaces that answer nothing else; it must not change anything. */
export function post(url: string, body: string, headers: Readonly<Record<string, string>> = {}): VerifyRequest {
  return { method: 'POST', url, headers: { 'content-type': 'application/json', ...headers }, body };
}
