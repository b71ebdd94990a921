import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { messageOf } from '../../model/errors.ts';
import { isAccessKeyList } from './access-key-list.ts';
import type { AuthorizationDetails } from './authorization-details.ts';
import { isAuthorizationDetails, readPages } from './authorization-details.ts';
import { isCredentialReport } from './credential-report.ts';
import { dumpError } from './dump-error.ts';
import type { ReadAwsDump } from './dump-format.ts';
import { AWS_DUMP_FORMAT, awsDumpSchema } from './dump-format.ts';
import { parseJsonDocuments } from './json-documents.ts';

/** Bytes; below the longest string that V8 can hold. */
const MAX_BYTES = 512_000_000;

const KNOWN =
  'Give the output of "aws iam get-account-authorization-details", of "aws iam get-credential-report", of "aws iam list-access-keys" or of "bitting collect aws"';

/** What a file turned out to be. */
export type DumpContent =
  | { readonly kind: 'authorization details'; readonly details: AuthorizationDetails }
  | { readonly kind: 'credential report'; readonly csv: string }
  /** Answers of `aws iam list-access-keys`, one a user. */
  | { readonly kind: 'access keys'; readonly pages: readonly unknown[] }
  | { readonly kind: 'collected'; readonly dump: ReadAwsDump; readonly details: AuthorizationDetails };

/**
 * Reads a file and says what it is.
 *
 * @throws BittingError BITTING_E_DUMP_INVALID when it is none of the known exports, too long, or cannot be opened.
 */
export async function readDumpFile(file: string): Promise<{ readonly content: DumpContent; readonly digest: string }> {
  const bytes = await readBounded(file);
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { content: recognise(decode(bytes, file), file), digest };
}

/** Reads at most {@link MAX_BYTES}, also from a pipe. */
async function readBounded(file: string): Promise<Buffer> {
  const tooLong = () => dumpError(file, `is longer than ${MAX_BYTES / 1_000_000} MB`, 'Export the account in parts');
  try {
    await using handle = await open(file, 'r');
    const stat = await handle.stat();
    if (stat.isDirectory()) throw dumpError(file, 'is a folder', KNOWN);
    if (stat.size > MAX_BYTES) throw tooLong();
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of handle.createReadStream({ autoClose: false, end: MAX_BYTES })) {
      if (!Buffer.isBuffer(chunk)) continue;
      length += chunk.length;
      if (length > MAX_BYTES) throw tooLong();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('E')) {
      throw dumpError(file, `cannot be read (${messageOf(error)})`, 'Check the path and its permissions');
    }
    throw error;
  }
}

/** UTF-8 or UTF-16 with a byte order mark (PowerShell's `>` writes the latter). */
function decode(bytes: Buffer, file: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw dumpError(file, 'is not text in UTF-8', KNOWN);
  }
}

function recognise(text: string, file: string): DumpContent {
  if (text.trim() === '') throw dumpError(file, 'is empty', KNOWN);
  if (isCredentialReport(text)) return { kind: 'credential report', csv: text };
  const first = text.trimStart().charAt(0);
  if (first !== '{' && first !== '[') {
    throw dumpError(file, 'is neither JSON nor a credential report: line 1 does not begin with "user,arn"', KNOWN);
  }
  const documents = parseJsonDocuments(text, file).flatMap((value) => (Array.isArray(value) ? value : [value]));
  const [only] = documents;
  if (documents.length === 1 && typeof only === 'object' && only !== null) {
    if ('format' in only) return collectedContent(only, file);
    if ('Content' in only) return { kind: 'credential report', csv: decodeReport(only.Content, file) };
  }
  if (documents.length > 0 && documents.every(isAccessKeyList)) return { kind: 'access keys', pages: documents };
  const stranger = documents.findIndex((value) => !isAuthorizationDetails(value));
  if (documents.length === 0 || stranger !== -1) {
    const which = documents.length > 1 ? `document ${stranger + 1} of the file` : 'the file';
    throw dumpError(
      file,
      `is JSON, but ${which} has none of UserDetailList, GroupDetailList, RoleDetailList, Policies`,
      KNOWN,
    );
  }
  return { kind: 'authorization details', details: detailsOf(documents, file) };
}

function collectedContent(value: object, file: string): DumpContent {
  const parsed = awsDumpSchema.safeParse(value);
  if (parsed.success) {
    const dump = parsed.data;
    return { kind: 'collected', dump, details: detailsOf([dump.authorizationDetails], file) };
  }
  const where = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  const what = where === 'format' ? `is of another format than ${AWS_DUMP_FORMAT}` : `is damaged at ${where}`;
  throw dumpError(file, what, 'Run "bitting collect aws" of this version again');
}

/** GetCredentialReport gives the CSV in base64. */
function decodeReport(content: unknown, file: string): string {
  const text = typeof content === 'string' ? Buffer.from(content, 'base64').toString('utf8') : '';
  if (!isCredentialReport(text)) {
    throw dumpError(file, 'has a field "Content" that is no credential report in base64', KNOWN);
  }
  return text;
}

function detailsOf(pages: readonly unknown[], file: string): AuthorizationDetails {
  const details = readPages(pages);
  if (!('badPage' in details)) return details;
  throw dumpError(file, `has a list in page ${details.badPage} that is no list`, KNOWN);
}
