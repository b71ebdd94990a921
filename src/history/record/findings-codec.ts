import { Growing32 } from '../../kernel/growing.ts';
import type { Anchor, Findings, RunFindings } from '../../engine/findings.ts';
import type { RawMatch } from '../../engine/raw-match.ts';
import { offsetsOf } from '../object-findings.ts';
import type { ObjectFindings } from '../object-findings.ts';
import type { ScannedUnit } from '../object-scanner.ts';
import { DamagedRecord } from './columns.ts';

/** What was found in objects and what was met there, as numbers and the texts that they are numbers of. */
export interface EncodedFindings {
  readonly words: Uint32Array<ArrayBuffer>;
  /** A JSON array of strings, in UTF-8. */
  readonly texts: Uint8Array;
}

type Problem = ScannedUnit['problems'][number];

/** Runs within runs: more than any limit on decodings allows. */
const MAX_DEPTH = 64;
/** Everything of a match but where it stands: the same for the many versions of a file that hold it. */
const VERDICT_WORDS = 9;
const NOTHING = 0;

/** @param place What is to stand for the row of an object. */
export function encodeFindings(
  found: readonly ObjectFindings[],
  problems: readonly Problem[],
  place: (row: number) => number,
): EncodedFindings {
  const encoder = new Encoder();
  encoder.words.push(found.length);
  for (const { row, findings, spots } of found) {
    encoder.words.push(place(row));
    encoder.findings(findings);
    for (const line of spots.lines) encoder.words.push(line);
    for (const column of spots.columns) encoder.words.push(column);
  }
  encoder.words.push(problems.length);
  for (const { row, detector, what } of problems) {
    encoder.words.push(place(row));
    encoder.words.push(detector === undefined ? NOTHING : encoder.text(detector) + 1);
    encoder.words.push(encoder.text(what));
  }
  return encoder.result();
}

/** @throws DamagedRecord when they were not encoded by {@link encodeFindings}. */
export function decodeFindings({ words, texts }: EncodedFindings): {
  readonly found: readonly ObjectFindings[];
  readonly problems: readonly Problem[];
} {
  const decoder = new Decoder(words, texts);
  const found = decoder.list((): ObjectFindings => {
    const row = decoder.word();
    const findings = decoder.findings(0);
    const offsets = offsetsOf(findings);
    const lines = offsets.map(() => decoder.word());
    return { row, findings, spots: { offsets, lines, columns: offsets.map(() => decoder.word()) } };
  });
  const problems = decoder.list((): Problem => {
    const row = decoder.word();
    const detector = decoder.word();
    const what = decoder.text(decoder.word());
    return { row, what, ...(detector !== NOTHING && { detector: decoder.text(detector - 1) }) };
  });
  decoder.end();
  return { found, problems };
}

class Encoder {
  readonly words = new Growing32(1024);
  readonly #texts = new Map<string, number>();
  readonly #verdicts = new Map<string, number>();
  readonly #verdictWords = new Growing32();

  text(text: string): number {
    const number = this.#texts.get(text) ?? this.#texts.size;
    this.#texts.set(text, number);
    return number;
  }

  findings({ inLines, anchors, runs }: Findings): void {
    const { words } = this;
    words.push(inLines.length);
    for (const match of inLines) this.#match(match);
    words.push(anchors.length);
    for (const { detector, start, end, match } of anchors) {
      for (const word of [detector, start, end]) words.push(word);
      this.#match(match);
    }
    words.push(runs.length);
    for (const { start, end, parts } of runs) {
      words.push(start);
      words.push(end);
      words.push(parts.length);
      for (const { encoding, found } of parts) {
        words.push(this.text(JSON.stringify(encoding)));
        this.findings(found);
      }
    }
  }

  #match({ start, end, ...verdict }: RawMatch): void {
    this.words.push(this.#verdict(verdict));
    this.words.push(start);
    this.words.push(end);
  }

