import type { DetectorExample } from '../../src/model/detector.ts';

/** A line that holds `secret` between two pieces of text, as an example that must match. */
export function exampleLine(before: string, secret: string, after = ''): DetectorExample {
  return { text: `${before}${secret}${after}`, secret };
}
