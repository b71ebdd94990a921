import { describe, expect, it } from 'vitest';
import { exampleMaker } from '../support/example-maker.ts';
import { exposed, judgeFiles, setAside } from './support/judge-files.ts';
import type { JudgedFile } from './support/judge-files.ts';

const make = exampleMaker('suppression comments');
const token = (): string => make.withCrc32Base62(`gh${'p_'}`, 30);
const marker = (tool: string, word: string): string => [tool, word].join(':');
const ALLOW = marker('bitting', 'allow');
const PRAGMA = ['pragma', 'allowlist secret'].join(': ');
const NEXT_LINE = ['pragma', 'allowlist nextline secret'].join(': ');
const LINT = ['secretlint', 'disable'].join('-');
const LINT_END = ['secretlint', 'enable'].join('-');

const file = (path: string, ...lines: readonly string[]): JudgedFile => ({ path, text: `${lines.join('\n')}\n` });
const old = (each: JudgedFile, version: string): JudgedFile => ({
  ...each,
  version: { commit: version.repeat(40), blob: version.repeat(40) },
});

describe('our comment', () => {
  it.each([
    ['the line it stands on', (a: string) => [`${a}  # ${ALLOW}`]],
    ['the line below it, when it stands alone', (a: string) => [`# ${ALLOW}`, a]],
    ['the line below it in a comment of several kinds', (a: string) => [`   <!-- ${ALLOW} sample -->`, a]],
    ['the detector it names', (a: string) => [`${a}  # ${ALLOW} github-personal-access-token,jwt`]],
    ['anything until its day is over', (a: string) => [`${a}  # ${ALLOW} until 2026-11-23 tests`]],
    ['a line between others', (a: string) => ['x = 1', `${a} // ${ALLOW} the vendor's sample`, 'y = 2']],
  ])('sets aside %s', async (_, lines) => {
    const report = await judgeFiles([file('a.py', ...lines(`A = "${token()}"`))]);
    expect(exposed(report)).toEqual([]);
    expect(setAside(report)).toEqual(['a.py']);
    expect(report.credentials).toHaveLength(1);
  });

  it.each([
    ['a line further down', (a: string) => [file('a.py', `# ${ALLOW}`, '', a)]],
    ['the line below, standing behind code', (a: string) => [file('a.py', `x = 1  # ${ALLOW}`, a)]],
    ['the line above', (a: string) => [file('a.py', a, `# ${ALLOW}`)]],
    ['another file', (a: string) => [file('a.py', a), file('b.py', `# ${ALLOW}`)]],
    ['a copy elsewhere', (a: string) => [file('a.py', a), file('b.py', `${a}  # ${ALLOW}`)]],
    ['what another detector finds', (a: string) => [file('a.py', `${a}  # ${ALLOW} stripe-secret-key`)]],
    ['anything by a misspelt id', (a: string) => [file('a.py', `${a}  # ${ALLOW} github-token-clasic`)]],
    ['anything by the id of another value', (a: string) => [file('a.py', `${a}  # ${ALLOW} cred-${'0'.repeat(24)}`)]],
    ['anything after its day', (a: string) => [file('a.py', `${a}  # ${ALLOW} until 2026-11-22 tests`)]],
    ['anything until a day that is none', (a: string) => [file('a.py', `${a}  # ${ALLOW} until 2031-02-30`)]],
    ['anything until soon', (a: string) => [file('a.py', `${a}  # ${ALLOW} until soon`)]],
    [
      'anything when it is encoded',
      (a: string) => [
        file('a.py', `${a}  # ${Buffer.from(`# ${ALLOW} all of this, and more of it`).toString('base64')}`),
      ],
    ],
    [
      'another version of the file',
      (a: string) => [old(file('a.py', a), '1'), old(file('a.py', `# ${ALLOW}`, 'x'), '2')],
    ],
    ['another file in history', (a: string) => [old(file('b.py', a), '1'), file('a.py', `${a}  # ${ALLOW}`)]],
  ])('does not reach %s', async (_, files) => {
    const report = await judgeFiles(files(`A = "${token()}"`));
    expect(report.findings.length).toBeGreaterThan(0);
    expect(setAside(report)).toEqual([]);
  });

  it('in a file as it is speaks for earlier versions of that file', async () => {
    const line = `A = "${token()}"`;
    const report = await judgeFiles([old(file('a.py', line), '1'), file('a.py', `${line}  # ${ALLOW}`)]);
    expect([exposed(report), setAside(report)]).toEqual([[], ['a.py']]);
  });

  it('speaks for a value that only history holds where it stands beside it there', async () => {
    const report = await judgeFiles([old(file('a.py', `A = "${token()}"  # ${ALLOW}`), '1'), file('a.py', 'A = 1')]);
    expect([exposed(report), setAside(report)]).toEqual([[], ['a.py']]);
  });

  it('that names one value no longer holds when another stands there', async () => {
    const line = `A = "${token()}"`;
    const [finding] = (await judgeFiles([file('a.py', line)])).findings;
    const bound = (text: string): JudgedFile => file('a.py', `${text}  # ${ALLOW} ${finding?.subjects[0]} sample`);
    expect(setAside(await judgeFiles([bound(line)]))).toEqual(['a.py']);
    expect(exposed(await judgeFiles([bound(`A = "${token()}"`)]))).toEqual(['a.py']);
  });

  it('that does not work says why, once', async () => {
    const lines = [`A = "${token()}"  # ${ALLOW} github-token-clasic`, `B = "${token()}"  # ${ALLOW} until 2020-01-31`];
    const report = await judgeFiles([file('a.py', ...lines), old(file('a.py', ...lines), '1')]);
    expect(report.suppression?.notes).toEqual([
      `a.py, line 1: ${ALLOW} is not heeded: no detector is called github-token-clasic.`,
      `a.py, line 2: ${ALLOW} expired on 2020-01-31.`,
    ]);
  });

  it('hides nothing, however severe, where none is heeded, and is counted', async () => {
    const report = await judgeFiles([file('a.py', `A = "${token()}"  # ${ALLOW}`)], { heeded: [] });
    expect(exposed(report)).toEqual(['a.py']);
    expect(report.findings.at(0)?.severity).toMatch(/critical|high/);
    expect(report.suppression).toMatchObject({ comments: [], commentsMet: 1, commentsIgnored: 1 });
  });

  it('written into a value makes no value vanish', async () => {
    const value = `Zt9kQ2${ALLOW}xV7mWp4rL`;
    const plain = await judgeFiles([file('.env', `DB_PASSWORD=Zt9kQ2sXr8xV7mWp4rL`)]);
    const report = await judgeFiles([file('.env', `DB_PASSWORD=${value}`)]);
    expect(plain.credentials).toHaveLength(1);
    expect(report.credentials).toHaveLength(1);
  });

  it('shows no value in its reason: neither one that was found, nor what looks like one', async () => {
    const secret = token();
    const word = 'correct-horse-battery';
    const report = await judgeFiles([
      file('a.py', `A = "${secret}"  # ${ALLOW} was ${secret} or ${make(make.base62, 24)}x9, then (${word})`),
      file('b.py', `url = "postgres://app:${word}@db.shop.internal:5432/app"`),
    ]);
    expect(report.credentials.length).toBeGreaterThan(1);
    expect(report.suppressed?.at(0)?.suppressions[0]?.reason).toBe('was ••• or ••• then •••');
    expect(JSON.stringify([...(report.suppressed ?? [])])).not.toContain(word);
  });
});

describe('comments of other tools, where they are heeded', () => {
  const heeded = ['gitleaks', 'trufflehog', 'secretlint', 'detect-secrets', 'kingfisher'] as const;

  it.each([
    ['gitleaks', (a: string) => [`${a} # ${marker('gitleaks', 'allow')}`]],
    ['TruffleHog', (a: string) => [`${a} # ${marker('trufflehog', 'ignore')}`]],
    ['Kingfisher', (a: string) => [`${a} # ${marker('kingfisher', 'ignore')}`]],
    ['detect-secrets', (a: string) => [`${a} # ${PRAGMA}`]],
    ['detect-secrets, next line', (a: string) => [`# ${NEXT_LINE}`, a]],
    ['secretlint, line', (a: string) => [`${a} # ${LINT}-line`]],
    ['secretlint, next line', (a: string) => [`/* ${LINT}-next-line */`, a]],
    ['secretlint, block', (a: string) => [`# ${LINT}`, '', a, '', `# ${LINT_END}`]],
    ['secretlint, rest of the file', (a: string) => [`# ${LINT}`, '', '', a]],
    ['secretlint, a rule', (a: string) => [`// ${LINT}-next-line @secretlint/secretlint-rule-github -- sample`, a]],
  ])('%s sets a secret aside as it documents it', async (_, lines) => {
    const report = await judgeFiles([file('a.py', ...lines(`A = "${token()}"`))], { heeded });
    expect([exposed(report), setAside(report)]).toEqual([[], ['a.py']]);
    // The same without the configuration's word for it.
    expect(exposed(await judgeFiles([file('a.py', ...lines(`A = "${token()}"`))]))).toEqual(['a.py']);
  });

  it.each([
    ['gitleaks on the line above', (a: string) => [`# ${marker('gitleaks', 'allow')}`, a]],
    ['TruffleHog on the line above', (a: string) => [`# ${marker('trufflehog', 'ignore')}`, a]],
    ['detect-secrets on the line above', (a: string) => [`# ${PRAGMA}`, a]],
    ['secretlint behind the end of its block', (a: string) => [`# ${LINT}`, `# ${LINT_END}`, a]],
    ['secretlint with another rule', (a: string) => [`# ${LINT}-next-line @secretlint/secretlint-rule-slack`, a]],
    ['ours, which the list leaves out', (a: string) => [`${a} # ${ALLOW}`]],
  ])('%s does not', async (_, lines) => {
    const report = await judgeFiles([file('a.py', ...lines(`A = "${token()}"`))], { heeded });
    expect([exposed(report), setAside(report)]).toEqual([['a.py'], []]);
  });
});
