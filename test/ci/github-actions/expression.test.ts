import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextUses, tokenize } from '../../../src/ci/github-actions/expression.ts';

const read = (text: string) => contextUses(text, tokenize(text));

describe('contexts of an expression', () => {
  test.each<[string, readonly string[]]>([
    ['secrets.KEY', ['secrets.key']],
    ["secrets['KEY'] || secrets [ 'other' ]", ['secrets.key', 'secrets.other']],
    ['github.event.commits[0].message', ['github.event.commits.0.message']],
    ['github.event.pages.*.page_name', ['github.event.pages.*.page_name']],
    ['secrets[inputs.name]', ['secrets.*', 'inputs.name']],
    ["secrets[format('{0}_KEY', matrix.stage)].x", ['secrets.*.x', 'matrix.stage']],
    ["'secrets.KEY' == 'it''s secrets.KEY'", []],
    ['toJSON(secrets)', ['secrets']],
    ['a.secrets.KEY', ['a.secrets.key']],
    ['secrets.', ['secrets']],
    ["secrets['KEY", ['secrets.*', 'key']],
  ])('%s', (text, expected) => {
    expect(read(text).map(({ path }) => path.join('.'))).toEqual(expected);
  });

  test('are told with the function whose argument they are', () => {
    expect(read('contains(toJSON(secrets), github.actor) && env.A').map(({ inCall }) => inCall)).toEqual([
      'tojson',
      'contains',
      undefined,
    ]);
  });

  test('stand in the expression as their text says', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."secrets.['] (x)*&|!\n0".split('')), maxLength: 60 }),
        (text) => {
          for (const use of read(text)) expect(text).toContain(use.text);
        },
      ),
    );
  });
});
