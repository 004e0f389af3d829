import { describe, expect, test } from 'vitest';
import { pdf } from '#app/documents/pdf.ts';
import { printedRows } from '#app/documents/printed.ts';
import { columnsShown } from '#app/domain/summary/cell-words.ts';
import type { Block, SummaryDocument } from '#app/domain/summary/document.ts';
import { hasPoppler, poppler, withPoppler } from '../helpers/poppler.ts';
import { sampleForMinisters } from '../helpers/sample-ministers.ts';
import { HARD_TEXT, sampleSummary, sampleTable } from '../helpers/sample-summary.ts';

const words = (text: string): Block => ({ kind: 'words', label: null, text, by: null });
const section = (id: string, ...blocks: Block[]) => ({ id, heading: `Section ${id}`, blocks });
const oneSection = (...blocks: Block[]): SummaryDocument => sampleSummary({ sections: [section('one', ...blocks)] });
const sentence = (count: number): string =>
  `${Array.from({ length: count }, (_, i) => ['delivery', 'of', 'the', 'strategy', 'rests', 'on', 'hubs'][i % 7]).join(' ')}.`;

/** Text as it is compared: spaces and line ends alike, without the marks of direction that readers add. */
const plain = (text: string): string => text.replace(/\p{Cf}/gu, '').replace(/\s+/g, ' ');
/** The lines of each page, the footer not among them. */
const pagesOf = (file: Uint8Array): string[][] =>
  poppler('pdftotext', file, '-layout')
    .split('\f')
    .slice(0, -1)
    .map((page) =>
      page
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .slice(0, -1),
    );
const pageCount = (file: Uint8Array): number => Number(/^Pages: +(\d+)$/m.exec(poppler('pdfinfo', file))?.[1]);

describe('a summary as PDF', () => {
  test('is the same bytes for the same document, and others for another', async () => {
    const [one, two, other] = await Promise.all([
      pdf(sampleSummary()),
      pdf(sampleSummary()),
      pdf(sampleSummary({ dated: '2026-10-01' })),
    ]);
    expect(Buffer.compare(one, two)).toBe(0);
    expect(Buffer.compare(one, other)).not.toBe(0);
  });

  test('says in what language it is, that it is tagged, and when: on the day of the document', async () => {
    const text = Buffer.from(await pdf(sampleSummary())).toString('latin1');
    expect(text.slice(0, 8)).toBe('%PDF-1.7');
    for (const part of [
      '/Lang (en-GB)',
      '/Marked true',
      '/DisplayDocTitle true',
      '<pdfuaid:part>1</pdfuaid:part>',
      '(D:20260930120000Z)',
      '<xmp:CreateDate>2026-09-30T12:00:00Z</xmp:CreateDate>',
    ])
      expect(text).toContain(part);
  });

  test('has metadata that is well formed when the title is not plain', async () => {
    const text = Buffer.from(await pdf(sampleSummary({ title: 'Research & <development>' }))).toString('utf8');
    expect(text).toContain('Research &amp; &lt;development&gt;</rdf:li>');
  });

  test('is made of whatever people wrote', async () => {
    const control = 'a\u0000b\u0007c\uD800d\u200Be\u2028f\uFEFF';
    const hard = [...HARD_TEXT, '', ' ', '\n\n', control, 'x'.repeat(4000), '👩‍👩‍👧 日本語', 'e\u0301'];
    const blocks: Block[] = [...hard.map(words), { kind: 'list', items: [] }, { kind: 'sentences', sentences: [] }];
    expect((await pdf(oneSection(...blocks))).length).toBeGreaterThan(10_000);
    expect((await pdf(sampleSummary({ sections: [] }))).length).toBeGreaterThan(5_000);
  });
});

