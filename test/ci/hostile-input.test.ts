import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCiFile } from '../../src/ci/index.ts';
import { ciFile, findingsOf } from './support/summary.ts';

const PATHS = {
  workflow: '.github/workflows/ci.yml',
  action: 'action.yml',
  pipeline: '.gitlab-ci.yml',
  included: '.gitlab/ci/jobs.yml',
};

/** Pieces that real files are made of, so that random text gets past the first line. */
const PIECES = [
  'on: [push, pull_request_target]\n',
  'jobs:\n',
  '  a:\n',
  '    steps:\n',
  '      - run: |\n',
  '          echo ',
  '${{ secrets.KEY }}',
  '${{',
  '}}',
  "${{ secrets['",
  'toJSON(secrets)',
  '    env: &e { A: 1 }\n',
  '    env: *e\n',
  '  <<: *e\n',
  'permissions: write-all\n',
  '    if: github.actor == ',
  "'",
  '"',
  '{',
  '}',
  '[',
  ']',
  ': ',
  '- ',
  '\n',
  'default:\n',
  '  script: [$TOKEN]\n',
  '.hidden:\n',
  '  extends: .hidden\n',
  '  extends: a\n',
  '    needs: a\n',
  '!reference [a, script]',
  '--- \n',
  '? ',
  '\t',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '% YAML\n',
  '&a ',
  '*a ',
  '| ',
  '> ',
  'variables:\n  A: $A\n',
  '__proto__:\n',
  'constructor: ',
  '  toString:\n',
  '(((',
  ' && ',
  ' || ',
  '!',
  'hasOwnProperty',
];

const parseAll = (text: string): void => {
  for (const path of Object.values(PATHS)) {
    const { facts, problems } = parseCiFile(ciFile(path, text));
    const lines = text.split('\n').length;
    const places = [...facts.references, ...problems].map(({ place }) => place);
    for (const { line, column, endLine, endColumn } of places.filter((place) => place.kind === 'file')) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(endLine).toBeLessThanOrEqual(lines);
      expect(line < endLine || (line === endLine && column <= endColumn)).toBe(true);
    }
    findingsOf([facts]);
  }
};

