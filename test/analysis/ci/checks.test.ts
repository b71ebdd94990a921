import { describe, expect, test } from 'vitest';
import { ciChecks } from '../../../src/analysis/ci/index.ts';
import { parseCiFile } from '../../../src/ci/index.ts';
import { ciFile, findingsOf, graphOf } from '../../ci/support/summary.ts';

const workflow = (text: string) => [parseCiFile(ciFile('.github/workflows/ci.yml', text)).facts];

const PWN = `on: EVENT
permissions: { contents: read }
jobs:
  a:
    steps:
      - uses: actions/checkout@v5
        with: { ref: '\${{ github.event.pull_request.head.sha }}' }
      - run: make
        env: { K: '\${{ secrets.K }}' }
`;

const keys = (text: string) =>
  findingsOf(workflow(text)).map(({ check, subjects, discriminator }) => [check, subjects, discriminator]);

describe('checks on CI jobs', () => {
  test('have distinct ids, frameworks and words of their own', () => {
    expect(new Set(ciChecks.map(({ id }) => id)).size).toBe(ciChecks.length);
    for (const check of ciChecks) {
      expect(check.id).toMatch(/^ci\.[a-z-]+$/);
      expect(check.frameworks.some(({ id }) => /^NHI\d+:2025$/.test(id))).toBe(true);
      expect(check.frameworks.some(({ id }) => /^PR\.AA-0[1-6]$/.test(id))).toBe(true);
      expect(check.why.length).toBeGreaterThan(check.title.length);
    }
  });

  test('say that they had nothing to judge where there are no jobs', () => {
    const context = {
      now: new Date(0),
      config: {
        domains: [],
        allowedShared: [],
        ownAccounts: [],
        exclude: [],
        defaults: { rotationMaxDays: 90, unusedMaxDays: 90 },
      },
    };
    for (const check of ciChecks) expect(check.run(graphOf([]), context)).toEqual({ examined: 0, findings: [] });
  });

  test.each([
    ['pull_request_target', 'critical'],
    ['issue_comment', 'critical'],
    ['workflow_run', 'high'],
  ])("%s with an outsider's code next to a secret is %s", (event, severity) => {
    const [finding] = findingsOf(workflow(PWN.replace('EVENT', event)));
    expect([finding?.check, finding?.severity]).toEqual(['ci.untrusted-code-with-secrets', severity]);
  });

  test.each(['push', 'pull_request', 'schedule'])('%s with the same steps is no finding', (event) => {
    expect(findingsOf(workflow(PWN.replace('EVENT', event)))).toEqual([]);
  });

  test('every finding has a place, evidence, a subject and words without line breaks in its title', () => {
    const findings = findingsOf(workflow(PWN.replace('EVENT', 'pull_request_target').replace('a:', '"a\\nb":')));
    expect(findings).not.toHaveLength(0);
    for (const { title, places, evidence, subjects, remediation } of findings) {
      expect(title).not.toMatch(/\n/);
      for (const list of [places, evidence, subjects]) expect(list).not.toHaveLength(0);
      expect(remediation).toMatch(/:\n```yaml\n[^`]+\n```\n/);
    }
  });

  test('identical findings keep their subject and discriminator when lines move', () => {
    const text = PWN.replace('EVENT', 'issue_comment').replace('{ contents: read }', 'write-all');
    expect(keys(`# moved\n\n${text}`)).toEqual(keys(text));
  });
});
