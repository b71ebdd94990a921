/** What a value says about itself, in the form a match carries it. */
export interface Extracted {
  readonly facts: Readonly<Record<string, string>>;
  readonly keyId?: string;
}

/** Longest fact kept, in characters. */
const MAX_FACT = 200;

/** Keeps the facts that are there, each on one line and of bounded length. */
export function facts(candidates: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(candidates)) {
    const clean = value?.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
    if (clean) kept[name] = clean.length > MAX_FACT ? `${clean.slice(0, MAX_FACT - 1)}…` : clean;
  }
  return kept;
}
