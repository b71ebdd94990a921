import { expect, test } from 'vitest';
import { githubAnnotations } from '../../reporters/github-annotations.ts';
import type { Finding } from '../../src/model/finding.ts';
import { file, past, sampleReport } from '../support/sample-report.ts';

function annotated(change: Partial<Finding>): string {
  const [finding] = sampleReport().findings;
  if (finding === undefined) throw new Error('no finding');
  return [...githubAnnotations({ ...sampleReport(), findings: [{ ...finding, ...change }] })].join('');
}

test('names file, lines and columns, and says what to do', () => {
  expect(
    annotated({ places: [file('shop/checkout', 'src/a.ts', 3)], title: 'A key.', remediation: 'Rotate it.' }),
  ).toBe(
    '::error file=src/a.ts,line=3,endLine=3,col=15,endColumn=55,title=critical%3A overlap.value::A key.%0ARotate it.\n',
  );
});

test('rates by severity', () => {
  expect(annotated({ severity: 'medium' })).toMatch(/^::warning /);
  expect(annotated({ severity: 'info' })).toMatch(/^::notice /);
});

test('points at no file for what stands only in history', () => {
  expect(annotated({ places: [past('shop/checkout', 'src/a.ts', 3, 'x', '2024-01-01')] })).not.toContain('file=');
});

test('hostile text makes no further command and no further property', () => {
  const hostile = '100%\r\n::error::x,title=y::z';
  const output = annotated({ title: hostile, remediation: hostile, places: [file('shop/checkout', hostile, 1)] });
  expect(output.match(/\n/g)).toHaveLength(1);
  expect(output).toContain('file=100%25%0D%0A%3A%3Aerror%3A%3Ax%2Ctitle=y%3A%3Az,line=1,');
  const [, properties = '', message = ''] = /^::error (.*?)::(.*)\n$/.exec(output) ?? [];
  expect(properties.split(',').map((property) => property.split('=')[0])).toEqual([
    'file',
    'line',
    'endLine',
    'col',
    'endColumn',
    'title',
  ]);
  expect(message).not.toMatch(/[\r\n]/);
});
