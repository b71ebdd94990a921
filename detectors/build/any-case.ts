/**
 * The same pattern for letters in either case, with both written out: `key` becomes `[kK][eE][yY]`.
 *
 * Groups with a flag of their own, `(?i:…)`, say the same, but V8 13.6 (Node 24) misses upper case in them once a process
 * holds so many compiled patterns that it stops optimising them.
 *
 * @param source Source of a RegExp.
 */
export function anyCase(source: string): string {
  let folded = '';
  for (let index = 0; index < source.length; index++) {
    const [token = ''] = TOKEN.exec(source.slice(index)) ?? [];
    folded += foldToken(token);
    index += token.length - 1;
  }
  return folded;
}

/** An escape, a class, the opening of a group, or one character. */
const TOKEN = /^(?:\\.|\[(?:\\.|[^\]\\])*\]|\(\?(?:[:=!]|<[=!]|<\w+>)|[\s\S])/;

function foldToken(token: string): string {
  if (/^[A-Za-z]$/.test(token)) return `[${token.toLowerCase()}${token.toUpperCase()}]`;
  if (!token.startsWith('[')) return token;
  return token.replaceAll(/\\.|([A-Za-z])-([A-Za-z])|[A-Za-z]/g, (part) => {
    if (part.startsWith('\\')) return part;
    return `${part.toLowerCase()}${part.toUpperCase()}`;
  });
}
