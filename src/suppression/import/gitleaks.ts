import { TomlError, parse } from 'smol-toml';
import * as z from 'zod';

import { BittingError } from '../../model/errors.ts';
import { goPattern } from './go-pattern.ts';
import { ImportBuilder } from './imported.ts';
import type { Imported, PatternCheck } from './imported.ts';

const MAX_ENTRIES = 10_000;

const texts = z.array(z.string()).max(MAX_ENTRIES).default([]);

/** https://github.com/gitleaks/gitleaks#configuration; what is not asked for here is of no matter for allowlists. */
const allowlistSchema = z.looseObject({
  condition: z.string().optional(),
  commits: texts,
  paths: texts,
  regexTarget: z.string().optional(),
  regexes: texts,
  stopwords: texts,
  targetRules: texts,
});

type Allowlist = z.infer<typeof allowlistSchema>;

const fileSchema = z.looseObject({
  extend: z.unknown().optional(),
  allowlist: allowlistSchema.optional(),
  allowlists: z.array(allowlistSchema).max(MAX_ENTRIES).default([]),
  rules: z
    .array(
      z.looseObject({
        id: z.string().optional(),
        regex: z.unknown().optional(),
        path: z.unknown().optional(),
        allowlist: z.unknown().optional(),
        allowlists: z.array(z.unknown()).optional(),
      }),
    )
    .max(MAX_ENTRIES)
    .default([]),
});

/**
 * The allowlists of a gitleaks configuration.
 *
 * @throws BittingError BITTING_E_IMPORT when it is no TOML or no such configuration
 */
export function importGitleaks(text: string, file: string, patternOf: PatternCheck): Imported {
  const builder = new ImportBuilder(goPattern(patternOf));
  const config = fileSchema.safeParse(parseToml(text, file));
  if (!config.success) {
    const [issue] = config.error.issues;
    throw new BittingError('BITTING_E_IMPORT', `${file}: ${issue?.path.join('.')}: ${issue?.message}.`);
  }
  const { extend, allowlist, allowlists, rules } = config.data;
  if (extend !== undefined) {
    builder.leave('extend', 'the allowlists of a configuration that this one builds on are in that; import it, too.');
  }
  if (allowlist !== undefined) addAllowlist(allowlist, 'allowlist', builder);
  for (const [index, each] of allowlists.entries()) addAllowlist(each, `allowlists[${index}]`, builder);
  for (const [index, { regex, path, allowlist: own, allowlists: more = [] }] of rules.entries()) {
    const from = `rules[${index}]`;
    if (regex !== undefined || path !== undefined) {
      builder.leave(
        from,
        'a rule of your own is no exception; write it as a custom detector if it still finds something.',
      );
    }
    if (own !== undefined || more.length > 0) {
      builder.leave(`${from}.allowlists`, 'it holds for that rule alone, and taken for all it would cover too much.');
    }
  }
  return builder;
}

function addAllowlist(allowlist: Allowlist, from: string, builder: ImportBuilder): void {
  const { condition = 'OR', commits, paths, regexes, regexTarget = 'secret', stopwords, targetRules } = allowlist;
  if (targetRules.length > 0) {
    builder.leave(from, 'it holds for some rules alone, and taken for all it would cover too much.');
    return;
  }
  const kinds = [commits, paths, regexes, stopwords].filter((list) => list.length > 0).length;
  if (/^(?:and|&&)$/i.test(condition) && kinds > 1) {
    builder.leave(from, 'it asks for several things at once (condition AND), and either alone would cover too much.');
    return;
  }
  for (const [index, source] of paths.entries()) builder.addPath(source, `${from}.paths[${index}]`);
  for (const [index, commit] of commits.entries()) {
    const at = `${from}.commits[${index}]`;
    if (/^[0-9a-f]{40,64}$/.test(commit)) builder.places.push({ commits: [commit], from: at });
    else builder.leave(at, 'it is not the whole id of a commit.');
  }
  for (const [index, source] of regexes.entries()) {
    const at = `${from}.regexes[${index}]`;
    if (regexTarget === 'secret' || regexTarget === 'line') {
      builder.addPattern(source, regexTarget === 'line' ? 'line' : 'value', at);
    } else builder.leave(at, 'it is about what a rule of gitleaks matched, which only gitleaks knows.');
  }
  for (const [index, word] of stopwords.entries()) {
    const at = `${from}.stopwords[${index}]`;
    if (word.length >= 3) builder.values.push({ from: at, match: { by: 'word', word: word.toLowerCase() } });
    else builder.leave(at, 'so short a word stands in values of any kind.');
  }
}

function parseToml(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    // The parser's message shows the lines round the error, and a value may stand there.
    throw new BittingError('BITTING_E_IMPORT', `${file}:${error.line}:${error.column}: not valid TOML.`);
  }
}
