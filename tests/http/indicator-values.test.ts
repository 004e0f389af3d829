import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getCsv, getPage, type Page, pageOf, tableNamed } from '../helpers/html.ts';
import { cookieFor, type SignedInVisitor, signedInAs, withDatabase } from '../helpers/people.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { type Visitor, visitor } from '../helpers/visitor.ts';

let server: RunningServer;
let reviewer: SignedInVisitor;
let administrator: SignedInVisitor;
let reader: Visitor;
let stranger: Visitor;
beforeAll(async () => {
  server = await startServer();
  reviewer = await signedInAs(server, 'reviewer', 'Rosalind Franklin');
  administrator = await signedInAs(server, 'administrator', 'Mary Somerville');
  reader = await signedInAs(server, 'internal reader', 'Edmond Reader');
  stranger = visitor(server);
});
// Stopping also asserts that no request made the server write an error.
afterAll(() => server?.stop());

const everything = () =>
  withDatabase(server, async (db) =>
    JSON.stringify(
      await Promise.all(
        (['change', 'observation', 'source'] as const).map((table) => db.selectFrom(table).selectAll().execute()),
      ),
    ),
  );

/** Asserts that nothing was stored by the work. */
async function storesNothing<T>(work: () => Promise<T>): Promise<T> {
  const before = await everything();
  const result = await work();
  expect(await everything()).toBe(before);
  return result;
}

const RECORD = (code: string, restates?: number) =>
  `/indicators/${code}/record${restates ? `?restates=${restates}` : ''}`;
const VALUES = '/indicators/values';
const fields = (more: Record<string, string> = {}) => ({
  ...{ seen: '9', period: '2024/25', series: 'known:from 2023/24 method', newSeries: '', value: '365,000' },
  ...{ status: 'provisional', note: 'First figure.', source: 'ba24', reason: 'The new edition' },
  ...more,
});
const page = (code: string, day = '') => getPage(`${server.url}/indicators/${code}${day ? `?asAt=${day}` : ''}`);
const shown = (answer: Page, caption = 'All values') => tableNamed(answer, caption).map((cells) => cells.slice(0, 4));

const HEADER = 'indicator,period,series,value,status,confirmation,source,note';
const csv = (...rows: string[]) => [HEADER, ...rows].join('\n');
const check = (text: string, who: Visitor = reviewer) => who.post(VALUES, { act: 'check', text });
const seenIn = ({ html }: Page) => /name="seen" value="(\d+)"/.exec(html)?.[1] ?? '';
const confirm = (text: string, seen: string, who: Visitor = reviewer) =>
  who.post(VALUES, { act: 'record', text, seen, reason: 'The autumn editions' });
/** Faults as the page tells them: row, column, found, what to do. */
const faultsOf = (answer: Page) => tableNamed(answer, 'What to mend');

/** Sends a file as a browser does. */
async function upload(bytes: BlobPart, who: SignedInVisitor = reviewer, rest: Record<string, string> = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ act: 'check', text: '', ...rest })) body.set(name, value);
  body.set('file', new File([bytes], 'values.csv', { type: 'text/csv' }));
  const headers = { Cookie: await cookieFor(server, who.person) };
  return pageOf(await fetch(server.url + VALUES, { method: 'POST', body, headers, redirect: 'manual' }));
}

