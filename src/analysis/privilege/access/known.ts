/** Values of a key that the request certainly does not have. */
export const ABSENT: readonly string[] = [];
/** Stands for a key that the request certainly has, with a value that is not known. */
export const PRESENT: readonly string[] = ['a value that is not known'];

/** What is known of a request when conditions and variables are looked at. */
export interface Context {
  /**
   * Values of a key, {@link ABSENT}, {@link PRESENT}, or undefined when nothing is known.
   *
   * @param key in lower case
   */
  get(key: string): readonly string[] | undefined;
}
