import type {
  DocumentColumn,
  DocumentFigure,
  DocumentTable,
  Reference,
  SummaryDocument,
} from '#app/domain/summary/document.ts';

const REFERENCE: Reference = { to: 'milestone', code: 'DAT-1.3', title: 'Health data research hubs live' };

const column = (label: string, changes: Partial<DocumentColumn> = {}): DocumentColumn => ({
  label,
  kind: 'text',
  width: 20,
  printed: true,
  empty: null,
  ...changes,
});

/** Text that breaks careless writers: quotes, entities, formulas, line breaks, letters outside the Latin alphabet. */
export const HARD_TEXT = [
  '=1+1',
  "'=1+1",
  '-5 % less',
  '“quoted”, "straight" & <b>bold</b>',
  'two\nlines',
  'leading zeros 007 and 1.10',
  'café ŵ £5 €6 🧬 עברית',
  '@handle',
];

/** A table with every kind of column. */
export const sampleTable = (rows = 3): DocumentTable => ({
  id: 'milestones',
  title: 'Every milestone promised by 30 September 2026',
  note: 'One row a milestone. 2 milestones are left out.',
  columns: [
    column('Code', { width: 10 }),
    column('Milestone', { width: 40 }),
    column('Latest date', { kind: 'date', width: 14, empty: { word: 'No date', shorthand: 'z' } }),
    column('Late by (days)', {
      kind: 'number',
      width: 10,
      empty: { word: 'Cannot be compared', shorthand: 'x' },
    }),
    column('Source', { width: 40, printed: false }),
    column('Shorthand', { kind: 'marks', width: 12, printed: false }),
  ],
  rows: Array.from({ length: rows }, (_, i) => [
    { text: `DAT-1.${i + 1}`, reference: { ...REFERENCE, code: `DAT-1.${i + 1}` } },
    HARD_TEXT[i % HARD_TEXT.length] ?? '',
    i % 3 === 2 ? null : i % 3 === 1 ? '2019-10' : '2026-09-30',
    i % 2 === 0 ? i * 31 : null,
    'A report, its publisher, https://example.org/report',
    i % 3 === 1 ? 'f r' : '',
  ]),
  keyColumn: 0,
  sheet: 'Milestones',
  printed: true,
  emptyWords: 'No milestone had been promised by then.',
});

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="720" height="340" viewBox="0 0 720 340" font-family="Noto Sans, Arial, sans-serif">' +
  '<rect width="720" height="340" fill="#ffffff"/><defs><pattern id="f1-dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#28A197"/></pattern></defs>' +
  '<rect x="34" y="100" width="60" height="200" fill="#12436D"/><rect x="100" y="60" width="60" height="240" fill="url(#f1-dots)"/>' +
  '<text x="34" y="320" font-size="14" fill="#0b0c0c">2019</text></svg>';

const sampleFigure = (): DocumentFigure => ({
  id: 'figure-1',
  number: 1,
  title: '41 of 59 milestones done, 28 of them late',
  subtitle: 'Number of milestones promised by then, the whole strategy, at the end of each quarter.',
  note: 'Past quarters were put together later from published sources; no return was made.',
  leftOut: 'Left out: 2 milestones that ended otherwise.',
  source: 'the dates and outcomes recorded for each milestone.',
  drawing: {
    alt: 'Stacked bars by quarter. At the end: done by first date 3.',
    wide: SVG,
    narrow: SVG,
    svg: SVG,
    width: 720,
    height: 340,
  },
  table: {
    id: 'figure-1-rows',
    title: 'Milestones by quarter',
    note: null,
    columns: [column('Quarter'), column('Done', { kind: 'number' }), column('Open', { kind: 'number' })],
    rows: [
      ['April to June 2026', 40, 12],
      ['July to September 2026', 41, 11],
    ],
    keyColumn: 0,
    sheet: 'Figure 1',
    printed: true,
    emptyWords: 'Nothing to draw.',
  },
});

/** A small document with every kind of block, for the tests of what is made from documents. */
export function sampleSummary(changes: Partial<SummaryDocument> = {}): SummaryDocument {
  return {
    schemaVersion: 2,
    strategy: { code: 'LSIS', name: 'Life Sciences Industrial Strategy' },
    quarter: '2026-27-Q2',
    label: 'July to September 2026',
    audience: 'board',
    standing: 'draft',
    standingWords: 'Draft: returns are still coming in. It shows 30 September 2026 with what is recorded so far.',
    version: null,
    marking: 'OFFICIAL',
    demonstration: null,
    asAt: '2026-09-30',
    dated: '2026-09-30',
    title: 'Life Sciences Industrial Strategy: delivery in July to September 2026',
    subtitle: 'Report to government, published 30 August 2017. Quarterly summary for the board.',
    sections: [
      {
        id: 'assessment',
        heading: 'Our assessment',
        blocks: [
          {
            kind: 'words',
            label: null,
            text: 'First line of the assessment.\nSecond line of it.',
            by: 'Rosa Reviewer, strategy office, 20 October 2026',
          },
        ],
      },
      {
        id: 'position',
        heading: 'Where we are',
        blocks: [
          {
            kind: 'sentences',
            sentences: [
              { text: 'Of 61 recommendations, 12 are delivered.', references: [REFERENCE] },
              { text: '1 date moved.', references: [] },
            ],
          },
          {
            kind: 'list',
            items: HARD_TEXT.map((text, i) => ({
              title: i % 2 ? null : `Item ${i}`,
              text,
              references: i ? [] : [REFERENCE],
            })),
          },
        ],
      },
      {
        id: 'by-theme',
        heading: 'By theme',
        blocks: [
          { kind: 'subheading', id: 'theme-DAT', level: 3, text: 'Data and digital' },
          { kind: 'subheading', id: 'recommendation-DAT-1', level: 4, text: 'DAT-1 Digital Innovation Hubs' },
          { kind: 'words', label: 'Achieved', text: 'Five hubs opened.', by: null, field: 'achieved' },
        ],
      },
      { id: 'figures', heading: 'Figures', blocks: [{ kind: 'figure', figure: sampleFigure() }] },
      {
        id: 'annex',
        heading: 'Annex: every milestone',
        blocks: [
          { kind: 'table', table: sampleTable(60) },
          { kind: 'table', table: { ...sampleTable(0), id: 'none', title: 'A table without rows', sheet: 'None' } },
        ],
      },
    ],
    mainTable: 'milestones',
    ...changes,
  };
}
