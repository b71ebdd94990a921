/** A PEM block (RFC 7468) with what a place in a program or a configuration adds to it taken away. */
export interface PemBlock {
  /** What stands behind BEGIN, such as `RSA PRIVATE KEY`. */
  readonly label: string;
  /** Cipher of the old encryption of PEM (RFC 1421), or `yes` where it names none. */
  readonly encrypted?: string;
  readonly bytes: Uint8Array;
  /** Longest run of characters of base64 in it. */
  readonly longestRun: number;
  /** What is left of the text, for a look at stand-ins. */
  readonly text: string;
}

/** The first block in a text, also where its end is missing; `undefined` where there is none. */
export function readPem(value: string): PemBlock | undefined {
  const bounds = /-----BEGIN ([A-Za-z0-9 ]{0,48})-----([\s\S]*?)(?:-----END|$)/.exec(value);
  if (bounds === null) return undefined;
  const [, label = '', inner = ''] = bounds;
  // A line comment is told from base64 by the blank behind its slashes, and a plus that joins strings by their quotes.
  const text = inner
    .replaceAll(/\\+u000[ad]|\\+[nrt]|&#(?:10|13|x[aAdD]);/g, '\n')
    .replaceAll(/\\+\//g, '/')
    .replaceAll(/^[^\S\n]*\/\/[^\S\n]/gm, '')
    .replaceAll(/["'`]\s{0,80}(?:\+|&(?:\s?_)?|\.|\|\|)\s{0,80}["'`]/g, '');
  const encrypted = /Proc-Type:[^\n]*?ENCRYPTED/.test(text)
    ? (/DEK-Info: ?([A-Z0-9-]{3,24}),/.exec(text)?.[1] ?? 'yes')
    : undefined;
  const bare = text
    .replaceAll(/(?:Proc-Type: ?4,ENCRYPTED|DEK-Info: ?[A-Z0-9-]{3,24},[0-9A-Fa-f]{8,64})/g, '')
    .replaceAll(/^[^\S\n]*["'`]?(?:[A-Za-z-]+: [^\n]*|=[A-Za-z0-9+/]{4}\s*)$/gm, '');
  const longestRun = (bare.match(/[A-Za-z0-9+/=]+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
  const bytes = Buffer.from(bare.replaceAll(/[^A-Za-z0-9+/=]/g, ''), 'base64');
  return { label, bytes, longestRun, text: bare, ...(encrypted !== undefined && { encrypted }) };
}
