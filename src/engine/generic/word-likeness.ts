/**
 * How common each pair of letters is in words of English and of code: a row for the first letter, a column for the
 * second, `a` to `z`. A digit d stands for log2(share of the pair * 676) = 9 d / 9 - 6, cut to 0…9: 6 is what random
 * letters have. Counted over 9.1 million pairs in the declaration files and READMEs of 190 npm packages, letters in
 * lower case.
 */
const PAIRS = [
  '16871470614989070989655474',
  '61207010560610720542600030',
  '80518008607720911758601050',
  '63459222704553750464520040',
  '85896763542779577998365860',
  '70206500800403700734600040',
  '40308144700525420554610010',
  '71209100700231610546400040',
  '75877670104779962688360305',
  '30006000000000200050101000',
  '40217310400114110250200000',
  '74359221802811740466752060',
  '86428220710462670251400020',
  '71898692716645760499751060',
  '46783550736889680967767322',
  '80239104601731960868710030',
  '00000000000100000000700000',
  '94659661905567940778763060',
  '63749416724453771479623250',
  '82649429901543770977634180',
  '46548550600778160878100100',
  '70008020700000600000000000',
  '60015006700005500451004000',
  '40404000400110170016000020',
  '34423200300345580354112000',
  '40005000200000600000400001',
].join('');

const NEUTRAL = 6;

/**
 * How much the letters look like words, in bits a pair: about -1.7 for random letters, above 0.5 for words. Pairs that
 * are not two letters do not count; 0 when there are none.
 */
export function wordLikeness(text: string): number {
  let sum = 0;
  let pairs = 0;
  let before = -1;
  for (let index = 0; index < text.length; index++) {
    const letter = (text.charCodeAt(index) | 0x20) - 0x61;
    const isLetter = letter >= 0 && letter < 26 && text.charCodeAt(index) >= 0x41;
    if (isLetter && before >= 0) {
      sum += PAIRS.charCodeAt(before * 26 + letter) - 0x30 - NEUTRAL;
      pairs++;
    }
    before = isLetter ? letter : -1;
  }
  return pairs === 0 ? 0 : sum / pairs;
}
