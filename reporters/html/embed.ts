const ESCAPES = ['<', '>', '&', '\u2028', '\u2029'].map(
  (character) => [character, `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`] as const,
);

/**
 * A block of data that scripts of the page can read and that nothing in it can leave: `<`, `>`, `&` and the line
 * separators are written as escapes of JSON (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
 *
 * @param id - Id of the element; made by this program, never data
 */
export function embed(id: string, value: unknown): string {
  let text = JSON.stringify(value);
  for (const [character, escape] of ESCAPES) text = text.replaceAll(character, escape);
  return `<script type="application/json" id="${id}">${text}</script>\n`;
}
