import { readdirSync, existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { privilegeChecks } from '../../../src/analysis/privilege/index.ts';
import { trustChecks } from '../../../src/analysis/trust/index.ts';
import { runChecks } from '../../../src/analysis/run-checks.ts';
import { mergeAws } from '../../../src/connectors/aws/merge.ts';
import type { Config } from '../../../src/model/config.ts';
import { CONFIG, NOW, encodeDocuments, fixtureText, graphOf, keyId, readText } from './support/aws-fixtures.ts';

const FIXTURES = new URL('../../../fixtures/aws/', import.meta.url);

/** `severity check subject`, the subject by the end of its ARN. */
async function findingsOf(dump: string, config: Config): Promise<string[]> {
  const graph = graphOf([await readText(dump)], config);
  const { findings } = runChecks(graph, [...privilegeChecks, ...trustChecks], { now: NOW, config });
  return Array.from(
    findings,
    ({ severity, check, subjects }) => `${severity} ${check} ${subjects[0]?.split(':').at(-1)}`,
  ).sort();
}

describe('every AWS fixture', () => {
  const cases = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of cases) {
    const load = async () => {
      const config = existsSync(new URL(`${name}/config.json`, FIXTURES))
        ? { ...CONFIG, ...JSON.parse(await fixtureText(name, 'config.json')) }
        : CONFIG;
      const expected: string[] = JSON.parse(await fixtureText(name, 'expected.json'));
      return { dump: await fixtureText(name, 'dump.json'), config, expected: expected.sort() };
    };

    test(`${name}: has exactly the expected findings`, async () => {
      const { dump, config, expected } = await load();
      expect(await findingsOf(dump, config)).toEqual(expected);
    });

    test(`${name}: has the same findings with URL-encoded documents`, async () => {
      const { dump, config, expected } = await load();
      expect(await findingsOf(JSON.stringify(encodeDocuments(JSON.parse(dump))), config)).toEqual(expected);
    });
  }
});

const rotation = (days: number | undefined, id: string) => ({
  id,
  class: 'machine' as const,
  title: id,
  ...(days === undefined ? {} : { rotationMaxDays: days }),
  rules: [{ accounts: ['111122223333'] }],
});
const oldKeys = async (config: Config) => {
  const graph = graphOf([await readText(await fixtureText('collected', 'dump.json'))], config);
  const check = privilegeChecks.find(({ id }) => id === 'aws.access-key-old');
  return [...(check?.run(graph, { now: NOW, config }).findings ?? [])];
};

describe('age limits', () => {
  test('a domain’s rotation limit stands above the default', async () => {
    const found = await oldKeys({ ...CONFIG, domains: [rotation(20, 'machines')] });
    expect(found.map(({ discriminator }) => discriminator)).toContain(keyId('fresh-1'));
    expect(found[0]?.evidence[0]?.what).toContain('the policy of domain machines allows 20 days');
  });

  test('a domain without a limit leaves the default', async () => {
    const found = await oldKeys({ ...CONFIG, domains: [rotation(undefined, 'machines')] });
    const expected = [keyId('deploy-1'), keyId('legacy-1')];
    expect(new Set(found.map(({ discriminator }) => discriminator))).toEqual(new Set(expected));
  });
});

test('a credential report alone yields the same findings about keys, by slot', async () => {
  const graph = graphOf([await readText(await fixtureText('collected', 'credential-report.csv'), 'report.csv')]);
  const { findings } = runChecks(graph, privilegeChecks, { now: NOW, config: CONFIG });
  const titles = [...findings].filter(({ check }) => check.startsWith('aws.access-key')).map(({ title }) => title);
  expect(titles.sort()).toEqual([
    'Access key 1 of AWS user deploy is 822 days old',
    'Access key 1 of AWS user legacy is 151 days old',
    'Access key 1 of AWS user legacy was never used',
  ]);
});

test('listing and report together count each key once', async () => {
  const facts = [
    await readText(await fixtureText('collected', 'dump.json')),
    await readText(await fixtureText('collected', 'credential-report.csv'), 'report.csv'),
  ];
  const { findings } = runChecks(graphOf(facts), privilegeChecks, { now: NOW, config: CONFIG });
  const old = [...findings].filter(({ check, title }) => check === 'aws.access-key-old' && title.includes('deploy'));
  expect(old).toHaveLength(1);
  const merged = mergeAws(facts);
  expect(
    merged.keys
      .filter(({ kind }) => kind === 'access-key')
      .map(({ keyId: id }) => id ?? 'none')
      .sort(),
  ).toEqual(['none', ...['comma-1', 'deploy-1', 'deploy-2', 'fresh-1', 'legacy-1', 'mara-1'].map(keyId)].sort());
  expect(merged.identities.filter(({ name }) => name === 'deploy')).toHaveLength(1);
});

test('every finding has a place, evidence, a remediation, and every check says what it is', async () => {
  const facts = [
    await readText(await fixtureText('rights', 'dump.json')),
    await readText(await fixtureText('trusts', 'dump.json')),
  ];
  const checks = [...privilegeChecks, ...trustChecks];
  const { findings } = runChecks(graphOf(facts), checks, { now: NOW, config: CONFIG });
  expect(findings.length).toBeGreaterThan(30);
  for (const finding of findings) {
    expect(finding.places.length, finding.title).toBeGreaterThan(0);
    expect(finding.evidence.length, finding.title).toBeGreaterThan(0);
    expect(finding.remediation).not.toBe('');
  }
  expect(new Set(Array.from(findings, ({ id }) => id)).size).toBe(findings.length);
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
});
