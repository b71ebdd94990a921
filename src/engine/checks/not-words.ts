import { wordCover } from '../generic/word-cover.ts';
import { isEverydayWord } from './everyday.ts';
import { DROP, KEEP } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** Letters that words may cover before a value counts as made of them. */
const SHARE = 0.75;

/** Drops the passwords of tutorials, and values of words alone, with or without a number behind them. */
export function notWords(value: string): Verdict {
  if (isEverydayWord(value)) return DROP;
  return /^[A-Za-z_.-]+\d{0,4}$/.test(value) && wordCover(value) >= SHARE ? DROP : KEEP;
}
