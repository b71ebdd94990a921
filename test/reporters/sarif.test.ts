import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { Log, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import { surveyFindings } from '../../reporters/survey-findings.ts';
import { sarif } from '../../reporters/sarif/index.ts';
import type { Report } from '../../src/model/report.ts';
import { file, sampleReport, SAMPLE_SOURCES } from '../support/sample-report.ts';

// The schema is written in draft 04; nothing it uses changed its meaning since but the name of `id`.
const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const { $schema: _, id, ...schema } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile({ ...schema, $id: String(id) });

function rendered(report: Report): Run {
  const log = JSON.parse([...sarif(report)].join('')) as Log;
  expect(validate(log) ? [] : validate.errors).toEqual([]);
  const [run] = log.runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

describe('report.sarif', () => {
  test('follows the SARIF 2.1.0 schema, which does refuse what is wrong', () => {
    rendered(sampleReport());
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false);
  });

  test('follows it when the report is empty', () => {
    const run = rendered({ ...sampleReport(), findings: [], checks: [], sources: [], overlaps: [] });
    expect(run.results).toEqual([]);
  });

  test('has a result for each finding, pointing at its rule', () => {
    const report = sampleReport();
    const { results = [], tool } = rendered(report);
    const findings = [...surveyFindings(report).ranked];
    expect(results.map(({ ruleId }) => ruleId)).toEqual(findings.map(({ check }) => check));
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules?.[ruleIndex ?? -1]?.id).toBe(ruleId);
    expect(results.map(({ partialFingerprints }) => partialFingerprints?.['bittingFinding/v1'])).toEqual(
      findings.map(({ id: finding }) => finding),
    );
  });

  test('says where, in the units of the report', () => {
    const { results = [], columnKind, originalUriBaseIds } = rendered(sampleReport());
    const place = results[0]?.locations?.[0]?.physicalLocation;
    expect(columnKind).toBe('utf16CodeUnits');
    expect(place?.region).toEqual({ startLine: 8, startColumn: 15, endLine: 8, endColumn: 55 });
    expect(place?.artifactLocation?.uri).toBe('deploy/production.env');
    expect(originalUriBaseIds?.[place?.artifactLocation?.uriBaseId ?? '']?.description?.text).toBe('shop/checkout');
  });

  test('writes any path as a relative URI', () => {
    const [first, ...rest] = sampleReport().findings;
    if (first === undefined) throw new Error('no finding');
    const odd = { ...first, places: [file('shop/checkout', 'a b/http:%2F\n"<x>/\uD800ü', 1)] };
    const { results = [] } = rendered({ ...sampleReport(), findings: [odd, ...rest] });
    expect(results[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(
      'a%20b/http%3A%252F%0A%22%3Cx%3E/%EF%BF%BD%C3%BC',
    );
  });

  test('calls the only source %SRCROOT%', () => {
    const { results = [] } = rendered({ ...sampleReport(), sources: SAMPLE_SOURCES.slice(0, 1) });
    expect(results[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uriBaseId).toBe('%SRCROOT%');
  });

  test('keeps to what GitHub takes, the worst first, and says what is missing', () => {
    const [finding] = sampleReport().findings;
    if (finding === undefined) throw new Error('no finding');
    const places = Array.from({ length: 300 }, (_each, line) => file('shop/checkout', 'a.env', line + 1));
    const findings = Array.from({ length: 25_010 }, (_each, number) => ({
      ...finding,
      id: `finding-${number}`,
      severity: number < 20 ? ('low' as const) : ('high' as const),
      places: number === 30 ? places : [],
    }));
    const log = JSON.parse([...sarif({ ...sampleReport(), findings })].join('')) as Log;
    const { results = [], invocations = [], tool } = log.runs[0] ?? { tool: { driver: { name: '' } } };
    expect(results).toHaveLength(25_000);
    expect(results.filter(({ level }) => level === 'note')).toHaveLength(10);
    const sizes = results.map(
      ({ locations = [], relatedLocations = [] }) => locations.length + relatedLocations.length,
    );
    expect(Math.max(...sizes)).toBe(100);
    expect(JSON.stringify(invocations)).toContain('10 findings of the mildest not in this file');
    for (const { properties, help } of tool.driver.rules ?? []) {
      expect(properties?.tags?.length).toBeLessThanOrEqual(20);
      expect(help?.text).not.toBe('');
    }
  });

  test('tells each gap of the coverage', () => {
    const notes = rendered(sampleReport()).invocations?.[0]?.toolExecutionNotifications ?? [];
    expect(notes).toHaveLength(4);
    expect(notes.map(({ message }) => message.text).join('\n')).toContain('Objects are damaged');
  });

  test('says which commit of which repository was read', () => {
    const details = rendered(sampleReport()).versionControlProvenance ?? [];
    expect(details.map(({ repositoryUri }) => repositoryUri)).toContain(
      'ssh://git@git.harbour.example/platform/infrastructure.git',
    );
    expect(details[0]?.revisionId).toBe(SAMPLE_SOURCES[0]?.digest);
  });
});
