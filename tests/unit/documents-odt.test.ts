import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { odt } from '#app/documents/odt.ts';
import { HARD_TEXT, sampleSummary } from '../helpers/sample-summary.ts';
import { all, textOf, type XmlElement, xmlParts } from '../helpers/xml.ts';

const file = odt(sampleSummary());
const parts = xmlParts(file);
const content = part('content.xml');

function part(name: string, of = parts): XmlElement {
  const found = of[name];
  if (!found) throw new Error(`There is no ${name}`);
  return found;
}

/** What is read, with the spaces that the format counts. */
const textIn = (element: XmlElement): string =>
  element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (child.name === 'text:s') return ' '.repeat(Number(child.attributes['text:c']));
      return child.name === 'text:line-break' ? '\n' : textIn(child);
    })
    .join('');
const texts = (elements: XmlElement[]): string[] => elements.map(textIn);
const inStyle = (style: string, of = content): XmlElement[] =>
  all(of, 'text:p').filter(({ attributes }) => attributes['text:style-name'] === style);
const styleNamed = (name: string): XmlElement | undefined =>
  [...all(part('styles.xml'), 'style:style'), ...all(content, 'style:style')].find(
    ({ attributes }) => attributes['style:name'] === name,
  );

describe('the OpenDocument text of a summary', () => {
  test('is the same bytes for the same document', () => {
    expect(Buffer.from(odt(sampleSummary())).equals(Buffer.from(file))).toBe(true);
  });

  test('says what it is in its first bytes, and names every part in its manifest', () => {
    expect(strFromU8(file.slice(30, 77))).toBe('mimetypeapplication/vnd.oasis.opendocument.text');
    const named = all(part('META-INF/manifest.xml'), 'manifest:file-entry').map(
      ({ attributes }) => attributes['manifest:full-path'],
    );
    const held = Object.keys(unzipSync(file)).filter((name) => name !== 'mimetype' && !name.startsWith('META-INF'));
    expect(named).toEqual(['/', ...held]);
    for (const name of ['content.xml', 'styles.xml', 'meta.xml', 'settings.xml'])
      expect(part(name).attributes['office:version']).toBe('1.3');
  });

  test('has every heading with its level, the title being the only one of level 1', () => {
    const headings = all(content, 'text:h');
    const ofLevel = (level: number): string[] =>
      texts(headings.filter(({ attributes }) => attributes['text:outline-level'] === String(level)));
    expect(ofLevel(1)).toEqual([sampleSummary().title]);
    expect(ofLevel(2)).toEqual(sampleSummary().sections.map(({ heading }) => heading));
    expect(ofLevel(3)).toEqual(['Data and digital']);
    expect(ofLevel(4)).toEqual(['DAT-1 Digital Innovation Hubs']);
    for (const { attributes } of headings)
      expect(attributes['text:style-name']).toBe(`Heading_20_${attributes['text:outline-level']}`);
  });

  test('says its title, subject, maker, day and language', () => {
    const meta = part('meta.xml');
    const value = (name: string): string => textOf(all(meta, name)[0] ?? meta);
    expect(value('dc:title')).toBe(sampleSummary().title);
    expect(value('dc:subject')).toBe('Quarterly summary for the board, July to September 2026');
    expect(value('dc:creator')).toBe('Strategy office, Life Sciences Industrial Strategy');
    expect(value('dc:date')).toBe('2026-09-30T00:00:00');
    expect(value('dc:language')).toBe('en-GB');
    const letters = all(part('styles.xml'), 'style:default-style').flatMap((style) =>
      all(style, 'style:text-properties'),
    )[0];
    expect([letters?.attributes['fo:language'], letters?.attributes['fo:country']]).toEqual(['en', 'GB']);
  });

  test('every style that is used is there', () => {
    const used = ['text:p', 'text:h', 'text:span', 'text:a', 'table:table', 'table:table-column', 'table:table-row']
      .flatMap((name) => [...all(content, name), ...all(part('styles.xml'), name)])
      .map(({ attributes }) => attributes['text:style-name'] ?? attributes['table:style-name'] ?? '');
    for (const name of new Set(used)) expect(styleNamed(name), name).toBeDefined();
  });

  test('has every printed cell of every table, hard text and all, under rows marked as its header', () => {
    const tables = all(content, 'table:table');
    expect(tables).toHaveLength(2);
    for (const table of tables) {
      expect(all(table, 'table:table-header-rows').map((head) => all(head, 'table:table-row').length)).toEqual([1]);
      for (const row of all(table, 'table:table-row')) expect(row.attributes['table:style-name']).toBe('row');
    }
    const kept = all(styleNamed('row') ?? content, 'style:table-row-properties')[0];
    expect(kept?.attributes['fo:keep-together']).toBe('always');
    const cells = all(tables[1] ?? content, 'table:table-row').map((row) => texts(all(row, 'table:table-cell')));
    expect(cells[0]).toEqual(['Code', 'Milestone', 'Latest date', 'Late by (days)']);
    expect(cells.slice(1, 9).map((row) => row[1])).toEqual(HARD_TEXT);
    expect(cells.slice(1, 4).map((row) => row[2])).toEqual(['30 September 2026', 'October 2019', 'No date']);
    expect(cells[2]?.[3]).toBe('Cannot be compared');
    expect(cells[60]?.[0]).toBe('DAT-1.60');
  });

  test('sets numbers to the right', () => {
    const numbers = texts(inStyle('Table_20_Number', all(content, 'table:table')[0]));
    expect(numbers).toEqual(['40', '12', '41', '11']);
    const [properties] = all(styleNamed('Table_20_Number') ?? content, 'style:paragraph-properties');
    expect(properties?.attributes['fo:text-align']).toBe('end');
  });

  test('has its drawing as SVG with pixels behind it, a title and a description', () => {
    const [frame, ...more] = all(content, 'draw:frame');
    expect(more).toEqual([]);
    if (!frame) return;
    expect(all(frame, 'draw:image').map(({ attributes }) => attributes['xlink:href'])).toEqual([
      ...['Pictures/figure-1.svg', 'Pictures/figure-1.png'],
    ]);
    expect(texts(all(frame, 'svg:title'))).toEqual(['Figure 1: 41 of 59 milestones done, 28 of them late']);
    expect(texts(all(frame, 'svg:desc'))).toEqual(['Stacked bars by quarter. At the end: done by first date 3.']);
  });

  test('has contents that are ready and link to headings', () => {
    const [contents] = all(content, 'text:table-of-content');
    const links = all(contents ?? content, 'text:a');
    const marks = all(content, 'text:bookmark-start').map(({ attributes }) => `#${attributes['text:name']}`);
    expect(texts(links)).toEqual([
      ...['Our assessment', 'Where we are', 'By theme', 'Data and digital', 'Figures', 'Annex: every milestone'],
    ]);
    for (const { attributes } of links) expect(marks).toContain(attributes['xlink:href']);
  });

  test('keeps headings and captions with what follows', () => {
    for (const name of ['Heading_20_1', 'Heading_20_2', 'Heading_20_3', 'Heading_20_4', 'Caption', 'Lead', 'Figure']) {
      const [properties] = all(styleNamed(name) ?? content, 'style:paragraph-properties');
      expect(properties?.attributes['fo:keep-with-next'], name).toBe('always');
    }
  });

  test('has the marking, a short title and the number of the page at the foot', () => {
    const [foot] = all(part('styles.xml'), 'style:footer');
    expect(foot && textIn(foot)).toBe(
      'OFFICIAL   Life Sciences Industrial Strategy, July to September 2026Page 1 of 1',
    );
    expect(foot && all(foot, 'text:page-number')).toHaveLength(1);
    const publication = xmlParts(odt(sampleSummary({ audience: 'publication', marking: null })));
    expect(textIn(all(part('styles.xml', publication), 'style:footer')[0] ?? content)).toMatch(/^Life Sciences/);
  });

  test('has lists as lists, and keeps the line breaks and spaces of what people wrote', () => {
    const items = texts(all(all(content, 'text:list')[0] ?? content, 'text:list-item'));
    expect(items).toHaveLength(HARD_TEXT.length);
    expect(items[0]).toBe('Item 0: =1+1 (DAT-1.3)');
    expect(texts(inStyle('Text_20_body'))).toContain('First line of the assessment.\nSecond line of it.');
    const spaced = xmlParts(odt(sampleSummary({ standingWords: '  two   and\n three' })));
    expect(texts(inStyle('Text_20_body', part('content.xml', spaced)))[0]).toBe('  two   and\n three');
  });

  test('what XML cannot hold is left out, not written', () => {
    const title = 'A\u0000B\u000B\uD83Dx <&> "q" \uFFFE';
    const made = xmlParts(odt(sampleSummary({ title, subtitle: title })));
    expect(texts(all(part('content.xml', made), 'text:h'))[0]).toBe('ABx <&> "q" ');
  });
});
