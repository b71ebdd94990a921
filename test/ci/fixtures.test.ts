import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ciFilesOf, summarize } from './support/summary.ts';

const folder = fileURLToPath(new URL('../../fixtures/ci', import.meta.url));

describe('a CI configuration yields the jobs, findings and problems that its case expects', () => {
  test.each(readdirSync(folder))('%s', (name) => {
    const expected: unknown = JSON.parse(readFileSync(`${folder}/${name}/expected.json`, 'utf8'));
    const files = ciFilesOf(`${folder}/${name}/repo`);
    expect(files).not.toHaveLength(0);
    expect(JSON.parse(JSON.stringify(summarize(files)))).toEqual(expected);
  });
});
