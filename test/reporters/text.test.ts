import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { figure } from '../../reporters/text.ts';

test('figures read as the locale en-US writes them', () => {
  const format = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
  const same = (number: number): void => {
    expect(figure(number)).toBe(format.format(number));
  };
  for (const number of [0, 0.04, 0.05, 0.95, 0.949, 1, 999, 999.95, 1000, 123_456.75, 1e9, 2 ** 53]) same(number);
  fc.assert(fc.property(fc.nat(1e9), same));
  // Up to three digits of a fraction: what sizes and times are divided to.
  fc.assert(fc.property(fc.nat(1e9), (thousandths) => same(thousandths / 1000)));
});
