import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSummary } from '#app/domain/summary/read-summary.server.ts';
import { maker } from '#app/summary-maker.server.ts';
import { seededDatabase, type TestDatabase } from '../helpers/database.ts';
import { REAL_QUARTERS } from '../helpers/real-quarters.ts';
import { faultsOf } from '../helpers/sound-files.ts';

/** The same for ministers and for publication: apart from the board's, so that both files run side by side. */

let database: TestDatabase;
beforeAll(async () => {
  database = await seededDatabase();
});
afterAll(() => database?.close());

describe.each(['ministers', 'publication'] as const)('for %s', (audience) => {
  test.each(REAL_QUARTERS)('all files of %s are made, sound and whole', async (quarter) => {
    const document = await readSummary(database.db, { quarter, audience, today: '2026-11-23' }, maker);
    expect(faultsOf(document, await maker.files(document))).toEqual([]);
  });
});
