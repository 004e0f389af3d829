import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { docx } from '#app/documents/docx.ts';
import { HARD_TEXT, sampleSummary } from '../helpers/sample-summary.ts';
import { all, parseXml, textOf, type XmlElement, xmlParts } from '../helpers/xml.ts';

const BODY = 'word/document.xml';
let parts: Record<string, XmlElement>;
let body: XmlElement;

beforeAll(async () => {
  parts = xmlParts(await docx(sampleSummary()));
  body = part(BODY);
});

function part(name: string, of = parts): XmlElement {
  const found = of[name];
  if (!found) throw new Error(`There is no ${name}`);
  return found;
}

const styleOf = (paragraph: XmlElement): string | undefined => all(paragraph, 'w:pStyle')[0]?.attributes['w:val'];
const inStyle = (style: string, of = body): XmlElement[] => all(of, 'w:p').filter((p) => styleOf(p) === style);
const texts = (elements: XmlElement[]): string[] => elements.map((element) => textOf(element));

describe('the Word file of a summary', () => {
  test('is the same bytes for the same document, whatever the moment', async () => {
    const [first, second] = [await docx(sampleSummary()), await docx(sampleSummary())];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    expect(unpackedDates(first)).toEqual(['2026-09-30']);
  });

  test('has every heading in the style of its level, the title being the only one of level 1', () => {
    expect(texts(inStyle('Heading1'))).toEqual([sampleSummary().title]);
    expect(texts(inStyle('Heading2'))).toEqual(sampleSummary().sections.map(({ heading }) => heading));
    expect(texts(inStyle('Heading3'))).toEqual(['Data and digital']);
    expect(texts(inStyle('Heading4'))).toEqual(['DAT-1 Digital Innovation Hubs']);
  });

  test('says its title, subject, maker and language', () => {
    const core = part('docProps/core.xml');
    const value = (name: string): string => textOf(all(core, name)[0] ?? core);
    expect(value('dc:title')).toBe(sampleSummary().title);
    expect(value('dc:subject')).toBe('Quarterly summary for the board, July to September 2026');
    expect(value('dc:creator')).toBe('Strategy office, Life Sciences Industrial Strategy');
    expect(value('dc:language')).toBe('en-GB');
    expect(all(part('word/styles.xml'), 'w:lang')[0]?.attributes['w:val']).toBe('en-GB');
  });

  test('has every printed cell of every table, hard text and all, under a row marked as its header', () => {
    const tables = all(body, 'w:tbl');
    expect(tables).toHaveLength(2);
    for (const table of tables) {
      const rows = all(table, 'w:tr');
      expect(rows.map((row) => all(row, 'w:tblHeader').length)).toEqual([1, ...rows.slice(1).map(() => 0)]);
      expect(rows.every((row) => all(row, 'w:cantSplit').length === 1)).toBe(true);
    }
    const cells = all(tables[1] ?? body, 'w:tr').map((row) => texts(all(row, 'w:tc')));
    expect(cells[0]).toEqual(['Code', 'Milestone', 'Latest date', 'Late by (days)']);
    expect(cells.slice(1, 9).map((row) => row[1])).toEqual(HARD_TEXT);
    expect(cells.slice(1, 4).map((row) => row[2])).toEqual(['30 September 2026', 'October 2019', 'No date']);
    expect(cells[2]?.[3]).toBe('Cannot be compared');
    expect(cells[60]?.[0]).toBe('DAT-1.60');
  });

  test('sets numbers to the right, their header too', () => {
    const columns = all(all(body, 'w:tbl')[0] ?? body, 'w:tr').map((row) => all(row, 'w:tc'));
    for (const cells of columns)
      expect(cells.map((cell) => all(cell, 'w:jc')[0]?.attributes['w:val'])).toEqual([undefined, 'right', 'right']);
  });

  test('says in words what an empty table has instead of rows', () => {
    expect(texts(inStyle('Normal'))).toContain('No milestone had been promised by then.');
  });

  test('has its drawing as SVG and as pixels, with alternative text, between its title and its source', () => {
    const drawing = all(body, 'wp:docPr')[0]?.attributes;
    expect(drawing?.descr).toBe('Stacked bars by quarter. At the end: done by first date 3.');
    expect(drawing?.title).toBe('Figure 1: 41 of 59 milestones done, 28 of them late');
    const media = Object.keys(parts).filter((name) => name.endsWith('.svg'));
    expect(media).toHaveLength(1);
    expect(
      all(part('word/_rels/document.xml.rels'), 'Relationship').map(({ attributes }) => attributes.Target),
    ).toEqual(expect.arrayContaining([expect.stringMatching(/\.svg$/), expect.stringMatching(/\.png$/)]));
    const lines = texts(all(body, 'w:p'));
    const place = lines.indexOf('Figure 1: 41 of 59 milestones done, 28 of them late');
    expect(lines.slice(place + 3, place + 4)[0]).toMatch(/^Past quarters .* Left out: .* Source: the dates/);
  });

  test('lists its contents as links to headings, with no field for Word to bring up to date', () => {
    const links = all(body, 'w:hyperlink');
    const marks = all(body, 'w:bookmarkStart').map(({ attributes }) => attributes);
    expect(links.map((link) => textOf(link))).toEqual([
      ...['Our assessment', 'Where we are', 'By theme', 'Data and digital', 'Figures', 'Annex: every milestone'],
    ]);
    for (const link of links) expect(marks.map((mark) => mark['w:name'])).toContain(link.attributes['w:anchor']);
    expect(new Set(marks.map((mark) => mark['w:id'])).size).toBe(marks.length);
    expect([...all(body, 'w:fldChar'), ...all(body, 'w:fldSimple')]).toEqual([]);
    expect(all(part('word/settings.xml'), 'w:updateFields')).toEqual([]);
  });

  test('has the marking, a short title and the number of the page at the foot', () => {
    const foot = textOf(part('word/footer1.xml'));
    expect(foot).toMatch(/^OFFICIAL {3}Life Sciences Industrial Strategy, July to September 2026/);
    expect(foot).toMatch(/Page PAGE of NUMPAGES$/);
  });

  test('has lists as lists, and keeps the line breaks of what people wrote', () => {
    const items = inStyle('ListBullet');
    expect(items).toHaveLength(HARD_TEXT.length);
    expect(texts(items)[0]).toBe('Item 0: =1+1 (DAT-1.3)');
    expect(all(part('word/numbering.xml'), 'w:numFmt')[0]?.attributes['w:val']).toBe('bullet');
    expect(texts(inStyle('Normal'))).toContain('First line of the assessment.\nSecond line of it.');
  });

  test('begins with what a reader must know first', () => {
    const first = texts(all(body, 'w:p')).slice(0, 3);
    expect(first).toEqual([sampleSummary().title, sampleSummary().subtitle, sampleSummary().standingWords]);
  });
});

