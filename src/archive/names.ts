/**
 * Stands between an archive and what is in it: `outer.zip!/inner/path.txt`, as in `jar:` URLs
 * (https://docs.oracle.com/javase/8/docs/api/java/net/JarURLConnection.html).
 */
export const SEPARATOR = '!/';

const ELLIPSIS = '…';

/** Controls (C0, DEL, C1), and characters that change the direction of text: Unicode UAX #9, and line separators. */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|%(?=[0-9a-fA-F]{2})|!(?=\/)/gu;

/**
 * The path of an entry in an archive.
 *
 * The entry's name is data of whoever made the archive, so it is made harmless to show and to join: empty parts and
 * `.` are dropped, which makes absolute names relative; `..`, control and direction characters, `!` before `/`, and a
 * `%` that would be read as an escape are percent-encoded. What is longer than `maxLength` UTF-16 units loses its
 * middle.
 */
export function entryPath(container: string, name: string, maxLength: number): string {
  return shorten(`${container}${SEPARATOR}${cleanName(shorten(name, maxLength))}`, maxLength);
}

function cleanName(name: string): string {
  const parts = name
    .toWellFormed()
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  const encoded = parts.join('/').replaceAll(UNSAFE, percentEncode).split('/');
  return encoded.map((part) => (part === '..' ? '%2E%2E' : part)).join('/');
}

function percentEncode(char: string): string {
  return [...Buffer.from(char, 'utf8')].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

/** The end of a path says most about a file and its beginning where it is: both are kept. */
function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const half = Math.max(0, Math.floor((maxLength - ELLIPSIS.length) / 2));
  // Halves of a surrogate pair become replacement characters.
  return `${text.slice(0, half)}${ELLIPSIS}${text.slice(text.length - half)}`.toWellFormed();
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A name as text: UTF-8 where it is, otherwise one character a byte. */
export function decodeName(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  }
}

const SINGLE: ReadonlyMap<string, string> = new Map([
  ['gz', ''],
  ['bz2', ''],
  ['xz', ''],
  ['zst', ''],
  ['tgz', '.tar'],
  ['tbz2', '.tar'],
  ['tbz', '.tar'],
  ['txz', '.tar'],
  ['tzst', '.tar'],
]);

/** What a compressed file is called once it is not: `app.log` of `logs/app.log.gz`. */
export function contentName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const suffix = dot <= 0 ? undefined : SINGLE.get(name.slice(dot + 1).toLowerCase());
  return suffix === undefined ? `${name}.content` : name.slice(0, dot) + suffix;
}
