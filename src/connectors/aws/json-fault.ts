/** What may come next: a value, a value or the end of a list, a name, and so on. */
type Expected = 'value' | 'value or end' | 'name' | 'name or end' | 'colon' | 'comma or end';

const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/**
 * Offset of the first character at which the JSON document that begins at `start` breaks the grammar of RFC 8259; that
 * of its end when it does not. Only asked once a document is known to be broken, because V8 says where only at times.
 */
export function jsonFault(text: string, start: number): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = start;
  while (at < text.length) {
    const c = text.charAt(at);
    if (' \t\r\n'.includes(c)) {
      at++;
      continue;
    }
    if (c === ',' || c === ':') {
      if (expected !== (c === ',' ? 'comma or end' : 'colon')) return at;
      expected = c === ',' && open.at(-1) === '{' ? 'name' : 'value';
      at++;
    } else if (c === '}' || c === ']') {
      const empty = c === '}' ? 'name or end' : 'value or end';
      if (open.pop() !== (c === '}' ? '{' : '[') || (expected !== empty && expected !== 'comma or end')) return at;
      expected = 'comma or end';
      at++;
    } else if (expected === 'name' || expected === 'name or end') {
      const end = c === '"' ? goodString(text, at) : -1;
      if (end < 0) return c === '"' ? -end : at;
      expected = 'colon';
      at = end;
    } else if (expected !== 'value' && expected !== 'value or end') {
      return at;
    } else if (c === '{' || c === '[') {
      open.push(c);
      expected = c === '{' ? 'name or end' : 'value or end';
      at++;
    } else {
      LITERAL.lastIndex = at;
      const end = c === '"' ? goodString(text, at) : LITERAL.test(text) ? LITERAL.lastIndex : -at;
      if (end < 0) return -end;
      expected = 'comma or end';
      at = end;
    }
    if (open.length === 0) return at;
  }
  return at;
}

/** Offset of the closing quote of the string that opens at `open`, or of the text's end. */
export function endOfString(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at;
    at += code === 0x5c ? 2 : 1;
  }
  return text.length;
}

/** Offset behind a string's closing quote; the negated offset of its fault when it has one. */
function goodString(text: string, open: number): number {
  const close = endOfString(text, open);
  for (let at = open + 1; at < close; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20) return -at;
    if (code === 0x5c) {
      const good = /^\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(text.slice(at, at + 6));
      if (!good) return -at;
      at++;
    }
  }
  return close >= text.length ? -text.length : close + 1;
}
