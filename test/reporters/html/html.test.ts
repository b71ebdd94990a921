import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { html } from '../../../reporters/html/index.ts';
import type { RowChunk, Table } from '../../../reporters/html/model.ts';
import { unpack, type Packed } from '../../../reporters/html/pack.ts';
import { largeReport, SHARED_KEY, sampleReport } from '../../support/sample-report.ts';
import { hostileReport } from '../../support/hostile-report.ts';

const page = [...html(sampleReport())].join('');

/** The page's data blocks by id, as JSON. */
function blocks(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/<script type="application\/(json|octet-stream)" id="([\w-]+)">(.*?)<\/script>/gs);
  return new Map(
    [...found].map(([, type, id = '', content = '']) => {
      expect(content, id).not.toMatch(/[<>&\u2028\u2029]/);
      return [id, type === 'json' ? content : inflateRawSync(Buffer.from(content, 'base64')).toString()];
    }),
  );
}

/** The page without what stands in its script, style sheet and data blocks. */
function markupOf(text: string): string {
  return text.replaceAll(/(<(script|style)\b[^>]*>).*?<\/\2>/gs, '$1</$2>');
}

/** What of a text matches, with a little of what stands before it: a whole page would drown it. */
function matching(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(new RegExp(pattern, 'g'))]
    .slice(0, 3)
    .map(({ index }) => text.slice(Math.max(0, index - 60), index + 30));
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64');

describe('index.html', () => {
  test('admits only its own style sheet and script, by their hashes', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? '';
    const script = /<script>(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hash(style)}'; script-src 'sha256-${hash(script)}'; ` +
        `img-src data:; base-uri 'none'; form-action 'none'`,
    );
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style>'));
  });

  test('needs nothing from outside', () => {
    const markup = markupOf(page);
    expect(matching(markup, /\s(src|srcset|action|background|poster|data)=/)).toEqual([]);
    for (const [, target = ''] of markup.matchAll(/\shref="([^"]*)"/g)) expect(target.startsWith('#')).toBe(true);
    expect(matching(markup, /\s(style|on\w+)=/)).toEqual([]);
    expect(matching(/<style>(.*?)<\/style>/s.exec(page)?.[1] ?? 'url(', /url\(|@import/)).toEqual([]);
  });

  test('says what an auditor asks first', () => {
    for (const text of [
      'Audit of 2026-11-03',
      'This audit has 4 gaps.',
      'Of 7 sources, 5 were read in full, 1 in part and 1 not at all: 11,063 files and 88,412 objects of their history, 1.3 GB in all.',
      'One AWS access key is used by customer and workforce code.',
      'Objects are damaged and cannot be inflated.',
      'Create a role for the admin console that may read the export bucket and nothing else.',
      'NHI9:2025',
      'Physical access: not measurable by scanning.',
      'Both pipelines deploy to the same cluster until the move in March.',
      'HP-2024-017',
    ]) {
      expect(page.includes(text), text).toBe(true);
    }
    expect(matching(markupOf(page), /undefined|\[object|NaN/)).toEqual([]);
  });

  test('gathers five hundred places in two files', () => {
    const details = unpack(JSON.parse(blocks(page).get('finding-details-0') ?? '') as Packed) as {
      readonly places: readonly { readonly where: string; readonly notes: readonly string[] }[];
    }[];
    expect(SHARED_KEY.places).toHaveLength(500);
    expect(details[0]?.places.map(({ where }) => where)).toEqual(['deploy/production.env', 'config/export.yml']);
    expect(details[0]?.places[0]?.notes.join('\n')).toMatch(
      /^work tree, line 8:15\nhistory, 480 versions of the file, line 8; first in commit [0-9a-f]{10} of 2023-01-11/,
    );
  });

  test('has a data row and details for each record', () => {
    const report = sampleReport();
    const data = blocks(page);
    for (const [list, kind] of [
      ['findings', 'finding'],
      ['credentials', 'credential'],
      ['identities', 'identity'],
      ['stores', 'store'],
      ['jobs', 'job'],
    ] as const) {
      const table = JSON.parse(data.get(`table-${list}`) ?? '') as Table;
      const rows = JSON.parse(data.get(`${kind}-rows-0`) ?? '') as RowChunk;
      const details = unpack(JSON.parse(data.get(`${kind}-details-0`) ?? '') as Packed);
      expect(table.total).toBe(report[list].length);
      expect(rows.ids).toHaveLength(report[list].length);
      expect(details).toHaveLength(report[list].length);
    }
  });

  test('says what it leaves out of print when there is much', () => {
    const large = [...html(largeReport(1000))].join('');
    expect(large.includes('800 more findings in report.json.')).toBe(true);
    expect(markupOf(large).split('<article class="record"')).toHaveLength(201);
  });

  test('stands on its own when nothing was found or declared', () => {
    const empty = [
      ...html({
        ...sampleReport(),
        findings: [],
        credentials: [],
        identities: [],
        stores: [],
        jobs: [],
        overlaps: [],
        domains: [],
        undecided: [],
        checks: [],
        sources: [],
        coverage: { ...sampleReport().coverage, rows: [] },
      }),
    ].join('');
    expect(empty.includes('No check failed on anything that was read.')).toBe(true);
    expect(empty.includes('Everything that was asked for was read.')).toBe(true);
    expect(matching(markupOf(empty), /undefined|\[object|NaN/)).toEqual([]);
  });

  test('says what to do where nothing was declared or exported', () => {
    const report = sampleReport();
    const bare = { ...report, domains: [], stores: [], overlaps: [], sources: report.sources.slice(0, 1) };
    const text = [...html(bare)].join('');
    for (const words of [
      '<code>bitting init</code>',
      '<code>--aws-dump</code>',
      '<code>bitting collect azure</code>',
    ]) {
      expect(text.includes(words), words).toBe(true);
    }
    expect(markupOf(page).includes('What this audit was not given')).toBe(false);
    expect(markupOf(text).includes('What this audit was not given')).toBe(true);
  });

  test('shows code in a remediation as code', () => {
    const report = sampleReport();
    const findings = report.findings.map((finding) => ({
      ...finding,
      remediation: 'Write `x: <y>`:\n```yaml\non:\n  push: <b>\n```\nThen stop.',
    }));
    const text = [...html({ ...report, findings })].join('');
    expect(text).toContain('<p>Write <code>x: &lt;y&gt;</code>:</p>');
    expect(text).toContain('<pre><code>on:\n  push: &lt;b&gt;</code></pre>');
    expect(text).toContain('<p>Then stop.</p>');
  });

  test('writes hostile text as text', () => {
    const hostile = [...html(hostileReport())].join('');
    // As many elements of each kind as the sample has, and not one more.
    for (const element of ['<script', '</script', '<img', '<!--', '<iframe', '<style']) {
      expect(hostile.split(element).length, element).toBe(page.split(element).length);
    }
    expect(matching(markupOf(hostile), /[\u202E\u2028\0]/)).toEqual([]);
    expect(hostile.includes('&lt;script&gt;window.hit&#x3D;1&lt;/script&gt;')).toBe(true);
    for (const content of blocks(hostile).values()) JSON.parse(content);
  });
});
