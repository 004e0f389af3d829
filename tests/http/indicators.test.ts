import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#db/client.server.ts';
import { getCsv, getPage, linksOf, type Page, tableNamed, wordsOf } from '../helpers/html.ts';
import { rowsOf, THEMES, tally } from '../helpers/recount.ts';
import {
  INDICATORS,
  indicatorsOf,
  periodInWords,
  seenIn,
  valueInWords,
  valuesOf,
} from '../helpers/recount-indicators.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';

const EARLIER = ['2017-08-30', '2019-03-31', '2021-12-02', '2021-12-03', '2023-11-30', '2025-09-29'];
const CODES = INDICATORS.map(({ code = '' }) => code);
const capitalised = (word = '') => word.charAt(0).toUpperCase() + word.slice(1);

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const page = (code: string, day: string | null = null): Promise<Page> =>
  getPage(`${server.url}/indicators/${code}${day ? `?asAt=${day}` : ''}`);
const unitOf = (code: string) => INDICATORS.find((row) => row['code'] === code)?.['unit'];

/** Rows of the table of all values without where each was seen. */
const shown = (answer: Page) => tableNamed(answer, 'All values').map((cells) => cells.slice(0, 4));
const expected = (code: string, day: string | null = null) =>
  valuesOf(code, day).map(({ period, value, series, status, note }) => [
    periodInWords(period),
    [valueInWords(value, unitOf(code)), day === null ? note : ''].filter(Boolean).join(' '),
    series,
    capitalised(status),
  ]);

describe('the page of an indicator', () => {
  test.each(CODES)('%s has every value with its period, series, status, note and source', async (code) => {
    const answer = await page(code);
    expect(answer.status).toBe(200);
    expect(shown(answer)).toEqual(expected(code));
    const sources = tableNamed(answer, 'All values').map((cells) => cells[4]);
    for (const [i, row] of valuesOf(code).entries()) {
      expect(sources[i]).toContain(seenIn(row));
      if (row['source']) expect(answer.html).toContain(`href="/sources/${row['source']}"`);
    }
  });

  test.each(INDICATORS)('$code shows its name, unit, caution, target, its basis and its theme', async (row) => {
    const answer = await page(row['code'] ?? '');
    for (const column of ['code', 'name', 'unit', 'caution', 'target_basis'])
      expect(answer.text).toContain(row[column]?.replace(/\s+/g, ' '));
    expect(answer.html).toContain(`href="/themes/${row['theme']}"`);
    const target = row['target'] ? valueInWords(row['target'], row['unit']) : row['target_basis'] || 'None recorded';
    expect(answer.text).toContain(`Target ${target}`);
    if (row['target_due']) expect(answer.text).toContain(` by ${periodInWords(row['target_due'])}`);
    const ways: Record<string, string> = { up: 'Higher', none: 'Neither higher nor lower' };
    const down = row['unit']?.startsWith('rank') ? 'Nearer to 1st' : 'Lower';
    expect(answer.text).toContain(`Wanted ${ways[row['direction'] ?? ''] ?? down} `);
  });

  test.each(CODES)('%s gives its values as a file', async (code) => {
    const [header, ...rows] = await getCsv(`${server.url}/figures/indicator.csv?indicator=${code}`);
    expect(header).toEqual(['Period', 'Series', 'Value', 'Unit', 'Status', 'How sure', 'Source']);
    expect(rows.map((cells) => cells.slice(0, 5))).toEqual(
      valuesOf(code).map(({ period, series, value, status }) => [
        ...[periodInWords(period), series, value, unitOf(code), capitalised(status)],
      ]),
    );
    for (const [i, row] of valuesOf(code).entries()) {
      if (row['source']) expect(rows[i]?.[6]).toBe(seenIn(row));
      else expect(rows[i]?.slice(5)).toEqual(['From memory: check before use', 'None']);
    }
  });

  test('an earlier value that nothing restated is not spoken of', async () => {
    for (const code of ['EMP', 'PHARMARD']) expect((await page(code)).text).not.toContain('Earlier values');
  });
});