describe('who may record values', () => {
  test.each([RECORD('EMP'), RECORD('EMP', 9), VALUES])('%s: the office alone', async (path) => {
    await storesNothing(async () => {
      const sent = path === VALUES ? { act: 'record', seen: '1', reason: 'A reason', text: csv('x') } : fields();
      expect((await stranger.get(path)).status).toBe(302);
      expect((await reader.get(path)).status).toBe(403);
      const out = await stranger.post(path, sent);
      expect([out.status, out.text]).toEqual([
        403,
        expect.stringContaining('You are signed out, so nothing was saved'),
      ]);
      const refused = await reader.post(path, sent);
      expect([refused.status, refused.text]).toEqual([403, expect.stringMatching(/may not record and correct dates/)]);
      expect(refused.html).toContain(path === VALUES ? HEADER : '365,000');
      const headers = { Cookie: await cookieFor(server, reviewer.person), Origin: 'https://evil.example' };
      const foreign = { method: 'POST', body: new URLSearchParams(sent), headers, redirect: 'manual' } as const;
      expect((await fetch(server.url + path, foreign)).status).toBe(403);
    });
    for (const who of [reviewer, administrator]) expect((await who.get(path)).status).toBe(200);
  });

  test('the pages lead there for the office alone, and only today', async () => {
    const links = [`href="${RECORD('EMP')}"`, `href="${RECORD('EMP', 9)}"`, `href="${VALUES}"`];
    const html = (await reviewer.get('/indicators/EMP')).html;
    for (const link of links) expect(html).toContain(link);
    const others = [
      await stranger.get('/indicators/EMP'),
      await reader.get('/indicators/EMP'),
      await reviewer.get('/indicators/EMP?asAt=2026-01-01'),
    ];
    for (const other of others) for (const link of links) expect(other.html).not.toContain(link);
    expect((await reviewer.get('/indicators')).html).toContain(links[2]);
    expect((await stranger.get('/indicators')).html).not.toContain(links[2]);
  });

  test('what is not there is 404 or 400 in words', async () => {
    expect((await reviewer.get(RECORD('NONE'))).status).toBe(404);
    expect((await reviewer.post(RECORD('NONE'), fields())).status).toBe(404);
    for (const asked of ['99', 'x', '-1', '1e9']) {
      const answer = await reviewer.get(`/indicators/EMP/record?restates=${asked}`);
      expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('is not there')]);
    }
    expect((await reviewer.get(`${VALUES}?recorded=x`)).status).toBe(200);
    expect((await stranger.get('/indicators/EMP?recorded=999')).text).not.toContain('is recorded');
  });
});

describe('bad input', () => {
  test.each<[string, Record<string, string>, string]>([
    ['no period', { period: '' }, 'Enter the period'],
    ['a period that is none', { period: '2021-22' }, 'Enter the period'],
    ['a period that lies ahead', { period: '2027' }, 'Give a period that has begun: 2027 lies ahead'],
    ['a period that has a value', { period: '2023/24' }, 'has a value for 2023 to 2024 already, 359,600 people'],
    ['no value', { value: '' }, 'Enter the value'],
    ['words for a value', { value: 'about 5' }, 'Enter the value as a plain number'],
    ['a value below zero', { value: '-5' }, 'Give a number that is not below zero'],
    ['no series', { series: '' }, 'Choose the series'],
    ['a series that is not there', { series: 'known:zz' }, 'Choose one of the series, or name a new one'],
    ['a new series without a name', { series: 'new' }, 'Enter the name of the new series'],
    [
      'a new series that is there',
      { series: 'new', newSeries: 'annual editions' },
      'is a series of this indicator already',
    ],
    [
      'a new series that nearly is',
      { series: 'new', newSeries: 'Annual Editions' },
      'as this series is called already',
    ],
    ['a name for no new series', { newSeries: 'from 2025 method' }, 'Choose “A new series” to use this name'],
    ['a status that is none', { status: 'done' }, 'Choose how final the value is'],
    ['a source that is not there', { source: 'zz' }, 'No source has the code “zz”'],
    ['half a new source', { source: '', 'newSource.title': 'An edition' }, 'Enter who published the new source'],
    ['no reason', { reason: '' }, 'Enter the reason'],
    ['a value that is not there', { replaces: '77' }, 'The value to restate is not there'],
  ])('%s is refused, and what was typed is kept', async (_, more, words) => {
    const answer = await storesNothing(() => reviewer.post(RECORD('EMP'), fields(more)));
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining(words)]);
    expect(answer.html).toContain('There is a problem');
    if (!('note' in more)) expect(answer.html).toContain('First figure.');
    for (const value of ['about 5', '2021-22', 'zz', 'from 2025 method'])
      if (Object.values(more).includes(value)) expect(answer.html).toContain(`value="${value}"`);
  });

  test('forged posts: other fields, huge text, a body that is none', async () => {
    await storesNothing(async () => {
      const forged = { indicator: 'TURN', confirmation: 'owner', change: '1', number: '1', __proto__: 'x' };
      const { reason: _, ...rest } = fields(forged);
      expect((await reviewer.post(RECORD('EMP'), rest)).status).toBe(400);
      expect((await reviewer.post(RECORD('EMP'), fields({ seen: 'x' }))).status).toBe(400);
      expect((await reviewer.post(RECORD('EMP'), fields({ note: 'x'.repeat(2_001) }))).status).toBe(400);
      expect((await reviewer.post(RECORD('EMP'), {})).status).toBe(400);
      expect((await reviewer.post(VALUES, {})).status).toBe(400);
      expect((await reviewer.post(VALUES, { act: 'record', text: csv('EMP,x') })).status).toBe(400);
    });
  });
});

