import { expect, test } from 'vitest';
import { terminal } from '../../reporters/terminal.ts';
import type { Finding } from '../../src/model/finding.ts';
import { sampleReport } from '../support/sample-report.ts';

const PLAIN = { width: 80, color: false, written: ['out/index.html'] };

function shown(options: Partial<typeof PLAIN> = {}, report = sampleReport()): string {
  return [...terminal(report, { ...PLAIN, ...options })].join('');
}

test('counts, the worst with place and fix, overlaps, gaps, reports', () => {
  const text = shown();
  expect(text).toMatch(/^67 findings: 16 critical, 33 high, 9 medium and 9 low\.\n/);
  expect(text).toContain('  critical: One AWS access key is used by customer and workforce code.');
  expect(text).toContain('at  deploy/production.env:8 and 499 other places');
  expect(text).toContain('fix Create a user or role');
  expect(text).toContain('57 more findings in the reports.');
  expect(text).toContain('Shared between domains: 2 overlaps');
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
