import type { DocumentTable, ListItem, Reference, Section, SummaryDocument } from '#app/domain/summary/document.ts';
import { sampleSummary } from './sample-summary.ts';

const recommendation = (n: number): Reference => ({ to: 'recommendation', code: `HARP-${n}`, title: `Title ${n}` });

const items = (many: number, title: string, text: string): ListItem[] =>
  Array.from({ length: many }, (_, i) => ({ title, text, references: [recommendation(i + 1)] }));

const repeated = (sentence: string, many: number): string => Array(many).fill(sentence).join(' ');

const changes: DocumentTable = {
  id: 'changes',
  title: 'Changes since the end of April to June 2026',
  note: 'The first 8 of 31; the summary for the board has all.',
  columns: ['What changed', 'Before', 'Now', 'Why'].map((label, i) => ({
    label,
    kind: 'text',
    width: [36, 20, 20, 30][i] ?? 20,
    printed: true,
    empty: null,
  })),
  rows: Array.from({ length: 8 }, (_, i) => [
    `HARP-${i + 1}.1 Whole genomes of 500,000 people sequenced`,
    'Due in December 2025',
    'Due in October to December 2026',
    'The supplier moved the date; the board agreed it',
  ]),
  keyColumn: 0,
  sheet: 'Changes',
  printed: true,
  emptyWords: 'Nothing changed in the record.',
};

const SECTIONS: Section[] = [
  {
    id: 'assessment',
    heading: 'Our assessment',
    // 150 words, the most that an assessment may have.
    blocks: [
      {
        kind: 'words',
        label: null,
        text: repeated('Delivery is on course where the money is agreed, and late where it is not.', 10),
        by: 'Rosa Reviewer, strategy office, 20 October 2026',
      },
    ],
  },
  {
    id: 'where-we-are',
    heading: 'Where we are',
    blocks: [1, 2].map(() => ({
      kind: 'sentences',
      sentences: [
        {
          text: repeated('Of 62 milestones promised by then, 13 were done by the first date and 28 late.', 4),
          references: Array.from({ length: 62 }, (_, i) => recommendation(i + 1)),
        },
      ],
    })),
  },
  {
    id: 'decisions',
    heading: 'Decisions and help wanted',
    blocks: [
      {
        kind: 'list',
        items: items(
          5,
          'Decide whether to reduce the scope or to move the date.',
          'About: Build a platform to develop and test diagnostics for chronic disease before symptoms. From: the programme board. By 30 November 2026. Asked by: director (UK Research and Innovation).',
        ),
      },
    ],
  },
  { id: 'what-changed', heading: 'What changed', blocks: [{ kind: 'table', table: changes }] },
  {
    id: 'needs-attention',
    heading: 'Needs attention',
    blocks: [
      {
        kind: 'list',
        items: items(
          8,
          'Strengthen joint horizon scanning so spending is more predictable',
          'Red; worsened from Amber in April to June 2026 to Red. The date cannot be met with the present scope, and no way back is agreed.',
        ),
      },
    ],
  },
];

/** A summary for ministers that is as full as the rules allow. */
export function sampleForMinisters(): SummaryDocument {
  return sampleSummary({
    audience: 'ministers',
    demonstration: 'Demonstration: people, posts and returns are made up.',
    sections: SECTIONS,
    mainTable: 'changes',
  });
}
