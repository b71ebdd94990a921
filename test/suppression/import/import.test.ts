import { hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseExceptions, pathPattern } from '../../../src/config/load-exceptions.ts';
import { unboundedRepeatProblems } from '../../../src/engine/pattern-safety.ts';
import { importDetectSecrets } from '../../../src/suppression/import/detect-secrets.ts';
import { importGitleaks } from '../../../src/suppression/import/gitleaks.ts';
import { goPattern } from '../../../src/suppression/import/go-pattern.ts';
import type { ValueRule } from '../../../src/suppression/import/imported.ts';
import { importGitleaksIgnore, importTruffleHog } from '../../../src/suppression/import/line-files.ts';
import { matchValues } from '../../../src/suppression/import/match-values.ts';
import type { FoundValue } from '../../../src/suppression/import/match-values.ts';
import { renderExceptions } from '../../../src/suppression/import/render-exceptions.ts';

const patternOf = (source: string): RegExp | string => {
  const pattern = pathPattern(source, unboundedRepeatProblems);
  return typeof pattern === 'string' ? 'refused' : pattern;
};
const COMMIT = '1'.repeat(40);
const VALUE = ['not', 'a', 'real', 'value'].join('-');
const found = (fields: Partial<FoundValue> = {}): FoundValue => ({
  id: 'cred-000000000000000000000000',
  path: 'src/a.py',
  line: 3,
  endLine: 3,
  text: { value: VALUE, line: `A = "${VALUE}"` },
  ...fields,
});
const filter = (name: string): object => ({ path: `detect_secrets.filters.regex.${name}`, pattern: ['^docs/'] });
const idsOf = (rules: readonly ValueRule[], values: readonly FoundValue[]): readonly string[] => [
  ...matchValues(rules, values).accepted.keys(),
];

describe('a gitleaks configuration', () => {
  it('gives paths and commits as exceptions, and values to be looked for', () => {
    const toml = `
      [[allowlists]]
      description = "samples"
      paths = ['''(?i)^Docs/.*[.]md$''', 'vendor/']
      commits = ["${COMMIT}"]
      [[allowlists]]
      regexTarget = "line"
      regexes = ["sample only"]
      stopwords = ["Placeholder"]
      [allowlist]
      regexes = ["^not-"]
    `;
    const { places, values, left } = importGitleaks(toml, '.gitleaks.toml', patternOf);
    expect(places).toEqual([
      { pathPatterns: ['^[dD][oO][cC][sS]\\/.*[.][mM][dD]$'], from: 'allowlists[0].paths[0]' },
      { pathPatterns: ['vendor\\/'], from: 'allowlists[0].paths[1]' },
      { commits: [COMMIT], from: 'allowlists[0].commits[0]' },
    ]);
    expect(values.map(({ from }) => from)).toEqual([
      'allowlist.regexes[0]',
      'allowlists[1].regexes[0]',
      'allowlists[1].stopwords[0]',
    ]);
    expect(left).toEqual([]);
  });

  it('names what was not taken, without a word of it', () => {
    const secret = 'hunter2hunter2';
    const toml = `
      [extend]
      useDefault = true
      [[rules]]
      id = "mine"
      regex = '''${secret}'''
      [[rules.allowlists]]
      paths = ['a']
      [[allowlists]]
      condition = "AND"
      paths = ['x']
      regexes = ['${secret}']
      [[allowlists]]
      regexTarget = "match"
      regexes = ['${secret}']
      [[allowlists]]
      targetRules = ["jwt"]
      paths = ['y']
      [[allowlists]]
      paths = ['(${secret}+)+$', 'a(?s:b)', '[[:alpha:]]']
      regexes = ['(${secret}']
      commits = ['abc']
      stopwords = ['ab']
    `;
    const { places, values, left } = importGitleaks(toml, '.gitleaks.toml', patternOf);
    expect([places, values]).toEqual([[], []]);
    expect(left.map((sentence) => sentence.split(':')[0])).toEqual([
      'extend',
      'allowlists[0]',
      'allowlists[1].regexes[0]',
      'allowlists[2]',
      'allowlists[3].paths[0]',
      'allowlists[3].paths[1]',
      'allowlists[3].paths[2]',
      'allowlists[3].commits[0]',
      'allowlists[3].regexes[0]',
      'allowlists[3].stopwords[0]',
      'rules[0]',
      'rules[0].allowlists',
    ]);
    expect(left.join(' ')).not.toContain('hunter');
  });

  it('that is no TOML is refused by its position alone', () => {
    expect(() => importGitleaks('[allowlist]\nregexes = ["hunter2', 'x.toml', patternOf)).toThrow(
      /^x.toml:2:\d+: not valid TOML\.$/,
    );
    expect(() => importGitleaks('allowlists = 3', 'x.toml', patternOf)).toThrow(/^x.toml: allowlists/);
  });
});

describe('a pattern of Go', () => {
  const of = goPattern(patternOf);
  it.each([
    ['(?i)\\.(png|JPG)$', ['a.PNG', 'b.jpg'], ['a.gif']],
    ['(?i)^[a-c]x\\d$', ['BX1', 'cx2'], ['dx1', 'bxd']],
    ['(?P<dir>vendor)/x', ['vendor/x'], ['vendor/y']],
    ['\\Aa/b\\z', ['a/b'], ['aa/b', 'a/bb']],
  ])('%s means the same here', (source, matching, other) => {
    const pattern = of(source);
    if (typeof pattern === 'string') throw new Error(pattern);
    expect(matching.filter((path) => !pattern.test(path))).toEqual([]);
    expect(other.filter((path) => pattern.test(path))).toEqual([]);
  });

  it.each(['(?s)a.b', 'a(?i)b', '(?i:a)', '[[:digit:]]', '\\pL', '\\Qa.b\\E'])(
    '%s is refused, not guessed',
    (source) => {
      expect(of(source)).toBeTypeOf('string');
    },
  );
});

