import type { Check, Detector, DetectorExamples, MatchRule } from '../../src/model/detector.ts';
import { assignment } from './assignment.ts';
import { exampleLine } from './example-line.ts';
import { token } from './token.ts';
import { longestRun, sampleOf, sourceOf } from './value.ts';
import type { Piece } from './value.ts';

/**
 * A credential type told by the shape of its value, and, where the shape alone says too little, by the name the value
 * is given. Anchors, pattern, the checks that every value must pass, and examples follow from these.
 */
export interface CredentialType extends Omit<Detector, 'provider' | 'match' | 'examples'> {
  /** The value, piece by piece, such as `['shop_', base62(32)]`. */
  readonly value: readonly Piece[];
  /**
   * Words that the value's name must hold where the value is not distinctive by itself, in lower case; a blank stands
   * for `_`, `-`, `.` or nothing, so `open weather` finds `OPENWEATHER_KEY` and `open-weather-token`. Without them the
   * value must begin with a literal of three characters or more, or {@link anchors} must say what is in it.
   */
  readonly names?: readonly string[];
  /** The name need not also say that it names a credential: no `key`, `token`, `secret` or `password` is asked for. */
  readonly anyName?: boolean;
  /** Literals in the value, where it does not begin with one. */
  readonly anchors?: readonly string[];
  /** Examples besides those that follow from the value. */
  readonly examples?: DetectorExamples;
}

/** The credential types of one provider. */
export function provider(name: string, types: readonly CredentialType[]): readonly Detector[] {
  return types.map((type) => detectorOf(name, type));
}

function detectorOf(name: string, type: CredentialType): Detector {
  const { value, names, anyName: _, anchors, examples, checks = [], ...rest } = type;
  const literal = typeof value[0] === 'string' ? value[0] : '';
  return {
    ...rest,
    provider: name,
    match: names === undefined ? distinctive(value, anchors ?? [literal]) : named(value, names),
    checks: [...checksOf(value), ...nameChecks(type), ...checks],
    ...(names !== undefined && literal !== '' && { publicPrefix: literal }),
    examples: together(examplesOf(value, names), examples),
  };
}

function nameChecks({ names, identifier = false, anyName = false }: CredentialType): readonly Check[] {
  if (names === undefined) return [];
  if (identifier) return [{ check: 'identifier-name' }];
  return anyName ? [] : [{ check: 'credential-name', alone: names.map((words) => words.replaceAll(' ', '')) }];
}

function distinctive(value: readonly Piece[], anchors: readonly string[]): MatchRule {
  const last = value.at(-1);
  const signs = typeof last === 'object' ? last.alphabet.split('').filter((character) => /[^\w]/.test(character)) : [];
  const before = Math.max(...anchors.map((anchor) => charactersBefore(value, anchor)));
  return {
    anchors,
    pattern: token(new RegExp(sourceOf(value)), signs.map((sign) => `\\${sign}`).join('')),
    ...(before > 0 && { lookBehind: before }),
    ...longest(value, 0),
    proof: 'format',
  };
}

/** Most characters of the value before a literal in it. */
function charactersBefore(value: readonly Piece[], anchor: string): number {
  let before = 0;
  for (const piece of value) {
    if (typeof piece === 'string' && piece.includes(anchor)) return before + piece.indexOf(anchor);
    if (typeof piece === 'object' && piece.literals?.some((literal) => literal.includes(anchor)))
      return before + piece.most;
    before += typeof piece === 'string' ? piece.length : piece.most;
  }
  return 0;
}

const SEPARATORS = ['', '_', '-', '.'];
/** Most characters that a name and what stands between it and its value may take. */
const NAME_ROOM = 160;

function named(value: readonly Piece[], names: readonly string[]): MatchRule {
  return {
    anchors: names.flatMap((words) =>
      words
        .split(' ')
        .reduce<readonly string[]>(
          (all, word) =>
            all.length === 0 ? [word] : all.flatMap((start) => SEPARATORS.map((sign) => start + sign + word)),
          [],
        ),
    ),
    ignoreCase: true,
    pattern: assignment(names.map((words) => words.split(' ').join('[_.-]?')).join('|'), sourceOf(value)),
    ...longest(value, NAME_ROOM),
    proof: 'context',
  };
}

/** The engine looks at 512 bytes unless told otherwise. */
function longest(value: readonly Piece[], room: number): Pick<MatchRule, 'maxLength'> {
  const most = room + value.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : piece.most), 0);
  return most > 512 ? { maxLength: most } : {};
}

/** A random value has nearly all the entropy its length and alphabet allow; words and counters have much less. */
const SHARE_OF_ENTROPY = 0.7;

/** From this length on a value by chance has a digit in it, all but surely (99.6 % of 32 letters and digits). */
const SURE_OF_DIGIT = 32;

function checksOf(value: readonly Piece[]): readonly Check[] {
  const chance = longestRun(value);
  if (chance === undefined) return [{ check: 'not-placeholder' }];
  const min =
    SHARE_OF_ENTROPY * Math.log2(Math.max(2, Math.min(chance.variety ?? chance.alphabet.length, chance.least)));
  return [
    { check: 'not-placeholder' },
    { check: 'entropy', min: Math.round(min * 10) / 10 },
    { check: 'not-words' },
    ...(chance.least >= SURE_OF_DIGIT && /\d/.test(chance.alphabet) ? [{ check: 'mixed', classes: 'd' } as const] : []),
  ];
}

function examplesOf(value: readonly Piece[], names: readonly string[] | undefined): DetectorExamples {
  const name = names === undefined ? 'service_token' : `${names[0]?.replaceAll(' ', '_')}_api_key`;
  const placeholder = value.map((piece) => (typeof piece === 'string' ? piece : 'X'.repeat(piece.least))).join('');
  const short = value.map((piece) =>
    piece === longestRun(value)
      ? (make: Parameters<DetectorExamples['match']>[0]) => piece.sample(make).slice(0, 3)
      : piece,
  );
  return {
    match: (make) => [
      exampleLine(`${name.toUpperCase()}=`, sampleOf(value, make)),
      exampleLine(`  "${name}": "`, sampleOf(value, make), '",'),
    ],
    noMatch: (make) => [
      `${name}=${placeholder}`,
      `${name}=${short
        .map((piece) =>
          typeof piece === 'function' ? piece(make) : typeof piece === 'string' ? piece : piece.sample(make),
        )
        .join('')}`,
      ...(names === undefined ? [] : [`checksum=${sampleOf(value, make)}`]),
    ],
  };
}

function together(first: DetectorExamples, second?: DetectorExamples): DetectorExamples {
  if (second === undefined) return first;
  return {
    match: (make) => [...first.match(make), ...second.match(make)],
    noMatch: (make) => [...first.noMatch(make), ...second.noMatch(make)],
  };
}
