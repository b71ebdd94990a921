/** How often each character was met; zero again when a text is done with. */
const counts = new Uint32Array(0x10000);

/** Shannon entropy of the characters, in bits a character. */
export function shannonEntropy(text: string): number {
  const { length } = text;
  for (let index = 0; index < length; index++) counts[text.charCodeAt(index)]!++;
  let bits = 0;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    const share = counts[code]! / length;
    // Where it was met before, it has been added.
    if (share > 0) bits -= share * Math.log2(share);
    counts[code] = 0;
  }
  return bits;
}
