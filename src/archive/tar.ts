import type { Member } from './entry.ts';
import { exactly, need, pass } from './input.ts';
import type { Input } from './input.ts';
import { decodeName } from './names.ts';
import { TAR_BLOCK, isTarHeader, parseTarHeader } from './tar-header.ts';
import type { TarHeader } from './tar-header.ts';

/** Bytes of a long name or of the records before an entry; real ones have hundreds. */
const MAX_RECORDS = 1024 * 1024;
/** Links, devices, folders, pipes, volume labels: they have no contents. */
const EMPTY_TYPES = '123456V';

const BROKEN_HEADER = 'Tar archives have damaged headers; what could be told apart behind them was searched.';
const LONG_RECORDS = 'Tar archives have names or records that are too long to be read; their entries were searched.';
const SPARSE = 'Sparse files in tar archives were searched without their holes: positions in them may be too small.';

/** What headers before an entry say about it. */
interface Ahead {
  name?: string;
  size?: number;
  sparse?: boolean;
}

/**
 * Entries of a tar archive: ustar, pax, GNU and the one before them
 * (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html,
 * https://www.gnu.org/software/tar/manual/html_node/Standard.html). Reads on behind the end mark, since archives can be joined. Behind a damaged header it goes on with the next sound
 * one.
 *
 * @param report Told a sentence about what is passed over.
 * @param count Called once an entry of any kind.
 */
export async function* readTar(
  input: Input,
  report: (what: string) => void,
  count: () => void,
): AsyncGenerator<Member, void, undefined> {
  let ahead: Ahead = {};
  for (;;) {
    const header = await nextHeader(input, report);
    if (header === undefined) return;
    count();
    if (header.type === 'x' || header.type === 'L') {
      if (header.size > MAX_RECORDS) {
        report(LONG_RECORDS);
        await pass(input, padded(header.size));
      } else {
        const records = await readContents(input, header.size);
        ahead = header.type === 'L' ? { ...ahead, name: beforeZero(records) } : { ...ahead, ...paxRecords(records) };
      }
      continue;
    }
    const { name = header.name, size = header.size, sparse = header.type === 'S' } = ahead;
    ahead = {};
    if (header.type === 'S') await passSparseMap(input, header.extended);
    if (header.type === 'g' || header.type === 'K' || EMPTY_TYPES.includes(header.type)) {
      // Only the size of the header counts: what other programs take for the next header is also ours.
      await pass(input, header.type === 'g' || header.type === 'K' ? padded(header.size) : 0);
      continue;
    }
    if (sparse) report(SPARSE);
    yield { name, chunks: exactly(input, size) };
    await input.skip(padded(size) - size);
  }
}

/** The next header that is sound; undefined at the end. */
async function nextHeader(input: Input, report: (what: string) => void): Promise<TarHeader | undefined> {
  let isBroken = false;
  for (;;) {
    if (!(await input.fill(TAR_BLOCK))) {
      const isZero = input.take(input.available).every((byte) => byte === 0);
      if (!isZero) throw input.missing();
      return undefined;
    }
    const block = input.take(TAR_BLOCK);
    const header = isTarHeader(block) ? parseTarHeader(block) : undefined;
    if (header !== undefined) return header;
    if (!isBroken && block.some((byte) => byte !== 0)) {
      isBroken = true;
      report(BROKEN_HEADER);
    }
  }
}

function padded(size: number): number {
  return Math.ceil(size / TAR_BLOCK) * TAR_BLOCK;
}

async function readContents(input: Input, size: number): Promise<Uint8Array> {
  await need(input, size);
  const bytes = input.take(size).slice();
  await input.skip(padded(size) - size);
  return bytes;
}

/** Blocks of 21 map items of 24 bytes each; a flag at byte 504 says that another follows. */
async function passSparseMap(input: Input, extended: boolean): Promise<void> {
  for (let more = extended; more;) {
    await need(input, TAR_BLOCK);
    more = input.take(TAR_BLOCK)[504] === 1;
  }
}

function beforeZero(bytes: Uint8Array): string {
  const zero = bytes.indexOf(0);
  return decodeName(zero < 0 ? bytes : bytes.subarray(0, zero));
}

const SPACE = 0x20;
const EQUALS = 0x3d;

/** Records of the form `LENGTH KEY=VALUE\n`, length included. What is malformed ends them. */
function paxRecords(bytes: Uint8Array): Ahead {
  const ahead: Ahead = {};
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(SPACE, at);
    if (space < 0 || space - at > 8) break;
    const length = Number(decodeName(bytes.subarray(at, space)));
    if (!Number.isInteger(length) || length <= space - at || at + length > bytes.length) break;
    const equals = bytes.indexOf(EQUALS, space);
    if (equals < 0 || equals >= at + length) break;
    const key = decodeName(bytes.subarray(space + 1, equals));
    const value = bytes.subarray(equals + 1, at + length - 1);
    if (key === 'path' && ahead.sparse !== true) ahead.name = decodeName(value);
    else if (key === 'size') {
      const size = Number(decodeName(value));
      if (Number.isSafeInteger(size) && size >= 0) ahead.size = size;
    } else if (key.startsWith('GNU.sparse.')) {
      ahead.sparse = true;
      if (key === 'GNU.sparse.name') ahead.name = decodeName(value);
    }
    at += length;
  }
  return ahead;
}
