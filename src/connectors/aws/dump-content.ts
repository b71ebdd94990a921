import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { messageOf } from '../../model/errors.ts';
import { kindOfAnswer, labelOf } from './answers/index.ts';
import type { Answer, AnswerKind } from './answers/reader.ts';
import { isCredentialReport } from './credential-report.ts';
import { dumpError } from './dump-error.ts';
import type { ReadAwsDump } from './dump-format.ts';
import { AWS_DUMP_FORMAT, awsDumpSchema } from './dump-format.ts';
import { parseJsonDocuments } from './json-documents.ts';

/** Bytes; below the longest string that V8 can hold. */
const MAX_BYTES = 512_000_000;
const EXAMPLES = 10;

const KNOWN =
  'Give what "aws … --output json" writes, such as "aws iam get-account-authorization-details", or a dump of "bitting collect aws"; docs/collect-aws.md lists what is read';

export interface KnownAnswer {
  readonly kind: AnswerKind;
  readonly answer: Answer;
}

/** What a file turned out to be. */
export type DumpContent =
  | { readonly kind: 'credential report'; readonly csv: string }
  | { readonly kind: 'collected'; readonly dump: ReadAwsDump }
  | {
      readonly kind: 'answers';
      readonly label: string;
      readonly answers: readonly KnownAnswer[];
      /** Documents that no known command writes, such as `document 3`. */
      readonly unknown: { readonly count: number; readonly examples: readonly string[] };
    };

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
    if ('Content' in only) {
      return { kind: 'credential report', csv: decodeReport(only.Content, file) };
    }
  }
  const named = nameOf(file);
  const answers: KnownAnswer[] = [];
  const unknown = { count: 0, examples: [] as string[] };
  for (const [index, value] of documents.entries()) {
    const fields: Answer['fields'] = typeof value === 'object' && value !== null ? { ...value } : {};
    const kind = kindOfAnswer(fields);
    if (kind !== undefined) {
      const about = typeof fields['About'] === 'string' ? fields['About'] : named;
      answers.push({ kind, answer: { fields, ...(about === undefined ? {} : { about }) } });
      continue;
    }
    unknown.count++;
    if (unknown.examples.length < EXAMPLES) unknown.examples.push(`document ${index + 1}`);
  }
  if (answers.length === 0) {
    throw dumpError(file, 'is JSON, but nothing in it has the fields of an answer of AWS that is known', KNOWN);
  }
  return { kind: 'answers', label: labelOf(answers.map(({ kind }) => kind)), answers, unknown };
}

/** What a file is named after: its name without the ending, decoded, so that an ARN with slashes can stand in it. */
function nameOf(file: string): string | undefined {
  const name = basename(file).replace(/\.jsonl?$/i, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function collectedContent(value: object, file: string): DumpContent {
  const parsed = awsDumpSchema.safeParse(value);
  if (parsed.success) return { kind: 'collected', dump: parsed.data };
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
