/** Parts of a URL with user information (RFC 3986 section 3.2.1), as written. */
export interface UrlParts {
  readonly scheme: string;
  readonly user: string;
  readonly password: string;
  readonly host: string;
  /** First segment of the path, which for databases is their name. */
  readonly database: string;
}

const MAX_URL = 2048;

/** Splits a URL. The password may hold unescaped `@`, `/`, `#` and `?`, as many in the wild do. */
export function urlParts(text: string): UrlParts | undefined {
  const bounded = text.slice(0, MAX_URL);
  const scheme = /([A-Za-z][A-Za-z0-9+.-]{0,30}):\/\//.exec(bounded);
  if (scheme === null) return undefined;
  const rest = bounded.slice(scheme.index + scheme[0].length).split(/[\s"'`<>]/, 1)[0] ?? '';
  const at = rest.lastIndexOf('@');
  if (at < 0) return undefined;
  const userinfo = rest.slice(0, at);
  const colon = userinfo.indexOf(':');
  const [host = ''] = rest.slice(at + 1).split(/[/?#;]/, 1);
  const database = /^[^/?#;]*\/([^/?#;]{1,128})/.exec(rest.slice(at + 1));
  return {
    scheme: scheme[1] ?? '',
    user: colon < 0 ? userinfo : userinfo.slice(0, colon),
    password: colon < 0 ? '' : userinfo.slice(colon + 1),
    host,
    database: database?.[1] ?? '',
  };
}
