import { dumpError, positionOf } from './dump-error.ts';
import { endOfString, jsonFault } from './json-fault.ts';

/** Deeper nesting than any IAM document has. */
const MAX_DEPTH = 100;
/** A dump of one account has a few hundred pages at most. */
const MAX_DOCUMENTS = 100_000;

const AGAIN = 'Export it again and give the whole file';

/**
 * Values of the JSON documents that stand one after the other in a text, such as the pages that
 * `aws … --no-paginate` appends to a file. Usually one.
 *
 * @throws BittingError BITTING_E_DUMP_INVALID, naming line and column, never quoting the text.
 */
export function parseJsonDocuments(text: string, file: string): readonly unknown[] {
  const documents: unknown[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    if (documents.length === MAX_DOCUMENTS) {
      throw dumpError(file, `holds more than ${MAX_DOCUMENTS} JSON documents`, 'Give the export of one account');
    }
    const end = endOfDocument(text, at, file);
    try {
      documents.push(JSON.parse(text.slice(at, end)));
    } catch {
      throw dumpError(file, `is not valid JSON at ${positionOf(text, jsonFault(text, at))}`, AGAIN);
    }
    at = skipSpace(text, end);
  }
  return documents;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++;
  return at;
}

/** End of the object or list that begins at `start`: brackets are counted outside of strings, nothing else is judged. */
function endOfDocument(text: string, start: number, file: string): number {
  const first = text.charAt(start);
  if (first !== '{' && first !== '[') {
    throw dumpError(file, `is not an AWS dump: ${positionOf(text, start)} begins neither an object nor a list`, AGAIN);
  }
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      at = endOfString(text, at);
    } else if (code === 0x7b || code === 0x5b) {
      if (++depth > MAX_DEPTH) {
        throw dumpError(file, `is nested deeper than ${MAX_DEPTH} levels at ${positionOf(text, at)}`, AGAIN);
      }
    } else if (code === 0x7d || code === 0x5d) {
      if (--depth === 0) return at + 1;
    }
  }
  throw dumpError(file, `ends in the middle of its JSON at ${positionOf(text, text.length)}`, AGAIN);
}
