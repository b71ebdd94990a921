import { describe, expect, test } from 'vitest';
import { isCiFile, parseCiFile } from '../../src/ci/index.ts';
import { ciFile } from './support/summary.ts';

describe('isCiFile', () => {
  test.each([
    '.github/workflows/ci.yml',
    'shop/checkout/.github/workflows/release.YAML',
    'action.yml',
    '.github/actions/setup/action.yaml',
    '.gitlab-ci.yml',
    'services/api/.gitlab-ci.yml',
    'templates/deploy.gitlab-ci.yml',
    '.gitlab/ci/build.yml',
  ])('takes %s', (path) => {
    expect(isCiFile(path)).toBe(true);
  });

  test.each([
    '.github/workflows/README.md',
    '.github/workflows/nested/ci.yml',
    '.github/dependabot.yml',
    'transaction.yml',
    '.gitlab/issue_templates/bug.yml',
    '.gitlab/agents/main/config.yaml',
    'config.yml',
    'workflows/ci.yml',
  ])('leaves %s', (path) => {
    expect(isCiFile(path)).toBe(false);
  });
});

describe('parseCiFile', () => {
  test('yields nothing for a path that is no CI file', () => {
    const { facts, problems } = parseCiFile(ciFile('config.yml', 'jobs: { a: {} }'));
    expect([facts.jobs, problems]).toEqual([[], []]);
  });

  test('gives each job a workload identity and references of its own', () => {
    const text = 'on: push\njobs:\n  ship:\n    steps:\n      - run: x ${{ secrets.KEY }}\n';
    const { facts } = parseCiFile(ciFile('.github/workflows/ci.yml', text));
    const id = 'github-actions:octo/app/.github/workflows/ci.yml#ship';
    const place = { kind: 'file', source: 'source-1', path: '.github/workflows/ci.yml', line: 3, endLine: 3 };
    expect(facts.identities).toEqual([
      {
        id,
        provider: 'github-actions',
        kind: 'workload',
        name: 'ship in ci.yml',
        tags: {},
        attributes: { 'started by': 'push' },
        places: [{ ...place, column: 3, endColumn: 7 }],
        domains: [],
      },
    ]);
    expect(facts.references).toEqual([
      {
        kind: 'secret',
        target: 'github:secret:KEY',
        by: id,
        place: { ...place, line: 5, column: 20, endLine: 5, endColumn: 31 },
      },
    ]);
  });

  test('keeps tokens in URLs of included files out of the facts', () => {
    const token = ['gl', 'pat-', 'x'.repeat(20)].join('');
    const text = [
      'include:',
      `  - remote: https://ci:${token}@example.com/a.yml`,
      `  - https://example.com/b.yml?private_token=${token}`,
      'job:',
      `  trigger: { include: [{ remote: "https://ci:${token}@example.com/c.yml" }] }`,
    ].join('\n');
    const result = JSON.stringify(parseCiFile(ciFile('.gitlab-ci.yml', text)));
    expect(result).toContain('https://example.com/a.yml; https://example.com/b.yml');
    expect(result).not.toContain(token);
  });

  test('quotes nothing of a malformed file in its problems', () => {
    const token = ['gh', 'p_', 'A1'.repeat(18)].join('');
    const text = `on: push\n${token}\njobs:\n  a: "\\q${token}\n !<${token}> b: [`;
    const { problems } = parseCiFile(ciFile('.github/workflows/ci.yml', text));
    expect(problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(problems)).not.toContain(token);
  });
});
