/** Where a text stops being JSON: lines and columns are 1-based, columns count UTF-16 code units. */
export interface JsonError {
  readonly line: number;
  readonly column: number;
  /** True when the text ends before the document does, as a cut-off download does. */
  readonly truncated: boolean;
}

type Expected = 'value' | 'first-item' | 'first-key' | 'key' | 'colon' | 'comma' | 'end';

const SPACE = /[\t\n\r ]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERAL = /true|false|null/y;

/**
 * Finds the place of the first error in a text that `JSON.parse` refused. The engine's own message gives a place only
 * for some errors, and quotes the text, which may hold what must not be shown. Grammar: RFC 8259.
 */
export function locateJsonError(text: string): JsonError {
  let at = 0;
  /** Open objects and arrays, innermost last. */
  const open: ('}' | ']')[] = [];
  let expected = 'value' as Expected;

  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const afterValue = () => {
    expected = open.length === 0 ? 'end' : 'comma';
  };
  const close = () => {
    at += 1;
    open.pop();
    afterValue();
  };

  for (;;) {
    skip(SPACE);
    const next = text[at];
    if (next === undefined) return place(text, text.length, true);
    if ((expected === 'first-item' || expected === 'first-key' || expected === 'comma') && next === open.at(-1)) {
      close();
    } else if (expected === 'comma' && next === ',') {
      at += 1;
      expected = open.at(-1) === '}' ? 'key' : 'value';
    } else if (expected === 'colon' && next === ':') {
      at += 1;
      expected = 'value';
    } else if ((expected === 'key' || expected === 'first-key') && skip(STRING)) {
      expected = 'colon';
    } else if (expected === 'value' || expected === 'first-item') {
      if (next === '{' || next === '[') {
        at += 1;
        open.push(next === '{' ? '}' : ']');
        expected = next === '{' ? 'first-key' : 'first-item';
      } else if (skip(STRING) || skip(NUMBER) || skip(LITERAL)) afterValue();
      else return place(text, at, cutOff(text, at));
    } else return place(text, at, cutOff(text, at));
  }
}

/** A string without its closing quote that runs to the end of the text: the text was cut, not mistyped. */
function cutOff(text: string, at: number): boolean {
  return text[at] === '"' && !text.slice(at + 1).includes('"') && !text.slice(at).includes('\n');
}

function place(text: string, at: number, truncated: boolean): JsonError {
  const before = text.slice(0, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let index = before.indexOf('\n'); index !== -1; index = before.indexOf('\n', index + 1)) line += 1;
  return { line, column: at - lineStart + 1, truncated };
}
