import { describe, expect, test } from 'vitest';
import { terminal } from '../../reporters/terminal.ts';
import { SEVERITIES } from '../../reporters/text.ts';
import type { Severity } from '../../src/model/credential.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { largeReport, sampleReport } from '../support/sample-report.ts';

const PLAIN = { width: 80, color: false, written: ['out/index.html'] };

function shown(options: Partial<typeof PLAIN> = {}, report = sampleReport()): string {
  return [...terminal(report, { ...PLAIN, ...options })].join('');
}

test('counts, the worst with place and fix, overlaps, gaps, reports', () => {
  const text = shown();
  expect(text).toMatch(/^67 findings: 16 critical, 33 high, 9 medium and 9 low\.\n/);
  expect(text).toContain('  critical: One AWS access key is used by customer and workforce code.');
  expect(text).toContain('at  deploy/production.env:8 and 3 other places');
  expect(text).toContain('fix Create a user or role');
  expect(text).toContain('59 more findings in the reports.');
  expect(text).toContain('Shared between domains: 2 things, 1 of them above.');
  expect(text.replaceAll(/\s+/g, ' ')).toMatch(/may lead to administrator: bitting explain credential [0-9a-f]{10}/);
  expect(text).toContain('Not covered: 4 gaps.');
  expect(text).toContain('Report: out/index.html');
});

test('keeps to the width', () => {
  for (const line of shown({ width: 60 }).split('\n')) {
    // A word that is longer than a line stands alone.
    if (line.trim().includes(' ')) expect(line.trim().split(' ').length > 1 && line.length > 60 ? line : '').toBe('');
  }
});

test('colours only when told', () => {
  expect(shown()).not.toContain('\u001B');
  expect(shown({ color: true })).toContain('\u001B[91m');
});

test('says when there is nothing', () => {
  const empty = { ...sampleReport(), findings: [], overlaps: [] };
  expect(shown({}, empty)).toMatch(/^No findings\./);
  expect(shown({}, { ...empty, run: { ...empty.run, command: 'check' } })).toMatch(/^The change adds no findings\./);
});

test('hostile text moves no cursor and starts no command of a CI runner', () => {
  const [finding] = sampleReport().findings;
  if (finding === undefined) throw new Error('no finding');
  const hostile: Finding = {
    ...finding,
    title: `\u001B[2J \u202Eevil ${'x'.repeat(60)} ::set-output name=a::b ##[group]c`,
    remediation: `a\n::error::b ${'y'.repeat(70)} ::error::c`,
  };
  const text = shown({ width: 60 }, { ...sampleReport(), findings: [hostile] });
  expect(text).not.toMatch(/[\u001B\u202E]/);
  expect(text).toContain('\\x1b[2J \\u202eevil');
  for (const line of text.split('\n')) expect(line.trimStart().startsWith('::')).toBe(false);
  expect(text).not.toContain('##[');
});

describe('an audit of much', () => {
  const lines = shown({ width: 100 }, largeReport(3000)).trimEnd().split('\n');

  test('fits a screen', () => {
    expect(lines.length).toBeLessThanOrEqual(45);
  });

  test('shows no milder finding before a worse one', () => {
    const order = lines.flatMap((line) => /^ {2}(critical|high|medium|low|info): /.exec(line)?.[1] ?? []);
    expect(order).toEqual(
      order.toSorted((a, b) => SEVERITIES.indexOf(a as Severity) - SEVERITIES.indexOf(b as Severity)),
    );
    expect(order).toHaveLength(8);
  });
});

test('says only the first sentence of an audit’s fix, and of a change’s all, code included', () => {
  const report = sampleReport();
  const [finding] = report.findings;
  if (finding === undefined) throw new Error('no finding');
  const remediation = 'Give it less, such as:\n```yaml\npermissions:\n  contents: read\n```\nThen run it again.';
  const audit: Report = { ...report, findings: [{ ...finding, remediation }] };
  expect(shown({}, audit)).toContain('    fix Give it less.\n');
  expect(shown({}, audit)).not.toContain('permissions');
  const check = shown({}, { ...audit, run: { ...report.run, command: 'check' } });
  expect(check).toContain(
    '    fix Give it less, such as:\n        permissions:\n          contents: read\n        Then run it',
  );
});
