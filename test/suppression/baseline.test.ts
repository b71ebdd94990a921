import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { baselineOf } from '../../src/suppression/baseline-of.ts';
import { baselineText, parseBaseline } from '../../src/suppression/baseline.ts';
import type { Baseline } from '../../src/suppression/baseline.ts';
import { KnownFindings } from '../../src/suppression/known-findings.ts';
import { Notes } from '../../src/suppression/notes.ts';
import { exampleMaker } from '../support/example-maker.ts';
import { KEY, exposed, judgeFiles, setAside } from './support/judge-files.ts';
import type { LongReport } from '../../src/model/report.ts';

const make = exampleMaker('baseline');
const token = (): string => make.withCrc32Base62(`gh${'p_'}`, 30);
const line = (value: string): string => `A = "${value}"\n`;

const textOf = (report: LongReport): string => [...baselineText([...baselineOf(report)], KEY.name)].join('');
const baselineFrom = (report: LongReport): Baseline => parseBaseline(textOf(report), 'known.json', KEY.name);

const judged = (files: Readonly<Record<string, string>>, baseline?: Baseline): Promise<LongReport> =>
  judgeFiles(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    { suppression: { exceptions: [], exceptionFiles: [], ...(baseline !== undefined && { baseline }) } },
  );

describe('a baseline', () => {
  it('knows a value wherever it moves, and no other in its place', async () => {
    const [first, second] = [token(), token()];
    const known = baselineFrom(await judged({ 'a.py': line(first) }));
    expect(exposed(await judged({ 'lib/b.py': `\n\n${line(first)}` }, known))).toEqual([]);
    const changed = await judged({ 'a.py': line(second) }, known);
    expect([exposed(changed), setAside(changed)]).toEqual([['a.py'], []]);
    expect(changed.suppression?.notes).toEqual([
      'known.json: One finding of the baseline was not found any more; write it anew to leave it out.',
    ]);
  });

  it('holds no value and no line number, so that edits above leave it as it is', async () => {
    const value = token();
    const text = textOf(await judged({ 'a.py': line(value) }));
    expect(text).not.toContain(value.slice(4, 12));
    expect(textOf(await judged({ 'a.py': `\n\n${line(value)}` }))).toBe(text);
  });

  it('written anew keeps what it set aside, takes what is new, and drops what is gone', async () => {
    const [first, second, third] = [token(), token(), token()];
    const known = baselineFrom(await judged({ 'a.py': line(first), 'b.py': line(second) }));
    const next = baselineFrom(await judged({ 'a.py': line(first), 'c.py': line(third) }, known));
    expect(next.entries.map(({ where }) => where).sort()).toEqual(['a.py', 'c.py']);
  });

  it('does not keep what a comment or an exception covers', async () => {
    const allow = ['bitting', 'allow'].join(':');
    expect([...baselineOf(await judged({ 'a.py': `A = "${token()}" # ${allow}\n` }))]).toEqual([]);
  });

  it('lets a finding count again that has become more severe, and says so', async () => {
    const report = await judged({ 'a.py': line(token()) });
    const [finding] = report.findings;
    if (finding === undefined) throw new Error('nothing found');
    const notes = new Notes();
    const known = new KnownFindings(baselineFrom({ ...report, findings: [{ ...finding, severity: 'low' }] }));
    expect(known.covering(finding, notes)).toBeUndefined();
    expect(notes.list()).toEqual([
      `known.json: ${finding.id} was low and is ${finding.severity} now, so it counts again.`,
    ]);
    const milder: Finding = { ...finding, severity: 'info' };
    expect(known.covering(milder, notes)).toEqual({ by: 'baseline', what: 'known.json' });
  });

  it('knows a secret by its value though its holder became known', async () => {
    const report = await judged({ 'a.py': line(token()) });
    const [finding] = report.findings;
    if (finding === undefined) throw new Error('nothing found');
    const known = new KnownFindings(baselineFrom(report));
    const joined: Finding = { ...finding, id: 'finding-0000000000000000', subjects: [...finding.subjects, 'arn:x'] };
    expect(known.covering(joined, new Notes())).toBeDefined();
  });

  it.each([
    [
      'made with another key',
      (text: string) => text.replace(KEY.name, 'b'.repeat(16)),
      /made with fingerprint key b{16}, and this run uses a{16}/,
    ],
    ['cut short', (text: string) => text.slice(0, 60), /it is not JSON/],
    ['of another kind', () => '{"schema": "something"}', /known.json is not a baseline that can be read: schema/],
    ['with more than it may hold', (text: string) => text.replace('{"finding"', '{"value":"x","finding"'), /entries.0/],
  ])('that is %s is refused', async (_, spoil, message) => {
    const text = textOf(await judged({ 'a.py': line(token()) }));
    expect(() => parseBaseline(spoil(text), 'known.json', KEY.name)).toThrow(message);
  });
});
