import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { odsFile } from '#app/documents/ods.ts';
import { strategyWorkbook } from '#app/documents/strategy-workbook.ts';
import { xlsxFile } from '#app/documents/xlsx.ts';
import { readDefinition } from '#app/domain/strategy/read-definition.server.ts';
import { understandDate } from '#app/domain/understood-date.ts';
import { prepareDatabase } from '#seeds/prepare.server.ts';
import { freshDatabase, temporaryFolder } from '../helpers/database.ts';
import { getPage } from '../helpers/html.ts';
import { withDatabase } from '../helpers/people.ts';
import { NOON, TODAY } from '../helpers/recorder.ts';
import { cellsByFile } from '../helpers/sample-definition.ts';
import { type RunningServer, startRefused, startServer } from '../helpers/server.ts';

/** Another real strategy, from a workbook in which somebody wrote its dates as the plan words them, to the dashboard. */

const STRATEGY = 'seeds/ai-opportunities-action-plan';
const FORMATS = { ods: odsFile, xlsx: xlsxFile };
const folder = temporaryFolder();
const workbook = (format: keyof typeof FORMATS) => join(folder, `plan.${format}`);

let cells: ReturnType<typeof cellsByFile>;
let fromFolder: RunningServer;
beforeAll(async () => {
  const { db, close } = await freshDatabase();
  await prepareDatabase(db, { strategy: STRATEGY, now: NOON, today: TODAY });
  const definition = await readDefinition(db);
  await close();
  cells = cellsByFile(structuredClone(definition));
  let written = 0;
  for (const { cells: date } of definition['milestone_dates.csv']) {
    const words = date['as_published'] ?? '';
    const understood = understandDate(words);
    if (understood.kind !== 'date' || understood.understood === null || understood.value !== date['value']) continue;
    Object.assign(date, { value: words, as_published: '' });
    written += 1;
  }
  expect(written).toBeGreaterThan(5);
  const about = {
    ...{ code: 'PLAN', name: 'A plan', change: 1, madeOn: TODAY, marking: 'OFFICIAL', demonstration: null },
  };
  for (const [format, write] of Object.entries(FORMATS))
    writeFileSync(workbook(format as keyof typeof FORMATS), write(strategyWorkbook(definition, about)));
  fromFolder = await startServer({ database: join(temporaryFolder(), 'folder.db'), env: { STRATEGY } });
});
afterAll(() => fromFolder?.stop());

describe.each(['ods', 'xlsx'] as const)('a strategy from an %s workbook', (format) => {
  let server: RunningServer;
  beforeAll(async () => {
    const database = join(temporaryFolder(), `${format}.db`);
    server = await startServer({ database, env: { STRATEGY: workbook(format) } });
  });
  afterAll(() => server?.stop());

  test('is in the record cell by cell as from its folder, with the words of its dates beside them', async () => {
    const read = await withDatabase(server, (db) => readDefinition(db));
    expect(cellsByFile(read)).toEqual(cells);
  });

  test('has the dashboard that it has from its folder', async () => {
    for (const path of ['/', '/themes', '/themes/1.1', '/recommendations/31', '/milestones', '/quarters/2025-26-Q3']) {
      const [one, other] = [await getPage(server.url + path), await getPage(fromFolder.url + path)];
      expect([path, one.status]).toEqual([path, 200]);
      expect([path, one.text]).toEqual([path, other.text]);
    }
  });
});

test('a workbook that cannot be loaded is refused with the place of each fault, and nothing is started', async () => {
  const file = join(folder, 'broken.ods');
  const { db, close } = await freshDatabase();
  await prepareDatabase(db, { strategy: STRATEGY, now: NOON, today: TODAY });
  const definition = await readDefinition(db);
  await close();
  Object.assign(definition['recommendations.csv'][0]?.cells ?? {}, { stage: 'nearly', theme: 'NOWHERE' });
  const about = { code: 'X', name: 'A plan', change: 1, madeOn: TODAY, marking: 'OFFICIAL', demonstration: null };
  writeFileSync(file, odsFile(strategyWorkbook(definition, about)));
  const { code, output } = await startRefused({ database: join(folder, 'none.db'), env: { STRATEGY: file } });
  expect(code).toBe(1);
  expect(output).toMatch(/Recommendations, row \d+, column theme: found "NOWHERE"/);
  expect(output).toMatch(/Recommendations, row \d+, column stage: found "nearly"; write one of: not started/);
});
