import { readFile } from 'node:fs/promises';

import type * as z from 'zod';

import { exampleMaker } from '../../engine/example-maker.ts';
import { pathProblems, patternProblems } from '../../engine/pattern-safety.ts';
import type { Detector, MatchRule } from '../../model/detector.ts';
import { BittingError, messageOf } from '../../model/errors.ts';
import { WHAT_IT_IS, detectorFileSchema } from './detector-schema.ts';
import type { WrittenDetector } from './detector-schema.ts';
import { nearestTo } from '../../config/nearest.ts';
import { readYaml } from '../../config/read-yaml.ts';
import { filledIn } from './written-example.ts';

/** A detector that somebody wrote, with where it and its examples stand. */
export interface CustomDetector {
  readonly detector: Detector;
  readonly file: string;
  readonly line: number;
  readonly examples: readonly CustomExample[];
}

export interface CustomExample {
  readonly line: number;
  readonly text: string;
  /** What must be found in the text; absent where nothing may be. */
  readonly secret?: string;
  readonly path?: string;
}

const CODE = 'BITTING_E_DETECTORS_INVALID';
const MAX_FILE = 2 ** 20;

/**
 * Reads a YAML file of custom detectors.
 *
 * @throws BittingError BITTING_E_DETECTORS_INVALID with a line for each thing wrong: file, line, column, what it is and
 *   how to mend it.
 */
export async function readCustomDetectors(file: string): Promise<readonly CustomDetector[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new BittingError(CODE, `Cannot read the detectors ${file}: ${messageOf(error)}.`, { cause: error });
  }
  return parseCustomDetectors(text, file);
}

/** @param file Its name in errors. */
export function parseCustomDetectors(text: string, file: string): readonly CustomDetector[] {
  if (text.length > MAX_FILE)
    throw new BittingError(CODE, `${file} has more than a million characters: split it, and name each file.`);
  const { value, positionOf } = readYaml(text, file, CODE);
  const sentence = (path: readonly PropertyKey[], what: string): string => {
    const keys = path.map((part) => (typeof part === 'symbol' ? String(part) : part));
    const { line, column } = positionOf(keys);
    return `${file}:${line}:${column}: ${nameOf(keys)}${what}`;
  };
  const parsed = detectorFileSchema.safeParse(value ?? {}, { reportInput: true });
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) => issueProblems(issue));
    throw new BittingError(CODE, problems.map(({ path, what }) => sentence(path, what)).join('\n'));
  }
  const made = parsed.data.detectors.map((written, index) => ruleOf(written, ['detectors', index]));
  const problems = made.flatMap((each) => each.problems);
  if (problems.length > 0)
    throw new BittingError(CODE, problems.map(({ path, what }) => sentence(path, what)).join('\n'));
  return parsed.data.detectors.map((written, index) => {
    const lineOf = (...path: readonly (string | number)[]): number => positionOf(['detectors', index, ...path]).line;
    return {
      detector: detectorOf(written, made[index]!.rule!),
      file,
      line: lineOf(),
      examples: examplesOf(written, lineOf),
    };
  });
}

interface Problem {
  readonly path: readonly PropertyKey[];
  readonly what: string;
}

/** The rule of a detector, with its regular expressions, or what is wrong with it. */
function ruleOf(
  { match }: WrittenDetector,
  at: readonly PropertyKey[],
): { readonly rule?: MatchRule; readonly problems: readonly Problem[] } {
  const { pattern: source, flags = '', paths: pathSource, ...rest } = match;
  const pattern = compiled(source, flags);
  const paths = pathSource === undefined ? undefined : compiled(pathSource, '');
  const inPattern = [...at, 'match', 'pattern'];
  const inPaths = [...at, 'match', 'paths'];
  if (typeof pattern === 'string') return { problems: [{ path: inPattern, what: pattern }] };
  if (typeof paths === 'string') return { problems: [{ path: inPaths, what: paths }] };
  const rule: MatchRule = { ...rest, pattern, ...(paths !== undefined && { paths }) };
  return {
    rule,
    problems: [
      ...patternProblems(rule).map((what) => ({ path: inPattern, what })),
      ...(paths === undefined ? [] : pathProblems(paths)).map((what) => ({ path: inPaths, what })),
    ],
  };
}

/** The regular expression, or a sentence that says what is wrong with it. */
function compiled(source: string, flags: string): RegExp | string {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    const why = messageOf(error).replace(/^.*: (?=[^:]*$)/, '');
    return `This is no regular expression of JavaScript: ${why}. Quotes in YAML: inside '…' a backslash is one backslash.`;
  }
}

function detectorOf(written: WrittenDetector, match: MatchRule): Detector {
  const { examples: _, match: __, ...rest } = written;
  return { ...rest, match, examples: { match: () => [], noMatch: () => [] } };
}

function examplesOf(
  { id, examples }: WrittenDetector,
  lineOf: (...path: readonly (string | number)[]) => number,
): readonly CustomExample[] {
  const make = exampleMaker(id);
  const found = examples.match.map(({ text, secret, path }, index) => ({
    ...filledIn({ text, secret }, make),
    line: lineOf('examples', 'match', index),
    ...(path !== undefined && { path }),
  }));
  const notFound = examples.noMatch.map((each, index) => {
    const { text, path } = typeof each === 'string' ? { text: each, path: undefined } : each;
    const line = lineOf('examples', 'noMatch', index);
    return { text: filledIn({ text }, make).text, line, ...(path !== undefined && { path }) };
  });
  return [...found, ...notFound];
}

/** `detectors.0.match.pattern: `, for people: which detector, and what of it. */
function nameOf(path: readonly (string | number)[]): string {
  const name = path.map((part) => (typeof part === 'number' ? part + 1 : part)).join('.');
  return name === '' ? '' : `${name}: `;
}

/** What zod says, in sentences that say how to mend it. */
function issueProblems(issue: z.core.$ZodIssue): readonly Problem[] {
  const { path } = issue;
  const field = path.findLast((part) => typeof part === 'string') ?? '';
  const hint = WHAT_IT_IS[field];
  const wanted = hint === undefined ? '' : ` Write ${hint}.`;
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return [{ path, what: `This is missing.${wanted}` }];
      return [{ path, what: `This must be ${TYPES[issue.expected] ?? issue.expected}.${wanted}` }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const near = nearestTo(key, FIELDS);
        const advice = near === undefined ? 'Remove it' : `Did you mean ${near}`;
        return {
          path: [...path, key],
          what: `There is no field ${JSON.stringify(key)}. ${advice}${near === undefined ? '.' : '?'}`,
        };
      });
    case 'invalid_value':
      if (issue.input === undefined) return [{ path, what: `This is missing.${wanted}` }];
      return [{ path, what: `This must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.join(', ')}.` }];
    case 'invalid_union':
      return [{ path, what: 'This must be a text, or a text with a path: { text: …, path: … }.' }];
    default:
      return [{ path, what: `${/^[a-z]/.test(issue.message) ? 'This ' : ''}${issue.message}.${wanted}` }];
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};

/** All fields there are, as advice for a misspelt one. */
const FIELDS =
  `version detectors id title provider kind identity severity match checks extract pairsWith identifier rotate verify docs
  publicPrefix examples anchors ignoreCase pattern flags lookBehind maxLength proof paths multiLine noMatch text secret path
  detector withinBytes method url headers basicAuth body check min skip digits order trim bodyLength fields hex classes`.split(
    /\s+/,
  );