describe('a .gitleaksignore', () => {
  it('names values by where they stand now, with and without a commit', () => {
    const text = `# old\n${COMMIT}:src/a.py:generic-api-key:3\nsrc/b:c.py:jwt:7\nnonsense\n`;
    const { values, left } = importGitleaksIgnore(text);
    expect(values).toEqual([
      { from: 'line 2', match: { by: 'position', path: 'src/a.py', line: 3, commit: COMMIT } },
      { from: 'line 3', match: { by: 'position', path: 'src/b:c.py', line: 7 } },
    ]);
    expect(left).toEqual(['line 4: it is no fingerprint `commit:file:rule:line`.']);
    expect(idsOf(values, [found({ commit: COMMIT })])).toHaveLength(1);
    expect(
      idsOf(values, [found(), found({ line: 4, endLine: 4, commit: COMMIT }), found({ path: 'src/b.py' })]),
    ).toEqual([]);
  });
});

const baseline = (entry: object, filters: object[] = []): string =>
  JSON.stringify({
    version: '1.5.0',
    filters_used: filters,
    results: { 'src/a.py': [{ line_number: 3, ...entry }] },
  });

describe('a baseline of detect-secrets', () => {
  it('knows values by their SHA-1 at their file, on whatever line', () => {
    const { values } = importDetectSecrets(baseline({ hashed_secret: hash('sha1', VALUE, 'hex') }), 'b', patternOf);
    expect(idsOf(values, [found({ line: 99, endLine: 99 })])).toHaveLength(1);
    expect(idsOf(values, [found({ path: 'src/other.py' })])).toEqual([]);
    expect(idsOf(values, [found({ text: { value: 'another', line: 'A = "another"' } })])).toEqual([]);
    expect(idsOf(values, [{ ...found(), text: { value: VALUE.slice(4), line: `A = "${VALUE}"` } }])).toHaveLength(1);
  });

  it('does not accept what was judged a real secret', () => {
    const entry = { hashed_secret: hash('sha1', VALUE, 'hex'), is_secret: true };
    const { values, left } = importDetectSecrets(baseline(entry), 'b', patternOf);
    expect(values).toEqual([]);
    expect(left).toEqual(['src/a.py, line 3: it was judged a real secret: it has to be rotated, not accepted.']);
  });

  it('gives its patterns over files, and names those over lines', () => {
    const text = baseline({ hashed_secret: '0'.repeat(40) }, [
      filter('should_exclude_file'),
      filter('should_exclude_line'),
    ]);
    const { places, left } = importDetectSecrets(text, 'b', patternOf);
    expect(places).toEqual([{ pathPatterns: ['^docs\\/'], from: 'filters_used[0].pattern[0]' }]);
    expect(left).toHaveLength(1);
  });

  it('that is none is refused without its text', () => {
    expect(() => importDetectSecrets('{"hunter2', 'b', patternOf)).toThrow(
      'b is no baseline of detect-secrets: it is not JSON.',
    );
    expect(() => importDetectSecrets('{}', 'b', patternOf)).toThrow(/results/);
  });
});

describe('a file of excluded paths of TruffleHog', () => {
  it('gives a pattern for each line and names those refused', () => {
    const { places, left } = importTruffleHog('# x\n\n^vendor/\n(a+)+$\n', patternOf);
    expect(places).toEqual([{ pathPatterns: ['^vendor\\/'], from: 'line 3' }]);
    expect(left).toEqual(['line 4: refused']);
  });
});

describe('what is taken over', () => {
  it('reads as an exceptions file, with what was not taken as comments', () => {
    const text = renderExceptions({
      tool: 'gitleaks',
      file: 'odd\n"name.toml',
      keyName: 'a'.repeat(16),
      approver: 'Rosa: "Quintero" #1',
      expires: '2031-12-31',
      places: [
        { pathPatterns: ['^a\\.b["]'], from: 'x' },
        { commits: [COMMIT], from: 'y' },
      ],
      accepted: new Map([[found().id, 'line 3']]),
      left: ['z: not\nthis'],
    });
    const context = { keyName: 'a'.repeat(16), repeatProblems: unboundedRepeatProblems };
    expect(parseExceptions(text, 'f', context)).toMatchObject([
      { pathPatterns: [/^a\.b["]/], approver: 'Rosa: "Quintero" #1', expires: '2031-12-31' },
      { commits: [COMMIT] },
      { id: found().id, reason: expect.stringContaining('line 3') },
    ]);
    expect(text).toContain('# Not taken:\n#   "z: not\\nthis"');
  });

  it('stops comparing patterns when it takes too long, and says so', () => {
    let clock = 0;
    const rule: ValueRule = { from: 'r', match: { by: 'pattern', pattern: /^not-/, of: 'value' } };
    const { accepted, unmatched, late } = matchValues([rule], [found(), found()], () => (clock += 30_000));
    expect([accepted.size, unmatched, late]).toEqual([0, ['r'], true]);
  });
});
