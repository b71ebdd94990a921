import { hash } from 'node:crypto';

import type { ValueRule } from './imported.ts';

/** A credential where it stands now, with its value: in memory for as long as it is compared, and nowhere else. */
export interface FoundValue {
  readonly id: string;
  readonly path: string;
  readonly line: number;
  readonly endLine: number;
  readonly commit?: string;
  /** Absent where only history or an archive holds it. */
  readonly text?: { readonly value: string; readonly line: string };
}

/** Longest value or line that a pattern is tried on, and how long all of them may take, in milliseconds. */
const MAX_TEXT = 512;
const MAX_TIME = 20_000;

/** Credentials that the rules of another tool mean, by id, each with the rules that mean it; and rules that mean none. */
export function matchValues(
  rules: readonly ValueRule[],
  found: Iterable<FoundValue>,
  now: () => number = () => performance.now(),
): { readonly accepted: ReadonlyMap<string, string>; readonly unmatched: readonly string[]; readonly late: boolean } {
  const accepted = new Map<string, string>();
  const matched = new Set<ValueRule>();
  const until = now() + MAX_TIME;
  const byPath = Map.groupBy(
    rules.filter(({ match }) => 'path' in match),
    ({ match }) => ('path' in match ? match.path : ''),
  );
  const anywhere = rules.filter(({ match }) => !('path' in match));
  let late = false;
  for (const value of found) {
    if (anywhere.length > 0 && now() > until) {
      late = true;
      break;
    }
    for (const rule of [...(byPath.get(value.path) ?? []), ...anywhere]) {
      if (!means(rule, value)) continue;
      matched.add(rule);
      if (!accepted.has(value.id)) accepted.set(value.id, rule.from);
    }
  }
  return { accepted, unmatched: rules.filter((rule) => !matched.has(rule)).map(({ from }) => from), late };
}

function means({ match }: ValueRule, found: FoundValue): boolean {
  const { text } = found;
  switch (match.by) {
    case 'position':
      return (
        match.line >= found.line &&
        match.line <= found.endLine &&
        (match.commit === undefined || match.commit === found.commit)
      );
    case 'sha1':
      return text !== undefined && candidates(text).some((each) => hash('sha1', each, 'hex') === match.digest);
    case 'word':
      return text !== undefined && text.value.toLowerCase().includes(match.word);
    case 'pattern': {
      const subject = match.of === 'value' ? text?.value : text?.line;
      return subject !== undefined && subject.length <= MAX_TEXT && match.pattern.test(subject);
    }
  }
}

/** The value, and what another tool may have taken for it: quoted texts and words of its line that share text with it. */
function candidates({ value, line }: NonNullable<FoundValue['text']>): readonly string[] {
  const quoted = [...line.matchAll(/(["'`])([^"'`]{1,512})\1/g)].map(([, , text = '']) => text);
  const words = line.split(/[\s=:,;"'`()]+/);
  const near = [...quoted, ...words].filter((text) => text !== '' && (value.includes(text) || text.includes(value)));
  return [...new Set([value, ...near.filter((text) => text.length * 2 >= value.length)])];
}
