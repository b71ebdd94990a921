import { chanceAfter, chanceOf } from '../kernel/byte-pairs.ts';
import { SEPARATOR } from '../kernel/prefilter-layout.ts';
import { hasRareWindow } from '../kernel/prefilter-window.ts';

/** A beginning that source text is about as likely to hold at a place as this power of two says is rare enough. */
const RARE = -34;
const SHORTEST = 5;

/**
 * What is looked for in place of anchors that match at their beginning: many are one name in its spellings
 * (`acme_client_id`, `acme-client-id`, …), and are looked for as one with {@link SEPARATOR}s; many share a beginning that
 * is rare enough by itself. Wherever one of the anchors stands, one of the words does, and no word begins another.
 *
 * @param anchors In lower case where case does not count.
 */
export function searchWords(anchors: readonly string[]): readonly string[] {
  const words = sharedBy([...new Set(sharedBy(anchors, anySeparator))], rareBeginning);
  let last: string | undefined;
  // What a word begins stands right behind it, with nothing between them but what it begins, too.
  return [...new Set(words)].sort().filter((word) => {
    if (last !== undefined && word.startsWith(last)) return false;
    last = word;
    return true;
  });
}

/** Each word, or what is made of it where that is made of another one, too. */
function sharedBy(words: readonly string[], make: (word: string) => string): readonly string[] {
  const made = words.map(make);
  const counts = new Map<string, number>();
  for (const each of made) counts.set(each, (counts.get(each) ?? 0) + 1);
  return words.map((word, index) => (counts.get(made[index]!)! > 1 ? made[index]! : word));
}

/** The word with any separator for those that it has. */
function anySeparator(word: string): string {
  const any = word.replaceAll(/(?<=[a-z\d])[-._](?=[a-z\d])/gi, SEPARATOR);
  return hasRareWindow(any) ? any : word;
}

/** The shortest beginning that is rare, or all of it. */
function rareBeginning(word: string): string {
  const text = word.replaceAll(SEPARATOR, '_');
  let chance = 0;
  for (let at = 0; at < word.length; at++) {
    const byte = text.charCodeAt(at);
    chance += Math.log2(at === 0 ? chanceOf(byte) : chanceAfter(text.charCodeAt(at - 1), byte));
    const beginning = word.slice(0, at + 1);
    if (at + 1 >= SHORTEST && chance <= RARE && hasRareWindow(beginning)) return beginning;
  }
  return word;
}
