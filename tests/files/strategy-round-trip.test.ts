import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { odsFile } from '#app/documents/ods.ts';
import { strategyWorkbook } from '#app/documents/strategy-workbook.ts';
import { strategyZip } from '#app/documents/strategy-zip.ts';
import { xlsxFile } from '#app/documents/xlsx.ts';
import type { SignedIn } from '#app/domain/people/signed-in.ts';
import type { Definition } from '#app/domain/strategy/definition.ts';
import { readWholeStrategy } from '#app/domain/strategy/read-definition.server.ts';
import { findTables } from '#app/imports/find-tables.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { missingLibreOffice, savedAgain } from '../helpers/libreoffice.ts';
import { makePerson } from '../helpers/people.ts';
import { TODAY } from '../helpers/recorder.ts';
import { HARDEST } from '../helpers/sample-definition.ts';
import { accepted, deeds, foundIn, planOf, workbookNow } from '../helpers/strategy-file.ts';

/** The whole strategy out as a file and back: the real one, with hard text put into many of its cells. */

let database: TestDatabase;
let office: SignedIn;
let whole: { definition: Definition; change: number };
beforeAll(async () => {
  database = await seededDatabase();
  office = await makePerson(database.db, 'reviewer');
  const book = await workbookNow(database.db);
  const { 'recommendations.csv': asked, 'milestones.csv': promised, 'sources.csv': seen } = book.sheets;
  for (const [place, text] of [...HARDEST, 'a tab\there'].entries()) {
    Object.assign(asked[place] ?? {}, { title: text, note: `${text}\n\n${text}` });
    Object.assign(promised[place] ?? {}, { title: text, note: text });
    Object.assign(seen[place] ?? {}, { title: text, publisher: text });
  }
  await accepted(database.db, foundIn(book), office);
  whole = await readWholeStrategy(database.db);
});
afterAll(() => database.close());

const about = () => ({
  ...{ code: 'LSIS', name: 'Life Sciences Industrial Strategy', change: whole.change, madeOn: TODAY },
  ...{ marking: 'OFFICIAL', demonstration: null },
});
const FORMATS = ['ods', 'xlsx', 'zip'] as const;
function fileOf(format: (typeof FORMATS)[number], definition = whole.definition): Uint8Array {
  if (format === 'zip') return strategyZip(definition, about());
  const book = strategyWorkbook(definition, about());
  return format === 'ods' ? odsFile(book) : xlsxFile(book);
}

/** What a file would do, and what is wrong with it. */
async function held(name: string, bytes: Uint8Array) {
  const found = await findTables(name, bytes);
  expect(found.refused).toBeNull();
  const plan = await planOf(database.db, found, office);
  return { said: plan.said, faults: plan.faults, deeds: deeds(plan) };
}

test.each(FORMATS)('%s: what goes out and comes back changes nothing', async (format) => {
  expect(await held(`strategy.${format}`, fileOf(format))).toEqual({ said: [], faults: [], deeds: [] });
});

const missing = await missingLibreOffice();

describe(`a workbook that LibreOffice saved again${missing ? ` (${missing})` : ''}`, { skip: missing !== null }, () => {
  /** By the format that it is saved in, by its name. */
  const saved: Record<string, Record<string, Uint8Array>> = {};
  beforeAll(async () => {
    const typed = structuredClone(whole.definition);
    for (const { cells } of typed['milestones.csv'])
      if (cells['code'] === 'DAT-1.3') Object.assign(cells, { title: "'=1+1 “typed” 🧬 עברית", note: '1.10' });
    const { cells, id } = typed['milestone_dates.csv'][0] ?? { cells: {}, id: '' };
    typed['milestone_dates.csv'].push({
      cells: { ...cells, milestone: 'DAT-1.3', kind: 'forecast', value: 'autumn 2030', said_on: '3/4/2026' },
      id,
    });
    const files = {
      ...{ 'untouched-ods.ods': fileOf('ods'), 'untouched-xlsx.xlsx': fileOf('xlsx') },
      ...{ 'typed-ods.ods': fileOf('ods', typed), 'typed-xlsx.xlsx': fileOf('xlsx', typed) },
    };
    for (const format of ['ods', 'xlsx'] as const)
      saved[format] = await savedAgain(files, format, mkdtempSync(join(inject('runFolder'), 'strategy-')));
  }, 300_000);

  const EACH = ['ods', 'xlsx'].flatMap((from) => ['ods', 'xlsx'].map((format) => [from, format] as const));
  const bytesOf = (name: string, format: string) => saved[format]?.[name] ?? new Uint8Array();

  test.each(EACH)('from %s as %s: nothing differs in one that nobody touched', async (from, format) => {
    const read = await held(`strategy.${format}`, bytesOf(`untouched-${from}.${from}`, format));
    expect(read).toEqual({ said: [], faults: [], deeds: [] });
  });

  test.each(EACH)('from %s as %s: only what was typed in differs', async (from, format) => {
    const name = `strategy.${format}`;
    const found = await findTables(name, bytesOf(`typed-${from}.${from}`, format));
    const plan = await planOf(database.db, found, office);
    expect([plan.faults, deeds(plan)]).toEqual([[], ['changed DAT-1.3: Title, Note', 'added DAT-1.3']]);
    const added = plan.tables.flatMap(({ rows }) => rows).find(({ outcome }) => outcome === 'added');
    expect(added?.fields.map(({ label, after, understood }) => [label, after, understood])).toEqual(
      expect.arrayContaining([
        ['Value', 'November 2030', expect.stringContaining('autumn 2030')],
        ['As published', 'autumn 2030', null],
        ['Said on', '3 April 2026', expect.stringContaining('day first')],
      ]),
    );
  });
});
