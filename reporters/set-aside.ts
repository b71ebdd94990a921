import type { LongReport } from '../src/model/report.ts';
import type { Suppression } from '../src/model/suppression.ts';
import { count, listed, placeText, visible } from './text.ts';

/** What sets a finding aside, where, why, by whom and until when: one line, nothing left out. */
export function suppressionText({ what, place, reason, approver, expires, by }: Suppression): string {
  const where = place === undefined ? visible(what) : `${visible(what)} at ${placeText(place)}`;
  const parts = [
    by === 'baseline' ? `baseline ${where}` : where,
    reason === undefined ? (by === 'comment' ? 'no reason given' : '') : visible(reason),
    approver === undefined ? '' : `approved by ${visible(approver)}`,
    expires === undefined ? '' : expires === 'never' ? 'for ever' : `until ${visible(expires)}`,
  ];
  return parts.filter(Boolean).join('; ');
}

/** `3 findings are set aside: 2 by comments, 1 by accepted.yaml.`; undefined where none is. */
export function setAsideSentence({ suppressed = [] }: Pick<LongReport, 'suppressed'>): string | undefined {
  if (suppressed.length === 0) return undefined;
  const numbers = new Map<string, number>();
  for (const { suppressions } of suppressed) {
    const [first] = suppressions;
    if (first === undefined) continue;
    const name = first.by === 'comment' ? 'comments' : visible(first.what);
    numbers.set(name, (numbers.get(name) ?? 0) + 1);
  }
  const parts = [...numbers].map(([name, number]) => `${number} by ${name}`);
  return `${count(suppressed.length, 'finding is', 'findings are')} set aside: ${listed(parts)}.`;
}

/** Other tools' comments that were met and not heeded, in a sentence. */
export function unheededSentence({ suppression }: Pick<LongReport, 'suppression'>): string | undefined {
  const { commentsIgnored = 0 } = suppression ?? {};
  if (commentsIgnored === 0) return undefined;
  return `${count(commentsIgnored, 'place')} with a comment that asks for this, which the configuration does not heed.`;
}