describe.skipIf(!hasPoppler)(`a summary as PDF, ${withPoppler}`, () => {
  test('shows its title and that it is tagged', async () => {
    const document = sampleSummary();
    const info = poppler('pdfinfo', await pdf(document));
    expect(info).toContain(`Title:           ${document.title}\n`);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^Page size: .*\(A4\)$/m);
  });

  test('holds every heading and everything that its tables print', async () => {
    const document = sampleSummary();
    const text = plain(poppler('pdftotext', await pdf(document)));
    const blocks = document.sections.flatMap((each) => each.blocks);
    const tables = blocks.flatMap((block) =>
      block.kind === 'table' ? [block.table] : block.kind === 'figure' ? [block.figure.table] : [],
    );
    const expected = [
      document.title,
      document.standingWords,
      ...document.sections.map(({ heading }) => heading),
      ...blocks.flatMap((block) => (block.kind === 'subheading' ? [block.text] : [])),
      ...tables.flatMap((table) => [
        ...columnsShown(table).map(({ column }) => column.label),
        ...printedRows(table).flat(),
      ]),
    ];
    expect(expected.length).toBeGreaterThan(250);
    // Poppler gives Hebrew in the order of the page.
    const missing = expected
      .map((each) => plain(each.replace(/\p{Script=Hebrew}/gu, '')))
      .filter((each) => !text.includes(each.trim()));
    expect(missing).toEqual([]);
  });

  test('gives back letters that its font does not have, and says what stands in their place', async () => {
    const file = await pdf(oneSection(words('Genes 🧬 and 日本語.')));
    const text = plain(poppler('pdftotext', file));
    expect(text).toContain('Genes 🧬 and 日本語.');
    expect(text).toContain('stands for a letter or sign that the font of this file does not have');
    expect(plain(poppler('pdftotext', await pdf(oneSection(words('café ŵ £5 €6')))))).not.toContain('stands for');
  });

  test('has a tree of tags: headings, lists, tables with header cells, figures with words, linked contents', async () => {
    const tags = poppler('pdfinfo', await pdf(sampleSummary()), '-struct-text');
    const inOrder = [
      'Document',
      'P (block)\n    "OFFICIAL"',
      'H1',
      'H2',
      'TOC',
      'TOCI',
      'Reference',
      'Link',
      'L (block)',
      'LI',
      'Lbl',
      'LBody',
    ];
    let from = 0;
    for (const tag of [...inOrder, 'H3', 'H4', 'Figure', 'Table', 'THead', 'TR', 'TH', 'TBody', 'TR', 'TH', 'TD']) {
      const found = tags.indexOf(tag, from);
      expect(found, `${tag} after ${from}`).toBeGreaterThan(-1);
      from = found;
    }
    expect(tags).toMatch(/TH:\s+\/Scope \/Column\s+"Code"/);
    expect(tags).toMatch(/TH:\s+\/Scope \/Row\s+"DAT-1\.1"/);
    expect(tags).toMatch(/Figure:\s+\/Placement \/Block\s+\/BBox \[56 /);
    expect(tags).toContain('"First line of the assessment. Second line of it."');
    // The header is repeated for eyes alone, and so is the foot of each page.
    expect(tags.match(/"Latest date"/g)).toHaveLength(1);
    expect(tags).not.toContain('Page 2 of');
    expect(await altTexts(sampleSummary())).toContain('Stacked bars by quarter. At the end: done by first date 3.');
  });

  test('names in its contents the page of each heading', async () => {
    const pages = pagesOf(await pdf(sampleSummary()));
    const contents = pages[0]?.slice(pages[0].indexOf('Contents') + 1).map((line) => /^(.+?) +(\d+)$/.exec(line)) ?? [];
    expect(contents.map((line) => line?.[1])).toEqual([
      'Our assessment',
      'Where we are',
      'By theme',
      'Data and digital',
      'Figures',
      'Annex: every milestone',
    ]);
    for (const line of contents) expect(pages[Number(line?.[2]) - 1]).toContain(line?.[1]);
  });

  test('carries the marking and its number on every page', async () => {
    const text = poppler('pdftotext', await pdf(sampleSummary()), '-layout');
    const pages = text.split('\f').slice(0, -1);
    pages.forEach((page, i) => {
      expect(page.trimEnd().split('\n').at(-1)).toMatch(new RegExp(`^ *OFFICIAL .*Page ${i + 1} of ${pages.length}$`));
    });
    expect(poppler('pdftotext', await pdf(sampleSummary({ marking: null })))).not.toContain('OFFICIAL');
  });

  test('repeats the header of a table on each page that it goes on to', async () => {
    const pages = pagesOf(
      await pdf(sampleSummary({ sections: [section('one', { kind: 'table', table: sampleTable(200) })] })),
    );
    const others = pages.slice(2);
    expect(others.length).toBeGreaterThan(3);
    for (const page of others) expect(page[0]).toMatch(/^Code +Milestone +Latest date +Late by \(days\)$/);
  });

  test('cuts only a row that is taller than a page, and loses nothing of it', async () => {
    const table = sampleTable(3);
    const long = Array.from({ length: 900 }, (_, i) => `word${i}`).join(' ');
    table.rows[1] = ['DAT-1.2', long.repeat(3), '2019', 1];
    const file = await pdf(sampleSummary({ sections: [section('one', { kind: 'table', table })] }));
    expect(poppler('pdfinfo', file, '-struct').match(/TR/g)).toHaveLength(4);
    expect(poppler('pdftotext', file).match(/word899/g)).toHaveLength(3);
  });

  test.each([11, 14, 17, 20, 23, 26])(
    'leaves no heading at the foot of a page (%i lines in each section)',
    async (count) => {
      const sections = Array.from({ length: 20 }, (_, i) => section(`${i}`, words(sentence(count * 12))));
      const pages = pagesOf(await pdf(sampleSummary({ sections })));
      expect(pages.length).toBeGreaterThan(3);
      // The contents are the first page.
      for (const page of pages.slice(1)) expect(page.at(-1)).not.toMatch(/^Section/);
      for (const page of pages.slice(1)) expect(page.length).toBeGreaterThan(3);
    },
  );

  test.each([5, 15, 25, 30, 35])(
    'keeps a figure on one page, from its title to its source (after %i lines)',
    async (count) => {
      const figure = sampleSummary()
        .sections.flatMap(({ blocks }) => blocks)
        .find((block) => block.kind === 'figure');
      if (figure?.kind !== 'figure') throw new Error('The sample has no figure.');
      const above = words(Array.from({ length: count }, (_, i) => `line ${i}`).join('\n'));
      const long: Block = { kind: 'figure', figure: { ...figure.figure, note: sentence(120) } };
      const pages = pagesOf(await pdf(oneSection(above, long)));
      const ends = [/^Figure 1: /, /\bmilestone\.$/].map((end) =>
        pages.findIndex((page) => page.some((line) => end.test(line))),
      );
      expect(ends[0]).toBe(ends[1]);
    },
  );

  test('leaves no page with only a line or three at the end', async () => {
    const lengths: (number | undefined)[] = [];
    for (const count of [42, 43, 44, 45, 46, 47, 48, 49]) {
      const lines = Array.from({ length: count }, (_, i) => `line ${i}`).join('\n');
      lengths.push(pagesOf(await pdf(oneSection(words(lines)))).at(-1)?.length);
    }
    // The last ones have a page more.
    expect(lengths.at(-1)).toBeLessThan(20);
    for (const length of lengths) expect(length).toBeGreaterThan(3);
  });

  test('puts all that ministers are to read on two pages', async () => {
    expect(pageCount(await pdf(sampleForMinisters()))).toBe(2);
    expect(poppler('pdftotext', await pdf(sampleForMinisters()))).not.toContain('Contents');
  });
});

/** Alternative texts of the file, as Acrobat would read them: pdfinfo does not show them. */
async function altTexts(document: SummaryDocument): Promise<string[]> {
  const text = Buffer.from(await pdf(document)).toString('latin1');
  return [...text.matchAll(/\/S \/Figure\n\/Alt \(([^)]*)\)/g)].map(([, alt]) => alt ?? '');
}