describe('series', () => {
  /** How many corners each line of the wide drawing has. */
  const lines = ({ html }: Page): number[] => {
    const [drawing = ''] = html.split('figure__chart--narrow');
    const paths = drawing.match(/<path[^>]*recharts-line-curve[^>]*>/g) ?? [];
    return paths.map((path) => (/ d="([^"]*)"/.exec(path)?.[1]?.match(/[ML]/g) ?? []).length);
  };

  test('employment of 2023 to 2024 is marked as a new method and joined to nothing', async () => {
    const answer = await page('EMP');
    expect(lines(answer)).toEqual([8]);
    expect(answer.html).toContain('>new method</text>');
    expect(answer.html).toContain('>from 2023/24 method</text>');
    expect(answer.text).toContain('304,200 people in 2021 to 2022, against 222,000 in 2015; a new method since');
    expect(answer.text).not.toMatch(/\b(rose|fell|grew|growth of)\b/i);
  });

  test('no line of any indicator has more corners than its series has values', async () => {
    for (const code of CODES) {
      const sizes = Object.values(tally(valuesOf(code).map(({ series = '' }) => series)));
      const drawn = valuesOf(code).length > 1 ? sizes.filter((n) => n > 1) : [];
      expect([code, lines(await page(code))]).toEqual([code, drawn]);
    }
  });

  test('the two vintages of trial recruitment stay apart', async () => {
    const [first, second] = [await page('TRIALREC1'), await page('TRIALREC2')];
    for (const value of ['50,112', '28,193']) {
      expect(first.text).toContain(value);
      expect(second.text).not.toContain(value);
    }
    for (const value of ['58,048', '36,722', '42,088']) {
      expect(second.text).toContain(value);
      expect(first.text).not.toContain(value);
    }
  });
});

describe('targets', () => {
  test.each([
    ['UKBWGS', '500,000 genomes, as many as aimed at (500,000).'],
    ['HUBS', '7 hubs, 2 more than the 5 aimed at.'],
    ['OFH', '1,000,000 people of the 5,000,000 aimed at; no date for it.'],
    ['GERD', 'No value measured in the same way is recorded for the target’s date, 30 August 2022;'],
    ['TRIALS', 'No base year is given, so no number is set.'],
    ['TRIALS', 'Fell to 411 trials per year in 2022, from 668 (from memory) in 2017.'],
  ])('%s: %s', async (code, words) => {
    expect((await page(code)).text).toContain(words);
  });

  test('without a target number nothing is measured', async () => {
    for (const { code = '', target } of INDICATORS)
      expect([code, (await page(code)).text.includes('Against the target')]).toEqual([code, target !== '']);
  });
});

describe('the list of indicators', () => {
  test.each([null, ...EARLIER])('by theme, as at %s', async (day) => {
    const answer = await getPage(`${server.url}/indicators${day ? `?asAt=${day}` : ''}`);
    expect(answer.status).toBe(200);
    let total = 0;
    for (const { code: theme, name } of THEMES) {
      const rows = tableNamed(answer, `Indicators: ${name}`);
      const indicators = indicatorsOf(theme, day);
      total += indicators.length;
      expect(rows.map(([first]) => first)).toEqual(indicators.map((row) => `${row['name']} ${row['code']}`));
      for (const [i, { code = '', unit }] of indicators.entries()) {
        const latest = valuesOf(code, day).at(-1);
        expect(rows[i]?.[1]).toContain(valueInWords(latest?.['value'], unit));
        expect(rows[i]?.[1]?.includes('From memory')).toBe(latest?.['confirmation'] === 'memory');
        expect(rows[i]?.[2]).toBe(periodInWords(latest?.['period']));
      }
    }
    const values = CODES.flatMap((code) => valuesOf(code, day)).length;
    expect(answer.text).toContain(`${total} indicator${total === 1 ? '' : 's'} with ${values} values.`);
    if (total < CODES.length) expect(answer.text).toContain(`Left out on this day: ${CODES.length - total} indicator`);
  });

  test('says where there is more than one series', async () => {
    const answer = await getPage(`${server.url}/indicators`);
    const broken = CODES.filter((code) => new Set(valuesOf(code).map(({ series }) => series)).size > 1);
    expect(broken).toEqual(['EMP', 'TURN', 'BIZ', 'PHARMARD']);
    expect(answer.text.match(/2 series, not comparable/g)).toHaveLength(broken.length);
  });
});

