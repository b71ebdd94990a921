import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectors } from '../../detectors/index.ts';
import { candidatesOf } from '../../src/engine/candidates.ts';
import { CompiledDetector } from '../../src/engine/compile.ts';
import { fingerprint } from '../../src/engine/fingerprint.ts';
import { Kernel } from '../../src/kernel/kernel.ts';
import { exampleMaker } from '../support/example-maker.ts';
import { openScanner } from './support/open-scanner.ts';
import { testDetector } from './support/detector.ts';

const KEY = new TextEncoder().encode('key of the tests of lists');
const make = exampleMaker('lists');
const kernel = new Kernel();
const all = openScanner(detectors, KEY, kernel);

/** What is found in a text, as it stands there. */
function found(text: string, path: string, scanner = all): readonly string[] {
  return scanner
    .scan({ id: 0, path, bytes: Buffer.from(text) })
    .matches.map(({ start, end }) => text.slice(start, end));
}

/** Where the values of a list stand: what its pattern finds anywhere, up to the first that ends behind the list. */
function searched({ detector }: CompiledDetector, { input, indices }: RegExpExecArray): readonly unknown[] {
  const { source = '', flags = '' } = detector.match.items ?? {};
  const pattern = new RegExp(source, `${flags}dgm`);
  const [from, to] = indices?.groups?.['items'] ?? [0, 0];
  pattern.lastIndex = from;
  const places: unknown[] = [];
  for (let item = pattern.exec(input); item !== null; item = pattern.exec(input)) {
    if (item.index + item[0].length > to) break;
    if (item[0] === '') pattern.lastIndex++;
    const secret = item.indices?.groups?.['secret'];
    if (secret !== undefined) places.push(secret);
  }
  return places;
}

const coded = (text: string): string => Buffer.from(text).toString('base64');
/** Fingerprints of what is found in a text. */
const told = (text: string, path: string): readonly string[] =>
  all.scan({ id: 0, path, bytes: Buffer.from(text) }).matches.map(({ fingerprint: each }) => each);

