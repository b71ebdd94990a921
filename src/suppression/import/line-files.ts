import { goPattern } from './go-pattern.ts';
import { ImportBuilder } from './imported.ts';
import type { Imported, PatternCheck } from './imported.ts';

/** Lines with their numbers, without comments and empty ones. */
function* entries(text: string): Generator<readonly [line: string, from: string]> {
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line !== '' && !line.startsWith('#')) yield [line, `line ${index + 1}`];
  }
}

/**
 * A `.gitleaksignore`: fingerprints `commit:file:rule:line`, without the commit for files as they are
 * (https://github.com/gitleaks/gitleaks#gitleaksignore). They name positions, which an edit moves; what stands there now
 * is taken by its content.
 */
export function importGitleaksIgnore(text: string): Imported {
  const builder = new ImportBuilder(() => 'no pattern is expected here.');
  for (const [entry, from] of entries(text)) {
    const [, commit, path = '', line = ''] = /^(?:([0-9a-f]{40,64}):)?(.+):[\w.-]+:(\d{1,9})$/.exec(entry) ?? [];
    if (path === '') builder.leave(from, 'it is no fingerprint `commit:file:rule:line`.');
    else {
      const match = { by: 'position', path, line: Number(line), ...(commit !== undefined && { commit }) } as const;
      builder.values.push({ from, match });
    }
  }
  return builder;
}

/** A file for TruffleHog's `--exclude-paths`: a regular expression over paths on each line. */
export function importTruffleHog(text: string, patternOf: PatternCheck): Imported {
  const builder = new ImportBuilder(goPattern(patternOf));
  for (const [entry, from] of entries(text)) builder.addPath(entry, from);
  return builder;
}
