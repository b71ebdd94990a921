import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Findings } from '../../../src/engine/findings.ts';
import type { RawMatch } from '../../../src/engine/raw-match.ts';
import { spotsOf } from '../../../src/history/object-findings.ts';
import type { ObjectFindings } from '../../../src/history/object-findings.ts';
import { DamagedRecord } from '../../../src/history/record/columns.ts';
import { decodeFindings, encodeFindings } from '../../../src/history/record/findings-codec.ts';

const offset = fc.nat({ max: 400 });
const confidence = fc.constantFrom('high' as const, 'medium' as const, 'low' as const);
const text = fc.string({ unit: 'binary', maxLength: 12 });

const match: fc.Arbitrary<RawMatch> = fc.record(
  {
    detector: fc.nat({ max: 300 }),
    start: offset,
    end: offset,
    fingerprint: text,
    preview: text,
    proof: fc.constantFrom('checksum', 'structure', 'format', 'context'),
    confidence: fc.oneof(confidence, fc.array(fc.option(confidence, { nil: undefined }), { maxLength: 4 })),
    facts: fc.dictionary(text, text, { maxKeys: 3, noNullPrototype: true }),
    distinctive: fc.boolean(),
    keyId: text,
  },
  {
    requiredKeys: ['detector', 'start', 'end', 'fingerprint', 'preview', 'proof', 'confidence', 'facts', 'distinctive'],
  },
);

const anchor = fc.record({
  detector: fc.nat({ max: 300 }),
  start: offset,
  end: offset,
  match,
});

/** @param depth How often something may be encoded within something encoded. */
function findingsWithin(depth: number): fc.Arbitrary<Findings> {
  const encoding = fc.array(fc.constantFrom('base64', 'gzip'), { maxLength: 2 });
  const runs =
    depth === 0
      ? fc.constant([])
      : fc.array(
          fc.record({
            start: offset,
            end: offset,
            parts: fc.array(fc.record({ encoding, found: findingsWithin(depth - 1) }), { maxLength: 2 }),
          }),
          { maxLength: 2 },
        );
  return fc.record({ inLines: fc.array(match, { maxLength: 4 }), anchors: fc.array(anchor, { maxLength: 3 }), runs });
}

const findings = findingsWithin(2);

const BYTES = Buffer.from('a line of it\n'.repeat(31));

const found: fc.Arbitrary<ObjectFindings> = fc
  .record({ row: fc.nat({ max: 1000 }), findings })
  .map((each) => ({ ...each, spots: spotsOf(each.findings, BYTES) }));

const problem = fc.record(
  { row: fc.nat({ max: 1000 }), what: text, detector: text },
  { requiredKeys: ['row', 'what'] },
);

function moved<Each extends { readonly row: number }>(each: Each): Each {
  return { ...each, row: each.row + 7 };
}

describe('recorded findings', () => {
  it('come back as they were, by other rows', () => {
    fc.assert(
      fc.property(fc.array(found, { maxLength: 5 }), fc.array(problem, { maxLength: 3 }), (all, problems) => {
        const decoded = decodeFindings(encodeFindings(all, problems, (row) => row + 7));
        expect(decoded).toEqual({ found: all.map(moved), problems: problems.map(moved) });
      }),
      { numRuns: 150 },
    );
  });

  it('are refused, and nothing else happens, where a number of them is another', () => {
    fc.assert(
      fc.property(fc.array(found, { maxLength: 3 }), fc.nat(), fc.nat({ max: 2 ** 32 - 1 }), (all, at, value) => {
        const encoded = encodeFindings(all, [], (row) => row);
        encoded.words[at % encoded.words.length] = value;
        try {
          decodeFindings(encoded);
        } catch (error) {
          expect(error).toBeInstanceOf(DamagedRecord);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(['', '{', '{}', '[1]', '["a",null]'])('are refused with the texts %j', (texts) => {
    const { words } = encodeFindings([], [], (row) => row);
    expect(() => decodeFindings({ words, texts: Buffer.from(texts) })).toThrow(DamagedRecord);
  });

  it('hold what many versions of a file share once', () => {
    const one: RawMatch = {
      detector: 1,
      start: 3,
      end: 9,
      fingerprint: 'f'.repeat(32),
      preview: 'p'.repeat(100),
      proof: 'format',
      confidence: 'high',
      facts: { account: '1'.repeat(50) },
      distinctive: true,
    };
    const all = Array.from({ length: 1000 }, (_, row): ObjectFindings => {
      const own = { inLines: [{ ...one, start: row % 300 }], anchors: [], runs: [] };
      return { row, findings: own, spots: spotsOf(own, BYTES) };
    });
    const { words, texts } = encodeFindings(all, [], (row) => row);
    expect(words.byteLength + texts.byteLength).toBeLessThan(1000 * 50);
  });
});
