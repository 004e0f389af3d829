import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { checkStore, readStoredDocument, readStoredFile } from '#app/domain/closing/stored-files.server.ts';
import { findFrozenQuarter } from '#app/domain/closing/versions.server.ts';
import type { SummaryDocument } from '#app/domain/summary/document.ts';
import { readSummary } from '#app/domain/summary/read-summary.server.ts';
import { SUMMARY_FORMATS } from '#app/domain/summary/summary-formats.ts';
import type { SummaryFile } from '#app/domain/summary/summary-maker.ts';
import { maker } from '#app/summary-maker.server.ts';
import type { Audience } from '#db/tables/quarter-version.ts';
import { makeDemonstration } from '#seeds/demonstration/make-demonstration.ts';
import { freshDatabase, type TestDatabase } from '../helpers/database.ts';
import { type LaidOut, laidOut, missingLibreOffice } from '../helpers/libreoffice.ts';
import { faultsOf, headingsOf } from '../helpers/sound-files.ts';

/**
 * Six quarters of the demonstration in one run of LibreOffice: two that were never commissioned, and one that is
 * published, corrected, closed, and still takes returns. The files of closed quarters are those in the store.
 */

const TODAY = '2026-11-23';
const QUARTERS: [string, SummaryDocument['standing']][] = [
  ['2018-19-Q3', 'reconstructed'],
  ['2022-23-Q2', 'reconstructed'],
  ['2025-26-Q3', 'closed'],
  ['2025-26-Q4', 'corrected'],
  ['2026-27-Q1', 'closed'],
  ['2026-27-Q2', 'draft'],
];
const OFFICE = ['docx', 'odt', 'ods', 'xlsx'];

interface Made {
  document: SummaryDocument;
  files: SummaryFile[];
}

const missing = await missingLibreOffice();
const made = new Map<string, Made>();
let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  const { db, file } = database;
  const strategy = 'seeds/life-sciences-industrial-strategy';
  await makeDemonstration(db, { file, strategy, today: TODAY, say: () => {}, maker });
  for (const [quarter] of QUARTERS)
    for (const audience of ['board', 'ministers'] as const)
      made.set(`${quarter}-${audience}`, await summaryFor(quarter, audience));
}, 240_000);
afterAll(() => database?.close());

/** As it is stored of a closed quarter, else made now. */
async function summaryFor(quarter: string, audience: Audience): Promise<Made> {
  const frozen = await findFrozenQuarter(database.db, quarter);
  if (!frozen) {
    const document = await readSummary(database.db, { quarter, audience, today: TODAY }, maker);
    return { document, files: await maker.files(document) };
  }
  return storedFor(quarter, frozen.newest.number, audience);
}

async function storedFor(quarter: string, version: number, audience: Audience): Promise<Made> {
  const key = { quarter, version, audience };
  const document = await readStoredDocument(database.db, key);
  if (!document) throw new Error(`No document of ${quarter} for ${audience}`);
  const files: SummaryFile[] = [];
  for (const format of SUMMARY_FORMATS) {
    const file = await readStoredFile(database.db, { ...key, name: `summary.${format}` });
    if (file) files.push(file);
  }
  return { document, files };
}

describe('the files of the demonstration', () => {
  test.each(QUARTERS)('of %s (%s) are whole and sound', (quarter, standing) => {
    for (const audience of ['board', 'ministers']) {
      const { document, files } = made.get(`${quarter}-${audience}`) ?? { document: undefined, files: [] };
      expect(document?.standing).toBe(standing);
      expect(files).toHaveLength(SUMMARY_FORMATS.length);
      expect(document && faultsOf(document, files)).toEqual([]);
    }
  });

  test('that are published are whole and sound, in each version', async () => {
    for (const [quarter, version] of [
      ['2025-26-Q3', 1],
      ['2025-26-Q4', 1],
      ['2025-26-Q4', 2],
    ] as const) {
      const { document, files } = await storedFor(quarter, version, 'publication');
      expect(faultsOf(document, files)).toEqual([]);
      expect(JSON.stringify(document)).not.toMatch(/Amber|Risks and issues|Path to green/);
      expect(JSON.stringify(document)).toContain('Achieved');
    }
  });

  test('mark what was corrected, beside what was first published', () => {
    const { document } = made.get('2025-26-Q4-board') ?? {};
    expect(document?.version?.corrections.length).toBeGreaterThan(0);
    const returns = document?.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' && block.table.id === 'returns' ? block.table.rows : [])),
    );
    expect(returns?.filter((row) => row.at(-1) === 'r')).toHaveLength(1);
  });

  test('are what their hashes say', async () => {
    expect((await checkStore(database.db)).damaged).toEqual([]);
  });
});

describe(`LibreOffice${missing ? ` (${missing})` : ''}`, { skip: missing !== null }, () => {
  let said = '';
  let files: Record<string, LaidOut> = {};

  beforeAll(async () => {
    const bytes = [...made].flatMap(([name, { files: all }]) =>
      all.flatMap((file) => {
        const format = file.name.split('.').at(-1) ?? '';
        return OFFICE.includes(format) ? [[`${name}-${format}.${format}`, file.bytes] as const] : [];
      }),
    );
    const folder = mkdtempSync(join(inject('runFolder'), 'six-quarters-'));
    ({ said, files } = await laidOut(Object.fromEntries(bytes), folder));
  }, 300_000);

  test('opens all of them in one run, with nothing to complain of', () => {
    expect(said).toBe('');
    expect(Object.keys(files)).toHaveLength(QUARTERS.length * 2 * OFFICE.length);
  });

  test.each(QUARTERS)('finds every heading of %s (%s) in its text documents', (quarter) => {
    for (const audience of ['board', 'ministers'])
      for (const format of ['docx', 'odt']) {
        const { document } = made.get(`${quarter}-${audience}`) ?? {};
        const text = files[`${quarter}-${audience}-${format}`]?.text ?? '';
        const headings = document ? headingsOf(document) : [];
        expect(headings.filter((heading) => !text.includes(heading))).toEqual([]);
        expect(headings.length).toBeGreaterThan(2);
      }
  });

  test.each(QUARTERS)('lays the ministers’ summary of %s (%s) out on two pages at most', (quarter) => {
    for (const format of ['docx', 'odt']) expect(files[`${quarter}-ministers-${format}`]?.pages).toBeLessThanOrEqual(2);
  });
});
