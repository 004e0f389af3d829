import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getCsv, getPage, tableIn } from '../helpers/html.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';
import { administrator, formFields, type Visitor, visitor } from '../helpers/visitor.ts';

let server: RunningServer;
let ada: Visitor;
beforeAll(async () => {
  server = await startServer();
  ada = await administrator(server);
});
afterAll(() => server?.stop());

/** A date in the three boxes of a form: `boxes('value', '2025-03-01')`. */
function boxes(name: string, date: string): Record<string, string> {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year };
}

/** Opens a form of a milestone, fills it in and sends it, as somebody without scripts would. */
async function record(milestone: string, form: string, fields: Record<string, string>) {
  const page = await ada.get(`/milestones/${milestone}?${form}`);
  return ada.post(`/milestones/${milestone}?${form}`, { ...formFields(page, 'record'), ...fields });
}

const history = async (code: string) => tableIn(await getPage(`${server.url}/milestones/${code}`), 'history').slice(1);
const statusIn = async (path: string, code: string) =>
  (await getCsv(server.url + path)).find(([first]) => first === code)?.[4];
/** The group counts of one quarter in the file of figure 1. */
const bar = async (quarter: string, theme = '') =>
  (await getCsv(`${server.url}/figures/milestones-by-quarter.csv${theme && `?theme=${theme}`}`))
    .find(([label]) => label === quarter)
    ?.slice(1)
    .map(Number);

describe('recording what happened, without scripts', () => {
  test('an outcome: the milestone, its theme, the quarters, the overview and the files all follow', async () => {
    expect(await statusIn('/quarters/2025-26-Q1/summary.csv', 'HARP-6.2')).toBe('Date passed');
    const [before, beforeInTheme] = [await bar('April to June 2025'), await bar('April to June 2025', 'HARP')];
    const answer = await record('HARP-6.2', 'record=outcome', {
      kind: 'met',
      ...boxes('value', '2025-05-01'),
      ...boxes('saidOn', '2025-05-02'),
      reason: 'The five millionth volunteer joined.',
      'newSource.title': 'Five million volunteers',
      'newSource.publisher': 'Our Future Health',
      'newSource.type': 'delivering body',
    });
    expect([answer.status, answer.location]).toEqual([302, '/milestones/HARP-6.2?recorded=2']);

    const page = await ada.get('/milestones/HARP-6.2?recorded=2');
    expect(page.text).toContain('Fact 2 is recorded');
    expect(page.text).toContain('Done late');
    expect(page.text).toMatch(/Late by about 4 months late, at least 121 days/i);
    expect((await history('HARP-6.2')).at(-1)?.join(' ')).toMatch(
      /2 Met The five millionth volunteer joined\. 1 May 2025 2 May 2025 Five million volunteers , Our Future Health \(delivering body\) 23 November 2026, Ada Lovelace/,
    );
    expect(await statusIn('/quarters/2025-26-Q1/summary.csv', 'HARP-6.2')).toBe('Done late');
    expect(await statusIn('/quarters/2024-25-Q4/summary.csv', 'HARP-6.2')).toBe('Date passed');
    const moved = (counts: number[] = []) => counts.map((n, i) => n + ([0, 1, -1, 0, 0][i] ?? 0));
    expect(await bar('April to June 2025')).toEqual(moved(before));
    expect(await bar('April to June 2025', 'HARP')).toEqual(moved(beforeInTheme));
    const overview = await getPage(server.url);
    expect(
      tableIn(overview, 'figure-1')
        .find(([label]) => label === 'April to June 2025')
        ?.slice(1)
        .map(Number),
    ).toEqual(moved(before));
    expect(overview.html.split('id="due-next"')[0]).not.toContain('/milestones/HARP-6.2');
    const theme = await getPage(`${server.url}/themes/HARP`);
    const drawn = tableIn(theme, 'figure-1').find(([label]) => label === 'April to June 2025');
    expect(drawn?.slice(1).map(Number)).toEqual(moved(beforeInTheme));
    expect(await statusIn('/milestones.csv', 'HARP-6.2')).toBe('Done late');
  });

  test('a later date', async () => {
    const answer = await record('DAT-1.4', 'record=later-date', {
      ...boxes('value', '2027-Q2'),
      ...boxes('saidOn', '2026-11'),
      reason: 'The company is not set up yet.',
      source: 'pl088',
    });
    expect(answer.location).toBe('/milestones/DAT-1.4?recorded=3');
    const { text } = await getPage(`${server.url}/milestones/DAT-1.4`);
    expect(text).toContain('Due later than first promised');
    expect(text).toContain('Latest date April to June 2027');
    expect((await getPage(`${server.url}/themes/DAT`)).text).toContain(
      'First promised for December 2026, then April to June 2027: about 6 months later than first promised.',
    );
    expect(await statusIn('/milestones.csv?asAt=2026-10-31', 'DAT-1.4')).toBe('On course');
  });

  test('that a date was taken back', async () => {
    const answer = await record('SCI-5.3', 'record=taken-back', {
      ...boxes('saidOn', '2026-11-20'),
      reason: 'There is no plan any more.',
    });
    expect(answer.location).toBe('/milestones/SCI-5.3?recorded=2');
    expect(await statusIn('/milestones.csv', 'SCI-5.3')).toBe('No date');
    expect((await history('SCI-5.3')).at(-1)?.join(' ')).toMatch(/Date taken back .*From memory: check before use/);
  });

  test('a correction: the earlier fact stays in the history, with why it was corrected', async () => {
    const form = await ada.get('/milestones/HARP-2.2?correct=2');
    expect(formFields(form, 'record')).toMatchObject({ replaces: '2', 'value.day': '30', 'value.year': '2023' });
    const answer = await record('HARP-2.2', 'correct=2', {
      kind: 'met',
      ...boxes('value', '2024-02-01'),
      note: 'All of them',
      reason: 'The release of November was a part.',
    });
    expect(answer.location).toBe('/milestones/HARP-2.2?recorded=3');
    const facts = (await history('HARP-2.2')).map((row) => row.join(' '));
    expect(facts).toHaveLength(3);
    expect(facts[1]).toMatch(/^2 Met Corrected by fact 3 .*30 November 2023/);
    expect(facts[2]).toMatch(
      /^3 Met Corrects fact 2 Why: The release of November was a part\. All of them 1 February 2024/,
    );
    expect(await statusIn('/quarters/2023-24-Q3/summary.csv', 'HARP-2.2')).toBe('Date passed');
    expect(await statusIn('/quarters/2023-24-Q4/summary.csv', 'HARP-2.2')).toBe('Done late');
    const log = await getPage(`${server.url}/recommendations/HARP-2/history`);
    expect(log.text).toContain('Met: 1 February 2024 (corrects fact 2)');
    expect(log.text).toContain('The release of November was a part.');
    expect((await ada.get('/milestones/HARP-2.2?correct=2')).status).toBe(400);
  });
});

