import { isEverydayWord } from './everyday.ts';
import { isPlaceholder } from './not-placeholder.ts';
import { DROP, KEEP, prove } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** Where the message has the lengths and the places of what it holds, and its flags, in bytes. */
const [NT_RESPONSE, USER, FLAGS, LEAST] = [20, 36, 60, 64];
const UNICODE = 1;
const TRIAL = /^test|test$/i;

/**
 * The last message of an NTLM handshake, in base64: it holds an answer, and its user is no stand-in.
 * https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-nlmp/033d32cc-88f9-4483-9bf2-b273055038ce
 */
export function ntlmMessage(value: string): Verdict {
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length < LEAST) return KEEP;
  // Who signs in without a name sends no answer.
  if (bytes.readUInt16LE(NT_RESPONSE) === 0) return DROP;
  const [length, start] = [bytes.readUInt16LE(USER), bytes.readUInt32LE(USER + 4)];
  if (length === 0 || start + length > bytes.length) return KEEP;
  const isWide = (bytes.readUInt32LE(FLAGS) & UNICODE) !== 0;
  const user = bytes.toString(isWide ? 'utf16le' : 'latin1', start, start + length);
  if (!/^[\w.@ \\-]{1,64}$/.test(user)) return KEEP;
  return isEverydayWord(user) || isPlaceholder(user) || TRIAL.test(user) ? DROP : prove('structure', { user });
}
