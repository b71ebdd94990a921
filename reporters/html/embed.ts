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
