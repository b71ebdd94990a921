import type { Detector } from '../model/detector.ts';
import type { Proof } from '../model/credential.ts';

/** Shortest value whose last characters may be shown. */
const LONG = 32;
const SHOWN = 4;
const ELLIPSIS = '…';

/**
 * What may be shown of a value: the format's public prefix, and the last four characters of a long value that has a
 * format of its own. Of anything else, only its length.
 */
export function preview(value: string, detector: Detector, proof: Proof): string {
  // Bytes of a binary file: nobody can read them.
  if (value.includes('\0')) return `${ELLIPSIS} (${value.length} bytes)`;
  if (detector.identifier === true || detector.reference !== undefined) return printable(value).slice(0, 200);
  const prefix = publicPrefix(value, detector);
  const length = `(${value.length} characters)`;
  if (/\s/.test(value)) return `${prefix}${ELLIPSIS} ${length}`;
  if (value.length >= LONG && proof !== 'context') return prefix + ELLIPSIS + printable(value.slice(-SHOWN));
  return `${prefix}${ELLIPSIS} ${length}`;
}

/** Never more than a third of the value: an anchor may be as long as the secret part behind it. */
function publicPrefix(value: string, { publicPrefix: declared, match }: Detector): string {
  const anchors = match.proof === 'format' ? match.anchors : [];
  const known = declared === undefined ? anchors : [declared];
  const fitting = known.filter((text) => value.startsWith(text) && text.length * 3 <= value.length);
  return fitting.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}

function printable(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/g, '?');
}
