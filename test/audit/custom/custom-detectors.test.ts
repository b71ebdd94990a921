import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

import { detectors as shipped } from '../../../detectors/index.ts';
import { parseCustomDetectors } from '../../../src/audit/custom/custom-detectors.ts';
import { loadDetectors } from '../../../src/audit/custom/load-detectors.ts';
import { nearestTo } from '../../../src/config/nearest.ts';
import { writtenDetectors } from '../../support/written-detectors.ts';
import { temporaryFile } from '../../support/temporary-file.ts';

const load = (text: string, more: object = {}) =>
  loadDetectors({ files: [temporaryFile('acme.yaml', text)], disable: [], severity: {}, ...more }, shipped);

const parsed = (text: string) => parseCustomDetectors(text, 'acme.yaml');

describe('a file of custom detectors', () => {
  it('gives detectors with all that was written, and where', () => {
    const [one] = parsed(writtenDetectors());
    expect(one).toMatchObject({
      file: 'acme.yaml',
      line: 3,
      detector: {
        id: 'acme-service-token',
        kind: 'access-token',
        match: { anchors: ['acme_'], pattern: /(?<!\w)acme_[a-z0-9]{32}(?!\w)/, proof: 'format' },
        checks: [{ check: 'not-placeholder' }, { check: 'entropy', min: 3 }],
        verify: { method: 'GET', headers: { authorization: 'Bearer {value}' } },
      },
    });
  });

  it('writes examples out, with the same secret in the text', () => {
    const [found, notFound] = parsed(writtenDetectors())[0]!.examples;
    expect(found?.secret).toMatch(/^acme_[a-z0-9]{32}$/);
    expect(found?.text).toBe(`ACME_TOKEN=${found?.secret}`);
    expect(notFound?.text).toMatch(/^ACME_TOKEN=acme_[a-z0-9]{12} \{\{ left as it is \}\}$/);
    expect(notFound?.secret).toBeUndefined();
  });

  it.each<[string, string | RegExp, string, RegExp]>([
    [
      'a missing field',
      /\n    rotate: .*/,
      '',
      /acme\.yaml:3:5: detectors\.1\.rotate: This is missing\. Write a sentence/,
    ],
    [
      'a misspelt field',
      'anchors:',
      'anchor:',
      /:10:15: detectors\.1\.match\.anchor: There is no field "anchor"\. Did you mean anchors\?/,
    ],
    ['a wrong word', 'severity: high', 'severity: bad', /:8:15: .*This must be one of critical, high/],
    ['a number for a text', 'provider: ACME', 'provider: 7', /:5:15: .*This must be a text\. Write who issues it/],
    [
      'a check that is not there',
      'not-placeholder',
      'no-placeholder',
      /checks\.1\.check: This must be one of entropy, not-placeholder/,
    ],
    ['a check without its number', 'min: 3', '', /checks\.2\.min: This is missing/],
    ['a check with a field too many', 'min: 3', 'min: 3, max: 4', /checks\.2\.max: There is no field "max"/],
    ['an id in capitals', 'id: acme', 'id: Acme', /detectors\.1\.id: .*must be in lower case with hyphens/],
    ['an anchor of two letters', '[acme_]', '[ac]', /anchors\.1: Too small.* Write a list of literals/],
    ['a pattern that is none', '{32}(?!', '{32}((?!', /:11:16: .*no regular expression of JavaScript/],
    ['a pattern that runs away', '[a-z0-9]{32}', '(?:[a-z]+)+', /:11:16: .*repeats without an upper bound/],
    ['a reference to a group', '[a-z0-9]{32}', String.raw`([a-z])\1`, /refers back/],
    ['a long look-behind', String.raw`(?<!\w)`, String.raw`(?<!\w{1,200})`, /looks back by 200/],
    ['an anchor that cannot stand in a match', '[acme_]', '[acme-]', /can hold the anchor "acme-"/],
    [
      'a match longer than is looked at',
      'proof: format',
      'proof: format\n      maxLength: 20',
      /shortest match has 37 characters/,
    ],
    [
      'a path pattern that runs away',
      'proof: format',
      "proof: format\n      paths: '(?:a+)+$'",
      /match\.paths: .*without an upper bound/,
    ],
    ['no example of what is not found', /\n      noMatch: .*/, '', /examples\.noMatch: This is missing/],
    ['a page that is none', 'https://acme.example.com/docs', 'javascript:alert(1)', /docs: .*address of a page/],
    ['a title of two lines', 'title: ACME service token', 'title: "a\\nb"', /title: .*one line of plain text/],
    ['no YAML', 'version: 1', 'version: [', /acme\.yaml:\d+:\d+: not valid YAML/],
    ['another version', 'version: 1', 'version: 2', /acme\.yaml:1:10: version: This must be 1/],
  ])('is refused for %s, with line and column', (_, written, instead, message) => {
    const text = writtenDetectors().replace(written, () => instead);
    expect(text).not.toBe(writtenDetectors());
    expect(() => parsed(text)).toThrow(message);
    expect(() => parsed(text)).toThrow(expect.objectContaining({ code: 'BITTING_E_DETECTORS_INVALID', exitCode: 2 }));
  });

  it('tells all that is wrong at once', () => {
    const text = writtenDetectors().replace('severity: high', 'severity: bad').replace('[acme_]', '[]');
    expect(() => parsed(text)).toThrow(/severity[^]*anchors/);
  });
});

