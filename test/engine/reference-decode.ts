import { constants, gunzipSync } from 'node:zlib';
import type { Detector } from '../../src/model/detector.ts';
import { compileDetectors } from '../../src/engine/compile.ts';
import { resolveOverlaps } from '../../src/engine/overlap.ts';
import { pairWithIds } from '../../src/engine/pairing.ts';
import { resolve } from '../../src/engine/resolve.ts';
import type { SeenMatch } from '../../src/engine/seen-match.ts';
import { referenceScanner } from './reference.ts';

/** Layers of encodings followed. */
const DEPTH = 3;
const SHORTEST = 24;

/** A stretch of text that is encoded, and what it stands for. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly decoded: Buffer;
  readonly encoding: readonly string[];
}

/**
 * What the engine must find through encodings, done the slow way: runs by regular expressions over the whole text,
 * decoded by the platform, each scanned by the reference scanner. For texts shorter than the parts that the engine
 * decodes at once.
 */
export function referenceDecodingScanner(detectors: readonly Detector[], key: Uint8Array) {
  const scan = referenceScanner(detectors, key);
  const compiled = compileDetectors(detectors).detectors;
  /** Each match seen at the path by itself, so that none competes with another yet. */
  const seenAt = (bytes: Uint8Array, path: string): SeenMatch[] =>
    scan(bytes).flatMap((match) => resolve({ inLines: [match], anchors: [], runs: [] }, path, compiled));
  const matchesIn = (bytes: Uint8Array, path: string, depth: number): SeenMatch[] => {
    const found = seenAt(bytes, path);
    if (depth < DEPTH) {
      const text = Buffer.from(bytes).toString('latin1');
      for (const run of [...alphabetRuns(text), ...percentRuns(text), ...escapeRuns(text)]) {
        found.push(...matchesInRun(run, path, depth));
      }
    }
    return pairWithIds(resolveOverlaps(found, compiled), compiled);
  };
  const matchesInRun = ({ start, end, decoded, encoding }: Run, path: string, depth: number): SeenMatch[] => {
    const found = matchesIn(decoded, path, depth + 1).map((match) => ({
      ...match,
      start,
      end,
      encoding: [...encoding, ...(match.encoding ?? [])],
    }));
    return found.filter((match, index) => found.findIndex((other) => nameOf(other) === nameOf(match)) === index);
  };
  return (bytes: Uint8Array, path: string): SeenMatch[] => matchesIn(bytes, path, 0);
}

function nameOf({ detector, fingerprint }: SeenMatch): string {
  return `${detector}:${fingerprint}`;
}

function* alphabetRuns(text: string): Generator<Run> {
  const pattern = /[A-Za-z0-9+/_-]{24,}/g;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const run = found[0].replace(/^[+/_-]+/, '');
    const end = found.index + found[0].length;
    const start = end - run.length;
    if (run.length < SHORTEST) continue;
    if (isHex(run)) {
      yield { start, end, decoded: Buffer.from(run, 'hex'), encoding: ['hex'] };
    } else if (isBase64(run)) {
      const wrapped = wrappedText(text, start, end);
      pattern.lastIndex = wrapped.end;
      yield { start, end: wrapped.end, ...fromBase64(wrapped.run) };
    }
  }
}

function isHex(run: string): boolean {
  const sample = run.slice(0, Math.min(64, run.length & ~1));
  return /^(?:[0-9a-f]{2})+$/i.test(sample) && printableShare(Buffer.from(sample, 'hex')) >= 0.8;
}

function isBase64(run: string): boolean {
  const sample = Buffer.from(run.slice(0, Math.min(64, run.length & ~3)), 'base64');
  if (run.startsWith('H4sI')) return true;
  const zeros = sample.filter((byte) => byte === 0).length / sample.length;
  return printableShare(sample) >= 0.8 || (zeros >= 0.4 && printableShare(sample) >= 0.4);
}

function printableShare(bytes: Uint8Array): number {
  return bytes.filter((byte) => (byte >= 0x20 && byte < 0x7f) || [9, 10, 13].includes(byte)).length / bytes.length;
}

/** Lines of base64 of one width, 60 to 80 characters, and a last one that is not longer. */
function wrappedText(text: string, start: number, end: number): { run: string; end: number } {
  const width = end - start;
  if (width < 60 || width > 80 || width % 4 !== 0) return { run: text.slice(start, end), end };
  let run = text.slice(start, end);
  let last = end;
  for (;;) {
    const next = /^\r?\n[ \t]*([A-Za-z0-9+/_-]+)/.exec(text.slice(last));
    if (next?.[1] === undefined || next[1].length > width) return { run, end: last };
    run += next[1];
    last += next[0].length;
    if (next[1].length < width) return { run, end: last };
  }
}

function fromBase64(run: string): { decoded: Buffer; encoding: readonly string[] } {
  const bytes = Buffer.from(run, 'base64');
  if (run.startsWith('H4sI')) {
    try {
      const options = { maxOutputLength: 2 ** 26, finishFlush: constants.Z_SYNC_FLUSH };
      return { decoded: gunzipSync(bytes, options), encoding: ['base64', 'gzip'] };
    } catch {
      return { decoded: Buffer.alloc(0), encoding: [] };
    }
  }
  const encoding = [/[-_]/.test(run) ? 'base64url' : 'base64'];
  const pairs = bytes.subarray(0, Math.min(bytes.length, 256) & ~1);
  const wide = pairs.filter((byte, index) => index % 2 === 1 && byte === 0 && pairs[index - 1] !== 0).length;
  if (pairs.length < 16 || wide < 0.4 * pairs.length) return { decoded: bytes, encoding };
  return { decoded: Buffer.from(bytes.toString('utf16le')), encoding: [...encoding, 'utf-16le'] };
}

function* percentRuns(text: string): Generator<Run> {
  for (const { index, 0: run } of text.matchAll(/[A-Za-z0-9._~+*%-]{24,}/g)) {
    if ((run.match(/%(?=[0-9a-f]{2})/gi)?.length ?? 0) < 2) continue;
    const decoded = run.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => byteOf(hex));
    yield { start: index, end: index + run.length, decoded: Buffer.from(decoded, 'latin1'), encoding: ['percent'] };
  }
}

function* escapeRuns(text: string): Generator<Run> {
  for (const { index, 0: run } of text.matchAll(/[!#-&(-_a-~\x80-\xff]{24,}/g)) {
    if ((run.match(/\\(?:u00|x)[0-7][0-9a-fA-F]/g)?.length ?? 0) < 2) continue;
    const decoded = run.replaceAll(/\\(?:u00|x)([0-7][0-9a-fA-F])/g, (_, hex: string) => byteOf(hex));
    yield { start: index, end: index + run.length, decoded: Buffer.from(decoded, 'latin1'), encoding: ['escape'] };
  }
}

function byteOf(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}
