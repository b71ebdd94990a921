import type { LongReport } from '../src/model/report.ts';
import { count } from './text.ts';

/** Ids named in one sentence. */
const NAMED = 12;

/** How the detectors of a run differ from those that ship, one sentence each; none where they do not. */
export function changedDetectors({ custom, disabled, severity }: LongReport['run']['detectors']): readonly string[] {
  const rated = Object.entries(severity ?? {}).map(([id, level]) => `${id} as ${level}`);
  return [
    ...sentence('custom detector', 'looked for besides those that ship with Bitting', custom ?? []),
    ...sentence('detector', 'disabled and not looked for', disabled ?? []),
    ...sentence('detector', 'rated by the configuration', rated),
  ];
}

function sentence(what: string, how: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length > NAMED ? `, and ${names.length - NAMED} more` : '';
  return [`${count(names.length, what)} ${how}: ${names.slice(0, NAMED).join(', ')}${more}.`];
}