describe('hostile configurations', () => {
  test('never throw, whatever the text, and keep places within the file', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => parseAll(pieces.join(''))),
      {
        numRuns: 80,
      },
    );
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), parseAll), { numRuns: 60 });
  });

  test('never throw for any YAML shape where a workflow or pipeline is expected', () => {
    const keys = fc.constantFrom(
      'on',
      'jobs',
      'steps',
      'run',
      'uses',
      'with',
      'env',
      'if',
      'needs',
      'permissions',
      'secrets',
      'environment',
      'runs-on',
      'default',
      'variables',
      'script',
      'extends',
      'rules',
      'only',
      'include',
      'id_tokens',
      'trigger',
      '__proto__',
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 6 }, fc.string(), fc.integer(), fc.constant(null), fc.array(tie('tree')), tie('map')),
      map: fc.dictionary(keys, tie('tree')),
    }));
    fc.assert(
      fc.property(tree, (value) => parseAll(JSON.stringify(value))),
      { numRuns: 60 },
    );
  });

  const bomb = ['a: &a0 [x, x, x, x, x, x, x, x, x, x]']
    .concat(Array.from({ length: 12 }, (_, level) => `k${level}: &a${level + 1} [${`*a${level}, `.repeat(10)}]`))
    .join('\n');

  test.each([
    ['an alias bomb in steps', `on: push\nx:\n  ${bomb.replaceAll('\n', '\n  ')}\njobs:\n  a: { steps: *a12 }\n`],
    ['an anchor that holds itself', 'on: push\njobs: &j\n  a: *j\n  b: { steps: [*j] }\n'],
    ['brackets ten thousand deep', `on: push\njobs: ${'['.repeat(10_000)}`],
    ['lists ten thousand deep', `jobs:\n  ${'- '.repeat(10_000)}`],
    ['five thousand jobs', `on: push\njobs:\n${Array.from({ length: 5000 }, (_, n) => `  j${n}: {}\n`).join('')}`],
    [
      'many jobs below a wide env',
      `on: push\nenv:\n${Array.from({ length: 1500 }, (_, n) => `  V${n}: $\{{ secrets.S${n} }}\n`).join('')}jobs:\n` +
        Array.from({ length: 300 }, (_, n) => `  j${n}: { env: { A: b }, steps: [{ run: git fetch $V1 }] }\n`).join(''),
    ],
    ['one long line', `on: push\njobs:\n  a:\n    steps: [{ run: "${'${{ secrets.A }} '.repeat(30_000)}" }]\n`],
    ['one long expression', `jobs:\n  a:\n    if: ${'('.repeat(50_000)}${'secrets[github.x'.repeat(5000)}\n`],
    [
      'unclosed strings',
      `jobs:\n  a:\n    if: ${"'a ".repeat(100_001)}\n    steps: [{ run: "${"${{ 'a ".repeat(40_000)}" }]\n`,
    ],
    [
      'extends in circles',
      '.a: { extends: .b }\n.b: { extends: [.a, .c] }\n.c: { extends: [.a, .b] }\nj: { extends: .a }\n',
    ],
    [
      'references in circles',
      '.a: { script: [!reference [.a, script], !reference [j, script]] }\nj: { script: [!reference [.a, script]] }',
    ],
    [
      'many jobs with a wide template',
      `.t:\n  variables:\n${Array.from({ length: 3000 }, (_, n) => `    V${n}: $W${n}\n`).join('')}` +
        Array.from({ length: 400 }, (_, n) => `j${n}: { extends: .t, script: a }\n`).join(''),
    ],
    [
      'a script of many commands',
      `j:\n  script:\n    - ${'az login --service-principal gcloud auth activate-service-account '.repeat(8000)}\n`,
    ],
  ])('%s ends soon', (_, text) => {
    const started = performance.now();
    const path = /^on:|^jobs:/.test(text) ? PATHS.workflow : PATHS.pipeline;
    findingsOf([parseCiFile(ciFile(path, text)).facts]);
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  test('a file beyond the limit is told, not read', () => {
    const { facts, problems } = parseCiFile(ciFile('.gitlab-ci.yml', `a: { script: b }\n#${'x'.repeat(1024 * 1024)}`));
    expect(facts.jobs).toEqual([]);
    expect(problems.map(({ what }) => what)).toEqual([
      'CI configuration not parsed: it is 1048594 characters long, and the limit is 1048576.',
    ]);
  });

  test('what of a job goes beyond a limit is told', () => {
    const secrets = Array.from({ length: 201 }, (_, n) => `$\{{ secrets.S${n} }}`).join(' ');
    const steps = '      - run: a\n'.repeat(501);
    const workflow = parseCiFile(
      ciFile('.github/workflows/ci.yml', `jobs:\n  a:\n    env: { A: "${secrets}" }\n    steps:\n${steps}`),
    );
    expect(workflow.problems.map(({ what }) => what)).toEqual([
      'Job "a" was read in part: uses of secrets beyond the first 200, steps beyond the first 500 were left out.',
    ]);
    const variables = Array.from({ length: 301 }, (_, n) => `V${n}: a`).join(', ');
    const pipeline = parseCiFile(
      ciFile('.gitlab-ci.yml', `j:\n  variables: { ${variables} }\n  script:\n${'    - a\n'.repeat(2001)}`),
    );
    expect(pipeline.problems.map(({ what }) => what)).toEqual([
      'Job "j" was read in part: script lines beyond the first 2000, variables beyond the first 300 were left out.',
    ]);
  });

  test('an alias bomb is told', () => {
    const { problems } = parseCiFile(ciFile('.github/workflows/ci.yml', `${bomb}\njobs: { a: { steps: *a12 } }`));
    expect(problems.map(({ what }) => what)).toContain(
      'Only the first 200000 nodes of the YAML file were read, aliases counted each time.',
    );
  });
});
