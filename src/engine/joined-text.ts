/** Between two pieces of a text: the quotes, and what joins them or goes on behind a line end. */
const JOINT = /\\?["'`]\s{0,64}(?:[+.&\\]\s{0,64}){0,3}["'`]/g;

/**
 * A value that is written in several strings, such as `"first" + "second"`, as one; any other as it is. Only for values
 * in which no quote can stand.
 */
export function joined(value: string): string {
  return /["'`]/.test(value) ? value.replaceAll(JOINT, '') : value;
}