describe('what is not recorded', () => {
  test('a bad form: 400, every message with a link to its box, and what was typed', async () => {
    const before = await history('GRO-4.1');
    const { status, html, text } = await record('GRO-4.1', 'record=outcome', {
      ...boxes('value', '2026-13-01'),
      ...boxes('saidOn', '26-11-01'),
      reason: '',
      'newSource.title': 'A <b>source</b>',
    });
    expect(status).toBe(400);
    expect(html).toContain('<title>Error: ');
    for (const [box, words] of [
      ['kind', 'Choose how the promise ended'],
      ['value-month', 'The month of the date of the outcome must be from 1 to 12, or a quarter from Q1 to Q4'],
      ['saidOn-year', 'The year of when it was said must be four numbers, like 2026'],
      ['reason', 'Enter the reason, so that a reader can follow it'],
      ['newSource-publisher', 'Enter who published the new source'],
    ])
      expect(html).toContain(`<a href="#${box}">${words}</a>`);
    expect(text).toContain('There is a problem');
    expect(html).toMatch(/name="value\.month"[^>]* value="13"|value="13"[^>]* name="value\.month"/);
    expect(html).toContain('A &lt;b&gt;source&lt;/b&gt;');
    expect(await history('GRO-4.1')).toEqual(before);
  });

  test('what the record does not allow: 400 in words', async () => {
    const future = await record('GRO-4.1', 'record=outcome', {
      kind: 'met',
      ...boxes('value', '2026-12-01'),
      ...boxes('saidOn', '2026-11-01'),
      reason: 'Soon',
    });
    expect(future.status).toBe(400);
    expect(future.text).toContain('The date of an outcome must be over');
    const source = await record('GRO-4.1', 'record=later-date', {
      ...boxes('value', '2027'),
      ...boxes('saidOn', '2026-11-01'),
      reason: 'Because',
      source: 'nowhere',
    });
    expect(source.status).toBe(400);
    expect(source.text).toContain('No source has the code “nowhere”');
  });

  test('what somebody else was faster with: 409, with both texts, and then it can be sent again', async () => {
    const path = '/milestones/REG-3.1?record=later-date';
    const form = formFields(await ada.get(path), 'record');
    await record('REG-3.1', 'record=later-date', {
      ...boxes('value', '2028'),
      ...boxes('saidOn', '2026-11-01'),
      reason: 'Words of the faster one.',
    });
    const late = {
      ...form,
      ...boxes('value', '2029'),
      ...boxes('saidOn', '2026-11-02'),
      reason: 'Words of the slower one.',
    };
    const answer = await ada.post(path, late);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Somebody else was faster');
    expect(answer.text).toMatch(
      /Fact 5: later date 2028, by Ada Lovelace on 23 November 2026\. Words of the faster one\./,
    );
    expect(answer.html).toContain('Words of the slower one.</textarea>');
    expect(await history('REG-3.1')).toHaveLength(5);

    const again = await ada.post(path, { ...late, ...{ seen: formFields(answer, 'record').seen ?? '' } });
    expect(again.location).toBe('/milestones/REG-3.1?recorded=6');
    expect((await history('REG-3.1')).slice(-2).map(([, , date]) => date)).toEqual(['2028', '2029']);
  });

  test('what somebody signed out sends: 403, and what they typed is kept', async () => {
    const before = await history('GRO-4.1');
    const form = formFields(await ada.get('/milestones/GRO-4.1?record=later-date'), 'record');
    const answer = await visitor(server).post('/milestones/GRO-4.1?record=later-date', {
      ...form,
      ...boxes('value', '2027'),
      ...boxes('saidOn', '2026-11-01'),
      reason: 'Half an hour of work.',
    });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('You are signed out, so nothing was recorded.');
    expect(answer.html).toContain('Half an hour of work.</textarea>');
    expect(await history('GRO-4.1')).toEqual(before);
  });

  test('a signed-out reader is offered no form', async () => {
    const page = await visitor(server).get('/milestones/GRO-4.1?record=outcome');
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('id="record"');
    expect(page.text).not.toContain('Record an outcome');
  });

  test('on an earlier day nobody is offered a form', async () => {
    const page = await ada.get('/milestones/GRO-4.1?asAt=2026-01-01&record=outcome');
    expect(page.html).not.toContain('id="record"');
  });
});
