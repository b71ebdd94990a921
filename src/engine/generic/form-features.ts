import type { Assigned } from './assigned.ts';
import type { Feature } from './feature.ts';
import { TRIAL } from './value-features.ts';

/** All that is weighed of how a value is assigned to its name. */
export const FORM_FEATURES: readonly Feature<Assigned>[] = [
  { name: 'quoted', amount: ({ quote }) => quote !== '', byKind: true },
  formFeature('colon', ({ between }) => between.includes(':')),
  formFeature('equals sign', ({ between }) => between.includes('=')),
  formFeature('argument', ({ between }) => between.includes(',')),
  { name: 'call', amount: ({ between }) => /\w\(["'`@bru$\\]*$/.test(between), byKind: true },
  formFeature('setter', ({ between }) => between.startsWith('(')),
  formFeature('compared', ({ between }) => /[=!]==?\s*[bru@$]?\\?["'`]*$/.test(between)),
  formFeature('list', ({ between }) => between.includes('[')),
  formFeature('element', ({ between }) => between.includes('>')),
  formFeature('question mark', ({ between }) => between.includes('?')),
  formFeature('query', ({ query }) => query),
  formFeature('option', ({ name }) => name.startsWith('-')),
  formFeature('more text', ({ after }) => /^["'`]?[ \t]+[A-Za-z]/.test(after)),
  formFeature('end of statement', ({ after }) => /^["'`]?[ \t]*(?:[;,)\]}]|$)/.test(after)),
  formFeature('comment', ({ line }) => /^\s*(?:\/\/|#|\*|--|;|<!--)/.test(line)),
  formFeature('sample in a comment', ({ line }) => /^\s*(?:\/\/|#|\*)(?:[ ]{2,}|\t)/.test(line)),
  formFeature('trial', ({ line }) => /assert|expect|should|\btest|mock|fake|dummy|example/i.test(line)),
  formFeature('name of a trial', ({ words }) => words.some((word) => TRIAL.test(word))),
  formFeature('name in capitals', ({ name }) => /^[A-Z][A-Z0-9_]+$/.test(name)),
  formFeature('bare name', ({ words }) => words.length === 1),
  formFeature('long name', ({ words }) => words.length > 3),
  formFeature('plural name', ({ words }) => isPlural(words.at(-1) ?? '')),
];

function formFeature(name: string, amount: Feature<Assigned>['amount']): Feature<Assigned> {
  return { name, amount, byKind: false };
}

function isPlural(word: string): boolean {
  return /[^s]s$/.test(word) && !/pass$|^as$/.test(word);
}
