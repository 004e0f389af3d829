import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a zip that may lie about itself. */
export interface Packed {
  name: string;
  content: string | Uint8Array;
  /** As it stands in the list of contents, where that differs from the truth. */
  says?: { unpacked?: number; packed?: number; crc?: number; flags?: number; method?: number; localName?: string };
  stored?: boolean;
  /** Sizes stand behind the content, as programs write that do not know them before. */
  descriptor?: boolean;
  /** Sizes stand in the extra field for files over 4 GB. */
  zip64?: boolean;
}

/** A zip, byte by byte, so that every part of it can be wrong. */
export function makeZip(files: readonly Packed[], { tail = '' }: { tail?: string } = {}): Uint8Array {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const { local, central } = entry(file, at);
    parts.push(local);
    list.push(central);
    at += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, directory, end, Buffer.from(tail)]));
}

function entry({ name, content, says = {}, stored, descriptor, zip64 }: Packed, at: number) {
  const plain = Buffer.from(content as string);
  const packed = stored ? plain : deflateRawSync(plain);
  const told = {
    unpacked: plain.length,
    packed: packed.length,
    crc: crc32(plain),
    flags: 0x800,
    method: stored ? 0 : 8,
    ...says,
  };
  const flags = told.flags | (descriptor ? 8 : 0);
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(told.crc >>> 0, 0);
  sizes.writeUInt32LE(zip64 ? 0xffffffff : told.packed, 4);
  sizes.writeUInt32LE(zip64 ? 0xffffffff : told.unpacked, 8);
  const head = Buffer.alloc(10);
  head.writeUInt16LE(zip64 ? 45 : 20, 0);
  head.writeUInt16LE(flags, 2);
  head.writeUInt16LE(told.method, 4);
  const extra = zip64 ? zip64Extra(told) : Buffer.alloc(0);
  const named = (text: string) => Buffer.from(text, 'utf8');
  const lengths = (text: string) => {
    const buffer = Buffer.alloc(4);
    buffer.writeUInt16LE(named(text).length, 0);
    buffer.writeUInt16LE(extra.length, 2);
    return buffer;
  };
  const localName = says.localName ?? name;
  const behind = descriptor ? Buffer.concat([Buffer.from('PK\x07\x08'), sizes]) : Buffer.alloc(0);
  const local = Buffer.concat([
    Buffer.from('PK\x03\x04'),
    head,
    descriptor ? Buffer.alloc(12) : sizes,
    lengths(localName),
    named(localName),
    extra,
    packed,
    behind,
  ]);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(at, 10);
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00'),
    head,
    sizes,
    lengths(name),
    place,
    named(name),
    extra,
  ]);
  return { local, central };
}

function zip64Extra({ unpacked, packed }: { unpacked: number; packed: number }): Buffer {
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeBigUInt64LE(BigInt(unpacked), 4);
  extra.writeBigUInt64LE(BigInt(packed), 12);
  return extra;
}
