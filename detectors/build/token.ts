/**
 * Pattern for a value that is distinctive by itself: it stands alone, not in the middle of a longer word. An escape
 * sequence before it, as in the text `\nvalue` of a JSON string, is no part of a word.
 *
 * @param value The value; flags are ignored.
 * @param after Characters, as in the inside of a RegExp class, that may not follow the value, besides `\w`.
 */
export function token(value: RegExp, after = ''): RegExp {
  return new RegExp(`(?<!(?<!\\\\)\\w)(?:${value.source})(?![\\w${after}])`);
}

/**
 * The same for a value whose beginning no word ends in, such as `github_pat_`: it counts also where it was pasted
 * right behind something else.
 */
export function unmistakableToken(value: RegExp, after = ''): RegExp {
  return new RegExp(`(?:${value.source})(?![\\w${after}])`);
}
