import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getCsv, getPage, linksOf, type Page, tableIn, tableNamed } from '../helpers/html.ts';
import { partnershipsOfPair, recountSectors, rowsOf, startedBy } from '../helpers/recount.ts';
import { type RunningServer, startServer } from '../helpers/server.ts';

type Row = Record<string, string>;
const PARTNERSHIPS = rowsOf('partnerships.csv');
const MEMBERS = rowsOf('partnership_members.csv');
const SERVED = rowsOf('partnership_themes.csv');
const STRANDS = rowsOf('partnership_strands.csv');
const FINDINGS = rowsOf('findings.csv');
const ORGANISATIONS = rowsOf('organisations.csv');
const THEMES = rowsOf('themes.csv');

const names = PARTNERSHIPS.map(({ name }) => name);
const organisation = (code = ''): Row => ORGANISATIONS.find((row) => row['code'] === code) ?? {};
const themeName = (code = ''): string => THEMES.find((row) => row['code'] === code)?.['name'] ?? '';
const plain = (text = ''): string => text.replace(/\s+/g, ' ').trim();
const inWords = (sector: string): string => (sector === 'nhs' ? 'NHS' : sector[0]?.toUpperCase() + sector.slice(1));

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const page = (path: string): Promise<Page> => getPage(server.url + path);
/** Names in the list of partnerships, without the mark of what rests on memory. */
const listedOn = (shown: Page): string[] =>
  tableNamed(shown, 'Partnerships').map(([name = '']) => name.replace(' From memory: check before use', ''));

describe('the list of partnerships', () => {
  test('has each of the file, and says how many there are and who takes part', async () => {
    const shown = await page('/partnerships');
    expect(listedOn(shown)).toEqual(names);
    const taking = new Set(MEMBERS.map((row) => row['organisation']));
    const sectors = new Set([...taking].map((code) => organisation(code)['sector']));
    expect(shown.text).toContain(
      `${names.length} partnerships, in which ${taking.size} organisations of ${sectors.size} sectors take part. 1 of them rests on memory.`,
    );
    expect(tableNamed(shown, 'Partnerships').map(([name = '']) => /From memory/.test(name))).toEqual(
      PARTNERSHIPS.map(({ confirmation }) => confirmation === 'memory'),
    );
  });

  test('names all members, each under its sector, and all themes', async () => {
    const rows = tableNamed(await page('/partnerships'), 'Partnerships');
    for (const [i, { code }] of PARTNERSHIPS.entries()) {
      const [, , members = '', themes = ''] = rows[i] ?? [];
      for (const member of MEMBERS.filter(({ partnership }) => partnership === code)) {
        const { name, short_name, sector = '' } = organisation(member['organisation']);
        expect(members).toContain(short_name || name);
        expect(members).toContain(`${inWords(sector)}: `);
      }
      const served = SERVED.filter(({ partnership }) => partnership === code).map(({ theme }) => themeName(theme));
      expect(themes.split(/ ?; /).sort()).toEqual(served.sort());
    }
  });

  test('by theme, has how many serve each and which, and names the theme that none serves', async () => {
    const shown = await page('/partnerships');
    const expected = THEMES.map(({ code, name = '' }) => {
      const served = PARTNERSHIPS.filter((row) =>
        SERVED.some((s) => s['partnership'] === row['code'] && s['theme'] === code),
      );
      return [name, String(served.length), served.map((row) => row['name']).join('; ')];
    });
    expect(tableNamed(shown, 'Partnerships by theme')).toEqual(expected.filter(([, n]) => n !== '0'));
    for (const [name] of expected.filter(([, n]) => n === '0'))
      expect(shown.text).toContain(`No partnership is recorded for “${name}”.`);
  });
});