describe('Word files of other summaries', () => {
  test('a publication has no marking, and a corrected version shows both texts side by side', async () => {
    const correction = { where: 'Milestones', what: 'DAT-1.3, Latest date', before: null, after: 'October 2019' };
    const version = { number: 2, madeOn: '2026-11-02', reason: 'A date was wrong.', corrections: [correction] };
    const made = xmlParts(await docx(sampleSummary({ audience: 'publication', marking: null, version })));
    expect(textOf(part('word/footer1.xml', made))).toMatch(/^Life Sciences/);
    const text = texts(all(part(BODY, made), 'w:p'));
    expect(text).toContain('Version 2, made on 2 November 2026. Why it was corrected: A date was wrong.');
    const table = all(part(BODY, made), 'w:tbl')[0];
    expect(table && all(table, 'w:tr').map((row) => texts(all(row, 'w:tc')))).toEqual([
      ['Where', 'What', 'First published', 'Corrected'],
      ['Milestones', 'DAT-1.3, Latest date', 'Was not there', 'October 2019'],
    ]);
  });

  test('ministers have no contents list', async () => {
    const made = xmlParts(await docx(sampleSummary({ audience: 'ministers' })));
    expect(all(part(BODY, made), 'w:hyperlink')).toEqual([]);
  });

  test('what XML cannot hold is left out, not written', async () => {
    const title = 'A\u0000B\u000B\uD83Dx <&> "q" \uFFFE';
    const made = xmlParts(await docx(sampleSummary({ title, subtitle: title })));
    expect(texts(inStyle('Heading1', part(BODY, made)))).toEqual(['ABx <&> "q" ']);
  });
});

/** Every day that the archive names: times of its files, and dates in its properties. */
function unpackedDates(bytes: Uint8Array): string[] {
  const core = parseXml(strFromU8(unzipSync(bytes)['docProps/core.xml'] ?? new Uint8Array()));
  const dates = ['dcterms:created', 'dcterms:modified'].map((name) => textOf(all(core, name)[0] ?? core).slice(0, 10));
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const dos = view.getUint16(12, true);
  const two = (n: number): string => String(n).padStart(2, '0');
  const zipped = `${1980 + (dos >> 9)}-${two((dos >> 5) & 15)}-${two(dos & 31)}`;
  return [...new Set([...dates, zipped])];
}
