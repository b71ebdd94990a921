import { describe, expect, it } from 'vitest';
import { baselineText } from '../../src/suppression/baseline.ts';
import { exampleMaker } from '../support/example-maker.ts';
import { judgeFiles } from './support/judge-files.ts';

const make = exampleMaker('own files');
const hex = (length: number): string => make(make.hex, length);

// They are kept in the repository that is audited.
describe('the files that set findings aside', () => {
  it('hold nothing that an audit takes for a secret', async () => {
    const entries = Array.from({ length: 200 }, () => ({
      finding: `finding-${hex(16)}`,
      about: `cred-${hex(24)}`,
      check: 'secret.exposed',
      severity: 'high' as const,
      where: 'src/a.py',
    }));
    const baseline = [...baselineText(entries, hex(16))].join('');
    const rows = entries.flatMap(({ about, finding }) => [`  - id: ${about}`, `    reason: ${finding}`]);
    const exceptions = `version: 1\nmadeWith: '${hex(16)}'\nexceptions:\n${rows.join('\n')}\n`;
    const report = await judgeFiles([
      { path: 'baseline.json', text: baseline },
      { path: 'accepted.yaml', text: exceptions },
    ]);
    expect(Array.from(report.findings, ({ title }) => title)).toEqual([]);
  });
});
