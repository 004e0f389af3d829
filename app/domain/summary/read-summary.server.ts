import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { formatPartialDate } from '../partial-date.ts';
import { quarterLabel } from '../quarter.ts';
import { AUDIENCE_WORDS } from './audience-words.ts';
import type { Section, Standing, SummaryDocument } from './document.ts';
import { readSummaryInput } from './read-summary-input.server.ts';
import { annexSection } from './sections/annex.ts';
import { assessmentSection } from './sections/assessment.ts';
import { attentionSection } from './sections/attention.ts';
import { byThemeSection } from './sections/by-theme.ts';
import { decisionsSection } from './sections/decisions.ts';
import { figuresSection } from './sections/figures.ts';
import { forMinisters } from './sections/for-ministers.ts';
import { indicatorsSection } from './sections/indicators.ts';
import { notesSection } from './sections/notes.ts';
import { partnershipsSection } from './sections/partnerships.ts';
import { positionSection } from './sections/position.ts';
import { steersSection } from './sections/steers.ts';
import { whatChangedSection } from './sections/what-changed.ts';
import type { SummaryAsk } from './summary-ask.ts';
import type { SummaryInput } from './summary-input.ts';
import type { SummaryMaker } from './summary-maker.ts';

/**
 * The summary of a quarter for an audience, made from the record as it is now. What is frozen of a closed quarter is
 * not read here (app/domain/closing). Permission is the caller's: board and ministers' summaries are internal.
 */
export async function readSummary(
  db: Kysely<Database>,
  ask: SummaryAsk,
  maker: SummaryMaker,
): Promise<SummaryDocument> {
  return summaryOf(await readSummaryInput(db, ask, maker));
}

/** The document of what was read. */
export function summaryOf(input: SummaryInput): SummaryDocument {
  const { ask, record, audience, standing, maker } = input;
  const label = quarterLabel(ask.quarter);
  const { freezing } = ask;
  return {
    schemaVersion: 2,
    strategy: { code: record.strategy.code, name: record.strategy.name },
    quarter: ask.quarter,
    label,
    audience,
    standing,
    standingWords: standingInWords(input),
    version: freezing ? { ...freezing, corrections: [] } : null,
    marking: audience === 'publication' ? null : maker.marking,
    demonstration: input.demonstration,
    asAt: record.day,
    dated: freezing?.madeOn ?? record.day,
    title: `${record.strategy.name}: delivery in ${label}`,
    subtitle: `${record.strategy.author}, published ${formatPartialDate(record.strategy.publishedOn)}. ${AUDIENCE_WORDS[audience].summary}.`,
    sections: audience === 'ministers' ? forMinisters(input) : sectionsOf(input),
    mainTable: audience !== 'ministers' ? 'milestones' : input.since === null ? 'by-theme' : 'changes',
  };
}

function sectionsOf(input: SummaryInput): Section[] {
  return [
    ...assessmentSection(input),
    ...decisionsSection(input),
    ...positionSection(input),
    ...whatChangedSection(input),
    ...attentionSection(input),
    ...byThemeSection(input),
    ...figuresSection(input),
    ...indicatorsSection(input),
    ...partnershipsSection(input),
    ...steersSection(input),
    ...annexSection(input),
    ...notesSection(input),
  ];
}

/** What a reader must know first of all: how final it is, and what it shows. */
function standingInWords({ standing, ask, record }: SummaryInput): string {
  const day = formatPartialDate(record.day);
  const words: Record<Standing, string> = {
    draft: `Draft: it may change until the quarter is closed. It shows ${day}, using everything recorded so far.`,
    'so far': `What is published of this quarter so far: it shows ${day}. Returns for it, if any were asked for, have not been published.`,
    reconstructed: `Put together later from published sources; no return was made. It shows ${day}, using everything recorded since.`,
    closed: `Closed on ${formatPartialDate(ask.freezing?.madeOn ?? record.day)}. It shows ${day} as it was known then, and does not change.`,
    corrected: `Corrected on ${formatPartialDate(ask.freezing?.madeOn ?? record.day)}, version ${ask.freezing?.number}. It shows ${day} as it was known then. Earlier versions can still be had.`,
  };
  return words[standing];
}
