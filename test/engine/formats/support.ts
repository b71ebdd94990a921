import { detectors } from '../../../detectors/index.ts';
import { Kernel } from '../../../src/kernel/kernel.ts';
import type { ExampleMaker } from '../../../src/model/detector.ts';
import { exampleMaker } from '../../support/example-maker.ts';
import { openScanner } from '../support/open-scanner.ts';

/** What a file of a format is written from. */
interface Ink {
  /** Marks what must be found, and gives it back as it is. */
  readonly hit: (value: string) => string;
  /** 24 letters and digits by chance, another each time. */
  readonly random: () => string;
  /** A password as people make them up, another each time. */
  readonly human: () => string;
  /** As `hit`, in base64. */
  readonly hit64: (value: string) => string;
  readonly base64: (value: string) => string;
  readonly make: ExampleMaker;
}

/** A file: where it stands and what is in it. All that is marked must be found in it, and nothing else. */
export type FormatCase = readonly [what: string, path: string, write: (ink: Ink) => string];

const scanner = openScanner(detectors, new TextEncoder().encode('key of the format tests'), new Kernel());

/** What only names a secret that is kept elsewhere. */
const references = new Set(detectors.filter(({ reference }) => reference !== undefined).map(({ id }) => id));

const base64 = (value: string): string => Buffer.from(value).toString('base64');

/** What the file is to yield and what it yields, both in the order of the alphabet. */
export function readCase([what, path, write]: FormatCase): { wanted: readonly string[]; found: readonly string[] } {
  const make = exampleMaker(what);
  const wanted = new Set<string>();
  const hit = (value: string): string => {
    wanted.add(value);
    return value;
  };
  const bytes = Buffer.from(
    write({
      hit,
      make,
      base64,
      hit64: (value) => hit(base64(value)),
      random: () => make(make.base62, 24),
      human: () => `K${make('abdefghkmnprtu', 6)}${make(make.digits, 2)}!${make('abdefghkmnprtu', 3)}`,
    }),
  );
  const { matches } = scanner.scan({ id: 0, path, bytes });
  const found = matches
    .filter(({ detector }) => !references.has(detector))
    .map(({ start, end }) => bytes.toString('utf8', start, end));
  return { wanted: [...wanted].sort(), found: [...new Set(found)].sort() };
}