describe('a value recorded by hand', () => {
  test('stands on the indicator, marked, with its digits; the earlier days do not know it', async () => {
    const before = (await page('EMP', '2026-01-01')).text;
    const sum = (await getPage(`${server.url}/sources/ba24`)).text;
    const answer = await reviewer.post(RECORD('EMP'), fields());
    expect([answer.status, answer.location]).toEqual([302, '/indicators/EMP?recorded=10']);
    const after = await reviewer.get(answer.location ?? '');
    expect(after.text).toContain('365,000 people, 2024 to 2025 (provisional), is recorded.');
    expect(after.html).toMatch(/id="value-10".*Just recorded/s);
    expect(shown(after).at(-1)).toEqual([
      ...['2024 to 2025', '365,000 people Just recorded First figure.', 'from 2023/24 method', 'Provisional'],
    ]);
    expect((await page('EMP')).text).toContain('Latest: 365,000 people, 2024 to 2025 (provisional).');
    expect((await page('EMP')).text).toContain(
      'In the series “from 2023/24 method”: 365,000 people (provisional) in 2024 to 2025, against 359,600',
    );
    // Its source came out in October 2025, so that a later day knows it and an earlier one does not.
    expect((await page('EMP', '2025-09-30')).text).not.toContain('365,000');
    expect((await page('EMP', '2026-01-01')).text).not.toBe(before);
    expect((await getPage(`${server.url}/sources/ba24`)).text).not.toBe(sum);
    expect((await getPage(`${server.url}/sources/ba24`)).text).toContain('365,000 people');
    expect((await getPage(`${server.url}/themes/GRO`)).text).toContain('365,000 people');
    expect((await getCsv(`${server.url}/figures/indicator.csv?indicator=EMP`)).at(-1)?.slice(0, 5)).toEqual([
      ...['2024 to 2025', 'from 2023/24 method', '365000', 'people', 'Provisional'],
    ]);
    const changes = await getPage(`${server.url}/changes?subject=EMP`);
    expect(changes.text).toMatch(
      /1 change\..*Rosalind Franklin Values of an indicator were recorded EMP Nothing EMP, 2024 to 2025, from 2023\/24 method: 365,000 people, provisional The new edition/,
    );
  });

  test('employment still marks 2023 to 2024 as a new method, and no line joins the two', async () => {
    const { html } = await page('EMP');
    const [drawing = ''] = html.split('figure__chart--narrow');
    const corners = (drawing.match(/<path[^>]*recharts-line-curve[^>]*>/g) ?? []).map(
      (path) => (/ d="([^"]*)"/.exec(path)?.[1]?.match(/[ML]/g) ?? []).length,
    );
    expect(corners).toEqual([8, 2]);
    expect(html).toContain('>new method</text>');
  });

  test('a planted break: a value of a new series is joined and compared to nothing', async () => {
    const before = (await page('VPASRATE')).text;
    expect(before).toContain('Rose to 26.5% of sales in 2023');
    const planted = { seen: '4', series: 'new', newSeries: 'rate of the 2024 scheme', period: '2025', value: '22.90' };
    const answer = await reviewer.post(RECORD('VPASRATE'), fields({ ...planted, source: '', status: 'final' }));
    expect(answer.status).toBe(302);
    const after = await page('VPASRATE');
    expect(after.text).toContain('Rose to 26.5% of sales in 2023');
    expect(after.text).not.toMatch(/Fell to 22\.90/);
    expect(after.text).toContain('22.90% of sales');
    const [drawing = ''] = after.html.split('figure__chart--narrow');
    expect(drawing).toContain('>new series</text>');
    expect(drawing.match(/<path[^>]*recharts-line-curve[^>]*>/g)).toHaveLength(1);
    expect((await getPage(`${server.url}/indicators`)).text.match(/2 series, not comparable/g)).toHaveLength(5);
    const memory = await getPage(`${server.url}/memory`);
    expect(memory.text).toContain('Value of 2025: 22.90% of sales');
    expect((await page('VPASRATE', '2026-06-01')).text).not.toContain('22.90');
  });

  test('the two vintages of trial recruitment stay apart', async () => {
    const more = { seen: '3', period: '2023/24', series: 'known:2023 ABPI vintage', value: '50001', status: 'final' };
    expect((await reviewer.post(RECORD('TRIALREC2'), fields(more))).status).toBe(302);
    expect((await page('TRIALREC2')).text).toContain('50,001');
    expect((await page('TRIALREC1')).text).not.toContain('50,001');
    const other = await reviewer.post(RECORD('TRIALREC1'), fields({ ...more, seen: '2' }));
    expect([other.status, other.text]).toEqual([400, expect.stringContaining('Choose one of the series')]);
  });

  test('a new source comes with its day, and from that day on the value is known', async () => {
    const source = {
      ...{ source: '', 'newSource.title': 'World ranks 2026', 'newSource.publisher': 'ABPI', 'newSource.url': '' },
      ...{ 'newSource.type': 'trade body', 'newSource.publishedOn.day': '1', 'newSource.publishedOn.month': '9' },
    };
    const rank = { seen: '3', period: '2025', series: 'known:ABPI rank', value: '8', status: 'final' };
    const without = await reviewer.post(
      RECORD('PH3RANK'),
      fields({ ...rank, ...source, 'newSource.publishedOn.year': '' }),
    );
    expect([without.status, without.text]).toEqual([
      400,
      expect.stringContaining('The date of the new source must include a year'),
    ]);
    const later = await reviewer.post(
      RECORD('PH3RANK'),
      fields({ ...rank, ...source, 'newSource.publishedOn.year': '2027' }),
    );
    expect([later.status, later.text]).toEqual([400, expect.stringContaining('must have been published by today')]);
    const saved = await reviewer.post(
      RECORD('PH3RANK'),
      fields({ ...rank, ...source, 'newSource.publishedOn.year': '2026' }),
    );
    expect(saved.status).toBe(302);
    expect((await page('PH3RANK', '2026-08-31')).text).not.toContain('8th');
    expect((await page('PH3RANK', '2026-09-01')).text).toContain('8th');
    expect((await getPage(`${server.url}/search?q=World+ranks+2026`)).text).toContain('World ranks 2026');
  });
});

