import type { PatternCheck } from './imported.ts';

/**
 * A pattern of Go (https://pkg.go.dev/regexp/syntax) as JavaScript has it. A leading `(?i)` becomes letters of both
 * cases, because a file of exceptions has no flags; other flags and named classes are refused rather than guessed.
 *
 * @param check - Judges the pattern in its new form
 */
export function goPattern(check: PatternCheck): PatternCheck {
  return (source) => {
    const [, flags = '', rest = source] = /^\(\?([a-zA-Z]+)\)(.*)$/s.exec(source) ?? [];
    if (flags !== '' && flags !== 'i') return 'its flags have no counterpart here.';
    if (/\(\?[a-zA-Z]*-?[a-zA-Z]*[:)]/.test(rest.replaceAll('(?:', ''))) return 'it changes its flags on the way.';
    if (/\[\[:|\\[pPQECxX]/.test(rest)) return 'it uses a class of characters that has no counterpart here.';
    const named = rest.replaceAll('(?P<', '(?<').replaceAll(/\\A/g, '^').replaceAll(/\\z/g, '$');
    return check(flags === 'i' ? bothCases(named) : named);
  };
}

/** Every letter in both cases: `a` becomes `[aA]`, and `a` in a class `aA`. */
function bothCases(source: string): string {
  let written = '';
  let inClass = false;
  for (let index = 0; index < source.length; index++) {
    const character = source[index] ?? '';
    const range = inClass ? /^([a-zA-Z])-([a-zA-Z])/.exec(source.slice(index, index + 3)) : null;
    if (character === '\\' || source.startsWith('(?<', index)) {
      // An escape, or the name of a group, stays as it is.
      const length = character === '\\' ? 2 : Math.max(3, source.indexOf('>', index) - index + 1);
      written += source.slice(index, index + length);
      index += length - 1;
    } else if (range !== null) {
      const [text] = range;
      const other = text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase();
      written += text + other;
      index += 2;
    } else if (/[a-zA-Z]/.test(character)) {
      const both = character.toLowerCase() + character.toUpperCase();
      written += inClass ? both : `[${both}]`;
    } else {
      if (character === '[') inClass = true;
      else if (character === ']') inClass = false;
      written += character;
    }
  }
  return written;
}