describe('on an earlier day', () => {
  test.each(EARLIER)('%s: only values whose source was out by then, and says how many are left out', async (day) => {
    for (const code of CODES) {
      const answer = await page(code, day);
      const known = valuesOf(code, day);
      expect([code, shown(answer)]).toEqual([code, expected(code, day)]);
      const leftOut = valuesOf(code).length - known.length;
      const words = `Left out on this day: ${leftOut} value${leftOut === 1 ? '' : 's'}, `;
      expect([code, answer.text.includes(words)]).toEqual([code, leftOut > 0]);
      const [, ...rows] = await getCsv(`${server.url}/figures/indicator.csv?indicator=${code}&asAt=${day}`);
      expect(rows).toHaveLength(known.length);
    }
  });

  test('keeps back cautions, notes and the words about a target, and the links keep the day', async () => {
    for (const row of INDICATORS) {
      const answer = await page(row['code'] ?? '', '2025-09-29');
      const notes = valuesOf(row['code']).map(({ note }) => note);
      for (const kept of [row['caution'], row['target_basis'], ...notes].filter((text) => (text?.length ?? 0) > 12))
        expect(answer.text).not.toContain(kept);
      expect(linksOf(answer)).toContain('/indicators?asAt=2025-09-29');
    }
  });

  test('the value of an edition appears on the day that it was published, and not the day before', async () => {
    expect((await page('EMP', '2021-12-02')).text).not.toContain('268,000');
    expect((await page('EMP', '2021-12-03')).text).toContain('268,000');
    expect((await page('EMP', '2025-10-01')).text).not.toContain('new method');
    expect((await page('EMP', '2025-10-02')).text).toContain('new method');
  });
});

describe('elsewhere', () => {
  test.each(THEMES)(
    'the page of theme $code has its indicators, before partnerships and events',
    async ({ code, name }) => {
      for (const day of [null, '2019-03-31']) {
        const answer = await getPage(`${server.url}/themes/${code}${day ? `?asAt=${day}` : ''}`);
        const rows = tableNamed(answer, `Indicators: ${name}`);
        const indicators = indicatorsOf(code, day);
        expect(rows.map(([first]) => first)).toEqual(indicators.map((row) => `${row['name']} ${row['code']}`));
        if (indicators.length === 0)
          expect(answer.text).toMatch(/No indicator is recorded for this theme|No value of an indicator of this theme/);
        const places = ['dates', 'indicators', 'partnerships', 'events'].map((id) => answer.html.indexOf(`id="${id}"`));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(places).not.toContain(-1);
      }
    },
  );

  test('each value from memory stands under its theme in the list of what rests on memory', async () => {
    const answer = await getPage(`${server.url}/memory`);
    const fromMemory = rowsOf('observations.csv').filter(({ confirmation }) => confirmation === 'memory');
    expect(fromMemory).toHaveLength(9);
    for (const { indicator = '', period, value, note } of fromMemory) {
      const { theme, unit } = INDICATORS.find((row) => row['code'] === indicator) ?? {};
      const name = THEMES.find(({ code }) => code === theme)?.name ?? '';
      const rows = tableNamed(answer, `${name}: from memory`).filter(([about]) => about === `Indicator ${indicator}`);
      const what = `Value of ${periodInWords(period)}: ${valueInWords(value, unit)}`;
      expect(rows.map((cells) => cells.slice(2))).toContainEqual([what, note]);
    }
  });

  test('the page of a source lists the values that rest on it', async () => {
    for (const code of ['abpi23', 'lsci23p', 'tw1', 'ba22']) {
      const answer = await getPage(`${server.url}/sources/${code}`);
      const rows = tableNamed(answer, 'Statements that rest on this source');
      for (const { indicator, period, value } of rowsOf('observations.csv').filter(({ source }) => source === code)) {
        const row = INDICATORS.find((each) => each['code'] === indicator);
        const what = `${row?.['name']} (${valueInWords(value, row?.['unit'])})`;
        expect(rows).toContainEqual([`Indicator ${indicator}`, what, periodInWords(period)]);
      }
    }
  });

  test('a search finds a name, a caution, the basis of a target and a note', async () => {
    for (const [q, code] of [
      ['inward foreign direct', 'FDI'],
      ['half as many again', 'TRIALS'],
      ['lumpy', 'FDI'],
      ['dollar sign by slip', 'BIAFIN'],
    ] as const) {
      const answer = await getPage(`${server.url}/search?q=${q}`);
      expect([q, answer.html]).toEqual([q, expect.stringContaining(`href="/indicators/${code}"`)]);
    }
  });
});