describe('a value restated', () => {
  test('keeps the earlier one, says what it was, and is known from its source’s day on', async () => {
    const form = await reviewer.get(RECORD('PHARMARD', 3));
    expect(form.text).toMatch(/Restate a value.*takes the place of £9\.0bn, 2022 \(provisional\)/);
    expect(form.html).toMatch(/value="revised" checked|checked="" value="revised"|value="revised"[^>]*checked/);
    const more = { seen: '4', replaces: '3', period: '2022', series: 'known:from 2022 method', value: '9.20' };
    const answer = await reviewer.post(RECORD('PHARMARD', 3), fields({ ...more, status: 'revised', source: 'sip30' }));
    expect([answer.status, answer.location]).toEqual([302, '/indicators/PHARMARD?recorded=5']);
    const after = await page('PHARMARD');
    expect(shown(after)).toContainEqual(['2022', '£9.20bn First figure.', 'from 2022 method', 'Revised']);
    expect(tableNamed(after, 'Earlier values').map((cells) => [...cells.slice(0, 1), cells[3], cells.at(-1)])).toEqual([
      ['2022', 'Restated', '£9.20bn, 2022'],
    ]);
    const drawn = await getCsv(`${server.url}/figures/indicator.csv?indicator=PHARMARD`);
    expect(drawn.map((cells) => cells[2])).toEqual(['Value', '4.5', '4.8', '9.20', '8.7']);
    const changes = await getPage(`${server.url}/changes?subject=PHARMARD`);
    expect(changes.text).toMatch(
      /from 2022 method: £9\.0bn, provisional PHARMARD, 2022, from 2022 method: £9\.20bn, revised/,
    );
    // The link of a page that is out of date leads to the value that stands now.
    expect((await reviewer.get(RECORD('PHARMARD', 3))).text).toContain('takes the place of £9.20bn');
  });

  test('by two people at once: the second sees both, and can restate the first', async () => {
    const more = { seen: '4', replaces: '4', period: '2023', series: 'known:from 2022 method', status: 'revised' };
    expect((await reviewer.post(RECORD('PHARMARD', 4), fields({ ...more, value: '8.8' }))).status).toBe(302);
    const mine = fields({ ...more, value: '8.9', note: '' });
    const second = await storesNothing(() => administrator.post(RECORD('PHARMARD', 4), mine));
    expect([second.status, second.text]).toEqual([
      409,
      expect.stringMatching(/Rosalind Franklin saved this.*Value 8\.8 8\.9.*takes the place of £8\.8bn/),
    ]);
    expect(second.html).toContain('name="replaces" value="6"');
    const both = await administrator.post(RECORD('PHARMARD', 4), { ...mine, replaces: '6', seen: '6', reason: 'Both' });
    expect(both.status).toBe(302);
    expect(tableNamed(await page('PHARMARD'), 'Earlier values')).toHaveLength(3);
  });

  test('twenty at once on one period: one wins, the others see it', async () => {
    const more = { seen: '2', period: '2023', series: 'known:competitiveness indicators', status: 'final' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        reviewer.post(RECORD('TRIALSHARE'), fields({ ...more, value: `3.${n + 10}` })),
      ),
    );
    expect(answers.filter(({ status }) => status === 302)).toHaveLength(1);
    const lost = answers.filter(({ status }) => status === 409);
    expect(lost).toHaveLength(19);
    for (const { text } of lost) expect(text).toContain('Somebody else was faster');
    expect(shown(await page('TRIALSHARE')).filter(([period]) => period === '2023')).toHaveLength(1);
  });
});

