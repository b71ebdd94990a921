/** A delta in git's format that copies what two texts have in common by blocks, or as a plan says. */
export type DeltaPiece = { readonly copy: number; readonly length: number } | { readonly insert: Uint8Array };

export function encodeDelta(baseLength: number, pieces: readonly DeltaPiece[]): Uint8Array {
  const length = pieces.reduce((sum, piece) => sum + ('insert' in piece ? piece.insert.length : piece.length), 0);
  const out: number[] = [...varint(baseLength), ...varint(length)];
  for (const piece of pieces) {
    if ('insert' in piece) {
      for (let at = 0; at < piece.insert.length; at += 127) {
        const part = piece.insert.subarray(at, at + 127);
        out.push(part.length, ...part);
      }
      continue;
    }
    for (let done = 0; done < piece.length; done += 0xffff) {
      const size = Math.min(0xffff, piece.length - done);
      const offset = piece.copy + done;
      const bytes = [offset, offset >>> 8, offset >>> 16, offset >>> 24, size, size >>> 8].map((each) => each & 0xff);
      const flags = bytes.reduce((sum, byte, bit) => sum | (byte === 0 ? 0 : 1 << bit), 0x80);
      out.push(flags, ...bytes.filter((byte) => byte !== 0));
    }
  }
  return Uint8Array.from(out);
}

function varint(value: number): number[] {
  const out: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) out.push((rest % 128) | 0x80);
  return [...out, rest];
}