it('takes the example of the documentation', () => {
  const page = readFileSync(new URL('../../../docs/custom-detectors.md', import.meta.url), 'utf8');
  const [, text = ''] = /runs this\. -->\s+```yaml\n([^]*?)```/.exec(page) ?? [];
  expect(parsed(text).map(({ detector }) => detector.id)).toEqual(['acme-service-token', 'acme-client-id']);
});

describe('custom detectors beside those that ship', () => {
  it.each<[string, string, object, RegExp]>([
    [
      'an id that ships',
      writtenDetectors('stripe-secret-key'),
      {},
      /acme\.yaml:3: stripe-secret-key is the id of a detector that ships/,
    ],
    [
      'an id twice',
      writtenDetectors() + writtenDetectors().split('detectors:\n')[1]!,
      {},
      /acme-service-token stands in .*acme\.yaml:3 already/,
    ],
    [
      'a pair that is not there',
      writtenDetectors().replace(
        '    rotate:',
        '    pairsWith: { detector: acme-client, withinBytes: 200 }\n    rotate:',
      ),
      {},
      /pairs with acme-client, which no detector is called/,
    ],
    [
      'an unknown id to disable',
      writtenDetectors(),
      { disable: ['generic-secrt'] },
      /disable: .*Did you mean generic-secret\?/,
    ],
    [
      'an unknown id to rate',
      writtenDetectors(),
      { severity: { nope: 'low' } },
      /severity: no detector is called nope/,
    ],
  ])('are refused for %s', async (_, text, more, message) => {
    await expect(load(text, more)).rejects.toThrow(message);
  });

  it('may be disabled and rated themselves', async () => {
    const more = { disable: ['generic-secret'], severity: { 'acme-service-token': 'critical' } };
    expect(await load(writtenDetectors(), more)).toHaveLength(1);
  });

  it('say which file is not there', async () => {
    const missing = { files: ['/nowhere/acme.yaml'], disable: [], severity: {} };
    await expect(loadDetectors(missing, shipped)).rejects.toThrow(/Cannot read the detectors \/nowhere\/acme\.yaml/);
  });
});

it('finds the nearest name, and none where all are far', () => {
  expect(nearestTo('anchrs', ['pattern', 'anchors'])).toBe('anchors');
  expect(nearestTo('something-else', ['pattern', 'anchors'])).toBeUndefined();
});
