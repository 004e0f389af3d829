import { CONFIDENCES } from '#db/tables/quarterly-return.ts';
import { CONFIDENCE_MEANINGS } from '../../delivery-confidence.ts';
import { formatPartialDate } from '../../partial-date.ts';
import {
  CONFIDENCE_WORDS,
  CONFIRMATION_WORDS,
  MILESTONE_STATUS_ORDER,
  MILESTONE_STATUS_WORDS,
  STAGE_ORDER,
  STAGE_WORDS,
} from '../../status-words.ts';
import type { Block, Section } from '../document.ts';
import { column, item, section, table } from '../parts.ts';
import { FORMAT_WORDS, SUMMARY_FORMATS } from '../summary-formats.ts';
import { hasRatings, type SummaryInput } from '../summary-input.ts';

/** How the summary was made, what its words mean, and the files it can be had as. */
export function notesSection(input: SummaryInput): Section[] {
  return section('notes', 'Notes and definitions', [
    { kind: 'list', items: notes(input) },
    definitions(),
    ...ratingBlocks(input),
    filesBlock(input),
  ]);
}

function notes({ record, audience }: SummaryInput) {
  const day = formatPartialDate(record.day);
  return [
    item(
      'Day',
      `Everything is shown as it stood on ${day}. What was recorded later counts if it was said or happened by then.`,
    ),
    item(
      'Counts',
      'Sentences and figures are counts and comparisons of the record. Nothing is weighed, scored or averaged.',
    ),
    item(
      'Dates',
      'A date is shown as precisely as it is known. A promise for a month, quarter or year has until its last day.',
    ),
    item(
      'Late by',
      'Lateness is always counted from the first date that was promised, to the outcome, or to the latest date announced.',
    ),
    item(
      'Annex',
      'The spreadsheets have more columns than are printed, among them the source of every row, and a sheet for every table.',
    ),
    item(
      'Stages',
      'A stage is a judgement by a named body, on a day, with its reason. It is never worked out from milestones.',
    ),
    ...(audience === 'publication'
      ? []
      : [
          item(
            'Memory',
            `“${CONFIRMATION_WORDS.memory.word}” marks what no source was seen for. A publication leaves it out.`,
          ),
        ]),
  ];
}

const MEANINGS = [column('Word', 24), column('Of what', 18), column('Meaning', 60)];

function definitions(): Block {
  const rows = [
    ...STAGE_ORDER.map((stage) => [STAGE_WORDS[stage].word, 'Stage', STAGE_WORDS[stage].meaning]),
    ...MILESTONE_STATUS_ORDER.map((status) => [
      MILESTONE_STATUS_WORDS[status].word,
      'Milestone status',
      MILESTONE_STATUS_WORDS[status].meaning,
    ]),
  ];
  return {
    kind: 'table',
    table: table('definitions', 'What the words mean', MEANINGS, rows, { sheet: 'Definitions' }),
  };
}

/** What ratings mean, wherever ratings are told: in a publication only if they are chosen. */
function ratingBlocks(input: SummaryInput): Block[] {
  if (!hasRatings(input)) return [];
  const words =
    'Delivery confidence is the owner’s judgement. Where the strategy office judges otherwise, both are shown.';
  const rows = CONFIDENCES.map((one) => [CONFIDENCE_WORDS[one].word, 'Delivery confidence', CONFIDENCE_MEANINGS[one]]);
  return [
    { kind: 'list', items: [item('Ratings', words)], field: 'ratings' },
    {
      kind: 'table',
      table: table('rating-definitions', 'What the ratings mean', MEANINGS, rows, { sheet: 'Ratings' }),
      field: 'ratings',
    },
  ];
}

function filesBlock({ audience }: SummaryInput): Block {
  const files = SUMMARY_FORMATS.map(
    (format) => `${FORMAT_WORDS[format].word} (.${format}): ${FORMAT_WORDS[format].use}`,
  );
  return {
    kind: 'list',
    items: [
      item(
        'Files',
        `This summary for ${audience === 'publication' ? 'publication' : `the ${audience}`.replace('the ministers', 'ministers')} can be had as a page, as ${files.join('; ')}. The list of files with their sizes and SHA-256 hashes is manifest.json.`,
      ),
    ],
  };
}
