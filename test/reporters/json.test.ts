import { describe, expect, test } from 'vitest';
import { json } from '../../reporters/json.ts';
import { assertValidReport } from '../support/report-validator.ts';
import { largeReport, sampleReport } from '../support/sample-report.ts';

describe('report.json', () => {
  test('holds the report, and nothing else', () => {
    const report = sampleReport();
    expect(JSON.parse([...json(report)].join(''))).toEqual(report);
  });

  test('follows the published schema', () => {
    assertValidReport(JSON.parse([...json(sampleReport())].join('')));
  });

  test('is written piece by piece: no piece grows with the report', () => {
    const pieces = [...json(largeReport(2000))];
    expect(pieces.length).toBeGreaterThan(4000);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(250_000);
  });
});
