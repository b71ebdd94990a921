import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import type { ZodType } from 'zod';
import { BittingError, EXIT, messageOf } from '../model/errors.ts';
import { locateJsonError } from './json-error.ts';

/** Largest dump read, in bytes: under the longest string that V8 can hold. */
const MAX_DUMP_BYTES = 400 * 1024 * 1024;

export interface JsonDump {
  /** The parsed document; to be judged by a schema before use. */
  readonly value: unknown;
  /** SHA-256 of the file's bytes, lower-case hex. */
  readonly digest: string;
  /** The document as text, without a byte order mark. */
  readonly text: string;
}

/**
 * Reads a saved dump: JSON in UTF-8, or in UTF-16 with a byte order mark, as Windows PowerShell's `>` writes it.
 *
 * Throws {@link BittingError} `BITTING_E_DUMP_INVALID` (exit code 3) when the file cannot be opened, is no regular
 * file, is too large, in no known encoding, cut off or not JSON. No message quotes the file.
 */
export async function readJsonDump(path: string, maxBytes = MAX_DUMP_BYTES): Promise<JsonDump> {
  const bytes = await readBytes(path, maxBytes);
  const text = decode(bytes, path);
  try {
    return { value: JSON.parse(text), digest: createHash('sha256').update(bytes).digest('hex'), text };
  } catch {
    // The cause is left out on purpose: its message quotes the text.
    if (text.trim() === '') throw invalidDump(path, 'is empty', 'Save it again.');
    const { line, column, truncated } = locateJsonError(text);
    if (truncated) {
      throw invalidDump(path, `ends in the middle, at line ${line} column ${column}`, 'It was cut off: save it again.');
    }
    throw invalidDump(path, `is not JSON: line ${line} column ${column}`, 'Save it again as JSON, or mend that line.');
  }
}

/**
 * What `schema` makes of `value`, or an error that names the first field that is not as it should be.
 *
 * @param kind What the file was taken for, such as `an Azure dump`.
 */
export function parseDump<T>(schema: ZodType<T>, value: unknown, path: string, kind: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = printable((issue?.path ?? []).map(String).join('.')) || 'the document';
  // Zod's messages name types and expected values, never the value received.
  const why = issue === undefined ? 'unknown shape' : printable(issue.message);
  throw invalidDump(
    path,
    `is not ${kind}: ${field}: ${why}`,
    'Save it again with the command that the documentation names.',
  );
}

/** The error for a dump whose content cannot be used; ends with exit code 3. */
export function invalidDump(path: string, what: string, mend: string): BittingError {
  return new BittingError('BITTING_E_DUMP_INVALID', `${printable(path)} ${what}. ${mend}`, { exitCode: EXIT.unread });
}

async function readBytes(path: string, maxBytes: number): Promise<Buffer> {
  try {
    // Asked before opening: opening a named pipe would wait for a writer.
    const facts = await stat(path);
    if (!facts.isFile()) throw invalidDump(path, 'is no regular file', 'Save the dump to a file and give its name.');
    if (facts.size > maxBytes) throw tooLarge(path, maxBytes);
  } catch (error) {
    throw error instanceof BittingError ? error : unreadable(path, error);
  }
  let file;
  try {
    file = await open(path, 'r');
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of file.createReadStream({ highWaterMark: 1024 * 1024 })) {
      length += chunk.length;
      // It may have grown since it was measured.
      if (length > maxBytes) throw tooLarge(path, maxBytes);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks, length);
  } catch (error) {
    throw error instanceof BittingError ? error : unreadable(path, error);
  } finally {
    await file?.close();
  }
}

function unreadable(path: string, cause: unknown): BittingError {
  return invalidDump(path, `cannot be read (${printable(messageOf(cause))})`, 'Check its name and permissions.');
}

function tooLarge(path: string, maxBytes: number): BittingError {
  const megabytes = Math.floor(maxBytes / 1024 / 1024);
  return invalidDump(
    path,
    `is larger than ${megabytes} MB`,
    'Save one dump for each account, subscription or organisation.',
  );
}

function decode(bytes: Buffer, path: string): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  try {
    // Takes a byte order mark away by itself.
    return new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalidDump(path, `is not valid ${utf16 ?? 'UTF-8'} text`, 'Save it again as UTF-8.');
  }
}

/** Text for one line of a terminal: without control characters, of bounded length. */
export function printable(text: string): string {
  const line = text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, ' ');
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
