import { crc32, inflateRawSync } from 'node:zlib';
import { damaged, many, megabytes, Refused } from './refused.js';

/**
 * @typedef {import('../limits.ts').ImportLimits} ImportLimits
 * @typedef {{ name: string, method: number, crc: number, packed: number, unpacked: number, at: number }} Entry
 */

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const IN_ZIP64 = 0xffffffff;
/** Only what unpacks to more than this can do harm by its ratio. */
const HARMLESS = 1024 * 1024;
const CUT = 'its end is missing, so it was not sent or copied whole';

/**
 * What a zip says that it holds, checked before anything of it is unpacked.
 * @param {Buffer} bytes
 * @param {ImportLimits} limits
 * @returns {Entry[]}
 */
export function zipEntries(bytes, limits) {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  if (count === 0xffff || start === IN_ZIP64)
    throw new Refused(
      'The file is packed in the form for files over 4 GB. Save it again with your spreadsheet program.',
    );
  if (count > limits.entries)
    throw new Refused(`The file has ${many(count)} files packed inside it. The limit is ${limits.entries}.`);
  /** @type {Entry[]} */
  const entries = [];
  let at = start;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY) throw damaged('its list of contents is broken');
    entries.push(readEntry(bytes, at));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (at !== start + bytes.readUInt32LE(end + 12) || at > end) throw damaged('its list of contents is broken');
  checkSizes(entries, limits);
  checkNames(entries);
  return entries.filter(({ name }) => !name.endsWith('/'));
}

/** @param {Buffer} bytes */
function endOf(bytes) {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= lowest; at -= 1)
    if (bytes.readUInt32LE(at) === END) return checkedEnd(bytes, at);
  throw damaged(CUT);
}

/** @param {Buffer} bytes @param {number} at */
function checkedEnd(bytes, at) {
  if (bytes.readUInt16LE(at + 4) !== 0) throw damaged('it is one part of several');
  if (bytes.readUInt16LE(at + 8) !== bytes.readUInt16LE(at + 10)) throw damaged('its list of contents is broken');
  return at;
}

/** @param {Buffer} bytes @param {number} at @returns {Entry} */
function readEntry(bytes, at) {
  const flags = bytes.readUInt16LE(at + 8);
  if (flags & 0x2041)
    throw new Refused('The file is protected by a password. Take the password off, and send it again.');
  const length = bytes.readUInt16LE(at + 28);
  const sizes = { packed: bytes.readUInt32LE(at + 20), unpacked: bytes.readUInt32LE(at + 24) };
  const place = bytes.readUInt32LE(at + 42);
  if (sizes.packed === IN_ZIP64 || sizes.unpacked === IN_ZIP64 || place === IN_ZIP64)
    throw new Refused(
      'The file is packed in the form for files over 4 GB. Save it again with your spreadsheet program.',
    );
  const name = bytes.toString('utf8', at + 46, at + 46 + length);
  return { name, method: bytes.readUInt16LE(at + 10), crc: bytes.readUInt32LE(at + 16), at: place, ...sizes };
}

/** @param {Entry[]} entries @param {ImportLimits} limits */
function checkSizes(entries, limits) {
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > limits.unpackedBytes)
    throw new Refused(
      `The file unpacks to ${megabytes(total)}. The limit is ${megabytes(limits.unpackedBytes)}. Take out pictures, or split it.`,
    );
  for (const { name, packed, unpacked } of entries)
    if (unpacked > HARMLESS && unpacked > limits.ratio * packed)
      throw new Refused(
        `“${name}” inside the file unpacks to ${many(Math.round(unpacked / Math.max(packed, 1)))} times its size. The limit is ${limits.ratio} times.`,
      );
}

/** @param {Entry[]} entries */
function checkNames(entries) {
  const seen = new Set();
  for (const { name } of entries) {
    if (name === '' || name.startsWith('/') || /\\|^[A-Za-z]:|(^|\/)\.\.?(\/|$)|\p{Cc}/u.test(name))
      throw new Refused(
        `The file holds “${name.replace(/\p{Cc}/gu, '?')}”, a name that leads out of it. It was not made by a spreadsheet program.`,
      );
    const same = name.toLowerCase();
    if (seen.has(same)) throw new Refused(`The file holds “${name}” twice. It was not made by a spreadsheet program.`);
    seen.add(same);
  }
}

/**
 * The bytes of one entry, which are as many as it said and no more.
 * @param {Buffer} bytes
 * @param {Entry} entry
 * @returns {Buffer}
 */
export function unpack(bytes, { name, method, crc, packed, unpacked, at }) {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL)
    throw damaged(`“${name}” inside it is not where it should be`);
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (start + packed > bytes.length) throw damaged(CUT);
  if (bytes.toString('utf8', at + 30, at + 30 + bytes.readUInt16LE(at + 26)) !== name)
    throw damaged(`“${name}” inside it has two names`);
  const content = inflated(bytes.subarray(start, start + packed), { name, method, unpacked });
  if (content.length !== unpacked || crc32(content) !== crc)
    throw damaged(`“${name}” inside it is not what it is said to be`);
  return content;
}

/** @param {Buffer} content @param {{ name: string, method: number, unpacked: number }} entry @returns {Buffer} */
function inflated(content, { name, method, unpacked }) {
  if (method === 0) return content;
  if (method !== 8)
    throw new Refused(
      `“${name}” inside the file is packed in an unusual way. Save it again with your spreadsheet program.`,
    );
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(unpacked, 1), chunkSize: Math.max(unpacked, 64) });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ERR_BUFFER_TOO_LARGE')
      throw new Refused(
        `“${name}” inside the file unpacks to more than it says. It was not made by a spreadsheet program.`,
      );
    throw damaged(`“${name}” inside it cannot be unpacked`);
  }
}
