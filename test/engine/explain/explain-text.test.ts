import { describe, expect, it } from 'vitest';

import { generic } from '../../../detectors/generic.ts';
import { configFiles } from '../../../detectors/config-files.ts';
import { github } from '../../../detectors/github.ts';
import { stripe } from '../../../detectors/stripe.ts';
import { exampleMaker } from '../../../src/engine/example-maker.ts';
import { explainText } from '../../../src/engine/explain/explain-text.ts';
import { scanInline } from '../../../src/engine/scan-inline.ts';
import type { Detector } from '../../../src/model/detector.ts';

const make = exampleMaker('explain');
const key = new Uint8Array(32);
const all: readonly Detector[] = [...generic, ...github, ...stripe];
const explained = (text: string, path = 'config/app.env', detectors = all) =>
  explainText(text, path, detectors, () => true);

describe('an explanation', () => {
  it.each(['config/app.env', 'src/app.ts', 'docs/page.md', 'test/fixtures/a.yaml', 'package-lock.json'])(
    'agrees with the verdict on every example, in %s',
    (path) => {
      for (const detector of generic) {
        const texts = [
          ...detector.examples.match(exampleMaker(detector.id)).map(({ text }) => text),
          ...detector.examples
            .noMatch(exampleMaker(detector.id))
            .map((each) => (typeof each === 'string' ? each : each.text)),
        ];
        for (const text of texts) {
          const { matches } = scanInline([{ id: 0, path, bytes: Buffer.from(text, 'latin1') }], {
            detectors: [detector],
            key,
          });
          const plain = matches.filter(({ encoding }) => encoding === undefined).map(({ start }) => start);
          const kept = explained(text, path, [detector]).filter((each) => each.kept);
          expect(
            kept.map(({ start }) => start),
            `${detector.id} in ${text}`,
          ).toEqual(expect.arrayContaining(plain));
          expect(plain.length > 0, `${detector.id} in ${text}`).toBe(kept.length > 0);
        }
      }
    },
  );

  it('tells proof, checks with their outcome, and nothing of the value', () => {
    const token = make.withCrc32Base62(`gh${'p_'}`, 30);
    const [first] = explained(`GITHUB_TOKEN=${token}\n`).filter(
      ({ detector }) => detector.id === 'github-personal-access-token',
    );
    expect(first).toMatchObject({ kept: true, line: 1 });
    expect(first?.why.join('\n')).toMatch(
      /format: the value itself is distinctive[^]*proven \(checksum\): the value ends in the CRC-32/,
    );
    expect(JSON.stringify(first?.why) + first?.preview).not.toContain(token.slice(4, 30));
  });

  it('tells what dropped a value, and the entropy it has', () => {
    const dropped = explained(`a\nkey = sk_live_${'ab'.repeat(14)}\n`).find(
      ({ detector }) => detector.id === 'stripe-secret-key',
    );
    expect(dropped).toMatchObject({ kept: false, line: 2 });
    expect(dropped?.why.join('\n')).toMatch(/DROPPED, .*at least 3\.5 bits of entropy a character \(it has \d\.\d\d\)/);
  });

  it('tells what counts only outside of examples, as scans judge it', () => {
    const text = `ops:$apr1$${make(make.base62, 8)}$${make(make.base62, 22)}`;
    const outcomes = ['etc/htpasswd', 'test/etc/htpasswd'].map((path) => {
      const { matches } = scanInline([{ id: 0, path, bytes: Buffer.from(text) }], { detectors: configFiles, key });
      const [one] = explained(text, path, configFiles).filter(({ detector }) => detector.id === 'htpasswd-hash');
      return { found: matches.length, kept: one?.kept, why: one?.why.join('\n') };
    });
    expect(outcomes).toEqual([
      { found: 1, kept: true, why: expect.stringContaining('passed: the value stands in no test') },
      {
        found: 0,
        kept: false,
        why: expect.stringContaining('DROPPED, it would have to be that the value stands in no test'),
      },
    ]);
  });

  it('tells the factors of the generic judge with weight, direction and sum', () => {
    const [one] = explained(`DB_PASSWORD="${make(make.base62, 14)}!9"`);
    const why = one?.why.join('\n') ?? '';
    expect(why).toContain('its name says password, and the file counts as config');
    expect(why).toMatch(/\+\d\.\d\d for: /);
    expect(why).toMatch(/together \+\d+\.\d\d, \d+\.\d\d more than needed/);
  });
});