describe('a file of values that is wrong', () => {
  const GOOD = 'HUBS,2025,hubs live,9,final,memory,,';
  test.each<[string, string, [row: string, column: string, found: string, mend: RegExp]]>([
    ['no such indicator', csv('NONE,2025,x,1,final,memory,,'), ['2', 'indicator', 'NONE', /code of an indicator/]],
    ['no indicator', csv(',2025,x,1,final,memory,,'), ['2', 'indicator', 'An empty cell', /Fill it in/]],
    [
      'a period that is none',
      csv('HUBS,2025-13,hubs live,1,final,memory,,'),
      ['2', 'period', '2025-13', /a period such as/],
    ],
    ['a period to come', csv('HUBS,2027,hubs live,1,final,memory,,'), ['2', 'period', '2027', /has begun/]],
    ['a period long past', csv('HUBS,0219,hubs live,1,final,memory,,'), ['2', 'period', '0219', /from 1900 on/]],
    ['no series', csv('HUBS,2025,,1,final,memory,,'), ['2', 'series', 'An empty cell', /Fill it in/]],
    ['a series nearly there', csv('HUBS,2025,Hubs Live,1,final,memory,,'), ['2', 'series', 'Hubs Live', /“hubs live”/]],
    ['commas in a number', csv('HUBS,2025,hubs live,"1,000",final,memory,,'), ['2', 'value', '1,000', /plain number/]],
    ['words for a number', csv('HUBS,2025,hubs live,nine,final,memory,,'), ['2', 'value', 'nine', /plain number/]],
    ['a count below zero', csv('HUBS,2025,hubs live,-9,final,memory,,'), ['2', 'value', '-9', /not below zero/]],
    ['half a rank', csv('PH2RANK,2025,ABPI rank,6.5,final,memory,,'), ['2', 'value', '6.5', /whole place/]],
    ['a status that is none', csv('HUBS,2025,hubs live,9,done,memory,,'), ['2', 'status', 'done', /one of: final/]],
    [
      'a confirmation that is none',
      csv('HUBS,2025,hubs live,9,final,owner,,'),
      ['2', 'confirmation', 'owner', /one of: published/],
    ],
    ['no such source', csv('HUBS,2025,hubs live,9,final,published,zz,'), ['2', 'source', 'zz', /code of a source/]],
    [
      'published without a source',
      csv('HUBS,2025,hubs live,9,final,published,,'),
      ['2', 'source', 'An empty cell', /Name the source/],
    ],
    [
      'memory with a source',
      csv('HUBS,2025,hubs live,9,final,memory,ba24,'),
      ['2', 'source', 'ba24', /take the source out/],
    ],
    [
      'a long note',
      csv(`HUBS,2025,hubs live,9,final,memory,,${'x'.repeat(4_001)}`),
      ['2', 'note', `${'x'.repeat(77)}…`, /4,000/],
    ],
    [
      'the same twice',
      csv(GOOD, GOOD),
      ['3', 'indicator with series with period with status', 'HUBS, hubs live, 2025, final', /Row 2 has it/],
    ],
    [
      'too few cells',
      csv('HUBS,2025,hubs live,9'),
      ['2', 'All', '4 cells where the header has 8', /every column a cell/],
    ],
    ['an open quote', csv('HUBS,2025,"hubs live,9,final,memory,,'), ['2', 'All', 'Quote Not Closed', /quotes/]],
    [
      'a missing column',
      `${HEADER.replace('status,', '')}\nHUBS,2025,x,9,memory,,`,
      ['1', 'status', HEADER.replace('status,', ''), /Add a column/],
    ],
    ['an unknown column', `${HEADER},colour\n${GOOD},red`, ['1', 'colour', 'colour', /Take this column out/]],
    ['a column twice', `${HEADER},value\n${GOOD},9`, ['1', 'value', `${HEADER},value`, /Keep one column/]],
    ['no rows', `${HEADER}\n`, ['All', 'All', 'a header and no rows', /A row for each value|a row for each value/]],
    [
      'too many rows',
      csv(...Array.from({ length: 1_001 }, (_, n) => `HUBS,${1900 + (n % 120)},s${n},1,final,memory,,`)),
      ['All', 'All', '1,001 rows', /1,000 rows or fewer/],
    ],
    ['no CSV at all', 'hello', ['1', 'indicator', 'hello', /Add a column/]],
  ])('%s is told with its place', async (_, text, [row, column, found, mend]) => {
    const answer = await storesNothing(() => check(text));
    expect(answer.status).toBe(400);
    const fault = faultsOf(answer).find((cells) => cells[0] === row && cells[1] === column);
    expect([fault?.[2]?.slice(0, found.length), fault?.[3]]).toEqual([found, expect.stringMatching(mend)]);
    expect(answer.html).toContain('Nothing was recorded');
    expect(answer.html).not.toContain('name="act" value="record"');
  });

  test('all faults are told at once, in the order of the rows, and what was pasted is kept', async () => {
    const text = csv('NONE,2025,x,nine,done,memory,,', GOOD, 'PH2RANK,2027,abpi RANK,"1,5",final,published,,');
    const answer = await storesNothing(() => check(text));
    expect(faultsOf(answer).map(([row, column]) => `${row} ${column}`)).toEqual([
      ...['2 indicator', '2 value', '2 status', '4 value', '4 source', '4 period', '4 series'],
    ]);
    expect(answer.text).toContain('7 faults in the rows. Nothing was recorded');
    expect(answer.html).toContain('PH2RANK,2027,abpi RANK');
    const forced = await storesNothing(() => confirm(text, '999999'));
    expect([forced.status, forced.text]).toEqual([400, expect.stringContaining('7 faults')]);
  });

  test('bytes that are not UTF-8, an empty file, nothing, and too much are told in words', async () => {
    await storesNothing(async () => {
      const latin = Buffer.from(csv('HUBS,2025,caf\u00e9,9,final,memory,,'), 'latin1');
      for (const bytes of [latin, Buffer.from(`\ufeff${csv(GOOD)}`, 'utf16le'), Buffer.from('PK\u0003\u0004\0\0')]) {
        const answer = await upload(bytes);
        expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('The file is not CSV in UTF-8')]);
      }
      for (const answer of [await upload(''), await check(' \n ')])
        expect([answer.status, answer.text]).toEqual([
          400,
          expect.stringContaining('Choose a CSV file, or paste its rows'),
        ]);
      const large = csv(GOOD, 'x'.repeat(300_000));
      for (const answer of [await upload(large), await check(large)])
        expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('Send 300 kilobytes or less')]);
    });
  });
});

