import { DROP, prove } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** The base64url text after `skip` characters decodes to bytes that begin with `hex`. */
export function base64Prefix(value: string, skip: number, hex: string): Verdict {
  const bytes = Buffer.from(value.slice(skip), 'base64url');
  return bytes.toString('hex', 0, hex.length / 2) === hex.toLowerCase() ? prove('structure') : DROP;
}
