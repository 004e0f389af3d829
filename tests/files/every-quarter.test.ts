import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSummary } from '#app/domain/summary/read-summary.server.ts';
import { SUMMARY_FORMATS } from '#app/domain/summary/summary-formats.ts';
import { maker } from '#app/summary-maker.server.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { REAL_QUARTERS } from '../helpers/real-quarters.ts';
import { faultsOf } from '../helpers/sound-files.ts';

/** Every format of the board's summary of every quarter of the real strategy. */

let database: TestDatabase;
beforeAll(async () => {
  database = await seededDatabase();
});
afterAll(() => database?.close());

test.each(REAL_QUARTERS)('all files of %s are made, sound and whole', async (quarter) => {
  const document = await readSummary(database.db, { quarter, audience: 'board', today: '2026-11-23' }, maker);
  const files = await maker.files(document);
  expect(files.map(({ name }) => name)).toEqual(SUMMARY_FORMATS.map((format) => `summary.${format}`));
  expect(faultsOf(document, files)).toEqual([]);
});
