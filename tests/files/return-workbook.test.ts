import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Cycle, makeCycle } from '../helpers/cycle.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { missingLibreOffice, savedAgain } from '../helpers/libreoffice.ts';
import { FILES, planOf, type, workbookFor } from '../helpers/return-workbook.ts';
import { HARD_TEXT } from '../helpers/sample-summary.ts';

const missing = await missingLibreOffice();

/** What is typed into a workbook before it is saved again. */
const TYPED = { achieved: "'=1+1\n“new” 🧬 עברית 007", confidence: 'Red', helpBy: '3/4/2027', clearedBy: '1.10' };

describe(`a workbook of returns that LibreOffice saved again${missing ? ` (${missing})` : ''}`, {
  skip: missing !== null,
}, () => {
  let database: TestDatabase;
  let cycle: Cycle;
  /** By the format that it is saved in: workbooks of both formats, as given out and with answers typed in. */
  const saved: Record<string, Record<string, Uint8Array>> = {};

  beforeAll(async () => {
    database = await seededDatabase();
    cycle = await makeCycle(database.db);
    const fields = { 'clearedOn.day': '5', 'clearedOn.month': 'Oct', 'clearedOn.year': '2026', unchanged: 'no' };
    const texts = { next: HARD_TEXT.join('\n'), risks: '=1+1', help: "'=1+1", helpFrom: '007', clearedBy: '3/4/2026' };
    await cycle.save('DAT-1', { ...fields, ...texts, evidence: '  two  spaces\tand a tab' }, { seen: '0-0' });
    const [untouched, filled] = [
      await workbookFor(database.db, cycle.owner),
      await workbookFor(database.db, cycle.owner),
    ];
    type(filled, 'DAT-1', TYPED);
    const files = {
      'untouched-ods.ods': FILES.ods(untouched),
      'untouched-xlsx.xlsx': FILES.xlsx(untouched),
      'filled-ods.ods': FILES.ods(filled),
      'filled-xlsx.xlsx': FILES.xlsx(filled),
    };
    for (const format of ['ods', 'xlsx'] as const)
      saved[format] = await savedAgain(files, format, mkdtempSync(join(inject('runFolder'), 'returns-')));
  }, 300_000);
  afterAll(() => database.close());

  const plan = (name: string, format: string) =>
    planOf(database.db, { name: `returns.${format}`, bytes: saved[format]?.[name] ?? new Uint8Array() }, cycle.owner);
  const EACH = ['ods', 'xlsx'].flatMap((from) => ['ods', 'xlsx'].map((format) => [from, format] as const));

  test.each(EACH)('from %s as %s: nothing differs in one that nobody touched', async (from, format) => {
    const read = await plan(`untouched-${from}.${from}`, format);
    expect([read.faults, read.returns]).toEqual([[], []]);
    expect(read.tables.map(({ sheet, ignored }) => [sheet, ignored])).toEqual([
      ['DAT-1', []],
      ['DAT-8', []],
    ]);
  });

  test.each(EACH)('from %s as %s: only what was typed in differs', async (from, format) => {
    const read = await plan(`filled-${from}.${from}`, format);
    expect(read.faults).toEqual([]);
    const fields = read.tables.flatMap(({ rows }) => rows).flatMap((row) => row.fields);
    expect(Object.fromEntries(fields.map(({ label, after }) => [label, after]))).toEqual({
      'Delivery confidence': 'Red',
      'What was achieved': TYPED.achieved,
      'By when it is wanted': '3 April 2027',
      'Who cleared this return': '1.10',
    });
  });

  test.each(EACH)('from %s as %s: every list to choose from is still there', (from, format) => {
    const parts = unzipSync(saved[format]?.[`untouched-${from}.${from}`] ?? new Uint8Array());
    const xml = Object.entries(parts).map(([name, bytes]) =>
      /content\.xml|sheet\d+\.xml$/.test(name) ? strFromU8(bytes) : '',
    );
    const mark = format === 'ods' ? /table:content-validation-name="/g : /<dataValidation /g;
    const listed = xml.join('').match(mark) ?? [];
    expect(listed.length).toBeGreaterThanOrEqual(8);
    expect(xml.join('')).toMatch(/It has a new date/);
  });
});
