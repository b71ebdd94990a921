import type { Match } from '../../model/segment.ts';
import { DamagedRecord } from './columns.ts';

/** What came of an object that was read through git, whole and without any problem. */
export interface LeftScan {
  /** Paths at which it was judged. */
  readonly paths: readonly string[];
  /** 1 for a blob. */
  readonly blobs: number;
  readonly bytes: number;
  readonly matches: readonly { readonly path: string; readonly match: Match }[];
}

/** Scans by row or whatever stands for it, as JSON in UTF-8: objects that git has to read are few. */
export function encodeLeftScans(scans: Iterable<readonly [number, LeftScan]>): Uint8Array {
  return Buffer.from(JSON.stringify([...scans]));
}

/** @throws DamagedRecord when they were not encoded by {@link encodeLeftScans}. */
export function decodeLeftScans(bytes: Uint8Array): readonly (readonly [number, LeftScan])[] {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  } catch (cause) {
    throw new DamagedRecord('a text that is no JSON', { cause });
  }
  if (Array.isArray(value) && value.every(isEntry)) return value;
  throw new DamagedRecord('no list of scans');
}

type Fields = Readonly<Record<string, unknown>>;

const NUMBERS = ['segment', 'start', 'end', 'line', 'column', 'endLine', 'endColumn'] as const;
const TEXTS = ['detector', 'fingerprint', 'preview'] as const;
const WORDS = { proof: ['checksum', 'structure', 'format', 'context'], confidence: ['high', 'medium', 'low'] } as const;

function isEntry(value: unknown): value is readonly [number, LeftScan] {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [row, scan]: readonly unknown[] = value;
  return (
    isCount(row) &&
    isFields(scan) &&
    isTexts(scan['paths']) &&
    isCount(scan['blobs']) &&
    isCount(scan['bytes']) &&
    Array.isArray(scan['matches']) &&
    scan['matches'].every(
      (each: unknown) => isFields(each) && typeof each['path'] === 'string' && isMatch(each['match']),
    )
  );
}

function isMatch(match: unknown): match is Match {
  return (
    isFields(match) &&
    NUMBERS.every((name) => isCount(match[name])) &&
    TEXTS.every((name) => typeof match[name] === 'string') &&
    WORDS.proof.some((word) => word === match['proof']) &&
    WORDS.confidence.some((word) => word === match['confidence']) &&
    (match['keyId'] === undefined || typeof match['keyId'] === 'string') &&
    (match['encoding'] === undefined || isTexts(match['encoding'])) &&
    isFields(match['facts']) &&
    Object.values(match['facts']).every((fact) => typeof fact === 'string')
  );
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
