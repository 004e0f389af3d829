import { expect } from 'vitest';
import { type HostileFile, read, refused } from './case.ts';
import { makeOds, makeXlsx } from './make-office.ts';
import { makeZip } from './make-zip.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const ole = (entry: string): Uint8Array =>
  Buffer.concat([Buffer.from(OLE), Buffer.alloc(600), wide(entry), Buffer.alloc(600)]);
const starts = (...bytes: number[]): Uint8Array => Buffer.concat([Buffer.from(bytes), Buffer.alloc(100, 'x')]);
const CSV = 'code,name\nDAT,Data\n';
const TYPES = { name: '[Content_Types].xml', content: '<Types/>' };

/** Files that are something else than their name says, or that hold no tables. */
export function kinds(): HostileFile[] {
  return [
    refused('table.xlsx', 'CSV called .xlsx', CSV, /says an Excel workbook, but it is text/),
    refused('table.ods', 'CSV called .ods', CSV, /says an OpenDocument spreadsheet, but it is text/),
    refused('book.csv', 'a workbook called .csv', makeXlsx(), /says text, but it is an Excel workbook.*\.xlsx/),
    refused(
      'book.ods',
      'a workbook of Excel called .ods',
      makeXlsx(),
      /says an OpenDocument spreadsheet, but it is an Excel workbook/,
    ),
    refused(
      'book.xlsx',
      'an OpenDocument spreadsheet called .xlsx',
      makeOds(),
      /but it is an OpenDocument spreadsheet/,
    ),
    refused('table.exe', 'CSV under a name that says nothing', CSV, /does not end in \.ods, \.xlsx, \.csv or \.zip/),
    refused('constructor', 'a name that is a word of JavaScript', CSV, /does not end in/),
    refused('empty.csv', 'no byte', '', /an empty file/),
    refused('old.xls', 'a workbook of Excel 97', ole('Workbook'), /Excel 97 to 2003 \(\.xls\)\. Save it as an \.xlsx/),
    refused('old.xlsx', 'a workbook of Excel 97 called .xlsx', ole('Workbook'), /Excel 97 to 2003/),
    refused('secret.xlsx', 'a workbook with a password', ole('EncryptedPackage'), /protected by a password/),
    refused('letter.xlsx', 'a document of Word 97', ole('WordDocument'), /a document of Office 97 to 2003/),
    refused(
      'page.xls',
      'a web page called .xls',
      '<html><body><table><tr><td>1</td></tr></table></body></html>',
      /a web page \(HTML\)/,
    ),
    refused('page.csv', 'a web page called .csv', '\uFEFF  <!DOCTYPE html><title>x</title>', /a web page \(HTML\)/),
    refused('book.xml', 'a spreadsheet as one XML file', '<?xml version="1.0"?><Workbook/>', /an XML file/),
    refused('text.csv', 'a text document (RTF)', '{\\rtf1 code}', /a text document \(RTF\)/),
    refused('paper.xlsx', 'a PDF', '%PDF-1.7\n%\xE2\xE3', /a PDF/),
    refused('picture.ods', 'a picture', starts(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), /a picture \(PNG\)/),
    refused('photo.csv', 'a photograph', starts(0xff, 0xd8, 0xff, 0xe0), /a picture \(JPEG\)/),
    refused('packed.csv', 'gzip', starts(0x1f, 0x8b, 8, 0), /gzip/),
    refused('database.csv', 'a database', starts(...Buffer.from('SQLite format 3\0')), /a database/),
    refused(
      'letter.ods',
      'a text document of OpenDocument',
      makeOds({ mimetype: 'application/vnd.oasis.opendocument.text' }),
      /an OpenDocument file of another kind/,
    ),
    refused(
      'letter2.xlsx',
      'a document of Word',
      makeZip([TYPES, { name: 'word/document.xml', content: '<a/>' }]),
      /a Word document/,
    ),
    refused(
      'binary.xlsx',
      'a binary workbook',
      makeZip([TYPES, { name: 'xl/workbook.bin', content: 'x' }]),
      /Excel binary workbook/,
    ),
    refused('large.csv', 'more than 10 MB', Buffer.alloc(11 * 1024 * 1024, 'a'), /has 11 MB\. The limit is 10 MB/),
    read('TABLE.CSV', 'an ending in capitals', CSV, (file) => expect(file.sheets[0]?.name).toBe('TABLE')),
  ];
}
