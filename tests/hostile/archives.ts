import { expect } from 'vitest';
import { cellsOf, type HostileFile, read, refused } from './case.ts';
import { makeOds, makeXlsx, odsRow, odsText, table } from './make-office.ts';
import { makeZip, type Packed } from './make-zip.ts';

const MB = 1024 * 1024;
const LIES = /^The file is damaged: .*send that\.$/s;
const CSV: Packed = { name: 'themes.csv', content: 'code,name\nDAT,Data\n' };
const SHEET = 'xl/worksheets/sheet1.xml';
const lying = (name: string, says: Packed['says']) => (files: Packed[]) =>
  files.map((file) => (file.name === name ? { ...file, says } : file));
const read1 = (file: { sheets: { rows: unknown[] }[] }) => expect(file.sheets[0]?.rows).toHaveLength(1);

/** Files whose packing is wrong, whatever they hold. */
export function archives(): HostileFile[] {
  return [...bombs(), ...names(), ...broken(), ...sound()];
}

function bombs(): HostileFile[] {
  const zeros = (megabytes: number) => Buffer.alloc(megabytes * MB, ' ');
  const bomb = makeOds({ more: [{ name: 'Pictures/1.png', content: zeros(31) }] });
  const many = (count: number, size: number) =>
    Array.from({ length: count }, (_, i) => ({ name: `Pictures/${i}.bin`, content: Buffer.alloc(size) }));
  const understated = { says: { unpacked: 1000 } };
  return [
    refused(
      'flat.ods',
      'unpacks to 60 MB, and says so',
      makeOds({ more: [{ name: 'x.xml', content: zeros(60) }] }),
      /unpacks to 61 MB\. The limit is 32 MB/,
    ),
    refused(
      'ratio.ods',
      'one file inside unpacks to 1,000 times its size',
      bomb,
      /times its size\. The limit is 300 times/,
    ),
    refused(
      'lying-small.ods',
      'says 1,000 bytes and unpacks to 30 MB',
      makeOds({ more: [{ name: 'x.xml', content: zeros(30), ...understated }] }),
      /unpacks to more than it says/,
    ),
    refused(
      'lying-content.ods',
      'the content itself unpacks to more than it says',
      makeOds({
        tables: table('S', odsRow(odsText('a'.repeat(5000)))),
        change: lying('content.xml', { unpacked: 900 }),
      }),
      /unpacks to more than it says/,
    ),
    refused(
      'lying-sheet.xlsx',
      'a sheet unpacks to more than it says',
      makeXlsx({ change: lying(SHEET, { unpacked: 20 }) }),
      /unpacks to more than it says/,
    ),
    refused(
      'lying-large.xlsx',
      'a sheet says that it unpacks to 4 GB',
      makeXlsx({ change: lying(SHEET, { unpacked: 0xfffffff0 }) }),
      /unpacks to 4,097 MB\. The limit is 32 MB/,
    ),
    refused(
      'lying-larger.xlsx',
      'a sheet unpacks to less than it says',
      makeXlsx({ change: lying(SHEET, { unpacked: 90_000 }) }),
      LIES,
    ),
    refused(
      'entries.zip',
      '501 files',
      makeZip([CSV, ...many(500, 1)]),
      /has 501 files packed inside it\. The limit is 500/,
    ),
    refused(
      'entries.ods',
      '60,000 empty files',
      makeOds({ more: many(60_000, 0) }),
      /packed inside it\. The limit is 500/,
    ),
    refused('spread.ods', '400 files of 1 MB each', makeOds({ more: many(40, MB) }), /unpacks to 41 MB/),
    refused(
      'quine.zip',
      'a zip in a zip in a zip',
      makeZip([{ name: 'a.zip', content: makeZip([{ name: 'b.zip', content: makeZip([CSV]) }]) }]),
      /holds another packed file or workbook, “a\.zip”/,
    ),
    refused(
      'hidden-zip.zip',
      'a zip inside under the name of a table',
      makeZip([CSV, { name: 'more.csv', content: makeZip([CSV]) }]),
      /holds another packed file, “more\.csv”/,
    ),
    refused(
      'workbook.zip',
      'a workbook in a zip',
      makeZip([CSV, { name: 'strategy.xlsx', content: makeXlsx() }]),
      /“strategy\.xlsx”\. Send that one by itself/,
    ),
  ];
}

