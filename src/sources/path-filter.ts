import { posix } from 'node:path';
import { BittingError } from '../model/errors.ts';

/** Refuses patterns that would look outside the source. */
export function checkPatterns(patterns: readonly string[]): void {
  for (const pattern of patterns) {
    if (pattern === '' || pattern.startsWith('/') || pattern.split(/[/{},()|]/).includes('..')) {
      throw new BittingError(
        'BITTING_E_USAGE',
        `The pattern "${pattern}" is not relative to a source: write it without a leading slash and without "..".`,
      );
    }
  }
}

/**
 * Which of the files below `folder` the user's patterns leave out. Patterns are resolved by fast-glob against what is
 * there; paths are relative, with `/`.
 */
export async function filterFiles(
  folder: string,
  patterns: { readonly include: readonly string[]; readonly exclude: readonly string[] },
): Promise<(path: string) => boolean> {
  const resolve = async (globs: readonly string[]): Promise<ReadonlySet<string>> => {
    const { default: fastGlob } = await import('fast-glob');
    const options = { cwd: folder, dot: true, followSymbolicLinks: false, suppressErrors: true, unique: true };
    return new Set(await fastGlob([...globs], options));
  };
  const included = patterns.include.length === 0 ? undefined : await resolve(patterns.include);
  const excluded = patterns.exclude.length === 0 ? undefined : await resolve(patterns.exclude);
  return (path) => (included === undefined || included.has(path)) && excluded?.has(path) !== true;
}

/**
 * The same for a path that only history knows. `path.matchesGlob` passes over names that begin with a dot, which
 * secrets love, so each such name is also tried without it being special.
 */
export function filterPath(
  path: string,
  patterns: { readonly include: readonly string[]; readonly exclude: readonly string[] },
): boolean {
  if (patterns.include.length === 0 && patterns.exclude.length === 0) return true;
  const variants = undotted(path);
  const matches = (glob: string): boolean => variants.some((variant) => posix.matchesGlob(variant, glob));
  return (patterns.include.length === 0 || patterns.include.some(matches)) && !patterns.exclude.some(matches);
}

/** The path with every choice of its leading dots hidden behind a character that stands in no pattern. */
function undotted(path: string): readonly string[] {
  let variants = [''];
  let hidden = 0;
  for (const name of path.split('/')) {
    const forms = name.startsWith('.') && hidden < 6 ? [name, `\u{e000}${name}`] : [name];
    if (forms.length > 1) hidden++;
    variants = variants.flatMap((start) => forms.map((form) => (start === '' ? form : `${start}/${form}`)));
  }
  return variants;
}