describe('a file of values', () => {
  const FILE = csv(
    'HUBDATA,2022,datasets listed,700,provisional,memory,,From memory.',
    'HUBDATA,2022,datasets listed,742,final,published,ba24,',
    'LHCRE,2018-06,areas named,6,revised,published,ba24,"Counted anew, with one more"',
    'EPMA,2024,awards since the new fund,50,final,memory,,',
    'PH2RANK,2017,ABPI rank,2,final,published,SOURCE,',
  );
  let whole = '';
  beforeAll(async () => {
    const source = await withDatabase(server, (db) =>
      db
        .selectFrom('observation')
        .select('source')
        .where('indicator', '=', 'PH2RANK')
        .where('number', '=', 1)
        .executeTakeFirst(),
    );
    whole = FILE.replace('SOURCE', source?.source ?? '');
  });

  test('is previewed, recorded as one change, and does nothing the second time', async () => {
    const preview = await storesNothing(() => check(whole));
    expect([preview.status, preview.text]).toEqual([
      200,
      expect.stringContaining('Of 5 rows, 2 add a value, 2 restate one and 1 stands already. Nothing is stored yet.'),
    ]);
    expect(
      tableNamed(preview, 'Values to record').map((cells) => [cells[0], cells[1], cells[3], cells[4], cells.at(-1)]),
    ).toEqual([
      ['2', 'HUBDATA', '700 datasets, provisional From memory.', 'datasets listed', 'Adds a value'],
      ['3', 'HUBDATA', '742 datasets, final', 'datasets listed', 'Restates 700 datasets, provisional'],
      ['4', 'LHCRE', '6 areas, revised Counted anew, with one more', 'areas named', 'Restates 5 areas, final'],
      ['5', 'EPMA', '50 awards, final', 'awards since the new fund New series', 'Adds a value'],
    ]);
    expect(preview.text).toContain('Row 6: PH2RANK, 2017, ABPI rank: 2nd. Stands already.');
    const noReason = await storesNothing(() =>
      reviewer.post(VALUES, { act: 'record', text: whole, seen: seenIn(preview), reason: '' }),
    );
    expect([noReason.status, noReason.text]).toEqual([400, expect.stringContaining('Enter the reason')]);
    expect(noReason.html).toContain('name="act" value="record"');
    const recorded = await confirm(whole, seenIn(noReason));
    expect([recorded.status, recorded.location]).toEqual([
      302,
      expect.stringMatching(/^\/indicators\/values\?recorded=\d+$/),
    ]);
    const done = await reviewer.get(recorded.location ?? '');
    expect(done.text).toContain('4 values are recorded as one change; 2 of them restate an earlier one.');
    expect(shown(await page('HUBDATA')).at(-1)).toEqual(['2022', '742 datasets', 'datasets listed', 'Final']);
    expect(tableNamed(await page('LHCRE'), 'Earlier values')).toHaveLength(1);
    const again = await storesNothing(() => check(whole));
    expect(again.text).toMatch(/Of 5 rows, 4 stand already and 1 was restated since.*There is nothing to record/);
    expect(again.html).not.toContain('name="act" value="record"');
    const forced = await storesNothing(() => confirm(whole, '999999'));
    expect([forced.status, forced.text]).toEqual([200, expect.stringContaining('There is nothing to record')]);
    const changes = await getPage(`${server.url}/changes?kind=values+recorded&subject=EPMA`);
    expect(changes.text).toMatch(/HUBDATA , LHCRE , EPMA.*The autumn editions/);
  });

  test('is read as other programs save it: byte-order mark, semicolons, tabs, line ends, empty rows', async () => {
    const plain = csv('GERDBN,2022,as first published,70.70,final,memory,,"A note, with a comma"', ',,,,,,,', '');
    const as = (mark: string) =>
      plain.replace('"A note, with a comma"', 'A note').replaceAll(',', mark).replaceAll('\n', '\r\n');
    for (const [text, words] of [
      [`\ufeff${plain}`, ''],
      [`\ufeff${as(';')}`, 'The rows were read with semicolons between the cells.'],
      [as('\t'), 'The rows were read with tabs between the cells.'],
    ] as const)
      for (const answer of [await upload(text), await check(text)]) {
        expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('Of 1 row, 1 adds a value.')]);
        expect(answer.text.includes('The rows were read with')).toBe(words !== '');
        expect(answer.text).toContain(words);
      }
  });

  test('is read from the file where both are given', async () => {
    const answer = await upload(csv('HUBS,2025,hubs live,9,final,memory,,'), reviewer, { text: 'no CSV' });
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('9 hubs, final')]);
  });

  test('is held against the record a second time: what came in meanwhile is shown before anything is stored', async () => {
    const text = csv('BIAFIN,2025,"BIA, December to November years",3.0,final,memory,,');
    const seen = seenIn(await check(text, administrator));
    const hand = { seen: '7', period: '2025', series: 'known:BIA, December to November years', value: '2.9' };
    expect((await reviewer.post(RECORD('BIAFIN'), fields(hand))).status).toBe(302);
    const late = await storesNothing(() => confirm(text, seen, administrator));
    expect([late.status, late.text]).toEqual([
      409,
      expect.stringMatching(/1 value of BIAFIN came into the record. Nothing was saved.*Restates £2\.9bn, provisional/),
    ]);
    expect(seenIn(late)).not.toBe(seen);
    expect((await confirm(text, seenIn(late), administrator)).status).toBe(302);
  });

  test('sent by twenty at once is recorded once', async () => {
    const text = csv('ATAC,2025,cumulative enrolments,400,final,memory,,');
    const seen = seenIn(await check(text));
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(text, seen)));
    expect(answers.filter(({ status }) => status === 302)).toHaveLength(1);
    for (const { status } of answers) expect([200, 302, 409]).toContain(status);
    expect(shown(await page('ATAC')).filter(([period]) => period === '2025')).toHaveLength(1);
  });
});
