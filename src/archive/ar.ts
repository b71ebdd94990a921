import type { Member } from './entry.ts';
import { drain, exactly, need, pass } from './input.ts';
import type { Input } from './input.ts';
import { decodeName } from './names.ts';
import { DAMAGED, Damage } from './stop.ts';

const HEADER_BYTES = 60;
const MAX_NAMES = 1024 * 1024;

/**
 * Members of an ar archive: Debian packages, static libraries
 * (https://man.freebsd.org/cgi/man.cgi?query=ar&sektion=5). Long names as GNU and as BSD write them.
 */
export async function* readAr(input: Input, count: () => void): AsyncGenerator<Member, void, undefined> {
  await pass(input, 8);
  let names: Uint8Array = new Uint8Array(0);
  while (await input.fill(1)) {
    await need(input, HEADER_BYTES);
    const header = Buffer.from(input.take(HEADER_BYTES)).toString('latin1');
    const digits = /^(\d+) *$/.exec(header.slice(48, 58))?.[1];
    if (digits === undefined || header.slice(58) !== '`\n') throw new Damage(DAMAGED);
    count();
    const size = Number(digits);
    const label = header.slice(0, 16).trimEnd();
    let left = size;
    if (label === '//' && size <= MAX_NAMES) {
      await need(input, size);
      names = input.take(size).slice();
      left = 0;
    }
    const bsd = Number(/^#1\/(\d+)$/.exec(label)?.[1] ?? 0);
    const gnu = /^\/(\d+)$/.exec(label)?.[1];
    let name = label.replace(/\/$/, '');
    if (bsd > 0) {
      if (bsd > Math.min(size, MAX_NAMES)) throw new Damage(DAMAGED);
      await need(input, bsd);
      name = decodeName(input.take(bsd)).replace(/\0+$/, '');
      left -= bsd;
    } else if (gnu !== undefined) {
      name = nameAt(names, Number(gnu));
    }
    const chunks = exactly(input, left);
    if (label === '/' || label === '//' || label === '/SYM64/') await drain(chunks);
    else yield { name, chunks };
    if (size % 2 === 1 && (await input.fill(1))) input.at++;
  }
}

/** GNU's table of long names: each ends with a slash and a line feed. */
function nameAt(names: Uint8Array, at: number): string {
  const end = names.indexOf(0x0a, at);
  return decodeName(names.subarray(at, end < 0 ? names.length : end)).replace(/\/$/, '');
}