describe('figure 8', () => {
  const { sectors, numbers, inAll, absent } = recountSectors();

  test('has for every two sectors how many partnerships join them, as in the files', async () => {
    const [header, ...rows] = tableIn(await page('/partnerships'), 'figure-8');
    expect(header).toEqual(['Sector', ...sectors.map(inWords), 'In all']);
    expect(rows).toEqual(
      sectors.map((sector, i) => [inWords(sector), ...(numbers[i] ?? []).map(String), String(inAll[i])]),
    );
    expect(rows[1]?.[5]).toBe('2');
  });

  test('says in its title which sectors meet most, and below it which have no member', async () => {
    const { text } = await page('/partnerships');
    expect(text).toContain('Figure 8 University and industry meet most often, in 5 of 13 partnerships');
    expect(text).toContain(`no partnership has such a member: ${absent.join(' and ')}.`);
  });

  test('gives the same numbers as a file, with the names', async () => {
    const [header, ...rows] = await getCsv(`${server.url}/figures/sectors.csv`);
    expect(header).toEqual(['Sector', 'And sector', 'Partnerships', 'Names']);
    const expected = sectors.flatMap((one, i) =>
      sectors.slice(i).map((other) => {
        const joined = partnershipsOfPair(one, other).map((row) => row['name']);
        return [inWords(one), inWords(other), String(joined.length), joined.join('; ')];
      }),
    );
    expect(rows).toEqual(expected);
  });

  test('as a file of an earlier day or a theme, has what had started by then and what serves it', async () => {
    const joined = async (query: string): Promise<string[]> => {
      const [, ...rows] = await getCsv(`${server.url}/figures/sectors.csv?${query}`);
      return [...new Set(rows.flatMap(([, , , cell = '']) => cell.split('; ')).filter(Boolean))];
    };
    expect(await joined('asAt=2018-06-29')).not.toContain('Medicines Manufacturing Innovation Centre');
    expect(await joined('asAt=2018-06-30')).toContain('Medicines Manufacturing Innovation Centre');
    const regulation = PARTNERSHIPS.filter(({ code }) =>
      SERVED.some(({ partnership, theme }) => partnership === code && theme === 'REG'),
    );
    expect((await joined('theme=REG')).sort()).toEqual(regulation.map(({ name }) => name).sort());
  });

  test('leads with every number to the partnerships behind it, and to no empty list', async () => {
    const shown = await page('/partnerships');
    const links = linksOf(shown).filter((href) => /^\/partnerships\?(pair|sector)=/.test(href));
    const joined = sectors.flatMap((one, i) =>
      sectors.slice(i).filter((other) => partnershipsOfPair(one, other).length > 0),
    );
    expect(links).toHaveLength(joined.length + sectors.length);
    for (const href of links) expect([href, listedOn(await page(href)).length]).not.toEqual([href, 0]);
  });

  test('names every two sectors that no partnership joins', async () => {
    const { text } = await page('/partnerships');
    const [part = ''] = text.split('Sectors that no partnership joins')[1]?.split('Partnerships by theme') ?? [];
    const apart = sectors.flatMap((one, i) => sectors.slice(i + 1).map((other): [string, string] => [one, other]));
    const missing = apart.filter(([one, other]) => partnershipsOfPair(one, other).length === 0);
    expect(part).toContain(`${missing.length} of the ${apart.length} pairs of sectors`);
    for (const [one, other] of missing)
      expect(part).toMatch(new RegExp(`${inWords(one)} with [a-z, ]*${other === 'nhs' ? 'NHS' : other}`));
    expect(part).toContain('never have two members in one partnership: regulator and cluster.');
  });
});

describe('filters of the list', () => {
  test.each<[query: string, one: string, other: string]>([
    ['nhs+university', 'nhs', 'university'],
    ['university+nhs', 'nhs', 'university'],
    ['research-funder+charity', 'research funder', 'charity'],
    ['industry+industry', 'industry', 'industry'],
    ['regulator+university', 'regulator', 'university'],
  ])('pair=%s keeps what joins them, tells what is shown and leads back to all', async (query, one, other) => {
    const shown = await page(`/partnerships?pair=${query}`);
    const expected = partnershipsOfPair(one, other).map(({ name }) => name);
    expect(listedOn(shown)).toEqual(expected);
    expect(shown.text).toContain(`${expected.length} of 13 partnerships with `);
    expect(shown.text).toContain(`${13 - expected.length} partnerships left out.`);
    expect(shown.html).toMatch(/href="\/partnerships">\s*Show all partnerships/);
  });

  test('theme= and sector= keep those that serve it and those with such a member', async () => {
    const served = SERVED.filter(({ theme }) => theme === 'DAT').map(({ partnership }) => partnership);
    expect(listedOn(await page('/partnerships?theme=DAT'))).toEqual(
      PARTNERSHIPS.filter(({ code }) => served.includes(code)).map(({ name }) => name),
    );
    const regulators = await page('/partnerships?sector=regulator');
    expect(listedOn(regulators)).toEqual(['ILAP partnership']);
    expect(regulators.text).toContain('1 of 13 partnerships with a member of the sector “regulator”.');
  });

  test('the figure counts all partnerships, whatever is shown', async () => {
    const all = tableIn(await page('/partnerships'), 'figure-8');
    expect(tableIn(await page('/partnerships?pair=nhs+university'), 'figure-8')).toEqual(all);
  });

  test.each(['pair=nhs', 'pair=nhs+nowhere', 'pair=nhs+university+industry', 'sector=space', 'theme=%3Cb%3E'])(
    '%s is refused in words',
    async (query) => {
      const { status, text } = await page(`/partnerships?${query}`);
      expect([status, text]).toEqual([400, expect.stringContaining('There is no such filter: ')]);
    },
  );
});

