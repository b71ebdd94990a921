import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { TextLines } from './text-lines.ts';

/**
 * Why a line of a clean repository is a finding or none. `true`: what stands there opens something or once did, also
 * where it was made for tests. docs/accuracy.md tells the rule.
 */
export const REASONS = {
  /** A private key, whole; a store of keys. */
  key: true,
  /** Signed or given out by a service. */
  token: true,
  /** A secret by chance: a signing key, a password, a token. */
  drawn: true,
  /** A word, a name or a row of keys as a password. */
  word: false,
  placeholder: false,
  /** Shown by documentation. */
  sample: false,
  /** A public key, a certificate. */
  public: false,
  hash: false,
  salt: false,
  /** Used once, or for one form of one session. */
  nonce: false,
  identifier: false,
  version: false,
  code: false,
  /** Cut off, or not of the form that it would have to have. */
  broken: false,
} as const;

export type Reason = keyof typeof REASONS;

/** What was said of a line, by the name of {@link placeName}. */
export type Judgements = ReadonlyMap<string, Reason>;

const LINE = /^([0-9a-f]{16}) (\w+)$/;

/**
 * Reads a file of judgements, one a line: the name of a place and a reason. Lines that begin with `#` say nothing.
 *
 * @throws Error when a line is none.
 */
export function readJudgements(file: string): Judgements {
  const lines = readFileSync(file, 'utf8').split('\n');
  return new Map(
    lines.flatMap((line, index): (readonly [string, Reason])[] => {
      if (line === '' || line.startsWith('#')) return [];
      const [, name = '', reason = ''] = LINE.exec(line) ?? [];
      if (!isReason(reason)) throw new Error(`${file}:${index + 1} is no judgement`);
      return [[name, reason]];
    }),
  );
}

export function isReason(word: string): word is Reason {
  return Object.hasOwn(REASONS, word);
}

/** What a line of a folder is called: it says nothing of the place, and is another when the line changes. */
export function placeName(folder: string, file: string, line: number, text: string): string {
  return hash('sha256', [basename(folder), file, line, text].join('\0')).slice(0, 16);
}

/** What was said of the lines of a folder; undefined for those that nobody judged. */
export function judgeOf(folder: string, judgements: Judgements): (file: string, line: number) => Reason | undefined {
  const texts = new Map<string, TextLines>();
  return (file, line) => judgements.get(placeName(folder, file, line, lineOf(folder, file, line, texts)));
}

/** The text of a line; empty where it cannot be read, as in archives. */
export function lineOf(folder: string, file: string, line: number, texts: Map<string, TextLines>): string {
  const lines = texts.get(file) ?? readLines(join(folder, file));
  texts.set(file, lines);
  return lines.text.slice(...lines.bounds(line, line));
}

function readLines(path: string): TextLines {
  try {
    return new TextLines(readFileSync(path, 'latin1'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code)))
      return new TextLines('');
    throw error;
  }
}
