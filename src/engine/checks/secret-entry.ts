import { wordsOf } from '../generic/assigned.ts';
import { otherKind } from '../generic/other-kinds.ts';
import { namesCredential, saysOtherThan } from '../generic/name-kind.ts';
import { wordCover } from '../generic/word-cover.ts';
import { shannonEntropy } from './entropy.ts';
import { DROP, KEEP, KEEP_DOUBTFUL } from './verdict.ts';
import type { CheckInput, Verdict } from './verdict.ts';

/** Words that name what stands beside a credential. */
const BESIDE = /^(?:user|username|login|email|mail|account|database|db|bucket|region|zone|ca|crt|namespace|project)$/;
/** Shortest value that looks drawn by chance, in characters, and its least entropy, in bits for each. */
const DRAWN = 12;
const MIN_ENTROPY = 3;

/**
 * An entry of a document that holds secrets and what belongs to them. Its name says that it is a credential; or the name
 * says nothing and the value looks drawn by chance, which is doubted.
 */
export function secretEntry({ context, name, value }: CheckInput): Verdict {
  const words = name === undefined ? [] : wordsOf(context.slice(name.start, name.end));
  if (saysOtherThan(words) || /:\/\//.test(value) || otherKind(value) !== undefined) return DROP;
  if (namesCredential(words)) return KEEP;
  if (BESIDE.test(words.at(-1) ?? '')) return DROP;
  return isDrawn(value) ? KEEP_DOUBTFUL : DROP;
}

function isDrawn(value: string): boolean {
  return (
    value.length >= DRAWN &&
    /[A-Za-z]/.test(value) &&
    /\d/.test(value) &&
    !/^(?:[\w-]{1,40}[./]){2}|^\d+[.\d]*$/.test(value) &&
    shannonEntropy(value) >= MIN_ENTROPY &&
    wordCover(value) < 0.3
  );
}