describe('the page of a partnership', () => {
  test.each(PARTNERSHIPS.map((row) => [row['code'] ?? '', row] as const))(
    '%s shows its rows of the files, with where they were seen',
    async (code, row) => {
      const shown = await page(`/partnerships/${code}`);
      expect(shown.status).toBe(200);
      for (const column of ['name', 'purpose', 'note']) expect(shown.text).toContain(plain(row[column]));
      expect(shown.text.toLowerCase()).toContain((row['funding'] || 'Funding Not recorded').toLowerCase());
      if (row['source']) expect(linksOf(shown)).toContain(`/sources/${row['source']}`);
      else expect(shown.text).toContain('Seen in From memory: check before use');
      expect(
        tableNamed(shown, 'Members').map(([name = '', , role = '']) => [name.split(' (')[0], role.toLowerCase()]),
      ).toEqual(
        MEMBERS.filter(({ partnership }) => partnership === code).map((member) => [
          organisation(member['organisation'])['name']?.split(' (')[0],
          member['role'],
        ]),
      );
      for (const { organisation: member } of MEMBERS.filter(({ partnership }) => partnership === code))
        expect(linksOf(shown)).toContain(`/organisations/${member}`);
      for (const { theme } of SERVED.filter(({ partnership }) => partnership === code))
        expect(linksOf(shown)).toContain(`/themes/${theme}`);
      const strands = STRANDS.filter(({ partnership }) => partnership === code);
      for (const { name, detail } of strands)
        for (const words of [name, detail]) expect(shown.text).toContain(plain(words));
      expect(shown.text.includes('No strand of work is recorded.')).toBe(strands.length === 0);
    },
  );

  test('gives the four strands of NACP in their order', async () => {
    const { html } = await page('/partnerships/NACP');
    const [list = ''] = /<ol class="govuk-list govuk-list--number.*?<\/ol>/s.exec(html) ?? [];
    const strands = [...list.matchAll(/<strong>([^<]*)<\/strong>/g)].map(([, name]) => name);
    expect(strands).toEqual(['Skills', 'Leadership', 'Cluster support', 'NHS and academia collaboration']);
  });

  test('names overseas members as overseas partners, and says when it started as it is known', async () => {
    const { text } = await page('/partnerships/CAMAZBJ');
    expect(text).toContain('Started October 2025');
    expect(text).toMatch(/Overseas partners Beijing Science and Technology Commission Beijing Economic/);
    expect((await page('/partnerships/NACP')).text).not.toContain('Overseas partners');
  });

  test('says of members that ended when, and who took over', async () => {
    expect((await page('/partnerships/OFH')).text).toContain('NHSX (until 2022); now NHS England');
    expect((await page('/partnerships/LSC')).text).toContain(
      'Energy and Industrial Strategy (until 7 February 2023); now Department for Business and Trade ; ',
    );
  });

  test('is answered in words when there is none with that code', async () => {
    const { status, text } = await page('/partnerships/NONE');
    expect([status, text]).toEqual([404, expect.stringContaining('There is no partnership with the code “NONE”.')]);
  });
});

