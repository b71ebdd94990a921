import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/load-config.ts';
import { parseExceptions } from '../../src/config/load-exceptions.ts';
import { unboundedRepeatProblems } from '../../src/engine/pattern-safety.ts';
import { exampleMaker } from '../support/example-maker.ts';
import { judgeFiles } from './support/judge-files.ts';

const page = readFileSync(new URL('../../docs/suppression.md', import.meta.url), 'utf8');

function examples(kind: string): readonly string[] {
  const found = [...page.matchAll(/^```(.+)\n([^]*?)^```$/gm)].filter(([, name]) => name === kind);
  expect(found.length).toBeGreaterThan(0);
  return found.map(([, , text = '']) => text);
}

describe('docs/suppression.md shows', () => {
  it('configurations that are taken', () => {
    for (const text of examples('yaml config')) expect(parseConfig(text, 'bitting.yaml').suppression).toBeDefined();
  });

  it('an exceptions file that is taken', () => {
    const context = { keyName: '0123456789abcdef', repeatProblems: unboundedRepeatProblems };
    for (const text of examples('yaml exceptions'))
      expect(parseExceptions(text, 'accepted.yaml', context)).toHaveLength(4);
  });

  it('comments that do what it says', async () => {
    const make = exampleMaker('docs');
    const [text = ''] = examples('python');
    const values = text.replaceAll('…', () => make.withCrc32Base62(`gh${'p_'}`, 30));
    const report = await judgeFiles([{ path: 'a.py', text: values }]);
    // The one that names a value is about another.
    const lines = Array.from(report.findings, ({ places: [place] }) => (place?.kind === 'file' ? place.line : 0));
    expect(lines).toEqual([text.split('\n').findIndex((line) => line.includes('cred-')) + 1]);
    expect(report.suppressed).toHaveLength(5);
  });
});