function names(): HostileFile[] {
  const named = (name: string) => makeZip([CSV, { name, content: 'code\nX\n' }]);
  const leads = /a name that leads out of it/;
  return [
    refused('up.zip', 'a path with ..', named('../../etc/themes.csv'), leads),
    refused('inner-up.zip', 'a path with .. in its middle', named('a/../../themes.csv'), leads),
    refused('absolute.zip', 'an absolute path', named('/etc/passwd'), leads),
    refused('drive.zip', 'a path with a drive', named('C:/themes.csv'), leads),
    refused('backslash.zip', 'backslashes', named('..\\themes.csv'), leads),
    refused('nul-name.zip', 'a NUL byte in a name', named('themes.csv\0.png'), leads),
    refused('up.ods', '.. inside a spreadsheet', makeOds({ more: [{ name: '../x.xml', content: '<a/>' }] }), leads),
    refused(
      'twice.zip',
      'one name twice',
      makeZip([CSV, { ...CSV, content: 'code\nother\n' }]),
      /holds “themes\.csv” twice/,
    ),
    refused(
      'twice.ods',
      'two contents, of which programs read either',
      makeOds({ more: [{ name: 'Content.xml', content: '<a/>' }] }),
      /holds “Content\.xml” twice/,
    ),
    refused(
      'two-names.ods',
      'the list names a file otherwise than it names itself',
      makeOds({ change: lying('content.xml', { localName: 'contents.xm' }) }),
      /has two names/,
    ),
    refused(
      'deep.zip',
      'tables in two folders',
      makeZip([
        { ...CSV, name: 'a/themes.csv' },
        { ...CSV, name: 'b/sources.csv' },
      ]),
      /stand in different folders/,
    ),
  ];
}

function broken(): HostileFile[] {
  const whole = makeXlsx();
  const cut = (share: number) => whole.slice(0, Math.floor(whole.length * share));
  const flipped = makeOds();
  flipped[flipped.indexOf(0x50, 200) + 60] = (flipped[flipped.indexOf(0x50, 200) + 60] ?? 0) ^ 0xff;
  const missingEnd = /its end is missing/;
  const password = /protected by a password/;
  return [
    refused('cut-10.xlsx', 'the first tenth', cut(0.1), missingEnd),
    refused('cut-50.xlsx', 'the first half', cut(0.5), missingEnd),
    refused('cut-90.xlsx', 'all but the last tenth', cut(0.9), missingEnd),
    refused('cut-last.xlsx', 'all but the last byte', whole.slice(0, -1), missingEnd),
    refused(
      'cut-front.xlsx',
      'without its beginning',
      whole.slice(40).fill(0x50, 0, 1).fill(0x4b, 1, 2),
      /The file is damaged/,
    ),
    refused('four-bytes.xlsx', 'the mark of a zip and nothing else', 'PK\x03\x04', missingEnd),
    refused('no-entries.zip', 'a zip with nothing in it', makeZip([]), /without any \.csv file/),
    refused(
      'checksum.ods',
      'content that is not what its checksum says',
      makeOds({ change: lying('content.xml', { crc: 1 }) }),
      /not what it is said to be/,
    ),
    refused(
      'method.ods',
      'an unusual way of packing',
      makeOds({ change: lying('content.xml', { method: 12 }) }),
      /packed in an unusual way/,
    ),
    refused(
      'garbled.ods',
      'packed bytes that cannot be unpacked',
      makeOds({
        change: (files) =>
          files.map((file) => (file.name === 'content.xml' ? { ...file, stored: true, says: { method: 8 } } : file)),
      }),
      /cannot be unpacked/,
    ),
    refused('password.zip', 'a zip with a password', makeZip([{ ...CSV, says: { flags: 0x801 } }]), password),
    refused('password.xlsx', 'a sheet with a password', makeXlsx({ change: lying(SHEET, { flags: 0x841 }) }), password),
    refused(
      'zip64.zip',
      'sizes for files over 4 GB',
      makeZip([{ ...CSV, zip64: true }]),
      /the form for files over 4 GB/,
    ),
  ];
}

function sound(): HostileFile[] {
  return [
    read(
      'descriptors.xlsx',
      'sizes behind the content, which is usual',
      makeXlsx({ change: (files) => files.map((file) => ({ ...file, descriptor: true })) }),
      read1,
    ),
    read('trailing.xlsx', '100 bytes behind the end, which are harmless', makeXlsx({ tail: 'x'.repeat(100) }), read1),
    refused(
      'garbage.xlsx',
      '70,000 bytes behind the end',
      makeXlsx({ tail: 'x'.repeat(70_000) }),
      /its end is missing/,
    ),
    read(
      'folder.zip',
      'tables in one folder, with other files, which are named',
      makeZip([
        { ...CSV, name: 'strategy/themes.csv' },
        { name: 'strategy/README.md', content: '# Read' },
        { name: '__MACOSX/._themes.csv', content: 'x' },
      ]),
      (file) => {
        expect(file.format).toBe('zip');
        expect(file.sheets.map(({ name }) => name)).toEqual(['themes']);
        expect(cellsOf(file)).toEqual([
          ['code', 'name'],
          ['DAT', 'Data'],
        ]);
        expect(file.said).toEqual(['Passed over, since they are no CSV files: strategy/README.md']);
      },
    ),
  ];
}
