import { DROP, KEEP, prove } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** The base64 text after `skip` characters decodes to bytes that begin with `hex`; others are dropped or just not proven. */
export function base64Prefix(value: string, skip: number, hex: string, wrong: 'drop' | 'keep' = 'drop'): Verdict {
  const bytes = Buffer.from(value.slice(skip), 'base64url');
  if (bytes.toString('hex', 0, hex.length / 2) === hex.toLowerCase()) return prove('structure');
  return wrong === 'drop' ? DROP : KEEP;
}

/**
 * Personal access tokens of Atlassian's servers: base64 of a number, a colon and random bytes. As nobody documents it,
 * what looks different is only not proven.
 */
export function atlassianToken(value: string, skip: number): Verdict {
  const text = Buffer.from(value.slice(skip), 'base64').toString('latin1');
  return /^[1-9]\d{0,19}:[^]{16,}/.test(text) ? prove('structure') : KEEP;
}
