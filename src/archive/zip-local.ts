import type { ArchiveBudget } from './budget.ts';
import type { Member } from './entry.ts';
import { Input, drain, exactly, need } from './input.ts';
import { inflate, Inflater } from './inflate.ts';
import { decodeName } from './names.ts';
import { Damage, ENCRYPTED, METHOD } from './stop.ts';
import { DEFLATED, DEFLATED_64, FLAG_DESCRIPTOR, STORED, decodeEntry, isEncrypted } from './zip-method.ts';
import { CENTRAL, DESCRIPTOR, LOCAL, LOCAL_BYTES, viewOf, withExtra } from './zip-records.ts';

const P = 0x50;

/**
 * Entries of a zip archive by the headers before them, for archives that cannot be read from their end: pipes, large
 * ones within others, truncated ones. What stands between entries is passed over.
 */
export async function* readLocalEntries(input: Input, budget: ArchiveBudget): AsyncGenerator<Member, void, undefined> {
  while (await findEntry(input)) {
    await need(input, LOCAL_BYTES);
    const view = viewOf(input.take(LOCAL_BYTES));
    const flags = view.getUint16(6, true);
    const method = view.getUint16(8, true);
    const sizes = [view.getUint32(22, true), view.getUint32(18, true)];
    const nameLength = view.getUint16(26, true);
    const extraLength = view.getUint16(28, true);
    await need(input, nameLength + extraLength);
    const name = zipName(input.take(nameLength));
    const [size = 0, packed = 0] = withExtra(sizes, input.take(extraLength));
    budget.countEntry();
    const isUnsized = (flags & FLAG_DESCRIPTOR) !== 0 && packed === 0;
    if (name.endsWith('/') && size === 0 && packed === 0 && !isUnsized) continue;
    if (isUnsized) {
      const chunks = budget.charge(readUnsized(input, flags, method), input);
      yield { name, chunks };
    } else {
      const raw = new Input(exactly(input, packed));
      yield { name, chunks: budget.charge(decodeEntry({ flags, method }, raw), raw) };
      await drain(raw.rest());
    }
  }
}

/** Names as in archives made on Windows too, where some programs write backslashes. */
export function zipName(bytes: Uint8Array): string {
  return decodeName(bytes).replaceAll('\\', '/');
}

/** Stands at the next entry's header; false at the central directory and at the end. */
async function findEntry(input: Input): Promise<boolean> {
  while (await input.fill(4)) {
    const at = input.bytes.subarray(0, input.end).indexOf(P, input.at);
    // Three bytes may be the beginning of a signature that goes on in the next chunk.
    if (at < 0 || at > input.end - 4) {
      input.at = at < 0 ? input.end : at;
      if (!(await input.fill(4))) return false;
      if (at < 0) continue;
    } else input.at = at;
    const signature = viewOf(input.bytes).getUint32(input.at, true);
    if (signature === LOCAL) return true;
    if (signature === CENTRAL) return false;
    input.at++;
  }
  return false;
}

/** An entry whose size stands behind it. */
async function* readUnsized(input: Input, flags: number, method: number): AsyncGenerator<Uint8Array, void, undefined> {
  if (isEncrypted(flags)) throw new Damage(ENCRYPTED);
  if (method === DEFLATED) yield* inflate(input);
  else if (method === DEFLATED_64) yield* inflate(input, new Inflater('deflate64'));
  else if (method === STORED) yield* readToDescriptor(input);
  else throw new Damage(METHOD);
}

/** Up to a data descriptor (4.3.9) that states as many bytes as have come. */
async function* readToDescriptor(input: Input): AsyncGenerator<Uint8Array, void, undefined> {
  for (let size = 0; await input.fill(16);) {
    const at = input.bytes.subarray(0, input.end - 15).indexOf(P, input.at);
    const end = at < 0 ? input.end - 15 : at;
    size += end - input.at;
    if (end > input.at) yield input.take(end - input.at);
    if (at < 0) continue;
    const view = viewOf(input.bytes);
    const isDescriptor = view.getUint32(at, true) === DESCRIPTOR;
    if (isDescriptor && view.getUint32(at + 8, true) === size % 2 ** 32) return;
    size++;
    yield input.take(1);
  }
  yield* input.rest();
  throw input.missing();
}
