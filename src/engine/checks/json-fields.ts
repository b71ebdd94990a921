import { parseJsonObject } from '../base64-text.ts';
import { DROP, prove } from './verdict.ts';
import type { CheckInput, Verdict } from './verdict.ts';

/** The value, or all that was matched, is a JSON object with every one of the fields. */
export function jsonFields({ value, whole }: CheckInput, fields: readonly string[]): Verdict {
  const object = parseJsonObject(value) ?? parseJsonObject(whole) ?? parseJsonObject(unescape(value));
  if (object === undefined || !fields.every((field) => Object.hasOwn(object, field))) return DROP;
  return prove('structure');
}

/** JSON written inside a JSON string. */
function unescape(text: string): string {
  return text.replaceAll('\\"', '"').replaceAll('\\\\', '\\');
}
