import { isPast } from '../src/model/place.ts';
import type { FilePlace, Place } from '../src/model/place.ts';
import type { Severity } from '../src/model/credential.ts';

/** Severities, worst first. */
export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];

/** Sorts the worst first. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

const DECEIVING = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/**
 * Text with everything that could move a cursor, start an escape sequence or reorder what is read made visible:
 * control characters, line and paragraph separators, and bidirectional overrides (CVE-2021-42574). Lone surrogates
 * become U+FFFD.
 */
export function visible(text: string): string {
  const whole = text.toWellFormed();
  if (whole.search(DECEIVING) < 0) return whole;
  return whole.replaceAll(DECEIVING, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`;
  });
}

/** The same for text of several lines, which keeps its line breaks. */
export function visibleLines(text: string): string {
  return text
    .split('\n')
    .map((line) => visible(line))
    .join('\n');
}

/** `1 file`, `3 files`, with thousands set apart. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${figure(number)} ${number === 1 ? one : many}`;
}

/**
 * A number that is not negative with thousands set apart and at most one digit of a fraction: `12,345.6`. The same as
 * `Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })` gives; making one of those takes longer than a report does.
 */
export function figure(number: number): string {
  const [whole = '', fraction] = String(Math.round(number * 10) / 10).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A number of bytes in the unit that reads best, in powers of 1000: `12.3 MB`. */
export function bytes(number: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let value = number;
  let unit = 0;
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${figure(value)} ${number === 1 ? 'byte' : units[unit]}`;
}

/** Milliseconds as `850 ms`, `12.3 s` or `4 min 5 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${figure(Math.round(milliseconds))} ms`;
  if (milliseconds < 60_000) return `${figure(milliseconds / 1000)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${figure(Math.floor(seconds / 60))} min ${seconds % 60} s`;
}

/** The day of an ISO 8601 date and time; any other text as it is. */
export function day(date: string): string {
  return /^\d{4}-\d{2}-\d{2}T/.test(date) ? date.slice(0, 10) : visible(date);
}

/** The first ten digits of an object id or digest. */
export function short(id: string): string {
  return /^[0-9a-f]{20,}$/.test(id) ? id.slice(0, 10) : visible(id);
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/** Where something stands, on one line: `config/app.env:12` or `arn:… › Statement[0]`. */
export function placeText(place: Place): string {
  if (place.kind === 'resource') {
    return visible(place.field === undefined ? place.resource : `${place.resource} › ${place.field}`);
  }
  return `${place.path === '' ? 'standard input' : visible(place.path)}:${place.line}`;
}

/** What names a resource within its account: the end of an ARN, `role/deploy`; anything else as it is. */
export function resourceText(resource: string): string {
  return visible(/^arn:[^:]*:[^:]*:[^:]*:[^:]*:(.+)$/s.exec(resource)?.[1] ?? resource);
}

/** How a place in history differs from the work tree, or an empty string. */
export function historyText(place: FilePlace): string {
  if (!isPast(place)) return '';
  const lost = place.reachable === false ? ', reached by no branch or tag' : '';
  return place.commit === undefined ? `in an object of the store${lost}` : `in commit ${short(place.commit)}${lost}`;
}
