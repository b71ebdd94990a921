/** Parts of a URL with user information (RFC 3986 section 3.2), as written. */
export interface UrlParts {
  readonly scheme: string;
  readonly user: string;
  readonly password: string;
  /** With its port where there is one, several between commas for a cluster; empty where none can stand there. */
  readonly host: string;
  /** First segment of the path, which for databases is their name. */
  readonly database: string;
  /**
   * False where host and database may be the rest of a password: behind a further `@`, for then the `/` or `#` that
   * ended the authority may have stood in the password, and for a bare word that neither port nor path follows.
   */
  readonly certain: boolean;
}

const MAX_URL = 2048;

/** A name, an IPv4 address, or an IPv6 address in brackets, with a port where there is one. */
const HOST = /^(?:[A-Za-z0-9_](?:[\w.-]{0,251}[A-Za-z0-9_])?\.?|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/;
const BARE_WORD = /^(?!localhost$)[\w-]+$/i;

/**
 * Splits a URL. The authority ends at the first `/`, `?` or `#`, at a quote or at white space; its user information at
 * its last `@`, so that passwords may hold unescaped ones, as many in the wild do.
 *
 * @returns `undefined` when there is no user information.
 */
export function urlParts(text: string): UrlParts | undefined {
  const bounded = text.slice(0, MAX_URL);
  const scheme = /([A-Za-z][A-Za-z0-9+.-]{0,30}):\/\//.exec(bounded);
  if (scheme === null) return undefined;
  const [url = ''] = bounded.slice(scheme.index + scheme[0].length).split(/[\s"'`<>\\]/, 1);
  const [authority = ''] = url.split(/[/?#]/, 1);
  const at = authority.lastIndexOf('@');
  if (at < 0) return undefined;
  const userinfo = authority.slice(0, at);
  const colon = userinfo.indexOf(':');
  const host = hostOf(authority.slice(at + 1));
  const rest = url.slice(authority.length);
  return {
    scheme: scheme[1] ?? '',
    user: colon < 0 ? userinfo : userinfo.slice(0, colon),
    password: colon < 0 ? '' : userinfo.slice(colon + 1),
    host,
    database: /^\/([^/?#;&]{1,128})/.exec(rest)?.[1] ?? '',
    certain: !rest.includes('@') && (rest.startsWith('/') || !BARE_WORD.test(host)),
  };
}

/** Without what a sentence or the parameters of a driver put behind it. */
function hostOf(text: string): string {
  // A port that the program fills in is none: `127.0.0.1:%d`, `localhost:${port}`.
  const [written = ''] = text.replace(/:(?:%[a-z]|\$|\{|#\{|<).*$/, '').split(/[;&|)}]/, 1);
  const names = written.replace(/[.,:]+$/, '').split(',');
  return names.every((name) => HOST.test(name)) ? names.join(',') : '';
}
