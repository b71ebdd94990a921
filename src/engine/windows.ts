/**
 * Windows of a text as they stand in the kernel's memory: pairs of u32, where a window begins and where it ends, at line
 * starts or the text's ends, by ascending start, none touching another.
 */
export interface Windows {
  readonly address: number;
  readonly count: number;
}
