import type { MatchRule } from '../model/detector.ts';

/** Bytes of each text. */
const SIZE = 20_000;

/**
 * Texts over which a pattern that runs away does so: the first anchor followed by, and repeated among, what patterns
 * repeat, and at the end something that none of them takes.
 */
export function adversarialTexts({ anchors }: Pick<MatchRule, 'anchors'>): readonly string[] {
  const anchor = anchors[0] ?? '';
  const fillers = ['a', 'A1', '0', ' ', '=', '"', "' ", '-', '._', `${anchor} `, `${anchor}=`, 'a.a-a_'];
  return fillers.map((filler) => `${anchor}${filler.repeat(Math.ceil(SIZE / filler.length))}!`);
}
