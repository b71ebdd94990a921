import { readFile } from 'node:fs/promises';

import * as z from 'zod';

import { BittingError, messageOf } from '../model/errors.ts';
import type { Exception } from '../model/suppression.ts';
import { parseYaml } from './yaml-file.ts';

const MAX_FILE = 16 * 1024 * 1024;
/** Longest pattern over paths, and repeats without an upper bound in one: what a hostile path can make of more is slow. */
const MAX_PATTERN = 500;
const MAX_REPEATS = 3;

const text = z.string().trim().min(1).max(2000);
const texts = z.array(z.string().min(1).max(MAX_PATTERN)).min(1).max(1000);

const exceptionSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^(?:finding-[0-9a-f]{16}|cred-[0-9a-f]{24})$/, 'an id as the report has it: `finding-…` or `cred-…`')
      .exactOptional(),
    detector: z
      .string()
      .regex(/^[a-z0-9-]{1,100}$/, 'an id as `bitting detectors` prints it')
      .exactOptional(),
    paths: texts.exactOptional(),
    pathPatterns: texts.exactOptional(),
    sources: texts.exactOptional(),
    commits: z
      .array(z.string().regex(/^[0-9a-f]{40,64}$/, 'the whole id of a commit'))
      .min(1)
      .max(10_000)
      .exactOptional(),
    reason: text,
    approver: text,
    expires: z.union([z.iso.date(), z.literal('never')], {
      error: 'the last day on which it holds, such as 2031-12-31, or `never` spelled out',
    }),
  })
  .refine(({ id, detector, paths, pathPatterns, commits }) => id ?? detector ?? paths ?? pathPatterns ?? commits, {
    message: 'an exception names what it covers: id, or detector, paths, pathPatterns, commits',
  })
  .refine(
    ({ id, detector, paths, pathPatterns, sources, commits }) =>
      !id || !(detector ?? paths ?? pathPatterns ?? sources ?? commits),
    {
      message: 'an id says it all: leave out detector, paths, pathPatterns, sources and commits',
    },
  )
  .refine(({ detector, paths, pathPatterns, commits }) => !detector || (paths ?? pathPatterns ?? commits), {
    message:
      'a detector needs paths, pathPatterns or commits beside it; to switch it off altogether is for the configuration',
  });

const fileSchema = z.strictObject({
  version: z.literal(1),
  madeWith: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .exactOptional(),
  exceptions: z.array(exceptionSchema).max(100_000),
});

interface Context {
  /** Name of this run's fingerprint key: ids of another mean other values. */
  readonly keyName: string;
  /** What speaks against running a pattern over text that others write. */
  readonly repeatProblems: (source: string) => readonly string[];
}

/**
 * Reads an exceptions file.
 *
 * @throws BittingError BITTING_E_CONFIG_INVALID with a line for each thing wrong; BITTING_E_BASELINE when it says that
 *   its ids were made with another fingerprint key
 */
export async function loadExceptions(path: string, file: string, context: Context): Promise<readonly Exception[]> {
  let content: string;
  try {
    content = await readFile(path, 'utf8');
  } catch (error) {
    throw new BittingError('BITTING_E_CONFIG_INVALID', `Cannot read the exceptions ${file}: ${messageOf(error)}.`, {
      cause: error,
    });
  }
  return parseExceptions(content, file, context);
}

export function parseExceptions(
  content: string,
  file: string,
  { keyName, repeatProblems }: Context,
): readonly Exception[] {
  if (content.length > MAX_FILE) {
    throw new BittingError('BITTING_E_CONFIG_INVALID', `${file}: more than ${MAX_FILE} characters.`);
  }
  const { data, positionOf } = parseYaml(content, file, fileSchema);
  if (data.madeWith !== undefined && data.madeWith !== keyName) {
    throw new BittingError(
      'BITTING_E_BASELINE',
      `The ids in ${file} were made with fingerprint key ${data.madeWith}, and this run uses ${keyName}: they do ` +
        'not compare. Use the key they were made with (--key-file or BITTING_KEY_FILE), or take the ids from a new report.',
    );
  }
  return data.exceptions.map(({ pathPatterns, ...row }, index) => {
    const { line } = positionOf(['exceptions', index]);
    return {
      ...row,
      ...(pathPatterns !== undefined && {
        pathPatterns: pathPatterns.map((source, at) => {
          const pattern = pathPattern(source, repeatProblems);
          if (typeof pattern !== 'string') return pattern;
          const where = positionOf(['exceptions', index, 'pathPatterns', at]);
          throw new BittingError('BITTING_E_CONFIG_INVALID', `${file}:${where.line}: ${pattern}`);
        }),
      }),
      file,
      line,
    };
  });
}

/** The pattern, or a sentence on why it is refused. */
export function pathPattern(source: string, repeatProblems: Context['repeatProblems']): RegExp | string {
  const named = JSON.stringify(source.length > 80 ? `${source.slice(0, 80)}…` : source);
  if (source.length > MAX_PATTERN) return `the pattern ${named} is longer than ${MAX_PATTERN} characters.`;
  let pattern: RegExp;
  try {
    pattern = new RegExp(source);
  } catch (error) {
    return `the pattern ${named} is no regular expression: ${messageOf(error)}.`;
  }
  if (/\\[1-9]|\\k</.test(source)) return `the pattern ${named} refers back to a group, which is not taken.`;
  const [nested] = repeatProblems(source);
  if (nested !== undefined) return `the pattern ${named} repeats without an upper bound what is repeated so already.`;
  const repeats = source.match(/(?<!\\)[*+]|\{\d+,\}/g)?.length ?? 0;
  if (repeats > MAX_REPEATS) return `the pattern ${named} has more than ${MAX_REPEATS} repeats without an upper bound.`;
  return pattern;
}
