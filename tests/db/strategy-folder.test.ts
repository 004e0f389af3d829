import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { strategyZip } from '#app/documents/strategy-zip.ts';
import type { Definition } from '#app/domain/strategy/definition.ts';
import { readDefinition } from '#app/domain/strategy/read-definition.server.ts';
import { loadStrategy } from '#seeds/load.ts';
import { freshDatabase, seededDatabase, type TestDatabase, temporaryFolder } from '../helpers/database.ts';
import { NOON, TODAY } from '../helpers/recorder.ts';
import { ABOUT, cellsByFile, FILES, HARDEST, hardDefinition } from '../helpers/sample-definition.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.close());

/** Unpacks a strategy as a person would, and loads the folder that comes out; gives what the record then has. */
async function loaded(definition: Definition): Promise<Definition> {
  const folder = temporaryFolder();
  for (const [name, bytes] of Object.entries(unzipSync(strategyZip(definition, ABOUT)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  await loadStrategy(database.db, join(folder, ABOUT.code), { now: NOON, today: TODAY });
  return readDefinition(database.db);
}

describe('a strategy as a folder of CSV files, loaded again', () => {
  test('is the same: the real one, with its keys and numbers', async () => {
    const real = await seededDatabase();
    const definition = await readDefinition(real.db);
    await real.close();
    expect(await loaded(definition)).toEqual(definition);
  });

  test('is the same: one of hard text, with codes that look like numbers and dates as they were published', async () => {
    const definition = await loaded(hardDefinition());
    expect(cellsByFile(definition)).toEqual(cellsByFile(hardDefinition()));
    expect(definition['recommendations.csv'].map(({ cells }) => cells['title'])).toEqual(HARDEST);
    expect(definition['milestone_dates.csv'][0]?.cells['as_published']).toBe('=autumn "2020"');
  });
});

test('the folder holds every file and what it was made from, and no text that a spreadsheet would run', () => {
  const files = unzipSync(strategyZip(hardDefinition(), ABOUT));
  expect(Object.keys(files)).toEqual(['about.csv', ...FILES].map((file) => `HARD/${file}`));
  expect(strFromU8(files['HARD/about.csv'] ?? new Uint8Array())).toBe(
    'What,Value\r\nStrategy code,HARD\r\nMade from change,12\r\nMade on,2026-11-23\r\nMarking,OFFICIAL\r\n',
  );
  const strategy = strFromU8(files['HARD/strategy.csv'] ?? new Uint8Array());
  expect(strategy).toContain("HARD,'=1+1,''=1+1,'@handle,");
});
