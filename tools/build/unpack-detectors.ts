import type { Check, Detector, DetectorExamples, MatchRule } from '../../src/model/detector.ts';

/** A regular expression as JSON has it: source, with shared texts as {@link unshare} reads them, and flags. */
type PackedPattern = readonly [source: string, flags: string];

/** What a scan needs of a detector. */
interface PackedRule {
  readonly id: string;
  readonly extract: Detector['extract'] | undefined;
  readonly pairsWith: Detector['pairsWith'] | undefined;
  readonly identifier: Detector['identifier'] | undefined;
  readonly reference: Detector['reference'] | undefined;
  readonly nearby: Detector['nearby'] | undefined;
  readonly helper: Detector['helper'] | undefined;
  readonly marks: Detector['marks'] | undefined;
  readonly publicPrefix: Detector['publicPrefix'] | undefined;
  /** Index into the lists of checks; left out where there is none. */
  readonly checks?: number;
  readonly match: Omit<MatchRule, 'pattern' | 'paths' | 'items' | 'anchors'> & {
    readonly pattern: PackedPattern;
    readonly paths?: PackedPattern;
    readonly items?: PackedPattern;
  };
}

/** What is told of a detector, and what only building tables needs. */
export type PackedText = Pick<
  Detector,
  'title' | 'provider' | 'kind' | 'identity' | 'severity' | 'rotate' | 'docs' | 'verify'
> &
  Pick<MatchRule, 'anchors'>;

/** What every scan reads: small, for each thread reads it. */
export interface PackedRules {
  readonly checks: readonly (readonly Check[])[];
  /** Text that many patterns hold, longest first. */
  readonly shared: readonly string[];
  readonly rules: readonly PackedRule[];
}

/** Examples are for tests, and no part of what is published. */
const NO_EXAMPLES: DetectorExamples = { match: () => [], noMatch: () => [] };

/** A character that stands in no pattern, with the index of the shared text behind it. */
const SHARED = '\u0001';

/**
 * Detectors of the texts that `packDetectors` gave. Regular expressions are made when they are first asked for: most
 * never are; and what is told of a detector is read when something is told.
 */
export function unpackDetectors(rules: string, texts: () => string): readonly Detector[] {
  const packed = JSON.parse(rules) as PackedRules;
  let read: readonly PackedText[] | undefined;
  const text = (index: number): PackedText => {
    read ??= JSON.parse(texts()) as readonly PackedText[];
    return read[index]!;
  };
  const detectors = packed.rules.map((rule, index) => new UnpackedDetector(rule, packed, () => text(index)));
  // What a detector may leave out is undefined here instead of missing, which costs less than asking for each.
  return detectors as unknown as readonly Detector[];
}

/** Puts shared texts where they stood. */
function unshare(source: string, shared: readonly string[]): string {
  const at = source.indexOf(SHARED);
  if (at < 0) return source;
  const text = shared[source.charCodeAt(at + 1) - 1] ?? '';
  return unshare(source.slice(0, at) + text + source.slice(at + 2), shared);
}

/** Takes shared texts out, for `unshare`. */
export function share(source: string, shared: readonly string[]): string {
  return shared.reduce(
    (all, text, index) => all.split(text).join(`${SHARED}${String.fromCharCode(index + 1)}`),
    source,
  );
}

class UnpackedDetector {
  readonly id: string;
  readonly checks: Detector['checks'] | undefined;
  readonly extract: Detector['extract'] | undefined;
  readonly pairsWith: Detector['pairsWith'] | undefined;
  readonly identifier: Detector['identifier'] | undefined;
  readonly reference: Detector['reference'] | undefined;
  readonly nearby: Detector['nearby'] | undefined;
  readonly helper: Detector['helper'] | undefined;
  readonly marks: Detector['marks'] | undefined;
  readonly publicPrefix: Detector['publicPrefix'] | undefined;
  readonly match: UnpackedRule;
  readonly #text: () => PackedText;

  constructor(
    { id, checks, extract, pairsWith, nearby, identifier, helper, reference, marks, publicPrefix, match }: PackedRule,
    packed: PackedRules,
    text: () => PackedText,
  ) {
    this.id = id;
    this.checks = checks === undefined ? undefined : packed.checks[checks];
    this.extract = extract;
    this.pairsWith = pairsWith;
    this.identifier = identifier;
    this.reference = reference;
    this.nearby = nearby;
    this.helper = helper;
    this.marks = marks;
    this.publicPrefix = publicPrefix;
    this.match = new UnpackedRule(match, packed.shared, text);
    this.#text = text;
  }

  get title(): string {
    return this.#text().title;
  }

  get provider(): string {
    return this.#text().provider;
  }

  get kind(): Detector['kind'] {
    return this.#text().kind;
  }

  get identity(): Detector['identity'] {
    return this.#text().identity;
  }

  get severity(): Detector['severity'] {
    return this.#text().severity;
  }

  get rotate(): string {
    return this.#text().rotate;
  }

  get docs(): string {
    return this.#text().docs;
  }

  get verify(): Detector['verify'] | undefined {
    return this.#text().verify;
  }

  get examples(): DetectorExamples {
    return NO_EXAMPLES;
  }
}

class UnpackedRule {
  readonly ignoreCase: MatchRule['ignoreCase'] | undefined;
  readonly lookBehind: MatchRule['lookBehind'] | undefined;
  readonly maxLength: MatchRule['maxLength'] | undefined;
  readonly proof: MatchRule['proof'];
  readonly multiLine: MatchRule['multiLine'] | undefined;
  readonly before: MatchRule['before'] | undefined;
  readonly wholeText: MatchRule['wholeText'] | undefined;
  readonly encoded: MatchRule['encoded'] | undefined;
  readonly ends: MatchRule['ends'] | undefined;
  readonly #packed: PackedRule['match'];
  readonly #shared: readonly string[];
  readonly #text: () => PackedText;

  constructor(packed: PackedRule['match'], shared: readonly string[], text: () => PackedText) {
    this.ignoreCase = packed.ignoreCase;
    this.lookBehind = packed.lookBehind;
    this.maxLength = packed.maxLength;
    this.proof = packed.proof;
    this.multiLine = packed.multiLine;
    this.before = packed.before;
    this.wholeText = packed.wholeText;
    this.encoded = packed.encoded;
    this.ends = packed.ends;
    this.#packed = packed;
    this.#shared = shared;
    this.#text = text;
  }

  get anchors(): readonly string[] {
    return this.#text().anchors;
  }

  get pattern(): RegExp {
    const [source, flags] = this.#packed.pattern;
    return this.#keep('pattern', new RegExp(unshare(source, this.#shared), flags));
  }

  get paths(): RegExp | undefined {
    const { paths } = this.#packed;
    return paths === undefined ? undefined : this.#keep('paths', new RegExp(unshare(paths[0], this.#shared), paths[1]));
  }

  get items(): RegExp | undefined {
    const { items } = this.#packed;
    return items === undefined ? undefined : this.#keep('items', new RegExp(items[0], items[1]));
  }

  /** From now on the object's own. */
  #keep(name: string, value: RegExp): RegExp {
    Object.defineProperty(this, name, { value });
    return value;
  }
}