describe('what was found about how partnerships work', () => {
  test('has each finding under the report it comes from, with its themes', async () => {
    const { html } = await page('/partnerships');
    const parts = html.replaceAll('<!-- -->', '').split('<h3');
    for (const { code = '', text = '', source = '', themes = '' } of FINDINGS) {
      const part = parts.find((other) => other.includes(`id="${code}"`)) ?? '';
      expect(part).toContain(`href="/sources/${source}"`);
      const [item = ''] = new RegExp(`id="${code}".*?</li>`, 's').exec(part) ?? [];
      expect(item.replaceAll('&#x27;', "'")).toContain(text);
      for (const theme of themes.split(' | ')) expect(item).toContain(`href="/themes/${theme}"`);
    }
  });
});

describe('the page of a theme', () => {
  const section = ({ text }: Page): string => / Partnerships (.*) All partnerships, /.exec(text)?.[1] ?? '';

  test.each(THEMES.map(({ code = '' }) => code))(
    '%s names the partnerships that serve it, and no other',
    async (theme) => {
      const part = section(await page(`/themes/${theme}`));
      const served = SERVED.filter((row) => row['theme'] === theme).map(({ partnership }) => partnership);
      for (const { code, name = '' } of PARTNERSHIPS)
        expect([name, part.includes(name)]).toEqual([name, served.includes(code)]);
      expect(part.includes('No partnership is recorded for this theme.')).toBe(served.length === 0);
    },
  );

  test.each(['2018-06-29', '2018-06-30', '2019-09-10', '2019-09-11'])(
    'as at %s names those that had started',
    async (day) => {
      for (const theme of ['HARP', 'GRO']) {
        const part = section(await page(`/themes/${theme}?asAt=${day}`));
        const served = SERVED.filter((row) => row['theme'] === theme).map(({ partnership }) => partnership);
        for (const row of PARTNERSHIPS.filter(({ code }) => served.includes(code)))
          expect([row['name'], part.includes(row['name'] ?? '')]).toEqual([row['name'], startedBy(row, day)]);
        expect(part).toMatch(/Their names and members are as they are today\.|had started by this day/);
      }
    },
  );

  test('does not say of a member on an earlier day that it ended later', async () => {
    expect(section(await page('/themes/HARP?asAt=2021-12-31'))).not.toContain('until 2022');
    expect(section(await page('/themes/HARP'))).toContain('NHSX (until 2022)');
  });
});

describe('the page of an organisation', () => {
  test('names the partnerships it takes part in, with its role', async () => {
    const codes = [...new Set(MEMBERS.map(({ organisation: code = '' }) => code))];
    expect(codes.length).toBeGreaterThan(50);
    for (const code of codes) {
      const shown = await page(`/organisations/${code}`);
      expect([code, shown.status]).toEqual([code, 200]);
      const part = shown.text.split('Takes part in')[1] ?? '';
      for (const { partnership, role = '' } of MEMBERS.filter((row) => row['organisation'] === code)) {
        const { name = '' } = PARTNERSHIPS.find((row) => row['code'] === partnership) ?? {};
        expect([code, part.toLowerCase()]).toEqual([code, expect.stringContaining(role)]);
        expect([code, part]).toEqual([code, expect.stringContaining(name)]);
      }
    }
  });

  test('says so when it takes part in none', async () => {
    expect((await page('/organisations/HMRC')).text).toContain('Takes part in No partnership.');
  });
});

describe('elsewhere', () => {
  test('the sources of partnerships and findings name them, with a way there', async () => {
    const reports = await page('/sources/seed0');
    expect(reports.text).toContain('Finding NESTA-1');
    expect(linksOf(reports)).toContain('/partnerships#findings');
    const launch = await page('/sources/seed3');
    expect(launch.text).toContain('Partnership NACP');
    expect(linksOf(launch)).toContain('/partnerships/NACP');
  });

  test('what rests on memory has the one partnership, with a way there', async () => {
    const memory = await page('/memory');
    expect(memory.text).toContain('Partnership MMIC');
    expect(linksOf(memory)).toContain('/partnerships/MMIC');
  });

  test('search finds a partnership by a strand, a member or its funding, and a finding by its words', async () => {
    for (const [q, href] of [
      ['upskilling', '/partnerships/NACP'],
      ['mubadala', '/partnerships/LSIP'],
      ['iMATCH', '/partnerships/ATTC'],
      ['£79m', '/partnerships/OFH'],
      ['emerging economies', '/partnerships#findings'],
    ] as const)
      expect([q, linksOf(await page(`/search?q=${encodeURIComponent(q)}`))]).toEqual([
        q,
        expect.arrayContaining([href]),
      ]);
  });
});