describe('lists', () => {
  const [first, second, third] = [make(make.base62, 20), make(make.base62, 24), make(make.base62, 32)];

  it.each([
    ['a list of YAML', 'a.yaml', `api_keys:\n  - ${first}\n  - "${second}"\n  # of last year\n  - '${third}' # ops\n`],
    ['an array of JSON', 'a.json', `{"apiKeys": ["${first}","${second}",\n "${third}"]}`],
    ['a set of Python', 'a.py', `TOKENS = {"${first}", "${second}", '${third}'}`],
    ['a slice of Go', 'a.go', `var tokens = []string{\n\t"${first}",\n\t"${second}", // ops\n\t"${third}",\n}`],
    ['a list of C#', 'a.cs', `var apiKeys = new List<string> { "${first}", "${second}", "${third}" };`],
    ['a set of JavaScript', 'a.js', `const tokens = new Set(['${first}', '${second}', '${third}']);`],
    ['an array of Rust', 'a.rs', `const TOKENS: [&str; 3] = ["${first}", "${second}", "${third}"];`],
    ['an array of a shell', 'a.sh', `TOKENS=("${first}" ${second} '${third}')`],
    ['a row', '.env', `TOKENS=${first},${second},${third}\n`],
    ['a section of YAML', 'a.yaml', `tokens:\n  alice: ${first}\n  bob: "${second}"\n\n  ci: ${third}\n`],
    ['a section of INI', 'a.ini', `[tokens]\nalice = ${first}\nbob=${second}\nci = "${third}"\n`],
    ['a map of PHP', 'a.php', `$tokens = ['alice' => '${first}', 'bob' => '${second}', 'ci' => '${third}'];`],
  ])('are searched for each of their values: %s', (_, path, text) => {
    expect(found(text, path)).toEqual([first, second, third]);
  });

  it('end where they end', () => {
    expect(found(`tokens:\n  - ${first}\nchecksums:\n  - ${second}\n`, 'a.yaml')).toEqual([first]);
    expect(found(`tokens:\n  alice: ${first}\nbob: ${second}\n`, 'a.yaml')).toEqual([first]);
    expect(found(`[tokens]\nalice = ${first}\n[sums]\nbob = ${second}\n`, 'a.ini')).toEqual([first]);
  });

  it('give each value its own place and fingerprint', () => {
    const text = `tokens: [${first}, ${second}]\n`;
    const { matches } = all.scan({ id: 0, path: 'a.yaml', bytes: Buffer.from(text) });
    expect(matches.map(({ line, column, fingerprint: each }) => [line, column, each])).toEqual([
      [1, 10, fingerprint(first, KEY)],
      [1, 12 + first.length, fingerprint(second, KEY)],
    ]);
  });

  it('hold what is passed over: words, stand-ins, what a comment says', () => {
    expect(found(`tokens = ["select", "${first}", "<your token>", # "${second}"\n]`, 'a.py')).toEqual([first]);
  });

  it('are cut as a search through all of the text would cut them', () => {
    const signs = [
      '"',
      "'",
      '`',
      ',',
      ' ',
      '\n',
      '#',
      '//',
      '--',
      '=',
      ':',
      '=>',
      '(',
      ']',
      '}',
      'x',
      'ab7',
      '"x y"',
      '"#fff"',
    ];
    const values = [`"${first}"`, second, `alice: ${third}`, `"${third}": "bob"`];
    const piece = fc.constantFrom(...signs, ...values);
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    const written = detectors.filter(({ match }) => match.items !== undefined && match.encoded === undefined);
    const lists = written.map((each) => new CompiledDetector(each, 0));
    fc.assert(
      fc.property(fc.constantFrom(...lists), text, text, (detector, inside, behind) => {
        const list = /\[(?<items>[\s\S]*)<end>/d.exec(`[${inside}<end>${behind}`);
        if (list === null) throw new Error('no list');
        const cut = candidatesOf(detector, list, list.input).map(({ valueStart, item }) => [valueStart, item?.end]);
        expect(cut).toEqual(searched(detector, list));
      }),
      { numRuns: 3000 },
    );
  });

  it('are read to a bound', () => {
    const many = Array.from({ length: 3000 }, () => `"${make(make.base62, 20)}"`).join(',\n');
    const begun = process.cpuUsage();
    // The first is found as what is assigned.
    expect(found(`tokens = [${many}`, 'a.json')).toHaveLength(1);
    expect(process.cpuUsage(begun).user / 1000).toBeLessThan(5000);
  });
});

describe('what stands in base64', () => {
  const scanner = openScanner(
    [
      testDetector('coded', {
        anchors: ['coded:'],
        pattern: /coded:(?<items>[^\n]{1,4000})/,
        items: /(?<name>\w+)=(?<secret>[A-Za-z0-9+/]+={0,2})/,
        encoded: 'base64',
        proof: 'context',
      }),
    ],
    KEY,
    kernel,
  );
  const scan = (text: string) => scanner.scan({ id: 0, path: 'a.txt', bytes: Buffer.from(text) }).matches;
  const word = make(make.base62, 20);
  const written = Buffer.from(word).toString('base64');

  it('is the credential itself, at the place of what is written', () => {
    const [match, ...others] = scan(`coded: a=${written} b=short`);
    expect(others).toEqual([]);
    expect(match).toMatchObject({
      start: 9,
      end: 9 + written.length,
      fingerprint: fingerprint(word, KEY),
      encoding: ['base64'],
    });
  });

  it('may have a line end behind it, as echo writes it', () => {
    const [match] = scan(`coded: a=${Buffer.from(`${word}\n`).toString('base64')}`);
    expect(match?.fingerprint).toBe(fingerprint(word, KEY));
  });

  it('is nothing where it is no word, and no base64', () => {
    expect(scan(`coded: a=${Buffer.from('two words').toString('base64')}`)).toEqual([]);
    expect(scan(`coded: a=${Buffer.from([1, 2, 200, 201]).toString('base64')}`)).toEqual([]);
    expect(scan('coded: a=abcde')).toEqual([]);
  });
});

describe('Secrets of Kubernetes', () => {
  const [first, second, third] = [make(make.base62, 20), make(make.base62, 24), make(make.base62, 32)];
  const wanted = [first, second, third].map((each) => fingerprint(each, KEY));

  it.each([
    [
      'data',
      'a.yaml',
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\ndata:\n  password: ${coded(first)}\n  username: ${coded('shop')}\n  API_TOKEN: "${coded(second)}"\n  smtp: ${coded(third)}\n`,
    ],
    [
      'data before the kind',
      'a.yaml',
      `apiVersion: v1\ndata:\n  password: ${coded(first)}\n  token: ${coded(second)}\n  smtp: ${coded(third)}\nkind: Secret\nmetadata:\n  name: shop\n`,
    ],
    [
      'a list in JSON',
      'a.json',
      JSON.stringify({
        kind: 'List',
        items: [
          { data: { password: coded(first), token: coded(second) }, kind: 'Secret', metadata: { name: 'a' } },
          { data: { mode: 'fast' }, kind: 'ConfigMap' },
          { kind: 'Secret', metadata: { name: 'b' }, stringData: { 'api-key': third } },
        ],
      }),
    ],
    [
      'several documents',
      'a.yaml',
      `kind: Secret\ndata:\n  password: ${coded(first)}\n---\nkind: ConfigMap\ndata:\n  mode: fast\n---\nkind: Secret\nstringData:\n  token: ${second}\n  redis: ${third}\n`,
    ],
  ])('are judged by the names of their entries, decoded: %s', (_, path, text) => {
    expect(told(text, path)).toEqual(wanted);
  });

  it('have the fingerprint that the same value has elsewhere', () => {
    const [manifest] = told(`kind: Secret\ndata:\n  password: ${coded(first)}\n`, 'a.yaml');
    const [plain] = told(`password=${first}\n`, 'a.env');
    expect(manifest).toBe(plain);
  });

  it('say nothing of what stands in other documents', () => {
    const other = `kind: Secret\nmetadata:\n  name: a\n---\nkind: ConfigMap\ndata:\n  smtp: ${coded(third)}\n`;
    expect(told(other, 'a.yaml')).toEqual([]);
  });
});
