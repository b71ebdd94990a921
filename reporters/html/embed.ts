import { deflateRawSync } from 'node:zlib';

const SPECIAL = /[<>&\u2028\u2029]/g;

/**
 * A block of data that scripts of the page can read and that nothing in it can leave: `<`, `>`, `&` and the line
 * separators are written as escapes of JSON (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
 *
 * @param id - Id of the element; made by this program, never data
 */
export function embed(id: string, value: unknown): string {
  const text = JSON.stringify(value).replaceAll(SPECIAL, escape);
  return `<script type="application/json" id="${id}">${text}</script>\n`;
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The same for data of any length, compressed (RFC 1951) and in base64: read when it is first needed. */
export function embedCompressed({ id, data }: CompressedBlock): string {
  return `<script type="application/octet-stream" id="${id}">${data}</script>\n`;
}

/** Data of the page, with the id of the element that holds it. */
export interface CompressedBlock {
  readonly id: string;
  readonly data: string;
}

export function compress(id: string, value: unknown): CompressedBlock {
  return { id, data: deflateRawSync(JSON.stringify(value), { level: LEVEL }).toString('base64') };
}

/** zlib's, from 1 to 9: half the time of its default, an eighth more bytes. */
const LEVEL = 3;
