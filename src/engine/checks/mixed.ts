import { DROP, KEEP } from './verdict.ts';
import type { Verdict } from './verdict.ts';

const CLASSES: Readonly<Record<string, RegExp>> = { u: /[A-Z]/, l: /[a-z]/, d: /[0-9]/ };

/** Drops values that lack one of the classes of characters named: `u` upper, `l` lower, `d` digit. */
export function mixed(value: string, classes: string): Verdict {
  for (const name of classes) if (CLASSES[name]?.test(value) === false) return DROP;
  return KEEP;
}
