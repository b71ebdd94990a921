import type { PolicyStatement } from '../../../model/grant.ts';
import type { Identity } from '../../../model/identity.ts';
import type { Tags } from './node.ts';

/** Whose tags conditions ask for: those of who acts, or those of what is acted on. */
export const OF_PRINCIPAL = /^aws:principaltag\/(.+)$/i;
export const OF_RESOURCE = /^(?:aws|iam):resourcetag\/(.+)$/i;

/** More sets of tags are not tried for one identity, nor more values for one variable. */
const MAX_SETS = 12;
const MAX_VALUES = 6;
/** A value that no policy is likely to name. */
const ANOTHER = 'another';

const VARIABLE = /\$\{aws:principaltag\/([^},]+)\}/gi;

/**
 * Sets of tags under which statements would allow more, or deny less, each of one statement; and all that agree together.
 * Where a variable of a policy stands for a tag of who acts, it may be any value that something has.
 *
 * @param valuesOf Values that a tag has somewhere in the account, by its key in lower case.
 */
export function wantedTags(
  statements: Iterable<PolicyStatement>,
  of: RegExp,
  { tags }: Pick<Identity, 'tags'>,
  valuesOf: (key: string) => readonly string[],
): readonly Tags[] {
  const found = new Map<string, Tags>();
  const all: Record<string, string> = {};
  for (const statement of statements) {
    for (const wanted of setsOf(statement, of, tags, valuesOf)) {
      const news = Object.entries(wanted).filter(([name, value]) => valueOf(tags, name) !== value);
      if (news.length === 0) continue;
      found.set(JSON.stringify(wanted), Object.fromEntries(news));
      for (const [name, value] of news) all[name] ??= value;
    }
    if (found.size >= MAX_SETS) break;
  }
  if (found.size > 1) found.set('all', all);
  return [...found.values()].slice(0, MAX_SETS);
}

function setsOf(
  statement: PolicyStatement,
  of: RegExp,
  tags: Tags,
  valuesOf: (key: string) => readonly string[],
): readonly Tags[] {
  const fixed: Record<string, string> = {};
  for (const [operator, keys] of Object.entries(statement.conditions)) {
    for (const [key, values] of Object.entries(keys)) {
      const [, name] = of.exec(key) ?? [];
      if (name === undefined) continue;
      const value = suiting(statement.effect, operator, values, valueOf(tags, name));
      if (value === undefined) continue;
      const plain = filled(value, tags);
      if (plain === undefined) return [];
      fixed[name] = plain;
    }
  }
  if (of !== OF_PRINCIPAL || statement.effect === 'Deny') return Object.keys(fixed).length === 0 ? [] : [fixed];
  // A tag of who acts that is compared with something: any value that something has may be the right one.
  const names = [...new Set(variablesOf(statement))].filter((name) => !(name in fixed));
  let sets: readonly Tags[] = [fixed];
  for (const name of names) {
    const values = valuesOf(name.toLowerCase()).slice(0, MAX_VALUES);
    sets = sets.flatMap((set) => values.map((value) => ({ ...set, [name]: value }))).slice(0, MAX_SETS);
  }
  return sets.filter((set) => Object.keys(set).length > 0);
}

function variablesOf({ conditions, resources }: PolicyStatement): readonly string[] {
  const texts = [...resources, ...Object.values(conditions).flatMap((keys) => Object.values(keys).flat())];
  return texts.flatMap((text) => Array.from(text.matchAll(VARIABLE), ([, name = '']) => name.trim()));
}

/** The value by which a condition of a statement comes to allow, or ceases to deny; undefined where it does already. */
function suiting(
  effect: PolicyStatement['effect'],
  operator: string,
  values: readonly string[],
  now: string | undefined,
): string | undefined {
  const name = operator
    .toLowerCase()
    .replace(/^for(any|all)values?:/, '')
    .replace(/ifexists$/, '');
  if (name === 'null') {
    const absent = values.some((value) => value.toLowerCase() === 'true');
    return absent === (effect === 'Deny') && now === undefined ? ANOTHER : undefined;
  }
  if (!/^string(not)?(equals|like|equalsignorecase)$/.test(name)) return undefined;
  const matches = !name.startsWith('stringnot');
  // A Deny holds what it denies from those whose tag agrees, or from those whose tag does not.
  if (matches === (effect === 'Allow')) return values[0];
  return now === undefined ? undefined : ANOTHER;
}

/** A value with its wildcards and variables filled; undefined where a variable has no value. */
function filled(value: string, tags: Tags): string | undefined {
  const plain = value.replaceAll(VARIABLE, (whole, name: string) => valueOf(tags, name.trim()) ?? whole);
  return plain.includes('${') ? undefined : plain.replaceAll('*', 'x').replaceAll('?', 'x');
}

function valueOf(tags: Tags, key: string): string | undefined {
  const wanted = key.toLowerCase();
  const name = Object.keys(tags).find((one) => one.toLowerCase() === wanted);
  return name === undefined ? undefined : tags[name];
}

/** The tags in words: `team=payments, stage=prod`. */
export function tagsInWords(tags: Tags): string {
  return Object.entries(tags)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}