describe('what is not there', () => {
  test.each([
    ['/indicators/NONE', 404, 'There is no indicator with the code “NONE”.'],
    ['/indicators/emp', 404, 'There is no indicator with the code “emp”.'],
    ['/indicators/EMP?asAt=2030-01-01', 400, 'is in the future'],
    ['/indicators/EMP?asAt=yesterday', 400, 'is not a day'],
    ['/indicators?asAt=2016-01-01', 400, 'is before the strategy was published'],
    ['/figures/indicator.csv', 404, 'There is no figure with the code “indicator”.'],
    ['/figures/indicator.csv?indicator=NONE', 404, 'There is no indicator with the code “NONE”.'],
    ['/figures/indicator.csv?indicator=EMP&asAt=2030-01-01', 400, 'is in the future'],
  ])('%s is answered %i in words', async (path, status, words) => {
    const answer = await getPage(server.url + path);
    expect([answer.status, wordsOf(answer.html)]).toEqual([status, expect.stringContaining(words)]);
  });
});

/** Last, since it adds to the record. */
describe('a restated value', () => {
  beforeAll(async () => {
    const db = openDatabase(server.databaseFile);
    const restated = { indicator: 'EMP', number: 10, period: '2015', series: 'annual editions', value: '221500' };
    const rest = {
      status: 'revised',
      confirmation: 'published',
      source: 'ba24',
      note: null,
      replaces: 1,
      change: 1,
    } as const;
    await db
      .insertInto('observation')
      .values({ ...restated, ...rest })
      .execute();
    await db.destroy();
  });

  test('stands in place of the earlier one, which stays below, marked as restated', async () => {
    const answer = await page('EMP');
    expect(shown(answer)[0]).toEqual(['2015', '221,500 people', 'annual editions', 'Revised']);
    expect(shown(answer)).toHaveLength(valuesOf('EMP').length);
    expect(tableNamed(answer, 'Earlier values')).toEqual([
      ['2015', '222,000 people', 'annual editions', 'Restated', expect.any(String), '221,500 people, 2015'],
    ]);
    expect(answer.text).toContain('304,200 people in 2021 to 2022, against 221,500 in 2015');
  });

  test('on a day before it was published the earlier one stands', async () => {
    const answer = await page('EMP', '2025-10-01');
    expect(shown(answer)[0]).toEqual(['2015', '222,000 people', 'annual editions', 'Final']);
    expect(answer.text).not.toContain('Earlier values');
  });
});
