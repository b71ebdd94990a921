import * as z from 'zod';

/** A time as text, as services write it. A text that is none is an error, not an absent time. */
export const timeText = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'is not a time');

/** An object with the one field when there is a value, and with none when there is not. For spreading. */
export function field<K extends string, V>(key: K, value: V | null | undefined): { readonly [P in K]?: V };
export function field(key: string, value: unknown): object {
  return value === undefined || value === null ? {} : { [key]: value };
}

/** An ISO 8601 time in UTC from a date, a text or seconds since 1970; undefined when it is none. */
export function isoTime(value: Date | string | number | null | undefined): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const date = typeof value === 'number' ? new Date(value * 1000) : new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
