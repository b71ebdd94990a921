/** Runs as they are defined, with regular expressions and Node's own decoders; see assembly/runs.ts. */

const BASE64 = 0;
const HEX = 1;
const PERCENT = 2;
const ESCAPE = 3;
const SAMPLE = 64;

/** Kind, start, end and whether it goes over several lines: those of base64 and hex, of percent, of other escapes. */
export function naiveRuns(text: string): number[][] {
  return [
    ...alphabetRuns(text),
    ...escapeRuns(text, PERCENT, /[A-Za-z0-9\-._~+*%]{24,}/g, /%(?=[0-9A-Fa-f]{2})/g),
    ...escapeRuns(text, ESCAPE, /[^\0-\x20"'`\x7f]{24,}/g, /\\(?=(?:x|u00)[0-7][0-9A-Fa-f])/g),
  ];
}

function escapeRuns(text: string, kind: number, stretches: RegExp, escapes: RegExp): number[][] {
  return [...text.matchAll(stretches)]
    .filter(([stretch]) => [...stretch.matchAll(escapes)].length >= 2)
    .map(({ 0: stretch, index }) => [kind, index, index + stretch.length, 0]);
}

function alphabetRuns(text: string): number[][] {
  const runs: number[][] = [];
  const stretches = /[A-Za-z0-9+/_-]{24,}/g;
  for (let found = stretches.exec(text); found !== null; found = stretches.exec(text)) {
    const run = found[0].replace(/^[+/_-]+/, '');
    const end = found.index + found[0].length;
    const start = end - run.length;
    if (run.length < 24) continue;
    if (isHexText(run)) {
      runs.push([HEX, start, end, 0]);
    } else if (isBase64Text(run)) {
      const wrappedEnd = end + wrappedLength(text.slice(end), run.length);
      runs.push([BASE64, start, wrappedEnd, Number(wrappedEnd > end)]);
      stretches.lastIndex = wrappedEnd;
    }
  }
  return runs;
}

function isHexText(run: string): boolean {
  const sample = run.slice(0, Math.min(SAMPLE, run.length & ~1));
  return /^[0-9a-f]+$/i.test(sample) && countPrintable(Buffer.from(sample, 'hex')) >= 0.4 * sample.length;
}

function isBase64Text(run: string): boolean {
  const sample = Buffer.from(run.slice(0, Math.min(SAMPLE, run.length) & ~3), 'base64');
  const zeros = sample.filter((byte) => byte === 0).length;
  const printable = countPrintable(sample);
  const isGzip = sample[0] === 0x1f && sample[1] === 0x8b && sample[2] === 8;
  return isGzip || printable >= 0.8 * sample.length || Math.min(zeros, printable) >= 0.4 * sample.length;
}

function countPrintable(bytes: Uint8Array): number {
  return bytes.filter((byte) => (byte >= 0x20 && byte < 0x7f) || [9, 10, 13].includes(byte)).length;
}

/** Characters of the lines that go on with what was wrapped at this width. */
function wrappedLength(rest: string, width: number): number {
  if (width < 60 || width > 80 || width % 4 !== 0) return 0;
  const line = /^\r?\n[ \t]*([A-Za-z0-9+/_-]+)/.exec(rest);
  if (line === null || line[1] === undefined || line[1].length > width) return 0;
  const isLast = line[1].length < width;
  return line[0].length + (isLast ? 0 : wrappedLength(rest.slice(line[0].length), width));
}
