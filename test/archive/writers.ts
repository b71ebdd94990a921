import { crc32, deflateRawSync } from 'node:zlib';

/** One entry as the zip writer puts it; what is not given is as it should be. */
export interface ZipSpec {
  readonly name: string | Buffer;
  readonly data: Uint8Array;
  readonly method?: number;
  /** Bytes as they stand in the archive; compressed from `data` by default. */
  readonly raw?: Uint8Array;
  readonly flags?: number;
  /** Sizes and checksum stand behind the entry, as in archives written to a pipe. */
  readonly descriptor?: boolean;
  /** Write sizes and offset as zip64 fields. */
  readonly zip64?: boolean;
  /** Not listed in the central directory. */
  readonly hidden?: boolean;
  readonly crc?: number;
}

export interface ZipFrame {
  readonly prefix?: Buffer;
  readonly comment?: string;
  /** Records that all point at the first entry, on top of the listed ones. */
  readonly repeatFirst?: number;
  /** Leave the central directory out. */
  readonly headless?: boolean;
}

/** A zip archive, byte for byte by APPNOTE 6.3. */
export function zip(specs: readonly ZipSpec[], frame: ZipFrame = {}): Buffer {
  const parts: Buffer[] = [frame.prefix ?? Buffer.alloc(0)];
  const records: Buffer[] = [];
  let offset = parts[0]?.length ?? 0;
  for (const spec of specs) {
    const entry = zipEntry(spec, offset);
    parts.push(entry.local);
    if (spec.hidden !== true) records.push(entry.record);
    offset += entry.local.length;
  }
  for (let index = 0; index < (frame.repeatFirst ?? 0); index++) records.push(records[0] ?? Buffer.alloc(0));
  if (frame.headless === true) return Buffer.concat(parts);
  const directory = Buffer.concat(records);
  const is64 = specs.some((spec) => spec.zip64);
  const comment = Buffer.from(frame.comment ?? '');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(is64 ? 0xffff : records.length, 8);
  end.writeUInt16LE(is64 ? 0xffff : records.length, 10);
  end.writeUInt32LE(is64 ? 0xffffffff : directory.length, 12);
  end.writeUInt32LE(is64 ? 0xffffffff : offset, 16);
  end.writeUInt16LE(comment.length, 20);
  const end64 = is64 ? zip64End(records.length, directory.length, offset) : Buffer.alloc(0);
  return Buffer.concat([...parts, directory, end64, end, comment]);
}

function zipEntry(spec: ZipSpec, offset: number): { local: Buffer; record: Buffer } {
  const name = Buffer.from(spec.name);
  const method = spec.method ?? 8;
  const raw = spec.raw ?? (method === 8 ? deflateRawSync(spec.data) : spec.data);
  const flags = (spec.flags ?? 0) | (spec.descriptor === true ? 8 : 0);
  const crc = spec.crc ?? crc32(spec.data);
  const fields = [spec.data.length, raw.length, offset];
  const extra = spec.zip64 === true ? Buffer.alloc(28) : Buffer.alloc(0);
  if (spec.zip64 === true) {
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(24, 2);
    for (const [index, value] of fields.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index);
    fields.fill(0xffffffff);
  }
  const [size = 0, packed = 0, place = 0] = fields;
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(flags, 6);
  local.writeUInt16LE(method, 8);
  if (spec.descriptor !== true) {
    local.writeUInt32LE(crc, 14);
    local.writeUInt32LE(packed, 18);
    local.writeUInt32LE(size, 22);
  }
  local.writeUInt16LE(name.length, 26);
  local.writeUInt16LE(extra.length, 28);
  const descriptor = Buffer.alloc(spec.descriptor === true ? 16 : 0);
  if (spec.descriptor === true) {
    descriptor.writeUInt32LE(0x08074b50, 0);
    descriptor.writeUInt32LE(crc, 4);
    descriptor.writeUInt32LE(raw.length, 8);
    descriptor.writeUInt32LE(spec.data.length, 12);
  }
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(flags, 8);
  record.writeUInt16LE(method, 10);
  record.writeUInt32LE(crc, 16);
  record.writeUInt32LE(packed, 20);
  record.writeUInt32LE(size, 24);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt16LE(extra.length, 30);
  record.writeUInt32LE(place, 42);
  return {
    local: Buffer.concat([local, name, extra, raw, descriptor]),
    record: Buffer.concat([record, name, extra]),
  };
}

function zip64End(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(offset + size), 64);
  end.writeUInt32LE(1, 72);
  return end;
}

export interface TarSpec {
  readonly name: string | Buffer;
  readonly data?: Uint8Array;
  readonly type?: string;
  /** Written instead of the data's length. */
  readonly size?: number;
  readonly magic?: 'ustar' | 'gnu' | 'none';
  readonly prefix?: string;
  readonly linkName?: string;
}

/** A tar archive with its two blocks of zeros at the end. */
export function tar(specs: readonly TarSpec[]): Buffer {
  return Buffer.concat([...specs.map((spec) => tarEntry(spec)), Buffer.alloc(1024)]);
}

export function tarEntry(spec: TarSpec): Buffer {
  const data = spec.data ?? Buffer.alloc(0);
  const size = spec.size ?? data.length;
  const header = Buffer.alloc(512);
  Buffer.from(spec.name).copy(header, 0, 0, 100);
  header.write('0000644\0', 100);
  if (size < 8 ** 11) header.write(size.toString(8).padStart(11, '0'), 124);
  else {
    header[124] = 0x80;
    header.writeBigUInt64BE(BigInt(size), 128);
  }
  header.write(spec.type ?? '0', 156);
  header.write(spec.linkName ?? '', 157);
  if (spec.magic !== 'none') header.write(spec.magic === 'gnu' ? 'ustar  \0' : 'ustar\x0000', 257, 'latin1');
  header.write(spec.prefix ?? '', 345);
  header.fill(0x20, 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return Buffer.concat([header, data, Buffer.alloc((512 - (data.length % 512)) % 512)]);
}

/** A pax record, whose length counts its own digits. */
export function paxRecord(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + 1;
  while (rest + String(length).length !== length) length = rest + String(length).length;
  return `${length} ${key}=${value}\n`;
}

/** An ar archive with names as they are given, at most 16 bytes. */
export function ar(members: readonly { readonly label: string; readonly data: Uint8Array }[]): Buffer {
  const parts = [Buffer.from('!<arch>\n')];
  for (const { label, data } of members) {
    const header = `${label.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'644'.padEnd(8)}`;
    parts.push(Buffer.from(`${header}${String(data.length).padEnd(10)}\`\n`), Buffer.from(data));
    if (data.length % 2 === 1) parts.push(Buffer.from('\n'));
  }
  return Buffer.concat(parts);
}