  #verdict({
    detector,
    fingerprint,
    preview,
    proof,
    confidence,
    facts,
    distinctive,
    keyId,
    encoding,
  }: Verdict): number {
    const words = [
      detector,
      this.text(fingerprint),
      this.text(preview),
      this.text(proof),
      this.text(JSON.stringify(typeof confidence === 'string' ? confidence : confidence.map((each) => each ?? null))),
      this.text(JSON.stringify(facts)),
      distinctive ? 1 : 0,
      keyId === undefined ? NOTHING : this.text(keyId) + 1,
      encoding === undefined ? NOTHING : this.text(JSON.stringify(encoding)) + 1,
    ];
    const name = words.join(' ');
    const known = this.#verdicts.get(name);
    if (known !== undefined) return known;
    const number = this.#verdicts.size;
    this.#verdicts.set(name, number);
    for (const word of words) this.#verdictWords.push(word);
    return number;
  }

  result(): EncodedFindings {
    const verdicts = this.#verdictWords.taken();
    const words = new Uint32Array(1 + verdicts.length + this.words.length);
    words[0] = this.#verdicts.size;
    words.set(verdicts, 1);
    words.set(this.words.taken(), 1 + verdicts.length);
    return { words, texts: Buffer.from(JSON.stringify([...this.#texts.keys()])) };
  }
}

type Verdict = Omit<RawMatch, 'start' | 'end'>;

class Decoder {
  readonly #words: Uint32Array;
  readonly #texts: readonly string[];
  readonly #verdicts: readonly Verdict[];
  readonly #encodings = new Map<number, readonly string[]>();
  #at = 0;

  constructor(words: Uint32Array, texts: Uint8Array) {
    this.#words = words;
    this.#texts = strings(parse(Buffer.from(texts.buffer, texts.byteOffset, texts.byteLength).toString('utf8')));
    this.#verdicts = this.list(() => this.#verdict(), VERDICT_WORDS);
  }

  word(): number {
    const word = this.#words[this.#at++];
    if (word === undefined) throw new DamagedRecord('findings that end too early');
    return word;
  }

  text(number: number): string {
    const text = this.#texts[number];
    if (text === undefined) throw new DamagedRecord('a text that is not there');
    return text;
  }

  /** A number and so many items, each of so many words or more. */
  list<Item>(item: () => Item, words = 1): readonly Item[] {
    const length = this.word();
    if (length * words > this.#words.length - this.#at) throw new DamagedRecord('a list that ends too early');
    return Array.from({ length }, item);
  }

  findings(depth: number): Findings {
    if (depth > MAX_DEPTH) throw new DamagedRecord('findings too deep');
    return {
      inLines: this.list(() => this.#match()),
      anchors: this.list(() => this.#anchor()),
      runs: this.list(() => this.#run(depth)),
    };
  }

  end(): void {
    if (this.#at !== this.#words.length) throw new DamagedRecord('something behind the findings');
  }

  #match(): RawMatch {
    const verdict = this.#verdicts[this.word()];
    if (verdict === undefined) throw new DamagedRecord('a verdict that is not there');
    return { ...verdict, start: this.word(), end: this.word() };
  }

  #anchor(): Anchor {
    return { detector: this.word(), start: this.word(), end: this.word(), match: this.#match() };
  }

  #run(depth: number): RunFindings {
    const [start, end] = [this.word(), this.word()];
    const parts = this.list(() => ({ encoding: this.#encoding(this.word()), found: this.findings(depth + 1) }));
    return { start, end, parts };
  }

  #encoding(number: number): readonly string[] {
    const encoding = this.#encodings.get(number) ?? strings(parse(this.text(number)));
    this.#encodings.set(number, encoding);
    return encoding;
  }

  #verdict(): Verdict {
    const [detector, fingerprint, preview, proof] = [this.word(), this.word(), this.word(), this.word()];
    const [confidence, facts, distinctive, keyId] = [this.word(), this.word(), this.word(), this.word()];
    const encoding = this.word();
    return {
      detector,
      fingerprint: this.text(fingerprint),
      preview: this.text(preview),
      proof: oneOf(PROOFS, this.text(proof)),
      confidence: confidenceOf(parse(this.text(confidence))),
      facts: factsOf(parse(this.text(facts))),
      distinctive: distinctive === 1,
      ...(keyId !== NOTHING && { keyId: this.text(keyId - 1) }),
      ...(encoding !== NOTHING && { encoding: this.#encoding(encoding - 1) }),
    };
  }
}

const PROOFS = ['checksum', 'structure', 'format', 'context'] as const satisfies readonly RawMatch['proof'][];
const CONFIDENCES = ['high', 'medium', 'low'] as const;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DamagedRecord('a text that is no JSON', { cause });
  }
}

function strings(value: unknown): readonly string[] {
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
  throw new DamagedRecord('no list of texts');
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value {
  const found = values.find((each) => each === value);
  if (found === undefined) throw new DamagedRecord('an unknown word');
  return found;
}

function confidenceOf(value: unknown): RawMatch['confidence'] {
  if (!Array.isArray(value)) return oneOf(CONFIDENCES, value);
  return value.map((each: unknown) => (each === null ? undefined : oneOf(CONFIDENCES, each)));
}

function factsOf(value: unknown): Readonly<Record<string, string>> {
  const facts =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : undefined;
  if (facts === undefined) throw new DamagedRecord('no facts');
  return Object.fromEntries(
    facts.map(([name, text]) => {
      if (typeof text !== 'string') throw new DamagedRecord('a fact that is no text');
      return [name, text];
    }),
  );
}
