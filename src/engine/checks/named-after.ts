/**
 * Answers whether a password is only its user's name once more, as in trials: `tobi:tobi`, `minio:minio123`,
 * `shopuser:shoppass`, `leaf:pleaf`.
 */
export function isNamedAfter(password: string, user: string): boolean {
  const [word, name] = [password.toLowerCase(), user.toLowerCase()];
  if (name !== '' && word.startsWith(name) && /^(?:[-_]?\d{1,4})?!?$/.test(word.slice(name.length))) return true;
  if (name.length >= 3 && word.length === name.length + 1 && word.endsWith(name)) return true;
  const stem = /^(.*?)(?:user(?:name)?|usr)\d*$/.exec(name)?.[1] ?? name;
  return stem === /^(.*?)[-_.]?(?:pass(?:word|wd)?|pwd|pw|secret)\d*$/.exec(word)?.[1];
}
